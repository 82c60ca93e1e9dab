import type { RoundTrips } from '#core/hours/growing-union.ts';

/** Demand points, and their travel times alone: row p of these is that of `points[p]`. */
export interface TouchedPoints {
	readonly points: Uint32Array;
	readonly times: RoundTrips;
}

/**
 * The demand points from which some site is within the cutoff (inclusive): the only ones whose hours can change when those of these sites do.
 * @param sites one byte per site, 1 for these
 */
export function touchedPoints(reach: RoundTrips, sites: Uint8Array, cutoffSeconds: number): TouchedPoints {
	const { demandCount, siteCount, first, site, toSite, fromSite } = reach;
	const points: number[] = [];
	for (let point = 0; point < demandCount; point++) {
		let entry = first[point];
		const end = first[point + 1];
		while (entry < end && toSite[entry] <= cutoffSeconds && sites[site[entry]] === 0) entry++;
		if (entry < end && toSite[entry] <= cutoffSeconds) points.push(point);
	}
	const starts = new Uint32Array(points.length + 1);
	points.forEach((point, row) => (starts[row + 1] = starts[row] + first[point + 1] - first[point]));
	const rowsOf = (values: Uint32Array) => {
		const rows = new Uint32Array(starts[points.length]);
		points.forEach((point, row) => rows.set(values.subarray(first[point], first[point + 1]), starts[row]));
		return rows;
	};
	const times = {
		demandCount: points.length,
		siteCount,
		first: starts,
		site: rowsOf(site),
		toSite: rowsOf(toSite),
		fromSite: rowsOf(fromSite)
	};
	return { points: Uint32Array.from(points), times };
}

/**
 * Values of all demand points, those of the touched ones replaced; `before` is left as it is.
 * @param before of point p and layer l at l × demandCount + p
 * @param rows the same of the touched points
 */
export function withTouched(before: Uint32Array, points: Uint32Array, rows: Uint32Array, layers = 1): Uint32Array {
	const after = before.slice();
	const demandCount = before.length / layers;
	for (let layer = 0; layer < layers; layer++) {
		for (let row = 0; row < points.length; row++) {
			after[layer * demandCount + points[row]] = rows[layer * points.length + row];
		}
	}
	return after;
}
