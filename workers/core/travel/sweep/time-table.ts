import { LANES } from './lanes.ts';

/** Every time between sources and points, as the lanes of sweeps left it: read by source and point. */
export class TimeTable {
	/** Batch after batch, place after place, the lanes of a row. */
	readonly #tiles: Uint16Array;
	/** Place of each point in a tile. */
	readonly #placeOf: Uint32Array;
	/** Batch × LANES + lane of each source; −1 for one that another worker swept. */
	readonly #laneOf: Int32Array;

	constructor(tiles: Uint16Array, pointAt: Uint32Array, laneOf: Int32Array) {
		this.#tiles = tiles;
		this.#placeOf = new Uint32Array(pointAt.length);
		pointAt.forEach((point, place) => (this.#placeOf[point] = place));
		this.#laneOf = laneOf;
	}

	/** Whether the times of a source are here. */
	has(source: number): boolean {
		return this.#laneOf[source] >= 0;
	}

	/** Deciseconds between a source, which must be here, and some points; BEYOND above the limit. */
	timesAt(source: number, points: Uint32Array): Uint16Array {
		const lane = this.#laneOf[source];
		const first = Math.floor(lane / LANES) * LANES * this.#placeOf.length + (lane % LANES);
		const times = new Uint16Array(points.length);
		for (let i = 0; i < points.length; i++) times[i] = this.#tiles[first + this.#placeOf[points[i]] * LANES];
		return times;
	}

	/** Deciseconds between a source, which must be here, and each point. */
	timesOf(source: number): Uint16Array {
		return this.timesAt(source, Uint32Array.from(this.#placeOf.keys()));
	}
}
