// A Chromium as the end-to-end tests have it, and pages of it that are counted.
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import config from '../../../playwright.config.ts';
import { PROBE_SCRIPT } from './probe.ts';

const WINDOW = { width: 1440, height: 900 };
/** A machine that is busy with something else may take this long to open a territory. */
const PATIENCE_MS = 120_000;

/** What the app marks of a territory being opened (performance.mark), in the order of the tables. */
export const MOMENTS = ['opened', 'figures', 'map'] as const;
export type Moment = (typeof MOMENTS)[number];

export function launch(executablePath: string, more: readonly string[] = []): Promise<Browser> {
	return chromium.launch({ executablePath, args: [...(config.use?.launchOptions?.args ?? []), ...more] });
}

/** A window of its own, with nothing kept from another; nor is the app kept for later beside what is measured, unless asked for. */
export async function newWindow(
	browser: Browser,
	serviceWorkers: 'allow' | 'block' = 'block'
): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: WINDOW, locale: 'fr-FR', serviceWorkers });
	context.setDefaultTimeout(PATIENCE_MS);
	await context.addInitScript(PROBE_SCRIPT);
	return context;
}

/** Waits until the app has marked everything of a territory. @returns when, in milliseconds since navigation */
export async function whenThere(page: Page): Promise<Record<Moment, number>> {
	const names = MOMENTS.map((moment) => `maillage:${moment}`);
	await page.waitForFunction((all) => all.every((name) => performance.getEntriesByName(name).length > 0), names);
	const times = await page.evaluate(
		(all) => all.map((name) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN),
		names
	);
	return Object.fromEntries(MOMENTS.map((moment, rank) => [moment, times[rank]])) as Record<Moment, number>;
}
