import { readFile } from 'node:fs/promises';
import { openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

test('a référent sorts the communes, opens one, takes the table to a spreadsheet', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'Tableaux' }).click();
	const table = page.getByRole('table', { name: 'Communes' });
	await expect(table.getByRole('row')).toHaveCount(1 + 1 + 50);

	const heading = table.getByRole('button', { name: /Part.*15 min/ });
	await heading.click();
	await expect(table.getByRole('columnheader', { name: /Part.*15 min/ })).toHaveAttribute(
		'aria-sort',
		/ascending|descending/
	);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: /CSV/ }).click()
	]);
	const csv = await readFile(await download.path(), 'utf8');
	expect(csv.startsWith('\ufeff')).toBe(true);
	const rows = csv.trim().split('\r\n');
	for (const row of rows.slice(0, 51)) expect(row.split(';')).toHaveLength(14);
	// After an empty row, what the table is of: the sentence, then the sources with their licences.
	expect(rows[51]).toBe('');
	expect(rows.slice(52).join('\n')).toMatch(/Licence|MIT/);
	// The commune of the card and of the file are told by the same figures.
	const bazoncelles = rows.find((row) => row.includes('Bazoncelles'))?.split(';') ?? [];
	await table.getByRole('row', { name: /Bazoncelles/ }).click();
	await expect(page.getByRole('heading', { name: 'Bazoncelles' })).toBeVisible();
	await expect(page).toHaveURL(/fiche=commune-96014/);
	const municipale = Number(bazoncelles[3]).toLocaleString('fr-FR').replaceAll('\u202f', '\u00a0');
	await expect(page.getByRole('complementary').getByText(municipale, { exact: true }).first()).toBeVisible();

	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { name: 'Bazoncelles' })).toBeHidden();
});

test('what counts in the supply changes every figure, and comes back @wide', async ({ page }) => {
	await openDemo(page, '?mode=pied');
	const before = await words(page);
	await page.getByText('Compté dans l’offre', { exact: true }).first().click();
	await page.getByRole('checkbox', { name: /^Bibliothèques \(\d+\)/ }).uncheck();
	await expect.poll(() => words(page)).not.toBe(before);
	await expect(page).toHaveURL(/sans=bibliotheque/);
	await page.getByRole('button', { name: 'Rétablir', exact: true }).click();
	await expect.poll(() => words(page)).toBe(before);
});

test('the data page names sources, licences and what is missing @wide', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('link', { name: 'Données' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Données' })).toBeVisible();
	await expect(page.getByText('42 sur 45')).toBeVisible();
	await expect(page.getByText('bibliotheques_fictif.csv')).toBeVisible();
	// Back on the map the question is the same.
	await page.getByRole('link', { name: 'Carte' }).click();
	await expect.poll(() => words(page)).toMatch(/^En voiture, 9/);
});
