import { rankOfNode, type Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Arena } from './arena.ts';
import type { NextBatch } from './batches.ts';
import type { SweepKernel } from './kernel.ts';
import { LANES, ROW_BYTES } from './lanes.ts';
import { ARC_WORDS, RUN_WORDS, type SweepIndex, type SweepProgram } from './layout.ts';
import { Seeds } from './seeds.ts';
import { sourceCount, sourcesByPlace, type Sources } from './sources.ts';

const ARC_BYTES = ARC_WORDS * 2;
const RUN_BYTES = RUN_WORDS * 4;
const POINT_BYTES = 4;

/** Addresses of a sweep's program in memory; workers that share the memory share them. */
export type PlacedProgram = { readonly [Part in keyof SweepProgram]: number };

export function placeProgram(program: SweepProgram, arena: Arena): PlacedProgram {
	return {
		runs: arena.place(program.runs),
		arcs: arena.place(program.arcs),
		gates: arena.place(program.gates),
		points: arena.place(program.points),
		summitArcs: arena.place(program.summitArcs),
		summitFirst: arena.place(program.summitFirst)
	};
}

/** Some points whose rows are computed: what the kernel's functions on points take. */
export interface SweptPoints {
	readonly points: number;
	readonly pointsEnd: number;
	readonly rows: number;
	/** Place of the first of them among the points of the program, and how many they are. */
	readonly first: number;
	readonly count: number;
}

/**
 * Sweeps the way down from batches of 32 sources, block by block, and hands over the rows of points while they are in
 * cache. One thread's own, with the memory its batches need.
 *
 * Source: PHAST, Delling, Goldberg, Nowatzyk, Werneck, "PHAST: hardware-accelerated shortest path trees", 2013.
 */
export class Sweep {
	readonly arena: Arena;
	readonly kernel: SweepKernel;
	readonly index: SweepIndex;
	/** Most points that a block holds. */
	readonly mostPoints: number;
	readonly #hierarchy: Hierarchy;
	readonly #rankOf: Uint32Array;
	readonly #program: PlacedProgram;
	readonly #seeds: Seeds;
	readonly #rows: number;

	constructor(hierarchy: Hierarchy, index: SweepIndex, program: PlacedProgram, arena: Arena, kernel: SweepKernel) {
		const rowsOf = differences(index.firstRow);
		this.arena = arena;
		this.kernel = kernel;
		this.index = index;
		this.mostPoints = Math.max(...differences(index.firstPoint));
		this.#hierarchy = hierarchy;
		this.#program = program;
		this.#rankOf = rankOfNode(hierarchy);
		this.#seeds = new Seeds(hierarchy, this.#rankOf, index, program, arena, kernel);
		this.#rows = arena.allocate((rowsOf[0] + Math.max(0, ...rowsOf.slice(1))) * ROW_BYTES);
	}

	/** The sources in the order in which they go into batches. */
	order(sources: Sources): Uint32Array {
		return sourcesByPlace(this.#hierarchy, this.#rankOf, this.index, sources);
	}

	/**
	 * Sweeps the batches given by `next`. For each, `begin` hears its number and which sources are in its lanes, then `visit` gets the
	 * points of each block that some lane may have entered within `limit` deciseconds; rows are right as far as `limit`,
	 * and of points not handed over none is nearer.
	 */
	run(
		sources: Sources,
		limit: number,
		next: NextBatch,
		begin: (laneSources: Uint32Array, batch: number) => void,
		visit: (points: SweptPoints) => void
	): void {
		const order = this.order(sources);
		const batchCount = Math.ceil(sourceCount(sources) / LANES);
		for (let batch = next(); batch < batchCount; batch = next()) {
			const laneSources = order.subarray(batch * LANES, (batch + 1) * LANES);
			this.#seeds.collect(sources, laneSources, limit);
			begin(laneSources, batch);
			for (let block = 0; block + 1 < this.index.firstRow.length; block++) {
				if (this.#sweepBlock(block, limit)) visit(this.#pointsOf(block));
			}
		}
	}

	/** Computes the rows of a block, unless no lane enters it within the limit. */
	#sweepBlock(block: number, limit: number): boolean {
		const { firstRow, firstRun, firstArc, firstGate } = this.index;
		const { runs, arcs, gates } = this.#program;
		const { seeds, seedsEnd } = this.#seeds.write(block);
		const [gate, gateEnd] = [firstGate[block], firstGate[block + 1]].map((at) => gates + at * ARC_BYTES);
		if (block > 0 && seeds === seedsEnd && this.kernel.entersWithin(gate, gateEnd, this.#rows, limit) === 0)
			return false;
		this.kernel.sweep(
			runs + firstRun[block] * RUN_BYTES,
			runs + firstRun[block + 1] * RUN_BYTES,
			arcs + firstArc[block] * ARC_BYTES,
			this.#rows,
			this.#rows + (block === 0 ? 0 : firstRow[1] * ROW_BYTES),
			seeds,
			seedsEnd
		);
		return true;
	}

	#pointsOf(block: number): SweptPoints {
		const [from, to] = [this.index.firstPoint[block], this.index.firstPoint[block + 1]];
		const { points } = this.#program;
		return {
			points: points + from * POINT_BYTES,
			pointsEnd: points + to * POINT_BYTES,
			rows: this.#rows,
			first: from,
			count: to - from
		};
	}
}

function differences(first: Uint32Array): number[] {
	return Array.from(first.subarray(1), (end, i) => end - first[i]);
}
