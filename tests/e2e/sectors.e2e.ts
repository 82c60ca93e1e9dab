import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectInAddress, isPhone, openDemo, sentence, words } from './app.ts';
import { expect, test } from './page.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const panel = (page: Page) => page.getByRole('region', { name: /^(Secteurs déficitaires|Under-served sectors)$/ });
const rows = (page: Page) => panel(page).getByRole('listitem');

async function openPanels(page: Page) {
	if (isPhone(page)) await page.getByRole('button', { name: 'Légende et couches' }).click();
}

test('sectors are shown, listed, numbered, and each has its card', async ({ page }) => {
	await openDemo(page);
	await openPanels(page);
	await panel(page)
		.getByRole('checkbox', { name: /par leur contour/ })
		.check();
	await expectInAddress(page, 'secteurs', 'oui');
	await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
	const lines = (await rows(page).allInnerTexts()).map(plain);
	expect(lines.map((line) => Number(line.split(' ')[0]))).toEqual(lines.map((_, rank) => rank + 1));
	const names = await rows(page).locator('strong').allInnerTexts();
	expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'fr')));

	// By keyboard: down to the second, and into it.
	await rows(page).first().getByRole('button').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const card = page.getByRole('complementary');
	await expect(card.getByRole('heading', { level: 2 })).toHaveText(names[1]);
	await expect(card).toContainText('secteur déficitaire n°\u00a02');
	await expect(card.getByRole('heading', { level: 3 })).toHaveText([
		'Causes',
		'Lieu compté le plus proche',
		'Ce qui y remédierait',
		'Âges',
		'Communes'
	]);
	await expectInAddress(page, 'fiche', `secteur-${names[1]}`);
});

test('the threshold decides, is in the address, and the browser’s back undoes it @wide', async ({ page }) => {
	await openDemo(page, '?secteurs=oui');
	await openPanels(page);
	await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
	const before = await rows(page).allInnerTexts();
	await panel(page).getByText('Modifier le seuil').click();
	const hours = panel(page).getByRole('spinbutton', { name: /Ouverture utilisable/ });
	await hours.fill('0');
	await hours.press('Tab');
	await expectInAddress(page, 'seuil', '0');
	await expect(panel(page)).toContainText(/Sous le seuil\s: à plus de 15\smin de tout lieu compté, en voiture\./);
	await expect(panel(page).getByText('Recherche des secteurs…')).toHaveCount(0, { timeout: 30_000 });
	await expect(panel(page)).not.toContainText('l’inadéquation des horaires');

	const people = panel(page).getByRole('spinbutton', { name: /Habitants par secteur/ });
	await people.fill('100000');
	await people.press('Tab');
	await expect(panel(page)).toContainText('Aucun secteur sous ce seuil.', { timeout: 30_000 });
	await expect(panel(page)).toContainText('Secteurs non individualisés');

	await page.goBack();
	await page.goBack();
	await expectInAddress(page, 'seuil', null);
	await expect.poll(() => rows(page).allInnerTexts(), { timeout: 30_000 }).toEqual(before);
});

test('the table has the sectors of the map, sorts them, and leaves as a file @wide', async ({ page }) => {
	await openDemo(page, '?tableau=secteurs');
	const table = page.getByRole('table', { name: 'Secteurs déficitaires' });
	const body = table.locator('tbody tr');
	await expect(body.first()).toBeVisible({ timeout: 30_000 });
	const count = await body.count();
	const people = (await body.locator('td:nth-child(3)').allInnerTexts()).map((text) =>
		Number(text.replaceAll(/\s/g, ''))
	);
	await table.getByRole('button', { name: /Habitants$/ }).click();
	const sorted = (await body.locator('td:nth-child(3)').allInnerTexts()).map((text) =>
		Number(text.replaceAll(/\s/g, ''))
	);
	expect(sorted).toEqual(people.toSorted((one, other) => other - one));

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'CSV' }).click()
	]);
	const text = (await readFile(await download.path())).toString('utf8');
	const lines = text.replace('\ufeff', '').split(/\r?\n/);
	expect(lines[0].split(';')[0]).toBe('Secteur');
	expect(lines.indexOf('')).toBe(count + 1);

	await body.first().getByRole('button').click();
	await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(
		plain(await body.first().getByRole('button').innerText())
	);
});

test('the page of the territory says what the sentence says, and more @wide', async ({ page }) => {
	await openDemo(page, 'territoire/');
	const share = /(\d+) % des habitants/.exec(await words(page))?.[1];
	const coverage = page.getByRole('table', { name: /à tant de minutes/ });
	// 5, 10, 15: the third column is the sentence's cutoff.
	const byCar = coverage.getByRole('row', { name: /^En voiture avec/ });
	await expect(byCar.getByRole('cell').nth(2)).toHaveText(`${share}\u00a0%`, { timeout: 30_000 });
	const shares = await byCar.getByRole('cell').allInnerTexts();
	const values = shares.map((text) => Number(text.replace(',', '.').replaceAll(/[^\d.]/g, '')));
	expect(values).toEqual(values.toSorted((one, other) => one - other));

	await page.getByRole('button', { name: 'Calculer à pied' }).click();
	const onFoot = coverage.getByRole('row', { name: /^À pied avec/ });
	await expect(onFoot.getByRole('cell').nth(4)).toHaveText(/\d+\s%/, { timeout: 30_000 });

	const equity = page.getByRole('region', { name: 'Offre et équité' });
	const gini = equity
		.getByRole('row', { name: /^Indice de Gini/ })
		.getByRole('cell')
		.first();
	await expect(gini).toHaveText(/^0,\d\d$/, { timeout: 30_000 });
	await expect(equity.getByRole('img', { name: 'Courbe de Lorenz' })).toBeVisible();
	const half = await equity
		.getByRole('row', { name: /moitié la moins bien servie/ })
		.getByRole('cell')
		.first()
		.innerText();
	await expect(equity).toContainText(
		new RegExp(`La moitié la moins bien servie a ${plain(half).replace(' %', '')}\\s%`)
	);

	// Another measure: minutes are not shared out.
	await equity.getByText('Changer la mesure').click();
	await equity.getByRole('radio', { name: /Temps jusqu’au lieu/ }).check();
	await expectInAddress(page, 'offre', 'plus-proche');
	await expect(equity).toContainText('un temps ne se partage pas', { timeout: 30_000 });
	await expect(equity.getByRole('img', { name: 'Courbe de Lorenz' })).toHaveCount(0);

	const sectors = page.getByRole('region', { name: 'Secteurs déficitaires' });
	await expect(sectors.getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
	const listed = await sectors.getByRole('listitem').locator('strong').allInnerTexts();
	await sectors.getByRole('link', { name: 'Voir les secteurs sur la carte' }).click();
	await expectInAddress(page, 'secteurs', 'oui');
	await expect(sentence(page)).toBeVisible();
	await openPanels(page);
	await expect.poll(() => rows(page).locator('strong').allInnerTexts(), { timeout: 30_000 }).toEqual(listed);
});
