import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectInAddress, isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const list = (page: Page) =>
	page.getByRole('list', { name: /^(Modifications du scénario|Modifications of the scenario)$/ });
const results = (page: Page) => page.getByRole('region', { name: /^(Résultats|Results)$/ });

async function openSimulation(page: Page, search = '?dire=heures-utilisables'): Promise<void> {
	await openDemo(page, `simulation/${search}`);
	await showScenario(page);
}

/** The text of the file that a button hands over. */
async function savedFile(page: Page, button: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

async function showScenario(page: Page): Promise<void> {
	const sheet = page.getByRole('button', { name: /^(Scénario|Scenario)$/ });
	if (isPhone(page) && (await sheet.getAttribute('aria-expanded')) === 'false') await sheet.click();
}

async function showResults(page: Page): Promise<void> {
	const sheet = page.getByRole('button', { name: 'Résultats', exact: true });
	if (isPhone(page)) await sheet.click();
}

/** Closes a site of the demo, chosen in the list of the form. */
async function closeSite(page: Page, name: RegExp): Promise<void> {
	await page.getByRole('button', { name: /^(Fermer un lieu|Close a place)$/ }).click();
	const site = page.getByRole('combobox', { name: /^(Lieu|Place)$/ });
	const option = await site.getByRole('option', { name }).first().textContent();
	await site.selectOption({ label: option ?? '' });
	await page
		.getByRole('form')
		.getByRole('button', { name: /^(Fermer ce lieu|Close this place)$/ })
		.click();
}

test('a site is closed: the list says it and what it takes, the results whom; off, it changes nothing; undone, it is gone', async ({
	page
}) => {
	await openSimulation(page);
	await closeSite(page, /^Annexe du Port/);
	const row = list(page).getByRole('listitem');
	await expect(row).toHaveCount(1);
	await expect(row.getByRole('checkbox', { name: /^Fermer «\sAnnexe du Port\s»/ })).toBeChecked();
	await expect(row).toContainText(/perdrai(t|ent) jusqu’à|Personne n’y gagne ni n’y perd/, { timeout: 30_000 });
	await row.getByRole('checkbox').uncheck();
	await expect(row).toContainText('Désactivée');
	await page.keyboard.press('Control+z');
	await expect(row.getByRole('checkbox')).toBeChecked();
	await page.keyboard.press('Control+z');
	await expect(list(page)).toHaveCount(0);
});

test('people whose access is better, worse and the same are all of those asked about @wide', async ({ page }) => {
	await openSimulation(page, '?dire=proximite');
	await closeSite(page, /^Annexe du Port/);
	await showResults(page);
	const parts = results(page).locator('dl').first().locator('dd strong');
	await expect(parts.first()).toBeVisible({ timeout: 30_000 });
	const people = (await parts.allInnerTexts()).map((text) => Number(text.replaceAll(/\D/g, '')));
	const all = people.reduce((sum, one) => sum + one, 0);
	// 103,979 people live on the demonstration territory: each part is rounded.
	expect(Math.abs(all - 103_979)).toBeLessThanOrEqual(5);
	await expectInAddress(page, 'carte', 'changement');
});

test('the scenario stands beside the present situation in a table that is taken as a file @wide', async ({ page }) => {
	await openSimulation(page);
	await closeSite(page, /^Annexe du Port/);
	await showResults(page);
	await page.getByRole('button', { name: 'Comparer des scénarios' }).click();
	const table = page.getByRole('table', { name: 'Situation actuelle et scénarios' });
	await expect(table.getByRole('row', { name: /Lieux comptés du territoire/ })).toContainText('−\u00a01', {
		timeout: 30_000
	});
	const csv = await savedFile(page, 'Ce tableau (CSV)');
	expect(csv).toMatch(/Situation actuelle;Scénario 1\r\n/);
	expect(csv).not.toMatch(/people-|median-/);
	await showResults(page);
	await results(page).getByText('Par âge, par profil, par moment').click();
	const groups = await savedFile(page, 'Âges, profils, moments (CSV)');
	expect(groups).toMatch(/\r\nScénario 1;Par âge, en habitants;/);
	expect(groups).toMatch(/\r\nScénario 1;Par moment/);
	expect(groups).not.toMatch(/people-|by-|age-/);
	const cost = await savedFile(page, 'Coûts (CSV)');
	// Nobody said how many are on duty: no amount, and what is missing.
	expect(cost).toMatch(/\r\nEnsemble du scénario;Heures payées en plus, par an;;h;Dites combien d’agents payés/);
	expect(cost).toMatch(/\r\nFermer «\sAnnexe du Port\s»;Heures ouvertes en plus, par an;-\d/);
});

test('hours that would serve most are proposed, with the gap, and become modifications in one click @wide', async ({
	page
}) => {
	await openSimulation(page);
	await page.getByRole('button', { name: 'Quelles heures ?' }).click();
	await page.getByRole('button', { name: 'Chercher' }).click();
	const take = page.getByRole('button', { name: /^En faire/ });
	await expect(take).toBeVisible({ timeout: 50_000 });
	await expect(page.getByRole('region', { name: 'Proposition' })).toContainText(/meilleur résultat possible/);
	await take.click();
	await expect(list(page).getByRole('listitem').first()).toContainText(/Ouvrir «/, { timeout: 30_000 });
});

test('a place that would serve most is proposed, proved the best, and becomes a modification in one click @wide', async ({
	page
}) => {
	await openSimulation(page, '?mode=pied');
	await page.getByRole('button', { name: 'Où ouvrir un lieu ?' }).click();
	await page.getByRole('button', { name: 'Chercher' }).click();
	const take = page.getByRole('button', { name: /^En faire/ });
	await expect(take).toBeVisible({ timeout: 50_000 });
	await expect(page.getByRole('region', { name: 'Proposition' })).toContainText(/meilleur résultat possible/);
	await take.click();
	await expect(list(page).getByRole('listitem').first()).toContainText(/Créer /, { timeout: 30_000 });
	await expect(list(page).getByRole('listitem').first()).toContainText(/gagneraient/, { timeout: 30_000 });
});

test('places of one’s own list are tried by their names @wide', async ({ page }) => {
	await openSimulation(page, '?mode=pied');
	await page.getByRole('button', { name: 'Où ouvrir un lieu ?' }).click();
	await page.getByLabel('Emplacements possibles').selectOption({ label: 'Ma liste de lieux' });
	await page.getByLabel('Lieux possibles, un par ligne').fill('Salle des fêtes;5,151;48,503\nnulle part;abc;def');
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page.getByRole('region', { name: 'Proposition' })).toContainText('Salle des fêtes', { timeout: 50_000 });
	await expectSound(page);
});

test('hours are drawn by the keyboard: the sentence, the list and the results follow', async ({ page }) => {
	await openSimulation(page);
	await page.getByRole('button', { name: 'Modifier des horaires' }).click();
	const site = page.getByRole('combobox', { name: 'Lieu' });
	const option = await site
		.getByRole('option', { name: /^Annexe du Port/ })
		.first()
		.textContent();
	await site.selectOption({ label: option ?? '' });
	const grid = page.getByRole('grid', { name: /^Semaine d’ouverture/ });
	await grid.focus();
	for (let day = 0; day < 6; day++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	for (let quarter = 0; quarter < 8; quarter++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await showScenario(page);
	await expect(list(page).getByRole('listitem').first()).toContainText(/Ouvrir «\sAnnexe du Port\s» le dimanche/, {
		timeout: 30_000
	});
	await page.keyboard.press('Control+z');
	await expect(list(page)).toHaveCount(0);
});

for (const lang of ['fr', 'en'] as const) {
	test(`axe finds no fault and nothing runs out of the window: simulation, ${lang}, light and dark`, async ({
		page
	}) => {
		await openSimulation(page, `?dire=heures-utilisables&lang=${lang}`);
		if (lang === 'en') await page.getByRole('button', { name: 'Dark theme' }).click();
		await closeSite(page, /^Annexe du Port/);
		await expect(list(page).getByRole('listitem')).toHaveCount(1);
		await expectSound(page);
	});
}
