// The app in Chromium: what it loads, how long until there is something to read, how smoothly the map moves and the week plays.
// On the demo and, where the data is there, on the MEL from its zip. `--no-build` measures the build that is there.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { findChromium } from '../../../scripts/chromium.mjs';
import { generate } from '../../../scripts/generate.mjs';
import { runTool } from '../../../scripts/run.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { launch, newWindow, whenThere } from './browser.ts';
import { BUILD, bundleOf } from './bundle.ts';
import { panFrames, playFrames, type Frames } from './frames.ts';
import { measureMemory } from './memory.ts';
import { melZip } from './mel-zip.ts';
import { chooseZip, openDemo, openZip, RUNS, type Opening } from './opening.ts';
import { reportBundle, reportFrames, reportMemory, reportOpenings, reportTransfers } from './report.ts';
import { measureTransfers } from './transfers.ts';

const RESULTS = join(import.meta.dirname, '..', '..', '..', 'bench-results');
/** As in the end-to-end tests: many static hosts serve from a sub-path. */
const BASE = '/maillage/';

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
	try {
		await measure(executablePath, url, await melZip(temporary));
	} finally {
		close();
		rmSync(temporary, { recursive: true, force: true });
	}
}

async function measure(chromiumPath: string, url: string, zip: string | null): Promise<void> {
	const load = loadavg()[0];
	const demo = await openDemo(chromiumPath, url);
	const paths = demo.requested.filter((asked) => asked.startsWith(url)).map((asked) => new URL(asked).pathname);
	const bundle = bundleOf(paths.map((path) => decodeURIComponent(path.slice(BASE.length))));
	const transfers = await measureTransfers(chromiumPath, BASE);
	const memory = await measureMemory(chromiumPath, BASE, zip);
	const browser = await launch(chromiumPath);
	const mel = zip === null ? null : await openZip(browser, url, zip);
	const openings: Record<string, Opening | null> = {
		'demo, browser just started': demo.cold,
		'demo, reloaded': demo.warm,
		'MEL, from the zip chosen': mel
	};
	const { frames, renderer } = await allFrames(browser, url, zip);
	const version = browser.version();
	await browser.close();

	console.log(`Chromium ${version}, window of 1440 × 900. Load of the machine at the start: ${load.toFixed(1)}.`);
	reportBundle(bundle);
	reportTransfers(transfers);
	reportOpenings(openings, RUNS);
	reportMemory(memory);
	reportFrames(frames, renderer);
	mkdirSync(RESULTS, { recursive: true });
	writeFileSync(
		join(RESULTS, 'app.json'),
		`${JSON.stringify({ chromium: version, renderer, load, runs: RUNS, bundle, transfers, memory, openings, frames }, null, '\t')}\n`
	);
}

async function allFrames(
	browser: Browser,
	url: string,
	zip: string | null
): Promise<{ frames: Record<string, Frames>; renderer: string }> {
	const page = await (await newWindow(browser)).newPage();
	await page.goto(url);
	await whenThere(page);
	const frames: Record<string, Frames> = {
		'demo, map moved': await panFrames(page),
		'demo, week played': await playFrames(page)
	};
	if (zip !== null) {
		await chooseZip(page, zip);
		frames['MEL, map moved'] = await panFrames(page);
		frames['MEL, week played'] = await playFrames(page);
	}
	return { frames, renderer: await rendererOf(page) };
}

/** What draws WebGL here, in the browser's words. */
function rendererOf(page: Page): Promise<string> {
	return page.evaluate(() => {
		const gl = document.createElement('canvas').getContext('webgl2');
		const names = gl?.getExtension('WEBGL_debug_renderer_info');
		return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'unknown';
	});
}
