import type { SweepKernel } from './kernel.ts';
import { ARC_WORDS, RUN_WORDS, SEED_WORDS } from './layout.ts';
import { BEYOND, LANES } from './lanes.ts';

const TWO_32 = 2 ** 32;

/**
 * The kernel in TypeScript, for where WebAssembly or its SIMD instructions are missing; see kernel.ts for the contract
 * of each method. `half` and `word` see the same memory as 16-bit and 32-bit numbers.
 */
export class TwinKernel implements SweepKernel {
	readonly #memory: WebAssembly.Memory;
	#half: Uint16Array;
	#word: Uint32Array;

	constructor(memory: WebAssembly.Memory) {
		this.#memory = memory;
		this.#half = new Uint16Array(memory.buffer);
		this.#word = new Uint32Array(memory.buffer);
	}

	/** Views of the memory as it is now: growing it makes former ones useless. */
	#look(): { half: Uint16Array; word: Uint32Array } {
		if (this.#half.buffer !== this.#memory.buffer) {
			this.#half = new Uint16Array(this.#memory.buffer);
			this.#word = new Uint32Array(this.#memory.buffer);
		}
		return { half: this.#half, word: this.#word };
	}

	climb(touched: number, touchedEnd: number, first: number, arcs: number, rows: number, limit: number): void {
		const { half, word } = this.#look();
		const bits = touched >> 2;
		const isTouched = (rank: number) => (word[bits + (rank >> 5)] & (1 << (rank & 31))) !== 0;
		for (let rank = 0; rank < (touchedEnd - touched) * 8; rank++) {
			if (!isTouched(rank)) continue;
			const row = (rows >> 1) + rank * LANES;
			const end = word[(first >> 2) + rank + 1] * ARC_WORDS + (arcs >> 1);
			for (let arc = word[(first >> 2) + rank] * ARC_WORDS + (arcs >> 1); arc < end; arc += ARC_WORDS) {
				if (!isWithin(half, row, half[arc + 2], limit)) continue;
				const to = arcRow(half, arc, rows);
				const head = (to - (rows >> 1)) / LANES;
				if (!isTouched(head)) {
					word[bits + (head >> 5)] |= 1 << (head & 31);
					half.fill(BEYOND, to, to + LANES);
				}
				lowerRow(half, to, row, half[arc + 2]);
			}
		}
	}

	sweep(runs: number, runsEnd: number, arcs: number, rows: number, to: number, seeds: number, seedsEnd: number): void {
		const { half, word } = this.#look();
		let arc = arcs >> 1;
		let row = to >> 1;
		let seed = seeds >> 2;
		for (let run = runs >> 2; run < runsEnd >> 2; run += RUN_WORDS) {
			const arcCount = word[run];
			const end = row + word[run + 1] * LANES;
			for (; row < end; row += LANES) {
				half.fill(BEYOND, row, row + LANES);
				for (let i = 0; i < arcCount; i++, arc += ARC_WORDS) {
					lowerRow(half, row, arcRow(half, arc, rows), half[arc + 2]);
				}
			}
			for (; seed < seedsEnd >> 2 && (rows + word[seed]) >> 1 < end; seed += SEED_WORDS) {
				lowerRow(half, (rows + word[seed]) >> 1, word[seed + 1] >> 1, word[seed + 2]);
			}
		}
	}

	entersWithin(gates: number, gatesEnd: number, rows: number, limit: number): number {
		const { half } = this.#look();
		for (let gate = gates >> 1; gate < gatesEnd >> 1; gate += ARC_WORDS) {
			if (isWithin(half, arcRow(half, gate, rows), half[gate + 2], limit)) return 1;
		}
		return 0;
	}

	copyWithin(points: number, pointsEnd: number, rows: number, limit: number, to: number): void {
		const { half, word } = this.#look();
		let copy = to >> 1;
		for (let point = points >> 2; point < pointsEnd >> 2; point++) {
			const row = (rows + word[point]) >> 1;
			for (let lane = row; lane < row + LANES; lane++) half[copy++] = half[lane] <= limit ? half[lane] : BEYOND;
		}
	}

	listWithin(points: number, pointsEnd: number, rows: number, limit: number, to: number): number {
		const { half, word } = this.#look();
		let at = to;
		for (let point = points >> 2; point < pointsEnd >> 2; point++) {
			const row = (rows + word[point]) >> 1;
			let lanes = 0;
			let end = at + 8;
			for (let lane = 0; lane < LANES; lane++) {
				if (half[row + lane] > limit) continue;
				lanes |= 1 << lane;
				half[end >> 1] = half[row + lane];
				end += 2;
			}
			if (lanes === 0) continue;
			word[at >> 2] = point - (points >> 2);
			word[(at >> 2) + 1] = lanes;
			at = (end + 3) & ~3;
		}
		return at;
	}

	keepNearest(
		points: number,
		pointsEnd: number,
		rows: number,
		limit: number,
		count: number,
		laneSources: number,
		times: number,
		sources: number
	): void {
		const { half, word } = this.#look();
		for (let point = points >> 2; point < pointsEnd >> 2; point++) {
			const row = (rows + word[point]) >> 1;
			const time = (times >> 1) + (point - (points >> 2)) * count;
			const source = (sources >> 2) + (point - (points >> 2)) * count;
			const most = Math.min(limit, half[time + count - 1]);
			for (let lane = 0; lane < LANES; lane++) {
				if (half[row + lane] > most) continue;
				insert(half, word, time, source, count, half[row + lane], word[(laneSources >> 2) + lane]);
			}
		}
	}

	countWithin(points: number, pointsEnd: number, rows: number, limit: number, counts: number): void {
		const { half, word } = this.#look();
		for (let point = points >> 2; point < pointsEnd >> 2; point++) {
			const row = (rows + word[point]) >> 1;
			let within = 0;
			for (let lane = row; lane < row + LANES; lane++) if (half[lane] <= limit) within += 1;
			word[(counts >> 2) + point - (points >> 2)] += within;
		}
	}

	addWeightsWithin(
		points: number,
		pointsEnd: number,
		rows: number,
		limit: number,
		weights: number,
		sums: number
	): void {
		const { half, word } = this.#look();
		for (let point = points >> 2; point < pointsEnd >> 2; point++) {
			const row = (rows + word[point]) >> 1;
			const weight = word[(weights >> 2) + point - (points >> 2)];
			for (let lane = 0; lane < LANES; lane++) if (half[row + lane] <= limit) word[(sums >> 2) + lane] += weight;
		}
	}

	addSavings(points: number, pointsEnd: number, rows: number, times: number, weights: number, sums: number): void {
		const { half, word } = this.#look();
		for (let point = points >> 2; point < pointsEnd >> 2; point++) {
			const row = (rows + word[point]) >> 1;
			const time = half[(times >> 1) + point - (points >> 2)];
			const weight = word[(weights >> 2) + point - (points >> 2)];
			for (let lane = 0; lane < LANES; lane++) {
				if (half[row + lane] >= time) continue;
				const sum = (sums >> 2) + 2 * lane;
				const total = word[sum + 1] * TWO_32 + word[sum] + weight * (time - half[row + lane]);
				word[sum] = total;
				word[sum + 1] = total / TWO_32;
			}
		}
	}
}

/** Place among 16-bit numbers of the row that an arc comes from. */
function arcRow(half: Uint16Array, arc: number, rows: number): number {
	return (rows >> 1) + ((half[arc] | (half[arc + 1] << 16)) >>> 1);
}

/** Whether any lane of a row, plus a weight, is within a limit. */
function isWithin(half: Uint16Array, row: number, weight: number, limit: number): boolean {
	for (let lane = row; lane < row + LANES; lane++) if (half[lane] + weight <= limit) return true;
	return false;
}

/** Lowers each lane of a row to that of another plus a weight, where this is less; sums stop at BEYOND. */
function lowerRow(half: Uint16Array, row: number, from: number, weight: number): void {
	for (let lane = 0; lane < LANES; lane++) {
		const time = half[from + lane] + weight;
		if (time < half[row + lane]) half[row + lane] = time;
	}
}

/** Puts a source in its place among the nearest of a point, the last of which falls out. */
function insert(
	half: Uint16Array,
	word: Uint32Array,
	times: number,
	sources: number,
	count: number,
	time: number,
	source: number
): void {
	let place = count;
	for (; place > 0; place--) {
		const other = half[times + place - 1];
		if (other < time || (other === time && word[sources + place - 1] < source)) break;
		if (place === count) continue;
		half[times + place] = other;
		word[sources + place] = word[sources + place - 1];
	}
	if (place === count) return;
	half[times + place] = time;
	word[sources + place] = source;
}
