import type { Page } from '@playwright/test';

/** The page's own thread over some time, in milliseconds. */
export interface Tasks {
	/** Longest task; 0 when none was over 50 ms. */
	readonly longestMs: number;
	/** Longest task when what each waited for WebGL is taken off: what a graphics card would leave. */
	readonly longestOwnMs: number;
	readonly waitedMs: number;
}

/** @param since milliseconds since navigation */
export async function tasksSince(page: Page, since: number): Promise<Tasks> {
	const { longTasks, waits } = await page.evaluate((from) => {
		const after = ({ start }: { readonly start: number }) => start >= from;
		return { longTasks: window.benchProbe.longTasks.filter(after), waits: window.benchProbe.waits.filter(after) };
	}, since);
	const waited = (from: number, until: number) =>
		waits.reduce((sum, { start, length }) => (start >= from && start < until ? sum + length : sum), 0);
	return {
		longestMs: Math.max(0, ...longTasks.map(({ length }) => length)),
		longestOwnMs: Math.max(0, ...longTasks.map(({ start, length }) => length - waited(start, start + length))),
		waitedMs: waited(since, Infinity)
	};
}
