import type { RoundTrips } from '#core/hours/growing-union.ts';

/** Demand points, and their travel times within the cutoff alone: row p of these is that of `points[p]`. */
export interface TouchedPoints {
	readonly points: Uint32Array;
	readonly times: RoundTrips;
}

/**
 * The demand points from which some site is within the cutoff (inclusive), now or before: the only ones of which something can change when
 * the hours or the places of these sites do. Their rows are those of now.
 * @param sites one byte per site, now or before, 1 for these
 * @param before the same object where no site has moved
 */
export function touchedPoints(
	reach: RoundTrips,
	sites: Uint8Array,
	cutoffSeconds: number,
	before: RoundTrips = reach
): TouchedPoints {
	const { siteCount, first, site, toSite, fromSite } = reach;
	const isTouched = new Uint8Array(reach.demandCount);
	markTouched(reach, sites, cutoffSeconds, isTouched);
	if (before !== reach) markTouched(before, sites, cutoffSeconds, isTouched);
	const points = ranksOf(isTouched);
	const starts = new Uint32Array(points.length + 1);
	for (let row = 0; row < points.length; row++) {
		const from = first[points[row]];
		const until = first[points[row] + 1];
		let end = from;
		while (end < until && toSite[end] <= cutoffSeconds) end++;
		starts[row + 1] = starts[row] + end - from;
	}
	const rowsOf = (values: Uint32Array) => {
		const rows = new Uint32Array(starts[points.length]);
		// Rows are short: a view of each would cost more than its numbers.
		for (let row = 0; row < points.length; row++) {
			let from = first[points[row]];
			for (let at = starts[row]; at < starts[row + 1]; at++) rows[at] = values[from++];
		}
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
	return { points, times };
}

/** Writes 1 for each demand point from which some of the sites is within the cutoff. */
function markTouched(
	{ demandCount, first, site, toSite }: RoundTrips,
	sites: Uint8Array,
	cutoffSeconds: number,
	isTouched: Uint8Array
): void {
	for (let point = 0; point < demandCount; point++) {
		let entry = first[point];
		const end = first[point + 1];
		while (entry < end && toSite[entry] <= cutoffSeconds && sites[site[entry]] === 0) entry++;
		if (entry < end && toSite[entry] <= cutoffSeconds) isTouched[point] = 1;
	}
}

function ranksOf(bytes: Uint8Array): Uint32Array {
	let count = 0;
	for (let rank = 0; rank < bytes.length; rank++) count += bytes[rank];
	const ranks = new Uint32Array(count);
	let next = 0;
	for (let rank = 0; rank < bytes.length; rank++) if (bytes[rank] === 1) ranks[next++] = rank;
	return ranks;
}

/**
 * Values of all demand points, those of the touched ones by so much more as what a part of them is now exceeds what it was; `before` is left
 * as it is. Parameters as those of `withTouched`.
 * @param now the part of the touched points as it is
 * @param then as it was
 */
export function withChangedPart(
	before: Uint32Array,
	points: Uint32Array,
	{ now, then }: { readonly now: Uint32Array; readonly then: Uint32Array },
	layers = 1
): Uint32Array {
	const after = before.slice();
	const demandCount = before.length / layers;
	for (let layer = 0; layer < layers; layer++) {
		for (let row = 0; row < points.length; row++) {
			const rank = layer * points.length + row;
			after[layer * demandCount + points[row]] += now[rank] - then[rank];
		}
	}
	return after;
}

/**
 * Values of all demand points, those of the touched ones replaced; `before` is left as it is.
 * @param before of point p and layer l at l × demandCount + p
 * @param rows the same of the touched points
 */
export function withTouched<Values extends Uint32Array | Uint8Array>(
	before: Values,
	points: Uint32Array,
	rows: Values,
	layers = 1
): Values {
	const after = before.slice() as Values;
	const demandCount = before.length / layers;
	for (let layer = 0; layer < layers; layer++) {
		for (let row = 0; row < points.length; row++) {
			after[layer * demandCount + points[row]] = rows[layer * points.length + row];
		}
	}
	return after;
}
