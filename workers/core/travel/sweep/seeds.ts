import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { UpwardSearch } from '../hierarchy/upward-search.ts';
import type { Arena } from './arena.ts';
import type { SweepKernel } from './kernel.ts';
import { BEYOND, LANES, ROW_BYTES } from './lanes.ts';
import { byteOfRow, SEED_WORDS, type SweepIndex } from './layout.ts';
import type { PlacedProgram } from './sweep.ts';
import type { Sources } from './sources.ts';

const END = -1;
/** For the lane of a seed: all of them, from a row of the summit. */
const ALL_LANES = 0xff;

/**
 * Where the ways from a batch of sources enter a sweep: for rows of its program, the times at which lanes are there
 * without having come down through other rows. Each source climbs alone as far as the summit, then all climb on
 * together. Arrays are made once and used by every batch.
 */
export class Seeds {
	readonly #index: SweepIndex;
	readonly #program: PlacedProgram;
	readonly #rankOf: Uint32Array;
	readonly #search: UpwardSearch;
	readonly #arena: Arena;
	readonly #kernel: SweepKernel;
	/** Addresses: which ranks of the summit are touched, one bit each, and their rows; a block's seeds, and rows of them. */
	readonly #touched: number;
	readonly #touchedEnd: number;
	readonly #summitRows: number;
	readonly #blockSeeds: number;
	readonly #blockRows: number;
	#half = new Uint16Array();
	#word = new Uint32Array();
	/** One bit a row of the program: whether it has seeds. */
	readonly #seeded: Uint32Array;
	/** First seed of each row that has any; seeds of a row are chained. */
	readonly #firstOf: Int32Array;
	#count = 0;
	#lane = new Uint8Array(1024);
	/** Time in the lane, or deciseconds beside the row of the summit. */
	#time = new Uint16Array(1024);
	/** Address of the row of the summit. */
	#row = new Uint32Array(1024);
	#next = new Int32Array(1024);

	/** @param rankOf the rank of each node of the graph */
	constructor(
		hierarchy: Hierarchy,
		rankOf: Uint32Array,
		index: SweepIndex,
		program: PlacedProgram,
		arena: Arena,
		kernel: SweepKernel
	) {
		const rowCount = index.firstRow[index.firstRow.length - 1];
		const summitRanks = hierarchy.nodeCount - index.summit;
		this.#index = index;
		this.#program = program;
		this.#rankOf = rankOf;
		this.#search = new UpwardSearch(hierarchy);
		this.#arena = arena;
		this.#kernel = kernel;
		this.#touched = arena.allocate((summitRanks >>> 5) * 4 + 4);
		this.#touchedEnd = this.#touched + (summitRanks >>> 5) * 4 + 4;
		this.#summitRows = arena.allocate(summitRanks * ROW_BYTES);
		const { seeds, rows } = mostSeedsABlock(index);
		this.#blockSeeds = arena.allocate(seeds * SEED_WORDS * 4);
		this.#blockRows = arena.allocate(rows * ROW_BYTES);
		this.#seeded = new Uint32Array((rowCount >>> 5) + 1);
		this.#firstOf = new Int32Array(rowCount);
	}

	/** Prepares a batch: where the ways from its sources, one a lane, enter within `limit` deciseconds. */
	collect(sources: Sources, laneSources: Uint32Array, limit: number): void {
		this.#half = new Uint16Array(this.#arena.memory.buffer);
		this.#word = new Uint32Array(this.#arena.memory.buffer);
		this.#word.fill(0, this.#touched >>> 2, this.#touchedEnd >>> 2);
		this.#seeded.fill(0);
		this.#count = 0;
		laneSources.forEach((source, lane) => this.#addSource(sources, source, lane, limit));
		const { summitFirst, summitArcs } = this.#program;
		this.#kernel.climb(this.#touched, this.#touchedEnd, summitFirst, summitArcs, this.#summitRows, limit);
		this.#addSummit();
	}

	#addSource({ attachments, direct }: Sources, source: number, lane: number, limit: number): void {
		const { summit, entryFirst, entryRow, entryWeight, rowOfPoint } = this.#index;
		for (let entry = attachments.first[source]; entry < attachments.first[source + 1]; entry++) {
			this.#search.startAt(this.#rankOf[attachments.node[entry]], attachments.deciseconds[entry]);
		}
		this.#search.run(limit, summit);
		const { reached, deciseconds, reachedCount } = this.#search;
		for (let i = 0; i < reachedCount; i++) {
			const rank = reached[i];
			if (rank >= summit) {
				this.#touchSummit(rank - summit, lane, deciseconds[i]);
				continue;
			}
			for (let entry = entryFirst[rank]; entry < entryFirst[rank + 1]; entry++) {
				const time = deciseconds[i] + entryWeight[entry];
				if (time <= limit) this.#add(entryRow[entry], lane, time, 0);
			}
		}
		if (direct === undefined) return;
		for (let pair = direct.first[source]; pair < direct.first[source + 1]; pair++) {
			const row = rowOfPoint[direct.point[pair]];
			if (direct.deciseconds[pair] <= limit) this.#add(row, lane, direct.deciseconds[pair], 0);
		}
	}

	#touchSummit(rank: number, lane: number, time: number): void {
		const word = (this.#touched >>> 2) + (rank >>> 5);
		const bit = 1 << (rank & 31);
		const row = (this.#summitRows >>> 1) + rank * LANES;
		if ((this.#word[word] & bit) === 0) {
			this.#word[word] |= bit;
			this.#half.fill(BEYOND, row, row + LANES);
		}
		if (time < this.#half[row + lane]) this.#half[row + lane] = time;
	}

	/** Adds where the ways over the summit enter. */
	#addSummit(): void {
		const { summit, entryFirst, entryRow, entryWeight } = this.#index;
		for (let group = 0; group < (this.#touchedEnd - this.#touched) >>> 2; group++) {
			for (let bits = this.#word[(this.#touched >>> 2) + group]; bits !== 0; bits &= bits - 1) {
				const place = (group << 5) + lowestBit(bits);
				const row = this.#summitRows + place * ROW_BYTES;
				for (let entry = entryFirst[summit + place]; entry < entryFirst[summit + place + 1]; entry++) {
					this.#add(entryRow[entry], ALL_LANES, entryWeight[entry], row);
				}
			}
		}
	}

	#add(row: number, lane: number, time: number, summitRow: number): void {
		if (this.#count === this.#next.length) this.#grow();
		const bit = 1 << (row & 31);
		const isFirst = (this.#seeded[row >>> 5] & bit) === 0;
		const seed = this.#count++;
		this.#lane[seed] = lane;
		this.#time[seed] = time;
		this.#row[seed] = summitRow;
		this.#next[seed] = isFirst ? END : this.#firstOf[row];
		this.#firstOf[row] = seed;
		this.#seeded[row >>> 5] |= bit;
	}

	#grow(): void {
		this.#lane = doubled(this.#lane);
		this.#time = doubled(this.#time);
		this.#row = doubled(this.#row);
		this.#next = doubled(this.#next);
	}

	/** Writes the seeds of a block where the kernel may read them until the next block's are written; the addresses of the first and after the last. */
	write(block: number): { seeds: number; seedsEnd: number } {
		const { firstRow } = this.#index;
		const [from, to] = [firstRow[block], firstRow[block + 1]];
		let seed = this.#blockSeeds;
		let slot = this.#blockRows;
		for (let group = from >>> 5; group << 5 < to; group++) {
			for (let bits = this.#seeded[group]; bits !== 0; bits &= bits - 1) {
				const row = (group << 5) + lowestBit(bits);
				if (row < from || row >= to) continue;
				const byte = byteOfRow(row, from, firstRow[1]);
				if (this.#gatherLanes(this.#firstOf[row], slot)) {
					seed = this.#putSeed(seed, byte, slot, 0);
					slot += ROW_BYTES;
				}
				for (let at = this.#firstOf[row]; at !== END; at = this.#next[at]) {
					if (this.#lane[at] === ALL_LANES) seed = this.#putSeed(seed, byte, this.#row[at], this.#time[at]);
				}
			}
		}
		return { seeds: this.#blockSeeds, seedsEnd: seed };
	}

	/** Puts the seeds of single lanes, of the chain from `first`, in one row at `slot`; answers whether there were any. */
	#gatherLanes(first: number, slot: number): boolean {
		const row = slot >>> 1;
		let any = false;
		for (let seed = first; seed !== END; seed = this.#next[seed]) {
			if (this.#lane[seed] === ALL_LANES) continue;
			if (!any) this.#half.fill(BEYOND, row, row + LANES);
			any = true;
			const lane = row + this.#lane[seed];
			if (this.#time[seed] < this.#half[lane]) this.#half[lane] = this.#time[seed];
		}
		return any;
	}

	/** Puts a seed in the block's list; answers where the next one goes. */
	#putSeed(seed: number, byte: number, row: number, weight: number): number {
		const word = seed >>> 2;
		this.#word[word] = byte;
		this.#word[word + 1] = row;
		this.#word[word + 2] = weight;
		return seed + SEED_WORDS * 4;
	}
}

/** Most rows of a block, and most seeds it may have: one for each of its rows and one for each way into it from the summit. */
function mostSeedsABlock({ firstRow, entryFirst, entryRow, summit }: SweepIndex): { seeds: number; rows: number } {
	const waysInto = new Uint32Array(firstRow[firstRow.length - 1]);
	for (let entry = entryFirst[summit]; entry < entryRow.length; entry++) waysInto[entryRow[entry]] += 1;
	let [seeds, rows] = [0, 0];
	for (let block = 0; block + 1 < firstRow.length; block++) {
		const count = firstRow[block + 1] - firstRow[block];
		const ways = waysInto.subarray(firstRow[block], firstRow[block + 1]).reduce((sum, row) => sum + row, 0);
		rows = Math.max(rows, count);
		seeds = Math.max(seeds, count + ways);
	}
	return { seeds, rows };
}

function lowestBit(bits: number): number {
	return 31 - Math.clz32(bits & -bits);
}

function doubled<Kind extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(array: Kind): Kind {
	const longer = new (array.constructor as { new (length: number): Kind })(array.length * 2);
	longer.set(array);
	return longer;
}
