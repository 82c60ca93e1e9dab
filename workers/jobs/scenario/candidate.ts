import { coverageByGroup, nearestSeconds } from '#core/access/coverage.ts';
import { MaillageError } from '#domain/notes.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { PlacedSite } from '../travel/travel-source.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf, type View } from '../atlas/view.ts';
import { nearestOfPoints } from './access-of-points.ts';
import { changeByGroup } from './change-of-people.ts';
import { changeOfPoints } from './change-of-points.ts';
import { paintOfChanges } from './change-paint.ts';
import { placeIn } from './place-of.ts';
import type { CandidateAnswer, CandidateRequest } from './scenario-jobs.ts';

/**
 * Whom a place would have within the cutoff, and how many of the people asked about would then have a counted site there: a new one that
 * counts, or a site of the territory that moves there and counts as it does; and what becomes of everybody's way to the nearest, against the
 * territory as it was opened. It is asked at each step of the pointer: one row is searched, and nothing of it is kept.
 * @throws MaillageError `error_candidate_matrix` where times come from a matrix; what `viewOf` throws
 * @throws RangeError for a rank that is no site; the signal's reason once aborted
 */
export async function candidate(
	session: AtlasSession,
	{ question, position, site, marks }: CandidateRequest,
	{ signal, progress }: JobContext
): Promise<CandidateAnswer> {
	const { territory, travel } = session;
	if (site !== null && !(site >= 0 && site < territory.sites.length)) {
		throw new RangeError(`Site ${site} of ${territory.sites.length}`);
	}
	const steps = { signal, onProgress: progress };
	const view = await viewOf(session, question, steps);
	const baseline = session.baseline ?? session;
	const before = await viewOf(baseline, question, steps);
	const placed = await travel.place(territory.population, question.mode, position, steps);
	if (placed === null) throw new MaillageError('error_candidate_matrix');
	signal.throwIfAborted();
	const { commune } = placeIn(territory, position);
	const nearest = nearestWith(view, placed, site);
	const changes = changeOfPoints(
		nearestOfPoints(before.access.nearest, before.times.attached),
		nearestOfPoints(nearest, view.times.attached)
	);
	return {
		communeCode: commune === null || commune.margin ? null : commune.code,
		peopleWithin: placed.isAttached ? peopleWithin(view, placed) : null,
		coveredPeople: coveredPeople(view, nearest),
		coveredBefore: coveredPeople(view, view.access.nearest),
		change: changeByGroup(changes, view.weights, view.scopeGroup, 1)[0].people,
		paint: marks && paintOfChanges(baseline, changes, marks.level, marks.resolution)
	};
}

function peopleWithin({ weights, inScope, cutoffSeconds }: View, { row }: PlacedSite): number {
	const { demand, toSite } = row;
	return demand.reduce((people, point, at) => {
		const counts = toSite[at] <= cutoffSeconds && inScope[point] === 1 && !Number.isNaN(weights[point]);
		return counts ? people + weights[point] : people;
	}, 0);
}

/** Seconds to the nearest counted site once the place has one. */
function nearestWith({ times, counted, access }: View, { row }: PlacedSite, site: number | null): Uint32Array {
	if (site !== null && counted[site] === 0) return access.nearest;
	const others = counted.slice();
	if (site !== null) others[site] = 0;
	const nearest = site === null ? access.nearest.slice() : nearestSeconds(times, others);
	row.demand.forEach((point, at) => (nearest[point] = Math.min(nearest[point], row.toSite[at])));
	return nearest;
}

function coveredPeople({ weights, times, scopeGroup, cutoffSeconds }: View, nearest: Uint32Array): number {
	return coverageByGroup(nearest, weights, times.attached, scopeGroup, 1, cutoffSeconds).within[0];
}
