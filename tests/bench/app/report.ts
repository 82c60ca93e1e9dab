import type { Bundle } from './bundle.ts';
import type { Frames } from './frames.ts';
import type { Memory } from './memory.ts';
import type { Opening } from './opening.ts';
import type { Transfer } from './transfers.ts';

const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const kilobytes = (bytes: number) => round(bytes / 1000, 1);

/** The browser tells of no shorter task. */
const overFifty = (milliseconds: number) => (milliseconds < 50 ? '< 50' : round(milliseconds));

export function reportBundle(bundle: Bundle): void {
	const rows = (weights: readonly { name: string; bytes: number; gzipBytes: number }[]) =>
		Object.fromEntries(
			weights.map(({ name, bytes, gzipBytes }) => [name, { kB: kilobytes(bytes), 'gzip kB': kilobytes(gzipBytes) }])
		);
	console.log('Loaded until the first map and figures, workers included (1 kB = 1,000 bytes):');
	console.table(
		Object.fromEntries(
			bundle.firstView.map(({ name, files, bytes, gzipBytes }) => [
				name,
				{ files, kB: kilobytes(bytes), 'gzip kB': kilobytes(gzipBytes) }
			])
		)
	);
	console.log('The five largest scripts of these:');
	console.table(rows(bundle.largestScripts));
	console.log('Files of the demo territory asked for:');
	console.table(rows(bundle.demoFiles));
	console.log(
		`Whole build: ${kilobytes(bundle.buildBytes)} kB, ${kilobytes(bundle.buildBytesWithoutDemo)} kB of it without the demo territory.`
	);
}

export function reportTransfers(transfers: Readonly<Record<string, Transfer>>): void {
	console.log('What travels, compressed (gzip):');
	console.table(
		Object.fromEntries(
			Object.entries(transfers).map(([name, { files, bytes, figuresMs }]) => [
				name,
				{ files, kB: kilobytes(bytes), 'figures ms': figuresMs === undefined ? '–' : round(figuresMs) }
			])
		)
	);
}

export function reportMemory(memory: Readonly<Record<string, Memory>>): void {
	console.log('Memory of the page and its workers, after a collection (1 MB = 1,000,000 bytes):');
	console.table(
		Object.fromEntries(
			Object.entries(memory).map(([name, { bytes, workerBytes }]) => [
				name,
				{ MB: round(bytes / 1e6, 1), 'MB of workers': round(workerBytes / 1e6, 1) }
			])
		)
	);
}

export function reportOpenings(openings: Readonly<Record<string, Opening | null>>, runs: number): void {
	console.log(`Until there is something to read, medians of ${runs} runs, in milliseconds:`);
	console.table(
		Object.fromEntries(
			Object.entries(openings).flatMap(([name, opening]) => {
				if (opening === null) return [];
				const { shell, opened, figures, map } = opening.milliseconds;
				const row = {
					shell: shell === undefined ? '–' : round(shell),
					opened: round(opened ?? Number.NaN),
					figures: round(figures ?? Number.NaN),
					map: round(map ?? Number.NaN),
					'longest task': round(opening.longestTaskMs),
					'without WebGL': round(opening.longestTaskOwnMs),
					'waited for WebGL': round(opening.waitedMs)
				};
				return [[name, row]];
			})
		)
	);
}

export function reportFrames(frames: Readonly<Record<string, Frames>>, renderer: string): void {
	console.log(
		`Frames over five seconds, in milliseconds. WebGL is drawn by: ${renderer}.\n` +
			'With SwiftShader the processor draws and takes from the page what it draws with; « script » is what the page’s own callbacks\n' +
			'take of a frame, and what a graphics card would leave of it.'
	);
	console.table(
		Object.fromEntries(
			Object.entries(frames).map(([name, one]) => [
				name,
				{
					frames: one.count,
					median: round(one.medianMs, 1),
					p95: round(one.p95Ms, 1),
					longest: round(one.longestMs, 1),
					'script median': round(one.scriptMedianMs, 1),
					'script p95': round(one.scriptP95Ms, 1),
					'script longest': round(one.scriptLongestMs, 1),
					'longest task': overFifty(one.tasks.longestMs),
					'without WebGL': overFifty(one.tasks.longestOwnMs),
					'script %': round(100 * one.scriptShare),
					'busy %': round(100 * one.busyShare)
				}
			])
		)
	);
}
