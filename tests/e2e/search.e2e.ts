import type { Page, Worker } from '@playwright/test';
import { askMuch, chooseWord, isPhone, openDemo, sentence, words } from './app.ts';
import { expect, test } from './page.ts';

/** The workers of searches that are alive. */
function searchWorkers(page: Page): () => number {
	const alive = new Set<Worker>();
	page.on('worker', (worker) => {
		if (!worker.url().includes('search.worker')) return;
		alive.add(worker);
		worker.on('close', () => alive.delete(worker));
	});
	return () => alive.size;
}

async function openSearch(page: Page): Promise<void> {
	await openDemo(page, 'simulation/?mode=pied');
	await showScenario(page);
	await page.getByRole('button', { name: 'Où ouvrir un lieu ?' }).click();
}

/** On a phone the scenario is a sheet, over the sentence when it is open. */
async function showScenario(page: Page): Promise<void> {
	const sheet = page.getByRole('button', { name: /^Scénario$/ });
	if (isPhone(page) && (await sheet.getAttribute('aria-expanded')) === 'false') await sheet.click();
}

test('while a search runs the page answers; cancelled in mid-course it ends at once, and another search works after', async ({
	page
}) => {
	test.setTimeout(120_000);
	const alive = searchWorkers(page);
	await openSearch(page);
	await askMuch(page);
	await expect.poll(alive, { timeout: 40_000 }).toBe(1);
	const progress = page.getByRole('progressbar');
	await expect(progress).toBeVisible();

	// Another question, on the territory that the search was made of, is answered meanwhile.
	const before = await words(page);
	if (isPhone(page)) await page.keyboard.press('Escape');
	await chooseWord(page, /^10.min|^15.min/, /^5.min$/);
	await expect(sentence(page).locator('.words')).toHaveAttribute('aria-busy', 'false', { timeout: 5000 });
	expect(await words(page)).not.toBe(before);
	expect(alive()).toBe(1);

	await showScenario(page);
	await page.getByRole('button', { name: 'Arrêter', exact: true }).click();
	await expect(progress).toHaveCount(0);
	await expect.poll(alive, { timeout: 2000 }).toBe(0);

	await page.getByLabel('Ce qui est cherché').selectOption({ index: 0 });
	await page.getByLabel('Nouveaux lieux, au plus').fill('1');
	await page.getByLabel('Emplacements possibles').selectOption('commune-centres');
	await page.getByLabel('Habitants desservis par un nouveau lieu, au moins').fill('0');
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page.getByRole('region', { name: 'Proposition' })).toContainText(/meilleur résultat possible/, {
		timeout: 40_000
	});
	await expect.poll(alive).toBe(0);
});
