import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { Arena } from './arena.ts';
import { allBatches, type NextBatch } from './batches.ts';
import type { SweepKernel } from './kernel.ts';
import { LaneLists } from './lane-lists.ts';
import { BEYOND, FARTHEST, LANES, ROW_BYTES } from './lanes.ts';
import type { SweepIndex, SweepLayout } from './layout.ts';
import { loadKernel } from './load-kernel.ts';
import { noneNearest, type NearestSources } from './nearest.ts';
import { joinRows, NO_REACH, type Reach, type ReachRow } from './reach.ts';
import { Scratch } from './scratch.ts';
import { sourceCount, type Sources } from './sources.ts';
import { TimeTable } from './time-table.ts';
import { placeProgram, Sweep, type PlacedProgram, type SweptPoints } from './sweep.ts';

/** What to sweep for. */
export interface SweepRequest {
	readonly sources: Sources;
	/** Deciseconds, at most FARTHEST: what is further is not told. */
	readonly limit: number;
	/** Which batches to sweep; default: all of them, in this worker. */
	readonly batches?: NextBatch;
}

/** A weight for each point, people for instance: whole numbers that sum to less than 2³². */
export type PointWeights = Uint32Array;

const TWO_32 = 2 ** 32;

/**
 * Travel times between many sources and the points of a layout, folded into what is asked while they are computed, so
 * that no table of all pairs is kept unless asked for. Where several workers share the batches of a request, each
 * answers for the sources it swept.
 */
export class ManyToMany {
	readonly #sweep: Sweep;
	readonly #scratch: Scratch;
	#laneLists: LaneLists | null = null;

	/** For a worker with memory of its own. */
	static create(
		hierarchy: Hierarchy,
		{ program, index }: SweepLayout,
		arena = new Arena(),
		kernel: SweepKernel = loadKernel(arena)
	): ManyToMany {
		return ManyToMany.join(hierarchy, index, placeProgram(program, arena), arena, kernel);
	}

	/** For a worker whose memory holds the program already. */
	static join(
		hierarchy: Hierarchy,
		index: SweepIndex,
		program: PlacedProgram,
		arena: Arena,
		kernel: SweepKernel = loadKernel(arena)
	): ManyToMany {
		return new ManyToMany(new Sweep(hierarchy, index, program, arena, kernel));
	}

	private constructor(sweep: Sweep) {
		this.#sweep = sweep;
		this.#scratch = new Scratch(sweep.arena);
	}

	get pointCount(): number {
		return this.#sweep.index.pointCount;
	}

	/** The sources, those that enter the program near one another side by side. */
	order(sources: Sources): Uint32Array {
		return this.#sweep.order(sources);
	}

	/** The `count` nearest sources of each point within the limit. */
	nearest(request: SweepRequest, count: number): NearestSources {
		const { kernel, index } = this.#sweep;
		const placeCount = index.pointAt.length;
		const none = noneNearest(placeCount, count);
		const laneSources = this.#scratch.region('lane sources', LANES * 4);
		const timesAt = this.#scratch.place('times', none.deciseconds);
		const sourcesAt = this.#scratch.place('sources', none.source);
		const begin = (lanes: Uint32Array) => this.#scratch.words(laneSources, LANES).set(lanes);
		this.#run(request, begin, ({ points, pointsEnd, rows, first }) => {
			const times = timesAt + first * count * 2;
			const sources = sourcesAt + first * count * 4;
			kernel.keepNearest(points, pointsEnd, rows, request.limit, count, laneSources, times, sources);
		});
		const nearest = noneNearest(this.pointCount, count);
		this.#toPoints(this.#scratch.words(sourcesAt, placeCount * count), nearest.source, count);
		this.#toPoints(this.#scratch.halves(timesAt, placeCount * count), nearest.deciseconds, count);
		return nearest;
	}

	/** How many sources reach each point within the limit. */
	count(request: SweepRequest): Uint32Array {
		const { kernel, index } = this.#sweep;
		const placeCount = index.pointAt.length;
		const counts = this.#scratch.place('counts', new Uint32Array(placeCount));
		this.#run(request, nothing, ({ points, pointsEnd, rows, first }) =>
			kernel.countWithin(points, pointsEnd, rows, request.limit, counts + first * 4)
		);
		const ofPoint = new Uint32Array(this.pointCount);
		this.#toPoints(this.#scratch.words(counts, placeCount), ofPoint, 1);
		return ofPoint;
	}

	/** The points that each source reaches within the limit, a row a source. */
	within(request: SweepRequest): Reach {
		const { kernel, index, mostPoints } = this.#sweep;
		const list = this.#scratch.region('list', mostPoints * (8 + ROW_BYTES));
		const lists = (this.#laneLists ??= new LaneLists(this.pointCount));
		const rows: ReachRow[] = Array.from({ length: sourceCount(request.sources) }, () => NO_REACH);
		let lanes = new Uint32Array();
		const begin = (laneSources: Uint32Array) => {
			lanes.forEach((source, lane) => (rows[source] = lists.take(lane)));
			lanes = Uint32Array.from(laneSources);
		};
		this.#run(request, begin, (swept) => {
			const end = kernel.listWithin(swept.points, swept.pointsEnd, swept.rows, request.limit, list);
			const words = this.#scratch.words(list, (end - list) >>> 2);
			const halves = this.#scratch.halves(list, (end - list) >>> 1);
			for (let word = 0; word < words.length;) {
				const at = index.pointAt[swept.first + words[word]];
				let half = 2 * word + 4;
				for (let mask = words[word + 1]; mask !== 0; mask &= mask - 1) {
					lists.add(31 - Math.clz32(mask & -mask), at, halves[half++]);
				}
				word = (half + 1) >>> 1;
			}
		});
		begin(new Uint32Array());
		return joinRows(rows);
	}

	/** Every time within the limit. The table lies in this worker's own memory: read it before the next request. */
	table(request: SweepRequest): TimeTable {
		const { kernel, index } = this.#sweep;
		const places = index.pointAt.length;
		const laneOf = new Int32Array(sourceCount(request.sources)).fill(-1);
		const tileBytes = places * ROW_BYTES;
		const tiles = this.#scratch.region('tiles', Math.ceil(laneOf.length / LANES) * tileBytes);
		let tile = tiles - tileBytes;
		let filled = places;
		const fillTo = (place: number) => {
			this.#scratch.halves(tile + filled * ROW_BYTES, (place - filled) * LANES).fill(BEYOND);
			filled = place;
		};
		const begin = (laneSources: Uint32Array, batch: number) => {
			if (filled < places) fillTo(places);
			laneSources.forEach((source, lane) => (laneOf[source] = batch * LANES + lane));
			tile = tiles + batch * tileBytes;
			filled = 0;
		};
		this.#run(request, begin, ({ points, pointsEnd, rows, first, count }) => {
			fillTo(first);
			kernel.copyWithin(points, pointsEnd, rows, request.limit, tile + first * ROW_BYTES);
			filled = first + count;
		});
		if (filled < places) fillTo(places);
		return new TimeTable(
			this.#scratch.halves(tiles, Math.ceil(laneOf.length / LANES) * places * LANES),
			index.pointAt,
			laneOf
		);
	}

	/**
	 * What each source would add to coverage: the weights of the points it reaches within the limit, together (the
	 * marginal gain of MCLP, once points already covered weigh 0).
	 * @throws RangeError when the weights sum to 2³² or more
	 */
	coverageGains(request: SweepRequest, weights: PointWeights): Float64Array {
		const weightsAt = this.#placeWeights(weights);
		const sums = this.#scratch.region('sums', LANES * 8);
		const add = ({ points, pointsEnd, rows, first }: SweptPoints) =>
			this.#sweep.kernel.addWeightsWithin(points, pointsEnd, rows, request.limit, weightsAt + first * 4, sums);
		return this.#runWithSums(request, sums, add, (words, lane) => words[lane]);
	}

	/**
	 * What each source would spare (the marginal gain of the p-median): Σ weight × the deciseconds by which it is
	 * nearer to the point than `times` says.
	 * @param times deciseconds to the nearest source there is, per point; above the limit they count as the limit
	 * @throws RangeError when the weights sum to 2³² or more
	 */
	savings(request: SweepRequest, times: Uint16Array, weights: PointWeights): Float64Array {
		const { kernel, index } = this.#sweep;
		const weightsAt = this.#placeWeights(weights);
		const capped = Uint16Array.from(index.pointAt, (point) => Math.min(times[point], request.limit));
		const timesAt = this.#scratch.place('times now', capped);
		const sums = this.#scratch.region('sums', LANES * 8);
		const add = ({ points, pointsEnd, rows, first }: SweptPoints) =>
			kernel.addSavings(points, pointsEnd, rows, timesAt + first * 2, weightsAt + first * 4, sums);
		return this.#runWithSums(request, sums, add, (words, lane) => words[2 * lane + 1] * TWO_32 + words[2 * lane]);
	}

	/** Runs a sweep that sums in each lane over a batch; `read` reads the sum of a lane once its batch is over. */
	#runWithSums(
		request: SweepRequest,
		sums: number,
		add: (points: SweptPoints) => void,
		read: (words: Uint32Array, lane: number) => number
	): Float64Array {
		const gains = new Float64Array(sourceCount(request.sources));
		let lanes = new Uint32Array();
		const begin = (laneSources: Uint32Array) => {
			const words = this.#scratch.words(sums, LANES * 2);
			lanes.forEach((source, lane) => (gains[source] = read(words, lane)));
			words.fill(0);
			lanes = Uint32Array.from(laneSources);
		};
		this.#run(request, begin, add);
		begin(new Uint32Array());
		return gains;
	}

	#run(
		{ sources, limit, batches = allBatches() }: SweepRequest,
		begin: (laneSources: Uint32Array, batch: number) => void,
		visit: (points: SweptPoints) => void
	): void {
		if (!(limit >= 0 && limit <= FARTHEST)) {
			throw new RangeError(`A limit of ${limit} deciseconds, expected 0 to ${FARTHEST}`);
		}
		this.#sweep.run(sources, limit, batches, begin, visit);
	}

	#placeWeights(weights: PointWeights): number {
		const sum = weights.reduce((total, weight) => total + weight, 0);
		if (sum >= TWO_32) throw new RangeError(`Weights sum to ${sum}, expected less than ${TWO_32}`);
		const { pointAt } = this.#sweep.index;
		return this.#scratch.place(
			'weights',
			pointAt.map((point) => weights[point])
		);
	}

	/** Copies what was found at each place of the program's points to the point that is there, `width` numbers each. */
	#toPoints<Kind extends Uint16Array | Uint32Array>(atPlace: Kind, ofPoint: Kind, width: number): void {
		this.#sweep.index.pointAt.forEach((point, place) => {
			for (let i = 0; i < width; i++) ofPoint[point * width + i] = atPlace[place * width + i];
		});
	}
}

function nothing(): void {}
