import type { Page } from '@playwright/test';
import { openDemo } from './app.ts';
import { expect, test } from './page.ts';

test('as narrow as a page enlarged four times, nothing runs out of the window; headings follow each other; the statement is a link away', async ({
	page
}) => {
	await openDemo(page);
	const pages = [null, 'Accessibilité : non conforme', 'Données', 'Méthode', 'Horaires', 'Territoire', 'Mes projets'];
	for (const name of [...pages, 'Simulation', 'Diagnostic']) {
		await page.setViewportSize({ width: 1440, height: 900 });
		if (name !== null) await page.getByRole('link', { name }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		expect(await skippedHeadings(page), name ?? '').toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		// What was drawn for the larger window narrows with it.
		const overflow = () =>
			page.evaluate(() =>
				[...document.querySelectorAll('html, main')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
			);
		await expect.poll(overflow, name ?? '').toEqual([0, 0]);
	}
});

test('the help opens by its key unless that is turned off, the skip link leads past the head', async ({ page }) => {
	await page.goto('./accessibilite/');
	await expect(page.getByRole('heading', { level: 1, name: 'Déclaration d’accessibilité' })).toBeVisible();
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Aller au contenu' });
	await expect(skip).toBeFocused();
	await skip.press('Enter');
	await expect(page.locator('#content')).toBeFocused();

	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Aide' });
	await expect(help).toContainText('Annuler le dernier changement');
	await help.getByRole('checkbox', { name: /^Raccourcis d’un seul caractère/ }).uncheck();
	await page.keyboard.press('Escape');
	await expect(help).toHaveCount(0);
	await page.keyboard.press('?');
	await page.waitForTimeout(300);
	await expect(help).toHaveCount(0);
});

/** Headings a level or more below the one before them. */
async function skippedHeadings(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const heads = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
		const seen = heads.filter((head) => head.checkVisibility());
		const levels = seen.map(({ tagName }) => Number(tagName[1]));
		return seen
			.filter((_, rank) => rank > 0 && levels[rank] > levels[rank - 1] + 1)
			.map(({ tagName, textContent }) => `${tagName} ${textContent.trim()}`);
	});
}
