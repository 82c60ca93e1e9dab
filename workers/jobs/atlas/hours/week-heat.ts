import { profileInForce } from '#domain/default-profiles.ts';
import type { WeekHeatAnswer } from '#domain/hours-answers.ts';
import { MINUTES_PER_QUARTER, QUARTERS_PER_WEEK, type Question } from '#domain/question.ts';
import { coverageByGroup } from '#core/access/coverage.ts';
import { usableByQuarter } from '#core/access/usable-by-quarter.ts';
import { peopleByQuarter, quarterBits, sitesByQuarter } from '#core/access/week-strip.ts';
import { openAt } from '#core/hours/intervals.ts';
import { packOpenings } from '#core/hours/openings-kernel.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf, type View } from '../view.ts';
import { freeTimeOf, type FreeTime } from './free-time.ts';
import { freePeople } from './usable-figures.ts';

/** The demand points that a week is of. */
interface Among {
	/** 0 for these, −1 for the others. */
	readonly group: Int32Array;
	/** One byte per demand point: 1 for these, where they hang on the network. */
	readonly included: Uint8Array;
	/** One byte per site: the counted ones told of. */
	readonly sites: Uint8Array;
}

/**
 * The week of the people of a scope, or of one demand point, whatever the cursor: who has an open site within the cutoff as each quarter of
 * an hour begins, and who of the profile could be in one then. The people of one demand point are given as they are: the page rounds them.
 * @throws RangeError for a rank that is no demand point; MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function weekHeat(
	session: AtlasSession,
	{ question, cell }: { readonly question: Question; readonly cell: number | null },
	{ signal, progress }: JobContext
): Promise<WeekHeatAnswer> {
	const { population } = session.territory;
	if (cell !== null && !(cell >= 0 && cell < population.count)) {
		throw new RangeError(`Cell ${cell} of ${population.count}`);
	}
	const view = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const { access, times, weights, cutoffSeconds } = view;
	const among = cell === null ? inScope(view) : oneCell(view, cell);
	const { group, included } = among;
	const peopleTold = (people: Float64Array) =>
		coverageByGroup(access.nearest, people, access.toldOfHours, group, 1, cutoffSeconds).attached[0];
	const profile = profileInForce(question.profile, question.editedProfiles);
	const { people, basis, freeTime } = freePeople(population, profile, freeTimeOf(session, question.week, profile));
	const isKnown = (of: Float64Array) => access.hoursKnown(of, group, 1)[0] === 1;
	const usable = (free: FreeTime) =>
		usableByQuarter(times, access.usable.visits(free), cutoffSeconds, people, included);
	return {
		open: isKnown(weights)
			? peopleByQuarter(times, cutoffSeconds, quarterBits(access.openings), weights, included)
			: null,
		ofPeople: peopleTold(weights),
		usable: freeTime !== null && basis !== 'not-covered' && isKnown(people) ? usable(freeTime) : null,
		ofProfile: peopleTold(people),
		free: freeTime === null ? null : freeByQuarter(freeTime),
		...sitesOfWeek(view, among.sites)
	};
}

function inScope({ scopeGroup, inScope: inside, times, sitesOfScope }: View): Among {
	return {
		group: scopeGroup,
		included: inside.map((one, point) => one & times.attached[point]),
		sites: sitesOfScope
	};
}

function oneCell({ times, counted, cutoffSeconds }: View, cell: number): Among {
	const { first, site, toSite, attached } = times;
	const group = new Int32Array(times.demandCount).fill(-1);
	group[cell] = 0;
	const included = new Uint8Array(times.demandCount);
	included[cell] = attached[cell];
	const sites = new Uint8Array(counted.length);
	for (let entry = first[cell]; entry < first[cell + 1] && toSite[entry] <= cutoffSeconds; entry++) {
		sites[site[entry]] = counted[site[entry]];
	}
	return { group, included, sites };
}

function sitesOfWeek({ weeks }: View, sites: Uint8Array): Pick<WeekHeatAnswer, 'sitesOpen' | 'sitesWithKnownHours'> {
	const ofSites = weeks.intervals.map((week, site) => (sites[site] === 1 ? week : new Uint16Array(0)));
	return {
		sitesOpen: sitesByQuarter(quarterBits(packOpenings(ofSites))),
		sitesWithKnownHours: sites.reduce((sum, one, site) => sum + (one & weeks.known[site]), 0)
	};
}

/** 1 where a quarter of an hour begins in free time. */
function freeByQuarter({ windows }: FreeTime): Uint8Array {
	return Uint8Array.from({ length: QUARTERS_PER_WEEK }, (_, quarter) =>
		openAt(windows, quarter * MINUTES_PER_QUARTER) ? 1 : 0
	);
}
