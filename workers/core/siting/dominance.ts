import { transposed, type CoverSets } from './cover-sets.ts';

/** Sets looked at between two looks at the clock. */
const SETS_AT_ONCE = 64;

/**
 * Sets that another set makes useless. Of points, the larger of two nested sets: who covers the smaller covers it too. Of candidates, the
 * smaller. Of equal sets the first stays. Empty sets are left alone.
 * @param stop asked now and then: true ends it, with the useless sets found so far
 * @returns one byte per set, 1 where it is useless
 */
export function dominated(
	sets: CoverSets,
	useless: 'larger' | 'smaller',
	stop: () => boolean = () => false
): Uint8Array {
	const { first, site, siteCount } = sets;
	const setCount = first.length - 1;
	const out = new Uint8Array(setCount);
	const holders = transposed(sets);
	const size = (set: number) => first[set + 1] - first[set];
	const words = (siteCount + 31) >>> 5;
	const bits = new Uint32Array(words * setCount);
	for (let set = 0; set < setCount; set++) {
		for (let entry = first[set]; entry < first[set + 1]; entry++) {
			bits[set * words + (site[entry] >>> 5)] |= 1 << (site[entry] & 31);
		}
	}
	const order = Array.from({ length: setCount }, (_, set) => set).sort((a, b) => size(a) - size(b) || a - b);
	for (const [rank, small] of order.entries()) {
		if (rank % SETS_AT_ONCE === 0 && stop()) break;
		if (out[small] === 1 || size(small) === 0) continue;
		const rarest = rarestOf(sets, holders, small);
		for (let entry = holders.first[rarest]; entry < holders.first[rarest + 1]; entry++) {
			const large = holders.site[entry];
			if (large === small || out[large] === 1) continue;
			if (size(large) < size(small) || !isWithin(sets, small, bits, large * words)) continue;
			const areEqual = size(large) === size(small);
			out[useless === 'larger' || areEqual ? (areEqual ? Math.max(small, large) : large) : small] = 1;
			if (out[small] === 1) break;
		}
	}
	return out;
}

/** The element of a set that fewest sets hold. */
function rarestOf({ first, site }: CoverSets, holders: CoverSets, set: number): number {
	let rarest = site[first[set]];
	const count = (one: number) => holders.first[one + 1] - holders.first[one];
	for (let entry = first[set] + 1; entry < first[set + 1]; entry++) {
		if (count(site[entry]) < count(rarest)) rarest = site[entry];
	}
	return rarest;
}

function isWithin({ first, site }: CoverSets, set: number, bits: Uint32Array, at: number): boolean {
	for (let entry = first[set]; entry < first[set + 1]; entry++) {
		if ((bits[at + (site[entry] >>> 5)] & (1 << (site[entry] & 31))) === 0) return false;
	}
	return true;
}
