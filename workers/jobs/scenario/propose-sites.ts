import { MaillageError, type Message } from '#domain/notes.ts';
import type { SitingChoice, SitingProposal } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import { measureSites } from '#core/siting/measure.ts';
import type { JobContext } from '#workers/protocol.ts';
import { nearestPlaceName } from '../atlas/cards/nearest-place.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf, type View } from '../atlas/view.ts';
import { chooseSites } from '../siting/siting-jobs.ts';
import type { SitingAnswer, SitingRequest } from '../siting/siting-request.ts';
import { placeIn } from './place-of.ts';
import { sitingDemand, type SitingDemand } from './siting-demand.ts';
import { sitingPlaces, type SitingPlaces } from './siting-places.ts';
import { sitingPairs, type SitingPairs } from './siting-rows.ts';

/** Of the work, the share that times to the places are taken for; the search has the rest. */
const TIMES_SHARE = 0.3;

/** What is searched: sites of the territory, then places. */
interface Searched extends SitingPairs, SitingPlaces, SitingDemand {
	/** Ranks of the counted sites, candidates in this order. */
	readonly existing: readonly number[];
	/** Ranks of `existing` that may close. */
	readonly closable: readonly number[];
}

/**
 * Where to put branches, for the people asked about in the scope of the question, beside the sites that count: those that the user names may
 * close, the others stay. The mean time counts who reaches nothing within 30 minutes as one second more.
 * @throws MaillageError as `viewOf`, `sitingDemand`, `sitingPairs` and `chooseSites`; `error_siting_no_place` where there is none to propose, or that anybody reaches;
 * the signal's reason once aborted
 */
export async function proposeSites(
	session: AtlasSession,
	{ question, choice }: { readonly question: Question; readonly choice: SitingChoice },
	{ signal, progress }: JobContext
): Promise<SitingProposal> {
	const view = await viewOf(session, question, { signal });
	const demand = sitingDemand(session, view, choice.weight);
	const places = sitingPlaces(session, view, choice.candidates);
	if (places.positions.length === 0) throw new MaillageError('error_siting_no_place');
	const existing = [...view.counted.keys()].filter((site) => view.counted[site] === 1);
	const mayClose = new Set(choice.closable);
	const closable = [...existing.keys()].filter((rank) => mayClose.has(session.territory.sites[existing[rank]].id));
	const { problem } = choice;
	const isWithinCutoff = problem === 'mclp' || problem === 'lscp';
	const candidates = {
		existing,
		places: places.positions,
		limitSeconds: isWithinCutoff ? view.cutoffSeconds : view.times.capSeconds,
		withNowhere: problem === 'pmedian'
	};
	const steps = { signal, progress: (share: number) => progress(share * TIMES_SHARE) };
	const pairs = await sitingPairs(session, view, demand.weight, candidates, steps);
	if (pairs.reached.length === 0) throw new MaillageError('error_siting_no_place');
	const searched = { ...pairs, ...places, ...demand, existing, closable };
	const answer = await chooseSites(requestOf(choice, view, searched), {
		signal,
		progress: ({ done }) => progress(TIMES_SHARE + done * (1 - TIMES_SHARE))
	});
	return proposalOf(session, view, choice, searched, answer);
}

function requestOf(choice: SitingChoice, { cutoffSeconds }: View, searched: Searched): SitingRequest {
	const { problem, newSites, budget, minimumPeople, timeLimitSeconds } = choice;
	const { existing, closable, points, pairs, weight, people, nowhere } = searched;
	const isClosable = new Set(closable);
	const kept = [...existing.keys()].filter((rank) => !isClosable.has(rank));
	const today = existing.length + (nowhere === null ? 0 : 1);
	const cost = new Float64Array(pairs.supplyCount);
	cost.fill(budget?.perNewSite ?? 0, existing.length, nowhere ?? pairs.supplyCount);
	const relocates = closable.length > 0 && budget === null && problem !== 'lscp';
	return {
		problem,
		pairs,
		weight: weightsOf(weight, points),
		people: weightsOf(people, points),
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

const weightsOf = (values: Float64Array, points: Uint32Array) => Float64Array.from(points, (point) => values[point]);

function proposalOf(
	session: AtlasSession,
	view: View,
	{ problem }: SitingChoice,
	searched: Searched,
	answer: SitingAnswer
): SitingProposal {
	const { existing, pairs, points, weight, people, positions, names, reached, nowhere } = searched;
	const { objective, bound, gap, optimal } = answer;
	const asked = weightsOf(people, points);
	const sites = needed(problem, pairs, weightsOf(weight, points), answer, view.cutoffSeconds);
	const isOpen = new Set(sites);
	const today = nowhere === null ? [...existing.keys()] : [...existing.keys(), nowhere];
	const before = measureSites(pairs, weightsOf(weight, points), today, view.cutoffSeconds);
	const covered = (sites: readonly number[]) => measureSites(pairs, asked, sites, view.cutoffSeconds).coveredPeople;
	const coveredPeople = covered(sites);
	const isServed = before.uncoveredPoints === 0;
	const objectivesBefore = {
		mclp: before.coveredPeople,
		lscp: isServed ? existing.length : null,
		pmedian: before.peopleTimesValue,
		pcenter: servesAll(pairs, today) ? before.farthest : null
	};
	return {
		newSites: answer.opened
			.filter((candidate) => isOpen.has(candidate))
			.map((candidate) => {
				const place = reached[candidate - existing.length];
				const position = positions[place];
				const { commune } = placeIn(session.territory, position);
				const name = names?.[place] ?? nearestPlaceName(session.basemap, position) ?? commune?.name ?? '';
				const others = sites.filter((site) => site !== candidate);
				return {
					position,
					communeCode: commune?.code ?? null,
					name,
					peopleOnlyHere: coveredPeople - covered(others)
				};
			}),
		closed: answer.closed.map((rank) => session.territory.sites[existing[rank]].id),
		objectiveBefore: objectivesBefore[problem],
		objective,
		bound,
		gap,
		isOptimal: optimal,
		coveredPeople,
		coveredBefore: covered(today),
		statements: statementsOf(searched)
	};
}

/** The sites found, less those opened that bring nothing: a search opens as many as it may. */
function needed(
	problem: SitingChoice['problem'],
	pairs: Searched['pairs'],
	weight: Float64Array,
	{ sites, opened }: SitingAnswer,
	cutoff: number
): readonly number[] {
	if (problem === 'lscp') return sites;
	const of = { mclp: 'coveredPeople', pmedian: 'peopleTimesValue', pcenter: 'farthest' } as const;
	const objective = (open: readonly number[]) => measureSites(pairs, weight, open, cutoff)[of[problem]];
	return opened.reduce<readonly number[]>((open, candidate) => {
		const without = open.filter((site) => site !== candidate);
		return objective(without) === objective(open) ? without : open;
	}, sites);
}

/** Whether each demand point reaches one of the sites. */
function servesAll({ first, column, demandCount }: Searched['pairs'], sites: readonly number[]): boolean {
	const open = new Set(sites);
	for (let point = 0; point < demandCount; point++) {
		if (!column.subarray(first[point], first[point + 1]).some((site) => open.has(site))) return false;
	}
	return true;
}

/** Places of a list named in a sentence, at most. */
const MOST_NAMED = 5;

function statementsOf(searched: Searched): Message[] {
	const { thinned, positions, names, reached, pointsLeftOut, people, unknownPeople } = searched;
	const isReached = new Set(reached);
	const far = (names ?? []).filter((_, place) => !isReached.has(place));
	const named = far.slice(0, MOST_NAMED).join(', ') + (far.length > MOST_NAMED ? '…' : '');
	const leftOut = pointsLeftOut.reduce((sum, point) => sum + people[point], 0);
	return [
		{ code: thinned ? 'note_siting_places_thinned' : 'note_siting_places', params: { count: positions.length } },
		...(far.length > 0 ? [{ code: 'note_siting_places_unreached', params: { count: far.length, names: named } }] : []),
		...(Math.round(leftOut) > 0 ? [{ code: 'note_siting_left_out', params: { count: Math.round(leftOut) } }] : []),
		...(Math.round(unknownPeople) > 0
			? [{ code: 'note_siting_hours_unknown', params: { count: Math.round(unknownPeople) } }]
			: [])
	];
}
