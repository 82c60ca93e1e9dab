// What the processor did in each thread of the browser, out of a trace: what others do on the machine meanwhile is not in it.
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds of the browser's clock, and of the thread's processor time. */
	readonly ts: number;
	readonly dur?: number;
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/** Tasks of a thread: when each began and how long it lasted on the browser's clock, what the processor did in it, in milliseconds. */
export interface ThreadTask {
	readonly start: number;
	readonly length: number;
	readonly processor: number;
}

export interface Threads {
	readonly page: readonly ThreadTask[];
	readonly worker: readonly ThreadTask[];
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'];
/** A mark of the page, by which its clock is told from the browser's. */
const SYNCHRONISED = 'bench:synchronised';

/** Runs `act` and tells what the threads of the page and of its workers did meanwhile, on the page's clock. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Threads> {
	await browser.startTracing(page, { categories: CATEGORIES });
	const at = await page.evaluate((name) => performance.mark(name).startTime, SYNCHRONISED);
	await act();
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const mark = traceEvents.findLast(({ name }) => name === SYNCHRONISED);
	if (mark === undefined) throw new Error('The trace has no mark of the page');
	const ofPage = traceEvents.filter(({ pid }) => pid === mark.pid);
	const named = (prefix: string) =>
		new Set(
			ofPage.flatMap(({ name, tid, args }) => (name === 'thread_name' && args.name?.startsWith(prefix) ? [tid] : []))
		);
	const tasks = (threads: ReadonlySet<number>): ThreadTask[] =>
		ofPage
			.filter(({ name, ph, tid }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask' && threads.has(tid))
			.map(({ ts, dur = 0, tdur = dur }) => ({
				start: (ts - mark.ts) / 1000 + at,
				length: dur / 1000,
				processor: tdur / 1000
			}));
	return { page: tasks(new Set([mark.tid])), worker: tasks(named('DedicatedWorker')) };
}

/** What the processor did in tasks begun within a span, in milliseconds. */
export function processorWithin(tasks: readonly ThreadTask[], from: number, until: number): number {
	return tasks.reduce((sum, { start, processor }) => (start >= from && start < until ? sum + processor : sum), 0);
}

/**
 * Milliseconds within a span in which one thread or another was at work: where they work at once, they count once. What the span would last
 * if nobody else, the drawing of the screen first, held the processors.
 */
export function busyWithin(threads: readonly (readonly ThreadTask[])[], from: number, until: number): number {
	const works = threads
		.flat()
		.filter(({ start }) => start >= from && start < until)
		.map(({ start, processor }) => ({ start, end: Math.min(start + processor, until) }))
		.toSorted((one, other) => one.start - other.start);
	let busy = 0;
	let reached = from;
	for (const { start, end } of works) {
		busy += Math.max(0, end - Math.max(start, reached));
		reached = Math.max(reached, end);
	}
	return busy;
}
