import type { AccessPairs } from '#core/access/pairs.ts';
import { pairsFromCandidates } from '#core/siting/candidate-pairs.ts';
import type { SitingRows } from './siting-rows.ts';

/** Times between the demand points that count in a siting and the sites it may open or keep. */
export interface SitingPairs {
	/** Demand: `points`, in their order. Supply: the existing sites first, then the places reached, then, where it is asked for, nowhere. */
	readonly pairs: AccessPairs;
	/** Ranks of the territory's demand points. */
	readonly points: Uint32Array;
	/** Points where somebody counts and that no candidate serves, which are left out. */
	readonly pointsLeftOut: Uint32Array;
	/** Rank of the candidate that serves everybody; null when not asked for. */
	readonly nowhere: number | null;
	/** Ranks of the places that are candidates: those that no demand point reaches, far from the roads or from everybody, are not. */
	readonly reached: readonly number[];
}

/**
 * Rows of candidates as pairs, of which only the demand points where somebody counts are kept.
 * @param weight by demand point of the territory, 0 where nobody does
 * @param sites rows of the existing sites, all of them candidates
 * @param places rows of the places, in their order
 * @param nowhereSeconds time to a last candidate that serves everybody; null: none
 */
export function sitingPairs(
	weight: Float64Array,
	sites: SitingRows,
	places: readonly SitingRows[],
	nowhereSeconds: number | null
): SitingPairs {
	const reached: number[] = [];
	const rows = rowsOf(sites, [...Array(sites.first.length - 1).keys()]);
	let placesBefore = 0;
	for (const some of places) {
		for (const rank of some.reached) reached.push(placesBefore + rank);
		rows.push(...rowsOf(some, some.reached));
		placesBefore += some.first.length - 1;
	}
	const isServed = new Uint8Array(weight.length);
	for (const { point } of rows) for (const one of point) isServed[one] = 1;
	const everybody = Uint32Array.from(weight.keys()).filter((point) => weight[point] > 0);
	const points = everybody.filter((point) => nowhereSeconds !== null || isServed[point] === 1);
	const pointsLeftOut = everybody.filter((point) => nowhereSeconds === null && isServed[point] === 0);
	return {
		pairs: pairsOf(rows, weight, points, nowhereSeconds),
		points,
		pointsLeftOut,
		nowhere: nowhereSeconds === null ? null : rows.length,
		reached
	};
}

interface Row {
	readonly point: Uint32Array;
	readonly seconds: Uint32Array;
}

function rowsOf({ first, point, seconds }: SitingRows, ranks: readonly number[]): Row[] {
	return ranks.map((rank) => ({
		point: point.subarray(first[rank], first[rank + 1]),
		seconds: seconds.subarray(first[rank], first[rank + 1])
	}));
}

function pairsOf(
	rows: readonly Row[],
	weight: Float64Array,
	points: Uint32Array,
	nowhereSeconds: number | null
): AccessPairs {
	const rankOf = new Uint32Array(weight.length);
	points.forEach((point, rank) => (rankOf[point] = rank));
	const candidateCount = rows.length + (nowhereSeconds === null ? 0 : 1);
	const first = new Uint32Array(candidateCount + 1);
	rows.forEach((row, candidate) => {
		let count = 0;
		for (const one of row.point) if (weight[one] > 0) count++;
		first[candidate + 1] = first[candidate] + count;
	});
	if (nowhereSeconds !== null) first[candidateCount] = first[candidateCount - 1] + points.length;
	const [point, cost] = [new Uint32Array(first[candidateCount]), new Uint32Array(first[candidateCount])];
	let next = 0;
	for (const row of rows) {
		for (let at = 0; at < row.point.length; at++) {
			if (!(weight[row.point[at]] > 0)) continue;
			point[next] = rankOf[row.point[at]];
			cost[next++] = row.seconds[at];
		}
	}
	for (let rank = 0; nowhereSeconds !== null && rank < points.length; rank++) {
		point[next] = rank;
		cost[next++] = nowhereSeconds;
	}
	return pairsFromCandidates({ demandCount: points.length, candidateCount, first, point, cost });
}
