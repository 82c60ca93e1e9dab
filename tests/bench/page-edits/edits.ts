// Edits of a scenario as a user makes them on the page Simulation, and what follows each.
import type { Page } from '@playwright/test';
import type { WatchedJob } from './watch.ts';

/** The page asks nothing more once it has been quiet this long. */
const QUIET_MS = 400;
const PATIENCE_MS = 60_000;

/** What one edit set going, in milliseconds since navigation. */
export interface EditRun {
	readonly input: number;
	readonly jobs: readonly WatchedJob[];
}

/** Makes an edit and waits until everything has followed it. */
export async function editRun(page: Page, edit: () => Promise<void>): Promise<EditRun> {
	const from = await page.evaluate(() => performance.now());
	await edit();
	await quiet(page);
	return page.evaluate((since) => {
		const jobs = window.benchJobs.filter(({ sent }) => sent >= since);
		const first = jobs.find(({ job }) => job === 'setScenarios');
		if (first === undefined) throw new Error('The edit changed no scenario');
		const input = window.benchInputs.findLast((time) => time <= first.sent) ?? Number.NaN;
		return { input, jobs: jobs.filter(({ sent }) => sent >= first.sent) };
	}, from);
}

/** Waits until the worker has answered all that it was asked, and nothing more is asked. */
export async function quiet(page: Page): Promise<void> {
	const end = performance.now() + PATIENCE_MS;
	for (let calm = 0; calm < QUIET_MS;) {
		if (performance.now() > end) throw new Error('The page goes on asking');
		const waiting = await page.evaluate(() => window.benchWaiting());
		calm = waiting === 0 ? calm + 50 : 0;
		await page.waitForTimeout(50);
	}
}

/** Opens the drawer of hours on the first site of the list whose hours are known. */
export async function openHours(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Modifier des horaires' }).click();
	await page.getByRole('combobox', { name: 'Lieu' }).selectOption({ index: 1 });
	await page.getByRole('grid', { name: /^Semaine d’ouverture/ }).focus();
	// To Sunday, where most are closed.
	for (let day = 0; day < 6; day++) await page.keyboard.press('ArrowRight');
	await quiet(page);
}

/** One hour of the grid is drawn, and the cursor put after it. */
export async function drawHour(page: Page): Promise<void> {
	await page.keyboard.press('Enter');
	for (let quarter = 0; quarter < 3; quarter++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
}

/** A pixel of the window. */
interface Pixel {
	readonly x: number;
	readonly y: number;
}

export async function middleOfMap(page: Page): Promise<Pixel> {
	const box = await page.locator('.maplibregl-canvas').boundingBox();
	if (box === null) throw new Error('There is no map');
	return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** Fills the form of a new place, there on the map; `takePlace` ends it. */
export async function putPlace(page: Page, at: Pixel): Promise<void> {
	await page.getByRole('button', { name: 'Ouvrir un lieu', exact: true }).click();
	await page.mouse.click(at.x, at.y);
	await page.getByRole('form').getByLabel('Nom').fill('Annexe');
	await quiet(page);
}

export const takePlace = (page: Page) => page.getByRole('form').getByRole('button', { name: 'Ouvrir ce lieu' }).click();

/** Drags what is there on the map, and holds it; `page.mouse.up` ends it. */
export async function pull(page: Page, from: Pixel, to: Pixel): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
	await page.mouse.move(to.x, to.y, { steps: 4 });
	await quiet(page);
}
