import { MaillageError, type Message } from '#domain/notes.ts';
import type { SitingProblem, SitingProposal } from '#domain/proposals.ts';
import { measureSites } from '#core/siting/measure.ts';
import { siteLosses } from '#core/siting/site-losses.ts';
import type { JobContext } from '#workers/protocol.ts';
import { chooseSites } from '../siting/siting-jobs.ts';
import type { SitingAnswer, SitingRequest } from '../siting/siting-request.ts';
import type { PlacesSearch } from './proposal-jobs.ts';
import type { SitingCase } from './siting-case.ts';
import { sitingPairs, type SitingPairs } from './siting-pairs.ts';

/** A proposal whose places have no names yet. */
export interface FoundPlaces extends Omit<SitingProposal, 'newSites'> {
	/** Ranks of the places, and people within the cutoff that no other open site serves. */
	readonly newSites: readonly { readonly place: number; readonly peopleOnlyHere: number }[];
}

/** What is searched: sites of the territory, then places. By demand point that counts. */
interface Searched {
	readonly of: SitingCase;
	readonly found: SitingPairs;
	readonly weight: Float64Array;
	readonly people: Float64Array;
	/** Everybody asked about, whatever they weigh: whom places serve. Candidates are those of `found`. */
	readonly served: Pick<SitingPairs, 'pairs'> & { readonly people: Float64Array };
}

/**
 * The best places of a case, and a bound on what any others could do. Needs no territory.
 * @param rows of the places of the case, in their order
 * @throws MaillageError `error_siting_no_place` where nobody reaches any; as `chooseSites`
 */
export async function searchPlaces(
	{ of, rows }: PlacesSearch,
	{ signal, progress, known }: JobContext<FoundPlaces>
): Promise<FoundPlaces> {
	const pairsFor = (weight: Float64Array) => sitingPairs(weight, of.siteRows, rows, of.nowhereSeconds);
	const everybody = pairsFor(of.people);
	const found = isForEverybody(of.choice) ? everybody : pairsFor(of.weight);
	if (found.reached.length === 0) throw new MaillageError('error_siting_no_place');
	const at = (points: Uint32Array, values: Float64Array) => Float64Array.from(points, (point) => values[point]);
	const searched: Searched = {
		of,
		found,
		weight: at(found.points, of.weight),
		people: at(found.points, of.people),
		served: { pairs: everybody.pairs, people: at(everybody.points, of.people) }
	};
	progress(0);
	const answer = await chooseSites(requestOf(searched), {
		signal,
		progress: ({ done }) => progress(done),
		...(known && { known: (answer) => known(placesOf(searched, answer)) })
	});
	return placesOf(searched, answer);
}

/** Whether those who weigh nothing may stand among the points: nothing is asked for them then, and a place has its people all the same. */
function isForEverybody({ problem, weight }: SitingCase['choice']): boolean {
	return weight === 'people' || problem === 'mclp' || problem === 'pmedian';
}

function requestOf({ of, found: { pairs, nowhere }, weight, people }: Searched): SitingRequest {
	const { existing, closable, cutoffSeconds } = of;
	const { problem, newSites, budget, minimumPeople, timeLimitSeconds } = of.choice;
	const isClosable = new Set(closable);
	const kept = [...existing.keys()].filter((rank) => !isClosable.has(rank));
	const today = existing.length + (nowhere === null ? 0 : 1);
	const cost = new Float64Array(pairs.supplyCount);
	cost.fill(budget?.perNewSite ?? 0, existing.length, nowhere ?? pairs.supplyCount);
	const relocates = closable.length > 0 && budget === null && problem !== 'lscp';
	return {
		problem,
		pairs,
		weight,
		people,
		p: relocates ? today : null,
		mostOpened: problem === 'lscp' ? null : newSites,
		cutoff: cutoffSeconds,
		fixed: nowhere === null ? kept : [...kept, nowhere],
		closures: closable.length > 0 ? { sites: closable, most: closable.length } : null,
		budget: budget === null ? null : { cost, perClosure: budget.perClosure, most: budget.total },
		minimumPeople,
		timeLimitSeconds
	};
}

function placesOf(searched: Searched, answer: SitingAnswer): FoundPlaces {
	const { of, found, weight, served } = searched;
	const { existing, cutoffSeconds, choice } = of;
	const { pairs, reached, nowhere } = found;
	const { objective, bound, gap, optimal } = answer;
	const sites = needed(searched, answer);
	const today = nowhere === null ? [...existing.keys()] : [...existing.keys(), nowhere];
	const before = measureSites(pairs, weight, today, cutoffSeconds);
	const covered = (open: readonly number[]) =>
		measureSites(served.pairs, served.people, open, cutoffSeconds).coveredPeople;
	const isServed = before.uncoveredPoints === 0;
	const objectivesBefore = {
		mclp: before.coveredPeople,
		lscp: isServed ? existing.length : null,
		pmedian: before.peopleTimesValue,
		pcenter: servesAll(pairs, today) ? before.farthest : null
	};
	const onlyHere = siteLosses(served.pairs, served.people, sites, cutoffSeconds).uncovered;
	const isOpened = new Set(answer.opened);
	return {
		newSites: sites.flatMap((site, rank) =>
			isOpened.has(site) ? [{ place: reached[site - existing.length], peopleOnlyHere: onlyHere[rank] }] : []
		),
		closed: answer.closed.map((rank) => existing[rank]),
		objectiveBefore: objectivesBefore[choice.problem],
		objective,
		bound,
		gap,
		isOptimal: optimal,
		coveredPeople: covered(sites),
		coveredBefore: covered(today),
		statements: statementsOf(searched, sites)
	};
}

/** The sites found, less those opened that bring nothing: a search opens as many as it may. */
function needed({ of, found: { pairs }, weight }: Searched, { sites, opened }: SitingAnswer): readonly number[] {
	const { problem } = of.choice;
	if (problem === 'lscp') return sites;
	let open = sites;
	for (;;) {
		const losses = siteLosses(pairs, weight, open, of.cutoffSeconds);
		const { farthest } = measureSites(pairs, weight, open, of.cutoffSeconds);
		const isUseless = {
			mclp: (rank: number) => losses.uncovered[rank] === 0,
			pmedian: (rank: number) => losses.farther[rank] === 0,
			pcenter: (rank: number) => losses.farthest[rank] <= farthest
		}[problem];
		const useless = open.findIndex((site, rank) => opened.includes(site) && isUseless(rank));
		if (useless < 0) return open;
		open = open.filter((_, rank) => rank !== useless);
	}
}

/** Who reaches nothing, and how they count: in a mean time, as far as nowhere is. */
function outOfReach({ of, found, people }: Searched, sites: readonly number[]): Message[] {
	const { choice, nowhereSeconds } = of;
	const { pairs, pointsLeftOut, nowhere } = found;
	const said = (code: string, number: number, params: Message['params'] = {}): Message[] => {
		const count = Math.round(number);
		return count > 0 ? [{ code, params: { ...params, count } }] : [];
	};
	if (choice.problem !== 'pmedian')
		return said(
			LEFT_OUT[choice.problem],
			pointsLeftOut.reduce((sum, point) => sum + of.people[point], 0)
		);
	if (nowhereSeconds === null) return [];
	const within = sites.filter((site) => site !== nowhere);
	const everybody = people.reduce((sum, one) => sum + one, 0);
	const reaching = measureSites(pairs, people, within, Infinity).coveredPeople;
	const minutes = Math.floor(nowhereSeconds / 60);
	return said('note_siting_counted_far', everybody - reaching, { minutes });
}

/** Whether each demand point reaches one of the sites. */
function servesAll({ first, column, demandCount }: SitingPairs['pairs'], sites: readonly number[]): boolean {
	const open = new Set(sites);
	for (let point = 0; point < demandCount; point++) {
		if (!column.subarray(first[point], first[point + 1]).some((site) => open.has(site))) return false;
	}
	return true;
}

/** Where whoever no site nor place reaches is out of the problem: no choice covers them, none must, none is their longest time. */
const LEFT_OUT = {
	mclp: 'note_siting_out_of_reach',
	lscp: 'note_siting_not_to_cover',
	pcenter: 'note_siting_beyond_longest'
} as const satisfies Partial<Record<SitingProblem, string>>;

/** Places of a list named in a sentence, at most. */
const MOST_NAMED = 5;

function statementsOf(searched: Searched, sites: readonly number[]): Message[] {
	const { thinned, positions, names, unknownPeople } = searched.of;
	const { reached } = searched.found;
	const isReached = new Set(reached);
	const far = (names ?? []).filter((_, place) => !isReached.has(place));
	const named = far.slice(0, MOST_NAMED).join(', ') + (far.length > MOST_NAMED ? '…' : '');
	return [
		{ code: thinned ? 'note_siting_places_thinned' : 'note_siting_places', params: { count: positions.length } },
		...(far.length > 0 ? [{ code: 'note_siting_places_unreached', params: { count: far.length, names: named } }] : []),
		...outOfReach(searched, sites),
		...(Math.round(unknownPeople) > 0
			? [{ code: 'note_siting_hours_unknown', params: { count: Math.round(unknownPeople) } }]
			: [])
	];
}
