import { LANES } from './lanes.ts';
import type { ReachRow } from './reach.ts';

/**
 * What each lane of a batch reaches, gathered in any order and read by rising point. Made once for a number of points
 * and emptied by reading.
 */
export class LaneLists {
	readonly #wordsPerLane: number;
	/** One bit a point, lane by lane. */
	readonly #reached: Uint32Array;
	readonly #counts = new Uint32Array(LANES);
	/** Times of all lanes at a point together, as they come. */
	readonly #deciseconds: Uint16Array;

	constructor(pointCount: number) {
		this.#wordsPerLane = (pointCount >>> 5) + 1;
		this.#reached = new Uint32Array(this.#wordsPerLane * LANES);
		this.#deciseconds = new Uint16Array(pointCount * LANES);
	}

	/** Adds a point that a lane reaches; once for a point and lane. */
	add(lane: number, point: number, deciseconds: number): void {
		this.#reached[lane * this.#wordsPerLane + (point >>> 5)] |= 1 << (point & 31);
		this.#deciseconds[point * LANES + lane] = deciseconds;
		this.#counts[lane] += 1;
	}

	/** What a lane reaches, by rising point; the lane is then empty. */
	take(lane: number): ReachRow {
		const point = new Uint32Array(this.#counts[lane]);
		const deciseconds = new Uint16Array(this.#counts[lane]);
		const start = lane * this.#wordsPerLane;
		let next = 0;
		for (let word = 0; next < point.length; word++) {
			for (let bits = this.#reached[start + word]; bits !== 0; bits &= bits - 1) {
				const reached = (word << 5) + 31 - Math.clz32(bits & -bits);
				point[next] = reached;
				deciseconds[next++] = this.#deciseconds[reached * LANES + lane];
			}
			this.#reached[start + word] = 0;
		}
		this.#counts[lane] = 0;
		return { point, deciseconds };
	}
}
