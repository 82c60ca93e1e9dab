import { openDemo } from './app.ts';
import { expect, test } from './page.ts';

test.use({ drawing: true });

test('the map comes back as it was when the browser takes the graphics card away, and when it never gives it back', async ({
	page
}) => {
	await openDemo(page);
	const canvas = page.locator('canvas.maplibregl-canvas');
	const picture = () => canvas.screenshot();
	// Drawn whole: two pictures in a row are the same, and stay so.
	let before = await picture();
	await expect
		.poll(
			async () => {
				const former = before;
				before = await picture();
				return before.equals(former);
			},
			{ intervals: [2000], timeout: 20_000 }
		)
		.toBe(true);
	for (const isRestored of [true, false]) {
		await canvas.evaluate((map: HTMLCanvasElement, restore) => {
			map.dataset.lost = 'true';
			const extension = map.getContext('webgl2')?.getExtension('WEBGL_lose_context');
			extension?.loseContext();
			if (restore) setTimeout(() => extension?.restoreContext(), 100);
		}, isRestored);
		await expect(page.locator('canvas.maplibregl-canvas:not([data-lost])')).toHaveCount(1, { timeout: 10_000 });
		await expect.poll(async () => (await picture()).equals(before), { timeout: 20_000 }).toBe(true);
	}
});
