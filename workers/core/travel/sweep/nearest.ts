import { BEYOND } from './lanes.ts';

/** In NearestSources.source: fewer sources than asked for reach the point. */
export const NO_SOURCE = 0xffff_ffff;

/** The nearest sources of each point, nearest first, of equals the one of lower number first; `count` places a point. */
export interface NearestSources {
	readonly count: number;
	/** Place i of point p at p × count + i; NO_SOURCE where there is none. */
	readonly source: Uint32Array;
	/** BEYOND where there is none. */
	readonly deciseconds: Uint16Array;
}

/** Of two findings over different sources, as of two workers, the nearest of both. */
export function mergeNearest(a: NearestSources, b: NearestSources): NearestSources {
	const { count } = a;
	const source = new Uint32Array(a.source.length);
	const deciseconds = new Uint16Array(a.deciseconds.length);
	for (let start = 0; start < source.length; start += count) {
		let [fromA, fromB] = [start, start];
		for (let place = start; place < start + count; place++) {
			const isA =
				a.deciseconds[fromA] < b.deciseconds[fromB] ||
				(a.deciseconds[fromA] === b.deciseconds[fromB] && a.source[fromA] <= b.source[fromB]);
			const nearer = isA ? a : b;
			const at = isA ? fromA++ : fromB++;
			source[place] = nearer.source[at];
			deciseconds[place] = nearer.deciseconds[at];
		}
	}
	return { count, source, deciseconds };
}

export function noneNearest(pointCount: number, count: number): NearestSources {
	return {
		count,
		source: new Uint32Array(pointCount * count).fill(NO_SOURCE),
		deciseconds: new Uint16Array(pointCount * count).fill(BEYOND)
	};
}
