/** Ids of a full chunk; a chunk is sorted, and grows, by itself, so that no more than one is ever moved. */
const CHUNK_IDS = 1 << 20;
/** Ids without a common high half, as no real file has them, must not cost a full chunk each. */
const FIRST_IDS = 16;

interface Chunk {
	/** Low 32 bits. */
	ids: Uint32Array;
	length: number;
	isAscending: boolean;
}

/**
 * A set of whole numbers beyond 32 bits, in 4 bytes each: chunks of low halves, by their common high half. Made in one go, then asked.
 * Ids that come in ascending order, as those of OSM files nearly always do, are never sorted, and are found at the cost of a binary search.
 */
export class IdSet {
	readonly #chunksByHigh = new Map<number, Chunk[]>();
	#isSealed = false;

	/** Anything but a whole number is in no set. */
	add(id: number): void {
		if (!Number.isSafeInteger(id)) return;
		const high = Math.floor(id / 2 ** 32);
		let chunks = this.#chunksByHigh.get(high);
		if (chunks === undefined) this.#chunksByHigh.set(high, (chunks = []));
		let last = chunks.at(-1);
		if (last === undefined || last.length === CHUNK_IDS) {
			chunks.push((last = { ids: new Uint32Array(FIRST_IDS), length: 0, isAscending: true }));
		}
		if (last.length === last.ids.length) {
			const larger = new Uint32Array(2 * last.length);
			larger.set(last.ids);
			last.ids = larger;
		}
		const low = id >>> 0;
		if (last.length > 0 && low < last.ids[last.length - 1]) last.isAscending = false;
		last.ids[last.length++] = low;
		this.#isSealed = false;
	}

	has(id: number): boolean {
		if (!this.#isSealed) this.#seal();
		const chunks = Number.isSafeInteger(id) ? this.#chunksByHigh.get(Math.floor(id / 2 ** 32)) : undefined;
		const low = id >>> 0;
		return (
			chunks?.some(({ ids, length }) => low >= ids[0] && low <= ids[length - 1] && holds(ids, length, low)) ?? false
		);
	}

	#seal(): void {
		for (const chunks of this.#chunksByHigh.values()) {
			for (const chunk of chunks) {
				if (!chunk.isAscending) chunk.ids.subarray(0, chunk.length).sort();
				chunk.isAscending = true;
			}
		}
		this.#isSealed = true;
	}
}

/** Whether the first `length` ids, ascending, hold this one, which is neither below the first nor above the last. */
function holds(ids: Uint32Array, length: number, id: number): boolean {
	let low = 0;
	let high = length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (ids[middle] < id) low = middle + 1;
		else high = middle;
	}
	return ids[low] === id;
}
