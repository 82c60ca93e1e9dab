import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openDemo } from './app.ts';
import { expect, test } from './page.ts';

const SEARCH = 'simulation/?dire=heures-utilisables';
const form = (page: Page) => page.getByRole('form', { name: 'Quelles heures ?' });
const found = (page: Page) => form(page).getByRole('region', { name: 'Proposition' });

async function openProposal(page: Page): Promise<void> {
	// A search takes its time, and shares the computer with the others.
	test.setTimeout(150_000);
	await openDemo(page, SEARCH);
	await page.getByRole('button', { name: 'Quelles heures ?' }).click();
}

/** As briefly as the page allows. */
async function search(page: Page): Promise<void> {
	await form(page).getByText('Autres conditions').click();
	await form(page).getByRole('combobox', { name: 'Durée de recherche, en secondes' }).selectOption('10');
	await form(page).getByRole('button', { name: 'Chercher' }).click();
	await expect(found(page)).toBeVisible({ timeout: 90_000 });
}

test('hours are sought for several profiles by weights, which the proposal states', async ({ page }) => {
	await openProposal(page);
	await expect(form(page)).toContainText('Pour que les personnes du profil de la phrase');
	await form(page).getByRole('checkbox', { name: 'Pondérer plusieurs profils' }).check();
	const weights = form(page).getByRole('group', { name: 'Poids des profils' });
	const student = weights.getByRole('spinbutton', { name: /^étudiant/ });
	const worker = weights.getByRole('spinbutton', { name: /^actif à temps plein/ });
	await expect(worker).toHaveValue('1');
	await worker.fill('0');
	await expect(form(page)).toContainText('Donnez un poids plus grand que 0 à un profil au moins.');
	await expect(form(page).getByRole('button', { name: 'Chercher' })).toBeDisabled();
	await worker.fill('1');
	await student.fill('3');
	await expect(weights).toContainText(/75\s%/);
	await search(page);
	await expect(found(page).getByRole('status')).toContainText(/poids\s: actif à temps plein 25\s%, étudiant 75\s%/);
	await expect(found(page)).toContainText(/Au rythme d’un étudiant\s: [\d\s]+h de plus par semaine/);
	await expect(found(page)).toContainText('Seuls ces profils horaires sont comptés');
	await found(page)
		.getByRole('button', { name: /modification/ })
		.click();
	await expect(page.getByRole('list', { name: 'Modifications du scénario' }).getByRole('listitem')).not.toHaveCount(0);
});

test('hours that could go are told in the working view alone: no address, no file, no page printed has them', async ({
	page,
	context
}) => {
	await openProposal(page);
	const before = page.url();
	await form(page).getByRole('radio', { name: 'Retirer' }).check({ force: true });
	await search(page);
	await expect(found(page)).toContainText('Document de travail');
	const sentence = (await found(page).getByRole('listitem').first().innerText()).trim();
	expect(sentence).toMatch(/^Fermer /);
	expect(page.url()).toBe(before);
	// Nothing of it is kept by the browser: neither by its stores nor by what another window of the same address shows.
	const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
	expect(kept).not.toContain('Fermer');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('button', { name: 'Quelles heures ?' })).toBeVisible();
	await expect(other.getByText(sentence)).toHaveCount(0);
	await other.close();
	await page.emulateMedia({ media: 'print' });
	await expect(found(page)).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await expect(found(page)).toBeVisible();
	// The scenario, were it exported now, has none of it: there is none.
	await expect(page.getByRole('region', { name: 'Résultats' }).getByRole('button', { name: /CSV/ })).toHaveCount(0);
});

test('costs rest on settings that fold under a line, and a modification keeps its slots in the file of costs', async ({
	page
}) => {
	await openProposal(page);
	await search(page);
	await found(page)
		.getByRole('button', { name: /modification/ })
		.click();
	const results = page.getByRole('region', { name: 'Résultats' });
	const settings = results.locator('details.settings');
	await expect(settings).toContainText('agents en service à préciser · coût de l’heure à préciser');
	await expect(settings.getByRole('textbox', { name: 'Agents payés en service ensemble' })).toBeHidden();
	await settings.locator('summary').click();
	await settings.getByRole('textbox', { name: 'Agents payés en service ensemble' }).fill('2');
	await settings.getByRole('textbox', { name: /^Coût d’une heure payée/ }).fill('24,5');
	await page.keyboard.press('Tab');
	await expect(settings).toContainText(/2 agents payés en service · 24,50\s€ l’heure payée/);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		results.getByRole('button', { name: 'Coûts (CSV)' }).click()
	]);
	const csv = await readFile(await download.path(), 'utf8');
	expect(csv.startsWith('\ufeff')).toBe(true);
	expect(csv).toMatch(/Ouvrir «[^»]+» le [^;]+ de [^;]+;/);
	expect(csv).not.toContain('Donner d’autres horaires');
});
