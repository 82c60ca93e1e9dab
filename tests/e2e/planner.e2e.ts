import { readFile } from 'node:fs/promises';
import { isPhone, openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

test('a planner opens a library: its week, whom it reaches, its isochrones', async ({ page }) => {
	await openDemo(page, '?fiche=lieu-LI96015');
	const card = page.getByRole('complementary');
	await expect(card.getByRole('heading', { name: 'Annexe du Haut-Clos' })).toBeVisible();
	await expect(card).toContainText('mercredi 10\u00a0h–12\u00a0h et 14\u00a0h–18\u00a0h');
	await expect(card).toContainText('10\u00a0h par semaine');

	await card.getByRole('button', { name: /Isochrone/ }).click();
	await expect(page).toHaveURL(/isochrone=lieu-LI96015/);

	// Taken out of the supply, it serves nobody: the address tells it.
	await card.getByRole('checkbox', { name: /Compté dans l’offre/ }).uncheck();
	await expect(page).toHaveURL(/sans-lieu=LI96015/);
});

test('the week plays, and stops where it is @wide', async ({ page }) => {
	await openDemo(page, '?dire=moment&moment=ma-16h00');
	await page.getByRole('button', { name: 'Faire défiler la semaine' }).click();
	await expect.poll(() => words(page), { timeout: 10_000 }).toMatch(/le mardi à 1[67] h (15|30|45)|le mardi à 17 h,/);
	await page.getByRole('button', { name: 'Arrêter le défilement' }).click();
	await expect(page).not.toHaveURL(/moment=ma-16h00/);
	const stopped = page.url();
	await page.waitForTimeout(600);
	expect(page.url()).toBe(stopped);
});

test('the map is a picture that stands alone @wide', async ({ page }) => {
	// Drawn at twice its size, by the processor where there is no graphics card.
	test.slow();
	await openDemo(page);
	const [download] = await Promise.all([
		page.waitForEvent('download', { timeout: 120_000 }),
		page.getByRole('button', { name: 'Enregistrer la carte (PNG)' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^entre-val-et-monts-en-voiture.*\.png$/);
	const png = await readFile(await download.path());
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const size = page.viewportSize();
	// At twice the size of the map on screen, title and legend beside it.
	expect(width).toBeGreaterThan((size?.width ?? 0) * 0.9);
	expect(height).toBeGreaterThan(600);
});

test('pointing and clicking on the map, or tapping it, tells what is there', async ({ page }) => {
	await openDemo(page);
	const map = page.getByRole('region', { name: 'Carte' }).locator('canvas').first();
	await expect(map).toBeVisible();
	const box = await map.boundingBox();
	if (!box) throw new Error('no map');
	await expect(async () => {
		const [x, y] = [box.x + box.width * 0.5, box.y + box.height * 0.62];
		await (isPhone(page) ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
		await expect(page.getByRole('complementary')).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 30_000 });
	await expect(page).toHaveURL(/fiche=/);
	await expect(page.getByRole('complementary')).not.toContainText(/ménages pauvres|65 ans/);
});
