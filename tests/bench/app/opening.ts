// How long until there is something to read: the demo at its address, a territory from its zip.
import type { Browser, Page } from '@playwright/test';
import { quantile } from '../travel/measure.ts';
import { tasksSince, type Tasks } from './tasks.ts';
import { launch, MOMENTS, newWindow, whenThere, type Moment } from './browser.ts';

export const RUNS = 5;

/** Medians of the runs, in milliseconds. `shell` is the first contentful paint. */
export interface Opening {
	readonly milliseconds: Readonly<Partial<Record<Moment | 'shell', number>>>;
	/** Longest task of the page's own thread. */
	readonly longestTaskMs: number;
	/** The same, without what it waited for WebGL. */
	readonly longestTaskOwnMs: number;
	/** What all waits for WebGL come to. */
	readonly waitedMs: number;
}

interface Run {
	readonly times: Readonly<Record<string, number>>;
	readonly tasks: Tasks;
}

export interface DemoOpening {
	readonly cold: Opening;
	readonly warm: Opening;
	/** Addresses asked for until the first map and figures of the first run. */
	readonly requested: readonly string[];
}

/** Cold: a browser that was just started, nothing kept. Warm: the same window, reloaded. */
export async function openDemo(executablePath: string, url: string): Promise<DemoOpening> {
	const cold: Run[] = [];
	const warm: Run[] = [];
	const requested: string[] = [];
	for (let run = 0; run < RUNS; run++) {
		const browser = await launch(executablePath);
		const context = await newWindow(browser);
		if (run === 0) context.on('request', (request) => requested.push(request.url()));
		const page = await context.newPage();
		await page.goto(url);
		cold.push(await navigated(page));
		await page.reload();
		warm.push(await navigated(page));
		await browser.close();
	}
	return { cold: medians(cold), warm: medians(warm), requested };
}

async function navigated(page: Page): Promise<Run> {
	const times = await whenThere(page);
	const shell = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
	);
	return { times: { shell, ...times }, tasks: await tasksSince(page, 0) };
}

/** From the choice of the file in the app, the demo being open, to each moment. */
export async function openZip(browser: Browser, url: string, zip: string): Promise<Opening> {
	const runs: Run[] = [];
	for (let run = 0; run < RUNS; run++) {
		const context = await newWindow(browser);
		const page = await context.newPage();
		await page.goto(url);
		await whenThere(page);
		const { chosen, times } = await chooseZip(page, zip);
		runs.push({
			times: Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time - chosen])),
			tasks: await tasksSince(page, chosen)
		});
		await context.close();
	}
	return medians(runs);
}

/** Opens a zip in a page where a territory is open. @returns times since navigation, in milliseconds */
export async function chooseZip(
	page: Page,
	zip: string
): Promise<{ readonly chosen: number; readonly times: Readonly<Record<Moment, number>> }> {
	await page.getByRole('button', { name: 'Charger mon territoire' }).click();
	await page.evaluate(() => performance.clearMarks());
	await page.getByTestId('territory-zip').setInputFiles(zip);
	const times = await whenThere(page);
	const chosen = await page.evaluate(() => performance.getEntriesByName('bench:chosen')[0]?.startTime ?? Number.NaN);
	return { chosen, times };
}

function medians(runs: readonly Run[]): Opening {
	const median = (of: (run: Run) => number) => quantile(runs.map(of), 0.5);
	const moments = (['shell', ...MOMENTS] as const).filter((moment) => moment in runs[0].times);
	return {
		milliseconds: Object.fromEntries(moments.map((moment) => [moment, median(({ times }) => times[moment])])),
		longestTaskMs: median(({ tasks }) => tasks.longestMs),
		longestTaskOwnMs: median(({ tasks }) => tasks.longestOwnMs),
		waitedMs: median(({ tasks }) => tasks.waitedMs)
	};
}
