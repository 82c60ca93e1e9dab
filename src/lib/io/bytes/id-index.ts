/** Distinct ids in ascending order and the rank of each: for ids beyond 32 bits, in 8 bytes each. */
export class IdIndex {
	readonly ids: Float64Array;
	#cursor = 0;

	/** Takes the array over: it is sorted in place. */
	constructor(ids: Float64Array) {
		ids.sort();
		let count = 0;
		for (let i = 0; i < ids.length; i++) {
			if (i === 0 || ids[i] !== ids[i - 1]) ids[count++] = ids[i];
		}
		this.ids = ids.subarray(0, count);
	}

	/** Rank of an id, −1 when it is not there. Ids asked in ascending order cost a step each; any other order, a binary search. */
	rankOf(id: number): number {
		const ids = this.ids;
		let low = this.#cursor;
		if (low >= ids.length || ids[low] > id) low = 0;
		// Gallop from where the last search ended, then halve what was overstepped.
		let step = 1;
		while (low + step < ids.length && ids[low + step] <= id) {
			low += step;
			step *= 2;
		}
		let high = Math.min(low + step, ids.length);
		while (low + 1 < high) {
			const middle = (low + high) >>> 1;
			if (ids[middle] <= id) low = middle;
			else high = middle;
		}
		this.#cursor = low;
		return ids[low] === id ? low : -1;
	}
}
