import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const sites = (page: Page) => page.getByRole('table', { name: /^Horaires des lieux/ });
const row = (page: Page) => sites(page).getByRole('row', { name: /^Annexe du Port / });
/** Weekly hours of the row, in the week asked. */
const weekly = (page: Page) => row(page).getByRole('cell').nth(1);
const editor = (page: Page, title: RegExp) => page.getByRole('region', { name: title });

/** Opens the demonstration on the row of one site, and its hours to be drawn. */
async function openGrid(page: Page, button: string, search = ''): Promise<void> {
	await openDemo(page, `horaires/${search}`);
	await startDrawing(page, button);
}

async function startDrawing(page: Page, button: string): Promise<void> {
	const site = sites(page).getByRole('button', { name: /^Annexe du Port/ });
	await expect(site).toBeVisible({ timeout: 30_000 });
	if (!page.url().includes('fiche=lieu-')) await site.click();
	await page.getByRole('button', { name: button }).click();
}

/** Two hours more on Sunday afternoon, by the keyboard. */
async function drawSunday(page: Page): Promise<void> {
	await page.getByRole('grid', { name: /^Semaine d’ouverture/ }).focus();
	for (let day = 0; day < 6; day++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	for (let quarter = 0; quarter < 7; quarter++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
}

test('hours of the data are drawn beside their text, undone and done again by the toolbar, and leave as a file @wide', async ({
	page
}) => {
	await openGrid(page, 'Corriger les horaires…');
	const correction = editor(page, /^Corriger les horaires de Annexe du Port$/);
	await expect(correction).toContainText('Vous corrigez les données');
	await expect(correction.getByText('Texte d’origine')).toBeVisible();
	await expect(correction).toContainText('Tu 16:00-18:00; We 14:00-18:00');
	// 2 h on Tuesday, 4 on Wednesday, 5 on Saturday.
	await expect(weekly(page)).toHaveText(/^\s*11\sh\s*$/);
	await drawSunday(page);
	await expect(correction).toContainText(/dimanche 14\sh–16\sh/);
	await expect(weekly(page)).toHaveText(/^\s*13\sh\s*$/, { timeout: 30_000 });
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeVisible();
	await expect(row(page)).toContainText('saisi ici');

	await page.getByRole('button', { name: 'Annuler : corriger des horaires' }).click();
	await expect(weekly(page)).toHaveText(/^\s*11\sh\s*$/, { timeout: 30_000 });
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeHidden();
	await page.getByRole('button', { name: 'Rétablir : corriger des horaires' }).click();
	await expect(weekly(page)).toHaveText(/^\s*13\sh\s*$/, { timeout: 30_000 });

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Télécharger les horaires saisis' }).click()
	]);
	const csv = await readFile(await download.path(), 'utf8');
	// What no week shows is kept.
	expect(csv).toMatch(/Annexe du Port;.*Su 14:00-16:00.*Aug off.*PH off/);
});

test('typing stays the other way: it starts from what was drawn @wide', async ({ page }) => {
	await openGrid(page, 'Corriger les horaires…');
	await drawSunday(page);
	const correction = editor(page, /^Corriger les horaires de Annexe du Port$/);
	await expect(correction).toContainText(/dimanche 14\sh–16\sh/);
	await correction.getByText('Écrire les horaires plutôt que les dessiner').click();
	const field = correction.getByRole('textbox', { name: 'Horaires de Annexe du Port' });
	await expect(field).toHaveValue(/Su 14:00-16:00/, { timeout: 30_000 });
	await field.fill('mardi 16h-18h30');
	await expect(page.getByText('Compris :').first()).toBeVisible();
	await correction.getByRole('button', { name: 'Retenir ces horaires' }).click();
	await expect(weekly(page)).toHaveText(/^\s*2\sh\s30\s*$/, { timeout: 30_000 });
	await page.getByRole('button', { name: 'Annuler : corriger des horaires' }).click();
	await expect(weekly(page)).toHaveText(/^\s*13\sh\s*$/, { timeout: 30_000 });
});

test('under a scenario the drawing is a change of it, or a correction of the data, as the reader says @wide', async ({
	page
}) => {
	await openDemo(page, 'horaires/');
	await page.getByRole('button', { name: 'Situation actuelle, scénario montré' }).click();
	await page.getByRole('menuitem', { name: 'Nouveau scénario' }).click();
	await startDrawing(page, 'Modifier les horaires…');
	const change = editor(page, /^Modifier les horaires de Annexe du Port$/);
	await expect(change).toContainText(/Vous changez le scénario «\sScénario 1\s»/);
	await drawSunday(page);
	await expect(weekly(page)).toHaveText(/^\s*13\sh\s*$/, { timeout: 30_000 });
	await expect(page.getByText(/horaires saisis ici/)).toBeHidden();
	await expect(page.getByText(/Horaires changés par le scénario «\sScénario 1\s»/)).toBeVisible();

	// The present situation is as it was.
	await page.getByRole('button', { name: 'Scénario 1, scénario montré' }).click();
	await page.getByRole('menuitemradio', { name: 'Situation actuelle' }).click();
	await expect(weekly(page)).toHaveText(/^\s*11\sh\s*$/, { timeout: 30_000 });
	await page.getByRole('button', { name: 'Situation actuelle, scénario montré' }).click();
	await page.getByRole('menuitemradio', { name: 'Scénario 1' }).click();
	await expect(weekly(page)).toHaveText(/^\s*13\sh\s*$/, { timeout: 30_000 });

	await page.getByRole('radio', { name: 'Les données, partout' }).check();
	await expect(editor(page, /^Corriger les horaires de Annexe du Port$/)).toContainText('Vous corrigez les données');
});

test('axe finds no fault and nothing runs out of the window while hours are drawn', async ({ page }) => {
	await openGrid(page, 'Corriger les horaires…');
	await drawSunday(page);
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeVisible();
	const across = await page.locator('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
	expect(across).toBe(0);
	await expectSound(page);
	if (isPhone(page)) await expect(page.getByRole('button', { name: 'Terminer' })).toBeVisible();
});
