/**
 * The inner loops of sweeps, over memory that WebAssembly sees. All arguments are byte addresses or numbers; `…End`
 * is the address after the last element. There are two kernels, one in WebAssembly and one in TypeScript, with the
 * same results bit for bit; kernel.as.ts is the first, twin.ts the second.
 *
 * Elements: a run is two 32-bit numbers (arcs a row, rows), an arc three 16-bit ones (the byte of the row it comes
 * from, low and high, and its deciseconds), a point one 32-bit number (the byte of its row), a seed three
 * 32-bit ones (the byte of a row, the address of another, deciseconds). A row is 32 unsigned 16-bit lanes; every sum of
 * times stops at 0xffff. What is kept of points lies in the order of points.
 */
export interface SweepKernel {
	/**
	 * Climbs the summit from the ranks touched, rank by rank: touches the rows its arcs lead to and lowers them, lane by
	 * lane, to the row the arc comes from plus its weight, unless no lane would be within `limit`.
	 * @param touched one bit a rank, in 32-bit numbers; a row counts only where its bit is set
	 */
	climb(touched: number, touchedEnd: number, first: number, arcs: number, rows: number, limit: number): void;
	/**
	 * Computes the rows of a block: each the least, lane by lane, of the rows its arcs come from and the arcs' weights.
	 * @param rows where row bytes count from
	 * @param to where the block's first row goes
	 * @param seeds by the byte of their row, rising; the row may not exceed the other row plus the deciseconds
	 */
	sweep(runs: number, runsEnd: number, arcs: number, rows: number, to: number, seeds: number, seedsEnd: number): void;
	/** Whether any lane comes through any of the gates (arcs) within `limit`: 1 or 0. */
	entersWithin(gates: number, gatesEnd: number, rows: number, limit: number): number;
	/** Copies the rows of points to `to`, one after another; lanes beyond `limit` become 0xffff. */
	copyWithin(points: number, pointsEnd: number, rows: number, limit: number, to: number): void;
	/**
	 * Lists at `to`, for each point that some lane reaches within `limit`: its place among the points, a 32-bit mask of
	 * these lanes, and in the order of lanes their times, 16 bits each, padded to 32.
	 * @returns the address after the list
	 */
	listWithin(points: number, pointsEnd: number, rows: number, limit: number, to: number): number;
	/**
	 * Keeps for each point its `count` nearest sources, by time and then by number, at times (16 bits) and sources
	 * (32 bits), `count` of each a point, of which those kept so far are in order; lanes beyond `limit` do not count.
	 * @param laneSources number of the source in each lane, 32 bits
	 */
	keepNearest(
		points: number,
		pointsEnd: number,
		rows: number,
		limit: number,
		count: number,
		laneSources: number,
		times: number,
		sources: number
	): void;
	/** Adds to the count of each point (32 bits) the lanes within `limit`. */
	countWithin(points: number, pointsEnd: number, rows: number, limit: number, counts: number): void;
	/** Adds to each lane's sum (32 bits) the weights (32 bits) of the points it reaches within `limit`. */
	addWeightsWithin(points: number, pointsEnd: number, rows: number, limit: number, weights: number, sums: number): void;
	/** Adds to each lane's sum (64 bits) weight × the deciseconds by which it is nearer to a point than `times` (16 bits) says. */
	addSavings(points: number, pointsEnd: number, rows: number, times: number, weights: number, sums: number): void;
}
