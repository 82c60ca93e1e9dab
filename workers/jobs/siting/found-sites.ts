/** Sites, and a bound of the same kind as the problem's objective. */
export interface FoundSites {
	readonly open: readonly number[];
	readonly bound: number;
}

/** One byte per candidate, 1 for those named. */
export function markOf(sites: readonly number[], siteCount: number): Uint8Array {
	const mark = new Uint8Array(siteCount);
	for (const site of sites) mark[site] = 1;
	return mark;
}

export function sumOf(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value, 0);
}
