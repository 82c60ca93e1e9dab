import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const RAW = join(import.meta.dirname, '../../data/demo/raw');
const raw = (...names: string[]) => names.map((name) => join(RAW, name));

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog');

/** Goes to a page of the app as a reader does: nothing is loaded anew. */
async function goTo(page: Page, link: RegExp, title: RegExp): Promise<void> {
	await page.getByRole('link', { name: link }).first().click();
	await expect(page).toHaveTitle(title, { timeout: 30_000 });
	await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 30_000 });
}

/** The sheet that holds this on a phone; elsewhere all stands side by side. */
async function unfold(page: Page, sheet: RegExp): Promise<void> {
	if (isPhone(page)) await button(page, sheet).click();
}

/** The map, what is pinned on it, its tables, and what opens over every page. */
async function walkMap(page: Page): Promise<void> {
	await expectSound(page, 'map');
	await unfold(page, /^(Légende et couches|Legend and layers)$/);
	const sectors = page.getByRole('region', { name: /^(Secteurs déficitaires|Under-served sectors)$/ });
	await sectors.getByRole('checkbox').first().check();
	await expect(sectors.getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
	await expectSound(page, 'legend, layers and sectors');
	await unfold(page, /^(Légende et couches|Legend and layers)$/);
	await button(page, /^(Tableaux|Tables)$/).click();
	const tables = page.getByRole('region', { name: /^(Tableaux|Tables)$/ });
	for (const name of [/^(Secteurs déficitaires|Under-served sectors)$/, /^Communes$/, /^(Lieux de|Public library)/]) {
		await tables.getByRole('group').getByRole('button', { name }).click();
		await expect(tables.getByRole('table').getByRole('row').nth(2)).toBeVisible({ timeout: 30_000 });
		await expectSound(page, `tables: ${name}`);
	}
	await tables.getByRole('rowheader').nth(1).getByRole('button').click();
	await tables.getByRole('button', { name: /^(Fermer|Close)$/ }).click();
	await expect(page.getByRole('complementary')).toBeVisible();
	await expectSound(page, 'card of a site');
	await page.keyboard.press('Escape');
}

/** What opens over every page. */
async function walkWindows(page: Page): Promise<void> {
	await button(page, /^(Charger|Open) m(on|y) territo/).click();
	await expect(dialog(page)).toBeVisible();
	await expectSound(page, 'choice of a territory');
	await page.keyboard.press('Escape');
	await button(page, /^(Aide|Help)$/).click();
	await expect(dialog(page)).toBeVisible();
	await expectSound(page, 'help');
	await page.keyboard.press('Escape');
	await button(page, /, (scénario montré|scenario shown)$/).click();
	await expect(page.getByRole('menu', { name: /^(scénario montré|scenario shown)$/ })).toBeVisible();
	await expectSound(page, 'scenarios');
	await page.keyboard.press('Escape');
}

async function walkPages(page: Page): Promise<void> {
	await goTo(page, /^(Horaires|Hours)$/, /^(Horaires|Hours)/);
	await expectSound(page, 'hours');
	await goTo(page, /^(Territoire|Territory)$/, /^(Territoire|Territory)/);
	await expect(page.getByText(/4 secteurs|4 sectors/).first()).toBeAttached({ timeout: 30_000 });
	await expectSound(page, 'territory');
	await goTo(page, /^(Données|Data)$/, /^(Données|Data)/);
	await expectSound(page, 'data');
	await goTo(page, /^(Méthode|Method)$/, /^(Méthode|Method)/);
	await expectSound(page, 'method');
	await goTo(page, /^(Mes projets|My projects)$/, /^(Mes projets|My projects)/);
	await expectSound(page, 'projects');
	await goTo(page, /^Simulation$/, /^Simulation/);
	await expectSound(page, 'simulation');
	await goTo(page, /^Diagnostic$/, /^Diagnostic/);
	await expect(page.getByRole('figure').locator('svg').first()).toBeAttached({ timeout: 30_000 });
	await expectSound(page, 'diagnostic');
}

// Contrast is of a theme, words are of a language: each is looked at once.
for (const [lang, theme] of [
	['fr', 'light'],
	['en', 'dark @wide']
] as const) {
	test(`axe finds no fault and nothing runs out of the window, on every page: ${lang}, ${theme}`, async ({ page }) => {
		// Some twenty states, of which axe looks at each element.
		test.setTimeout(360_000);
		await openDemo(page, `?lang=${lang}`);
		if (theme !== 'light') await button(page, /^Dark theme$/).click();
		await walkMap(page);
		await walkWindows(page);
		await walkPages(page);
		if (!isPhone(page)) {
			await goTo(page, /^(Suivi|Follow-up)/, /^(Suivi|Follow-up)/);
			await expectSound(page, 'follow-up');
			await goTo(page, /^(Accessibilité|Accessibility)/, /^(Accessibilité|Accessibility)/);
			await expectSound(page, 'accessibility');
		}
		await goTo(page, /^(Synthèse pour les élus|Summary for elected officials)$/, /(en bref|in brief) · Maillage$/);
		await expect(page.getByRole('img', { name: /^(Carte|Map)/ }).first()).toBeVisible({ timeout: 30_000 });
		await expectSound(page, 'summary for elected officials');
	});
}

test('axe finds no fault while a territory is made of files: none, given, made @wide', async ({ page }) => {
	test.setTimeout(120_000);
	await page.goto('./importer/');
	const prepare = page.getByRole('button', { name: 'Préparer le territoire' });
	await expect(prepare).toBeVisible();
	await expectSound(page, 'no file');
	const files = ['communes_fictif.geojson', 'carreaux_200m_fictif.csv', 'bibliotheques_fictif.csv'];
	await page.getByTestId('intake-files').setInputFiles(raw(...files));
	await expect(page.getByText('adresses des bibliothèques (certain)')).toBeVisible({ timeout: 40_000 });
	await page.getByRole('textbox', { name: 'Son nom' }).fill('Pays d’essai');
	await page.getByLabel('Zone de vacances scolaires').selectOption('B');
	for (const folded of await page.locator('main summary').all()) if (await folded.isVisible()) await folded.click();
	await expectSound(page, 'files given');
	await prepare.click();
	await expect(page.getByText('Pays d’essai est prêt et ouvert.')).toBeVisible({ timeout: 60_000 });
	await expectSound(page, 'made');
	await page.getByRole('link', { name: 'Mes projets' }).click();
	await expect(page.getByRole('rowheader', { name: /^Pays d’essai/ })).toBeVisible();
	await expectSound(page, 'a project kept');
});

test('keeps no cookie, and every control of the map is reached by the keyboard @wide', async ({ page, context }) => {
	await openDemo(page);
	expect(await context.cookies()).toEqual([]);
	const reached = new Set<string>();
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		reached.add(
			await page.evaluate(() => {
				const element = document.activeElement;
				return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
			})
		);
	}
	const names = [...reached].join('\n');
	for (const name of ['Charger mon territoire', 'En voiture', 'Rapprocher', 'Enregistrer la carte', 'Tableaux'])
		expect(names).toContain(name);
});
