import type { TravelTimes } from '#domain/travel.ts';
import type { AccessPairs } from './pairs.ts';

/** Travel times to sites as pairs, in seconds; nothing is copied. */
export function pairsOfTimes({ demandCount, siteCount, first, site, toSite }: TravelTimes): AccessPairs {
	return { demandCount, supplyCount: siteCount, first, column: site, value: toSite };
}

/**
 * The demand points of one, then those of the other, to the same supply places.
 * @throws RangeError where the places are not as many
 */
export function stackedPairs(one: AccessPairs, other: AccessPairs): AccessPairs {
	if (one.supplyCount !== other.supplyCount) {
		throw new RangeError(`Pairs to ${one.supplyCount} places and to ${other.supplyCount}`);
	}
	const first = new Uint32Array(one.demandCount + other.demandCount + 1);
	first.set(one.first);
	const entries = one.first[one.demandCount];
	for (let point = 0; point < other.demandCount; point++) {
		first[one.demandCount + point + 1] = entries + other.first[point + 1];
	}
	const column = new Uint32Array(first[first.length - 1]);
	column.set(one.column);
	column.set(other.column, entries);
	const value = new Float64Array(column.length);
	value.set(one.value);
	value.set(other.value, entries);
	return { demandCount: first.length - 1, supplyCount: one.supplyCount, first, column, value };
}
