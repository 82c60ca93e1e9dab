import { test as base, expect, type Page } from '@playwright/test';
import { UNDRAWN_SCRIPT } from '../undrawn.ts';

interface MapDrawing {
	/** Whether the map's pixels are drawn: most tests look at none, and without a graphics card drawing takes most of their time. */
	readonly drawing: boolean;
	/** Whether the app is as at a first visit, the tour offered. */
	readonly toured: boolean;
}

/**
 * A page that is watched: a request to another host, an error in the console or an uncaught exception fails the test.
 * Every end-to-end test starts from it.
 */
export const test = base.extend<MapDrawing & { page: Page }>({
	drawing: [false, { option: true }],
	toured: [false, { option: true }],
	page: async ({ page, baseURL, drawing, toured }, use) => {
		if (!drawing) await page.context().addInitScript(UNDRAWN_SCRIPT);
		// The tour of a first visit is offered where it is tested.
		if (!toured) await page.context().addInitScript(() => localStorage.setItem('maillage-tour', 'seen'));
		const own = new URL(baseURL ?? 'http://127.0.0.1').origin;
		const faults: string[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== own)
				faults.push(`foreign request: ${url.href}`);
		});
		page.on('console', (message) => {
			if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
		});
		page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
		await use(page);
		expect(faults).toEqual([]);
	}
});

export { expect };
