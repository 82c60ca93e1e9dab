import type { SiteSlots } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import { marginalOpenings } from '#core/hours/marginal-openings.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf, type View } from '../view.ts';
import { weekOpenings } from '../week-openings.ts';
import { profileInScope, profileMarginals } from './profile-marginals.ts';

/**
 * What each opening of one site alone gives: to the people asked about, and to those of the question's profile, in its scope. The
 * person-hours of the profile add up to those of the site in `hoursTable`.
 * @throws RangeError for a rank that is no site; what `viewOf` throws
 */
export async function siteSlots(
	session: AtlasSession,
	{ question, site }: { readonly question: Question; readonly site: number },
	{ signal, progress }: JobContext
): Promise<SiteSlots> {
	const { sites } = session.territory;
	if (!(site >= 0 && site < sites.length)) throw new RangeError(`Site ${site} of ${sites.length}`);
	const view = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const { access, counted, weeks, times, cutoffSeconds, weights } = view;
	if (counted[site] === 0 || weeks.known[site] === 0) return { site, slots: null };
	// Only who is near it can lose anything by it.
	const near = scopeNear(view, site);
	const asked = weights.map((weight, point) => (near[point] === 1 ? weight : NaN));
	const all = marginalOpenings(times, access.openings, cutoffSeconds, asked);
	const profile = profileInScope(session, view, near);
	const ofProfile = profile === null ? null : profileMarginals(session, view, profile);
	const first = access.openings.first[site] / 2;
	return {
		site,
		slots: weekOpenings(weeks.intervals[site]).map((opening, rank) => ({
			...opening,
			people: all.peopleByOpening[first + rank],
			personHours: all.byOpening[first + rank] / 60,
			profilePeople: ofProfile === null ? null : ofProfile.peopleByOpening[first + rank],
			profilePersonHours: ofProfile === null ? null : ofProfile.byOpening[first + rank] / 60
		}))
	};
}

/** One byte per demand point: 1 for an attached one of the scope from which the site is within the cutoff. */
function scopeNear({ times, cutoffSeconds, inScope }: View, wanted: number): Uint8Array {
	const { demandCount, first, site, toSite, attached } = times;
	const near = new Uint8Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		if (inScope[point] === 0 || attached[point] === 0) continue;
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			if (site[entry] === wanted) near[point] = 1;
		}
	}
	return near;
}
