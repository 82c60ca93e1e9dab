import type { AccessPairs } from '../access/pairs.ts';

/** Pairs of each demand point by rising cost; of equal costs, the first candidate first. */
export interface NearFirst {
	/** demandCount + 1 offsets. */
	readonly first: Uint32Array;
	/** Index of the candidate site. */
	readonly site: Uint32Array;
	/** Cost of the pair, in the unit of the matrix. */
	readonly value: Float64Array;
}

/** The high words of float64 are the second of their two 32-bit words, everywhere that browsers and Node run. */
const LOW_WORD = 0;

/**
 * Sorts the pairs of each demand point. Non-negative float64 numbers sort as their bits do: the lowest bits of each cost carry the rank of
 * its pair through the engine's own numeric sort, far quicker than a comparison function, and what these bits blurred is put right after.
 */
export function nearFirst({ demandCount, first, column, value }: AccessPairs): NearFirst {
	const sorted = { first, site: new Uint32Array(column.length), value: new Float64Array(column.length) };
	let longest = 0;
	for (let point = 0; point < demandCount; point++) longest = Math.max(longest, first[point + 1] - first[point]);
	const bits = Math.max(1, Math.ceil(Math.log2(longest + 1)));
	const mask = 2 ** bits - 1;
	const keys = new Float64Array(longest);
	const words = new Uint32Array(keys.buffer);
	for (let point = 0; point < demandCount; point++) {
		const start = first[point];
		const length = first[point + 1] - start;
		for (let rank = 0; rank < length; rank++) {
			keys[rank] = value[start + rank];
			words[2 * rank + LOW_WORD] = ((words[2 * rank + LOW_WORD] & ~mask) | rank) >>> 0;
		}
		keys.subarray(0, length).sort();
		for (let rank = 0; rank < length; rank++) {
			const entry = start + (words[2 * rank + LOW_WORD] & mask);
			place(sorted, start, start + rank, column[entry], value[entry]);
		}
	}
	return sorted;
}

/** Puts a pair at `at`, or before those already there, from `start`, that come after it. */
function place({ site, value }: NearFirst, start: number, at: number, itsSite: number, itsValue: number): void {
	let slot = at;
	for (; slot > start; slot--) {
		const before = value[slot - 1];
		if (before < itsValue || (before === itsValue && site[slot - 1] < itsSite)) break;
		value[slot] = before;
		site[slot] = site[slot - 1];
	}
	value[slot] = itsValue;
	site[slot] = itsSite;
}
