import { BEYOND } from './lanes.ts';
import { NO_REACH, type Reach, type ReachRow } from './reach.ts';

/**
 * The sources that reach each point, nearest first (of equals the one of lower number), one source of which may change
 * at a time: what a site that is dragged about asks for. Each point's list has room to grow; one that outgrows it
 * moves to the end.
 */
export class ReachTable {
	readonly #start: Uint32Array;
	readonly #count: Uint32Array;
	readonly #room: Uint32Array;
	#source: Uint32Array;
	#deciseconds: Uint16Array;
	#end: number;
	/** What each source reaches now. */
	readonly #rows: ReachRow[];

	/** @param reach rows by source */
	constructor(reach: Reach, pointCount: number) {
		this.#start = new Uint32Array(pointCount);
		this.#count = new Uint32Array(pointCount);
		this.#room = new Uint32Array(pointCount);
		for (const point of reach.column) this.#room[point] += 1;
		this.#end = 0;
		for (let point = 0; point < pointCount; point++) {
			this.#start[point] = this.#end;
			this.#room[point] += 2;
			this.#end += this.#room[point];
		}
		this.#source = new Uint32Array(Math.ceil(this.#end * 1.2) + 64);
		this.#deciseconds = new Uint16Array(this.#source.length);
		this.#rows = [];
		for (let source = 0; source + 1 < reach.first.length; source++) {
			const [from, to] = [reach.first[source], reach.first[source + 1]];
			this.setSource(source, {
				point: reach.column.slice(from, to),
				deciseconds: reach.deciseconds.slice(from, to)
			});
		}
	}

	/** Puts in place of what a source reached what it reaches now; a source of a new number is added. */
	setSource(source: number, row: ReachRow): void {
		const { point: before } = this.#rows[source] ?? NO_REACH;
		for (let i = 0; i < before.length; i++) this.#remove(before[i], source);
		const { point, deciseconds } = row;
		for (let i = 0; i < point.length; i++) this.#insert(point[i], source, deciseconds[i]);
		this.#rows[source] = row;
	}

	/** The points that a source reaches now. */
	pointsOf(source: number): Uint32Array {
		return this.#rows[source]?.point ?? NO_REACH.point;
	}

	/** Deciseconds between a point and its nearest source; BEYOND where none reaches it. */
	nearestTime(point: number): number {
		return this.#count[point] === 0 ? BEYOND : this.#deciseconds[this.#start[point]];
	}

	/** The sources that reach a point, nearest first, with their deciseconds. */
	sourcesAt(point: number): { source: Uint32Array; deciseconds: Uint16Array } {
		const [start, end] = [this.#start[point], this.#start[point] + this.#count[point]];
		return { source: this.#source.slice(start, end), deciseconds: this.#deciseconds.slice(start, end) };
	}

	#insert(point: number, source: number, time: number): void {
		if (this.#count[point] === this.#room[point]) this.#move(point);
		const start = this.#start[point];
		const sources = this.#source;
		const times = this.#deciseconds;
		let slot = start + this.#count[point]++;
		for (; slot > start; slot--) {
			const otherTime = times[slot - 1];
			if (otherTime < time || (otherTime === time && sources[slot - 1] < source)) break;
			times[slot] = otherTime;
			sources[slot] = sources[slot - 1];
		}
		times[slot] = time;
		sources[slot] = source;
	}

	#remove(point: number, source: number): void {
		const last = this.#start[point] + --this.#count[point];
		const sources = this.#source;
		const times = this.#deciseconds;
		let slot = this.#start[point];
		while (sources[slot] !== source) slot++;
		// Lists are short: a loop is sooner done than a call of copyWithin.
		for (; slot < last; slot++) {
			sources[slot] = sources[slot + 1];
			times[slot] = times[slot + 1];
		}
	}

	/** Moves a full list to the end, with twice the room. */
	#move(point: number): void {
		const [start, room] = [this.#start[point], this.#room[point]];
		if (this.#end + 2 * room > this.#source.length) {
			const length = Math.ceil((this.#end + 2 * room) * 1.5);
			const [source, deciseconds] = [new Uint32Array(length), new Uint16Array(length)];
			source.set(this.#source);
			deciseconds.set(this.#deciseconds);
			this.#source = source;
			this.#deciseconds = deciseconds;
		}
		this.#source.copyWithin(this.#end, start, start + room);
		this.#deciseconds.copyWithin(this.#end, start, start + room);
		this.#start[point] = this.#end;
		this.#room[point] = 2 * room;
		this.#end += 2 * room;
	}
}
