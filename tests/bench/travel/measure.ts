/** Milliseconds of a run, of each of several. */
export function timings(runs: number, run: (i: number) => void): number[] {
	return Array.from({ length: runs }, (_, i) => {
		const start = performance.now();
		run(i);
		return performance.now() - start;
	});
}

/** The least of several: what the code takes when nothing else takes the processor. */
export function least(times: readonly number[]): number {
	return Math.min(...times);
}

export function quantile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Bytes of the typed arrays in a record, at any depth. */
export function bytesOf(value: unknown): number {
	if (ArrayBuffer.isView(value)) return value.byteLength;
	if (typeof value !== 'object' || value === null) return 0;
	return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}
