import type { AccessPairs } from './pairs.ts';

/** Costs between named places, rows of `fromIds` by columns of `toIds`, laid out as `AccessPairs`. */
export interface NamedCosts {
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
	readonly first: Uint32Array;
	readonly to: Uint32Array;
	readonly value: Float64Array;
}

export interface JoinedPairs {
	/** Demand points in the order of `demandIds`, supply places in that of `supplyIds`. */
	readonly pairs: AccessPairs;
	/** Names of the matrix that are no demand point, no supply place: their pairs are left out. */
	readonly unknownFrom: readonly string[];
	readonly unknownTo: readonly string[];
}

/**
 * The pairs of a matrix between the demand points and the supply places of two tables.
 * @param demandIds distinct
 * @param supplyIds distinct
 */
export function joinPairs(costs: NamedCosts, demandIds: readonly string[], supplyIds: readonly string[]): JoinedPairs {
	const rowOf = ranks(costs.fromIds);
	const placeOf = ranks(supplyIds);
	const place = Int32Array.from(costs.toIds, (id) => placeOf.get(id) ?? -1);
	const first = new Uint32Array(demandIds.length + 1);
	const column = new Uint32Array(costs.to.length);
	const value = new Float64Array(costs.to.length);
	let length = 0;
	demandIds.forEach((id, point) => {
		const row = rowOf.get(id);
		const end = row === undefined ? 0 : costs.first[row + 1];
		for (let entry = row === undefined ? 0 : costs.first[row]; entry < end; entry++) {
			if (place[costs.to[entry]] === -1) continue;
			column[length] = place[costs.to[entry]];
			value[length++] = costs.value[entry];
		}
		first[point + 1] = length;
	});
	const demand = new Set(demandIds);
	return {
		pairs: {
			demandCount: demandIds.length,
			supplyCount: supplyIds.length,
			first,
			column: column.slice(0, length),
			value: value.slice(0, length)
		},
		unknownFrom: costs.fromIds.filter((id) => !demand.has(id)),
		unknownTo: costs.toIds.filter((_, to) => place[to] === -1)
	};
}

function ranks(ids: readonly string[]): Map<string, number> {
	return new Map(ids.map((id, rank) => [id, rank]));
}
