// What an edit of a scenario takes as it is felt on the page Simulation: from the key, the click or the release of a pin to the frame that
// shows the new figures, the map and the week. On the demo and, where the data is there, on the MEL from its zip. `--no-build` measures the
// build that is there. Against opening the territory anew. Twice: as it is here, where the processor draws in the place of a graphics card
// and everything waits for it, and with the drawing of WebGL left out, as near as can be to a card that draws while the page goes on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { findChromium } from '../../../scripts/chromium.mjs';
import { generate } from '../../../scripts/generate.mjs';
import { runTool } from '../../../scripts/run.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { launch, newWindow, whenThere } from '../app/browser.ts';
import { BUILD } from '../app/bundle.ts';
import { melZip } from '../app/mel-zip.ts';
import { chooseZip } from '../app/opening.ts';
import { UNDRAWN_SCRIPT } from '../../undrawn.ts';
import { quantile } from '../travel/measure.ts';
import { drawHour, editRun, middleOfMap, openHours, pull, putPlace, quiet, takePlace, type EditRun } from './edits.ts';
import { busyWithin, processorWithin, traced, type Threads } from './thread-time.ts';
import { WATCH_SCRIPT } from './watch.ts';

const RUNS = 9;
const RESULTS = join(import.meta.dirname, '..', '..', '..', 'bench-results');
const BASE = '/maillage/';
/** What the sentence, the results and the list of modifications show. */
const FIGURES = ['answer', 'usable', 'compare'];
/** What the list of modifications tells: openings of the week, and each alone. */
const LIST = ['siteOpenings', 'compareAlone'];

/** One edit, in milliseconds from the input. */
interface Felt {
	/** The frame that shows the sentence and the results; the map; what the list of modifications tells; all that follows. */
	readonly figures: number;
	readonly map: number;
	readonly list: number;
	readonly all: number;
}

/** What one edit has the processor do, in milliseconds, in a run that is traced. */
interface Work {
	/** What the processor did until figures and map were there: in the worker, on the page's own thread. */
	readonly workerWork: number;
	readonly pageWork: number;
	/** One or the other of them at work until then. */
	readonly busy: number;
	/** Longest task of the page's own thread: as it is here, where it waits for the drawing, and what the processor did in it. */
	readonly longestTask: number;
	readonly longestTaskWork: number;
}

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false } }, strict: false });
const executablePath = await findChromium().catch((error: unknown) => {
	console.error(`skipped: ${error instanceof Error ? error.message : error}`);
	return null;
});
if (executablePath !== null) {
	if (!values['no-build']) {
		await generate();
		const code = await runTool('vite', ['build', '--logLevel', 'warn']);
		if (code !== 0) throw new Error('The app could not be built');
	}
	const temporary = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
	const { url, close } = await serve(BUILD, 0, BASE);
	const browser = await launch(executablePath);
	try {
		const zip = await melZip(temporary);
		const results: Record<string, unknown> = {};
		for (const isDrawn of [true, false]) {
			const name = (territory: string) => (isDrawn ? territory : `${territory}, drawing of WebGL left out`);
			results[name('demo')] = await measured(browser, url, name('demo'), null, isDrawn);
			if (zip !== null) results[name('mel')] = await measured(browser, url, name('mel'), zip, isDrawn);
		}
		mkdirSync(RESULTS, { recursive: true });
		writeFileSync(join(RESULTS, 'page-edits.json'), `${JSON.stringify(results, null, '\t')}\n`);
	} finally {
		await browser.close();
		close();
		rmSync(temporary, { recursive: true, force: true });
	}
}

async function measured(browser: Browser, url: string, name: string, zip: string | null, isDrawn: boolean) {
	const load = loadavg()[0];
	const context = await newWindow(browser);
	await context.addInitScript(WATCH_SCRIPT);
	if (!isDrawn) await context.addInitScript(UNDRAWN_SCRIPT);
	const page = await context.newPage();
	await page.goto(`${url}simulation/?dire=heures-utilisables`);
	const demo = await whenThere(page);
	const anew = zip === null ? Math.max(...Object.values(demo)) : await reopened(page, zip);
	await quiet(page);
	const rows: Record<string, Edits> = {};
	await openHours(page);
	await drawHour(page);
	await quiet(page);
	rows['hours of a site'] = await runs(browser, page, () => drawHour(page));
	await page.keyboard.press('Escape');
	const middle = await middleOfMap(page);
	rows['a new site'] = await runs(browser, page, () => takePlace(page), {
		before: (turn) => putPlace(page, { x: middle.x + 8 * turn, y: middle.y }),
		after: () => page.keyboard.press('Control+z')
	});
	await putPlace(page, middle);
	await takePlace(page);
	await quiet(page);
	const step = (turn: number) => ({ x: middle.x + 12 * turn, y: middle.y });
	rows['a site dragged, then let go'] = await runs(browser, page, () => page.mouse.up(), {
		before: (turn) => pull(page, step(turn), step(turn + 1))
	});
	await context.close();
	report(name, rows, anew, load);
	return { rows, anew, load };
}

async function reopened(page: Page, zip: string): Promise<number> {
	const { chosen, times } = await chooseZip(page, zip);
	return Math.max(...Object.values(times)) - chosen;
}

interface Edits {
	readonly felt: readonly Felt[];
	readonly work: readonly Work[];
}

interface Around {
	readonly before?: (turn: number) => Promise<void>;
	readonly after?: () => Promise<void>;
}

/** The first run warms up, and is left out. What is felt and what the threads do are of runs of their own: to trace takes time. */
async function runs(browser: Browser, page: Page, edit: () => Promise<void>, around: Around = {}): Promise<Edits> {
	const felt: Felt[] = [];
	const work: Work[] = [];
	for (let turn = 0; turn <= 2 * RUNS; turn++) {
		await around.before?.(turn);
		if (turn <= RUNS) {
			const run = await editRun(page, edit);
			if (turn > 0) felt.push(feltOf(run));
		} else {
			let run: EditRun | null = null;
			const threads = await traced(browser, page, async () => {
				run = await editRun(page, edit);
			});
			if (run !== null) work.push(workOf(run, threads));
		}
		await around.after?.();
		await quiet(page);
	}
	return { felt, work };
}

function feltOf({ input, jobs }: EditRun): Felt {
	const last = (names: readonly string[] | null) =>
		Math.max(0, ...jobs.map(({ job, shown }) => (names?.includes(job) === false ? 0 : (shown ?? input) - input)));
	return { figures: last(FIGURES), map: last(['paint']), list: last(LIST), all: last(null) };
}

function workOf(run: EditRun, threads: Threads): Work {
	const { input } = run;
	const { figures, map } = feltOf(run);
	const until = input + Math.max(figures, map);
	const tasks = threads.page.filter(({ start }) => start >= input && start < until);
	return {
		workerWork: processorWithin(threads.worker, input, until),
		pageWork: processorWithin(threads.page, input, until),
		busy: busyWithin([threads.worker, threads.page], input, until),
		longestTask: Math.max(0, ...tasks.map(({ length }) => length)),
		longestTaskWork: Math.max(0, ...tasks.map(({ processor }) => processor))
	};
}

function report(name: string, rows: Readonly<Record<string, Edits>>, anew: number, load: number): void {
	console.log(
		`${name}: medians of ${RUNS} edits, in milliseconds from the input. Opened anew in ${Math.round(anew)} ms. ` +
			`Load of the machine at the start: ${load.toFixed(1)}.`
	);
	console.table(
		Object.fromEntries(
			Object.entries(rows).map(([edit, { felt, work }]) => {
				const median = <One>(all: readonly One[], of: (one: One) => number) =>
					Number(quantile(all.map(of), 0.5).toFixed(1));
				return [
					edit,
					{
						figures: median(felt, (one) => one.figures),
						map: median(felt, (one) => one.map),
						list: median(felt, (one) => one.list),
						all: median(felt, (one) => one.all),
						'worker work': median(work, (one) => one.workerWork),
						'page work': median(work, (one) => one.pageWork),
						busy: median(work, (one) => one.busy),
						'longest task': median(work, (one) => one.longestTask),
						'its work': median(work, (one) => one.longestTaskWork),
						ratio: Number((anew / median(felt, (one) => Math.max(one.figures, one.map))).toFixed(1))
					}
				];
			})
		)
	);
}
