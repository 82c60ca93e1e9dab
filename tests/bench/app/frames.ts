// How long frames take while the map is moved and while the week plays.
import type { CDPSession, Page } from '@playwright/test';
import { quantile } from '../travel/measure.ts';
import { tasksSince, type Tasks } from './tasks.ts';

const SECONDS = 5;
/** Pixels from the middle of the map that the mouse draws its circles at, and how many steps a circle has. */
const PAN_RADIUS = 150;
const PAN_STEPS = 60;

export interface Frames {
	readonly count: number;
	/** Between two frames, in milliseconds: what is seen. */
	readonly medianMs: number;
	readonly p95Ms: number;
	readonly longestMs: number;
	/** In the page's own callbacks of a frame, waits for WebGL taken off: what is left of a frame when drawing costs nothing. */
	readonly scriptMedianMs: number;
	readonly scriptP95Ms: number;
	readonly scriptLongestMs: number;
	readonly tasks: Tasks;
	/** Share of the time that the page's own thread was busy: with scripts, and with anything. */
	readonly scriptShare: number;
	readonly busyShare: number;
}

/** Drags the map in circles. */
export async function panFrames(page: Page): Promise<Frames> {
	const box = await page.locator('.maplibregl-canvas').boundingBox();
	if (box === null) throw new Error('There is no map');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x + PAN_RADIUS, y);
	await page.mouse.down();
	const frames = await measured(page, async (isOver) => {
		for (let step = 0; !isOver(); step++) {
			const angle = (2 * Math.PI * step) / PAN_STEPS;
			await page.mouse.move(x + PAN_RADIUS * Math.cos(angle), y + PAN_RADIUS * Math.sin(angle));
			await page.waitForTimeout(8);
		}
	});
	await page.mouse.up();
	return frames;
}

/** Plays the week at the speed that the app proposes. */
export async function playFrames(page: Page): Promise<Frames> {
	await page.getByRole('button', { name: 'Faire défiler la semaine' }).click();
	// The sentence takes its new form first, once.
	await page.waitForTimeout(1000);
	const frames = await measured(page, async () => page.waitForTimeout(1000 * SECONDS));
	await page.getByRole('button', { name: 'Arrêter le défilement' }).click();
	return frames;
}

async function measured(page: Page, act: (isOver: () => boolean) => Promise<void>): Promise<Frames> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const from = await page.evaluate(() => performance.now());
	const before = await threadSeconds(session);
	const end = performance.now() + 1000 * SECONDS;
	await act(() => performance.now() >= end);
	const after = await threadSeconds(session);
	const probe = await page.evaluate((since) => {
		const { frames, scripts } = window.benchProbe;
		const first = frames.findIndex((time) => time >= since);
		return { frames: frames.slice(first), scripts: scripts.slice(first + 1) };
	}, from);
	await session.detach();
	const between = probe.frames.slice(1).map((time, rank) => time - probe.frames[rank]);
	const elapsed = after.wall - before.wall;
	return {
		count: between.length,
		medianMs: quantile(between, 0.5),
		p95Ms: quantile(between, 0.95),
		longestMs: Math.max(...between),
		scriptMedianMs: quantile(probe.scripts, 0.5),
		scriptP95Ms: quantile(probe.scripts, 0.95),
		scriptLongestMs: Math.max(...probe.scripts),
		tasks: await tasksSince(page, from),
		scriptShare: (after.script - before.script) / elapsed,
		busyShare: (after.task - before.task) / elapsed
	};
}

/** What the browser says the page's own thread has spent so far, in seconds. */
async function threadSeconds(session: CDPSession): Promise<{ wall: number; script: number; task: number }> {
	const { metrics } = await session.send('Performance.getMetrics');
	const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
	return { wall: value('Timestamp'), script: value('ScriptDuration'), task: value('TaskDuration') };
}
