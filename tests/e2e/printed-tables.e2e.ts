import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { dropSaturdays } from './saturdays.ts';

/** Heads of tables that a second page would tell again, over the words after them: what holds these tables is a grid, which leaves no room. */
const repeated = (page: Page) =>
	page
		.getByRole('main')
		.locator('thead:not(.visually-hidden)')
		.evaluateAll((heads) => heads.filter((head) => getComputedStyle(head).display === 'table-header-group').length);

test('printed, the tables of the method and of costs hide no word that follows them @wide', async ({ page }) => {
	await page.goto('./methode/');
	await expect(page.getByRole('table', { name: 'Année par année' })).toBeAttached({ timeout: 30_000 });
	await page.emulateMedia({ media: 'print' });
	expect(await repeated(page)).toBe(0);

	await page.emulateMedia({ media: 'screen' });
	await page.goto('./simulation/');
	await expect(page.getByRole('button', { name: /, scénario montré$/ })).toBeVisible({ timeout: 30_000 });
	await dropSaturdays(page);
	const years = page.getByRole('heading', { name: 'Année par année' });
	await expect(years).toBeVisible({ timeout: 45_000 });
	await page.emulateMedia({ media: 'print' });
	const costs = page.locator('section', { has: years }).last();
	expect(await costs.evaluate((one) => getComputedStyle(one).display)).toBe('block');
	const head = costs.getByRole('row').first().locator('..');
	expect(await head.evaluate((one) => getComputedStyle(one).display)).toBe('table-row-group');
});
