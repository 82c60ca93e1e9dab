import {
	ALIKE_NAMES,
	NEIGHBOUR_METRES,
	RATHER_ALIKE_NAMES,
	SAME_NAME_METRES,
	SAME_PLACE_METRES,
	type MatchDecision,
	type MatchDoubt,
	type SiteMatch
} from '#domain/follow-up.ts';
import { haversineMetres } from '../roads/distance.ts';
import { nameLikeness } from './name-likeness.ts';

/** A place of one side. */
export interface MatchedPlace {
	/** No other of its side has it. */
	readonly id: string;
	/** Normalised. */
	readonly name: string;
	readonly lon: number;
	readonly lat: number;
	readonly communeCode: string | null;
}

/** Ranks of two places, one of each side, that are the same one, or may be. */
export interface PlacePair {
	readonly before: number;
	readonly after: number;
	readonly metres: number;
	/** Null where it is in doubt. */
	readonly match: SiteMatch | null;
	readonly doubt: MatchDoubt | null;
}

interface Candidate extends PlacePair {
	/** What is decided first: 0 confirmed, 1 same identifier, 2 same name and place, 3 in doubt. */
	readonly order: number;
	readonly likeness: number;
	/** The same for both ways round. */
	readonly key: string;
}

/**
 * Which places of two sides are the same ones: by identifier where name or place do not belie it, else by name and place; a pair that only one
 * of the three speaks for is in doubt, as one of which several could be the same. Each place is in one pair at most. The same pairs come of
 * both sides the other way round.
 * @param decisions what somebody decided of pairs, which holds
 */
export function matchPlaces(
	before: readonly MatchedPlace[],
	after: readonly MatchedPlace[],
	decisions: readonly MatchDecision[] = []
): PlacePair[] {
	const decided = new Map(decisions.map((one) => [JSON.stringify([one.before, one.after]), one.same]));
	const candidates: Candidate[] = [];
	before.forEach((one, from) =>
		after.forEach((other, to) => {
			const same = decided.get(JSON.stringify([one.id, other.id]));
			if (same === false) return;
			const found = candidateOf(one, other, from, to, same === true);
			if (found !== null) candidates.push(found);
		})
	);
	candidates.sort(inOrder);
	return pairsOf(candidates);
}

function candidateOf(
	one: MatchedPlace,
	other: MatchedPlace,
	before: number,
	after: number,
	isConfirmed: boolean
): Candidate | null {
	const sameId = one.id === other.id;
	const metres = haversineMetres(one.lon, one.lat, other.lon, other.lat);
	const isNear = metres <= SAME_PLACE_METRES;
	const isNeighbour = inOneCommune(one, other) ?? metres <= NEIGHBOUR_METRES;
	if (!isConfirmed && !sameId && !isNear && !isNeighbour && metres > SAME_NAME_METRES) return null;
	const likeness = nameLikeness(one.name, other.name);
	const key = [one.id, other.id].sort().join('\n');
	const pair = { before, after, metres, likeness, key };
	const sure = (match: SiteMatch, order: number): Candidate => ({ ...pair, order, match, doubt: null });
	const doubtful = (doubt: MatchDoubt): Candidate => ({ ...pair, order: 3, match: null, doubt });
	if (isConfirmed) return sure('confirmed', 0);
	if (sameId && (isNear || (isNeighbour && likeness >= RATHER_ALIKE_NAMES))) return sure('id', 1);
	if (likeness === 1 && metres <= SAME_NAME_METRES) return sure('name-and-place', 2);
	if (likeness >= ALIKE_NAMES && isNear) return sure('name-and-place', 2);
	if (sameId) return doubtful('id-alone');
	if (isNear) return doubtful('place-alone');
	return likeness >= ALIKE_NAMES && isNeighbour ? doubtful('name-alone') : null;
}

/** Null where one of the communes is not known. */
function inOneCommune({ communeCode: one }: MatchedPlace, { communeCode: other }: MatchedPlace): boolean | null {
	return one === null || other === null ? null : one === other;
}

function inOrder(one: Candidate, other: Candidate): number {
	return (
		one.order - other.order ||
		other.likeness - one.likeness ||
		one.metres - other.metres ||
		(one.key < other.key ? -1 : Number(one.key > other.key))
	);
}

/** The first candidates of free places; one whose places could as well be others' of the same order is in doubt. */
function pairsOf(candidates: readonly Candidate[]): PlacePair[] {
	const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
	const pairs: PlacePair[] = [];
	for (let from = 0; from < candidates.length;) {
		const { order } = candidates[from];
		let end = from;
		while (end < candidates.length && candidates[end].order === order) end++;
		const free = candidates
			.slice(from, end)
			.filter(({ before, after }) => !takenBefore.has(before) && !takenAfter.has(after));
		const rivalsBefore = countBy(free, ({ before }) => before);
		const rivalsAfter = countBy(free, ({ after }) => after);
		for (const { before, after, metres, match, doubt } of free) {
			if (takenBefore.has(before) || takenAfter.has(after)) continue;
			takenBefore.add(before);
			takenAfter.add(after);
			const isRivalled = order === 2 && (rivalsBefore.get(before) ?? 0) + (rivalsAfter.get(after) ?? 0) > 2;
			pairs.push({
				before,
				after,
				metres,
				match: isRivalled ? null : match,
				doubt: isRivalled ? 'several' : doubt
			});
		}
		from = end;
	}
	return pairs;
}

function countBy(candidates: readonly Candidate[], keyOf: (one: Candidate) => number): Map<number, number> {
	const counts = new Map<number, number>();
	for (const one of candidates) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
	return counts;
}
