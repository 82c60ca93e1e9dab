import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { chooseWord, expectInAddress, isPhone, openDemo, sentence } from './app.ts';
import { expect, test } from './page.ts';
import { dropSaturdays } from './saturdays.ts';
import { expectSound } from './sound.ts';

const sheet = (page: Page) => page.getByRole('article');
const head = (page: Page, name: string) => sheet(page).getByRole('heading', { level: 2, name, exact: true });

/** Opens the page, and waits for the figures of the document. */
async function openDiagnostic(page: Page, search = ''): Promise<void> {
	await openDemo(page, `diagnostic/${search}`);
	await expect(head(page, 'Synthèse')).toBeAttached({ timeout: 30_000 });
	await expect(sheet(page)).toHaveAttribute('aria-busy', 'false');
}

/** On a phone the outline and the figure stand in sheets. */
async function show(page: Page, tab: 'Plan' | 'Chiffre'): Promise<void> {
	const button = page.getByRole('button', { name: tab, exact: true });
	if (isPhone(page) && (await button.getAttribute('aria-expanded')) === 'false') await button.click();
}
async function hide(page: Page): Promise<void> {
	if (isPhone(page)) await page.keyboard.press('Escape');
}

/** All maps are drawn: the document can be printed. */
async function ready(page: Page): Promise<void> {
	await show(page, 'Chiffre');
	await expect(page.getByRole('button', { name: 'Imprimer ou PDF' })).toBeEnabled({ timeout: 30_000 });
	await hide(page);
}

/** A table that scrolls keeps in sight what its rows are of, on the ground of the paper. */
async function expectFirstColumnStays(page: Page): Promise<void> {
	const table = sheet(page).getByRole('region', { name: /Communes, / });
	const first = table.getByRole('cell').first();
	await table.scrollIntoViewIfNeeded();
	const before = await first.boundingBox();
	await table.evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
	expect(await table.evaluate((one) => one.scrollLeft)).toBeGreaterThan(50);
	const after = await first.boundingBox();
	expect(after?.x).toBeCloseTo(before?.x ?? 0, 0);
	expect(before?.width).toBeGreaterThan(110);
	const ground = (one: Locator) => one.evaluate((node) => getComputedStyle(node).backgroundColor);
	expect(await ground(first)).toBe(await ground(sheet(page)));
}

/** Nothing waits to be saved. */
const saved = (page: Page) => page.waitForTimeout(1200);

const titles = (page: Page) => sheet(page).getByRole('heading', { level: 2 }).allInnerTexts();

test('a figure of the document, chosen by mouse or keyboard, opens its calculation, sources and method', async ({
	page
}) => {
	await openDiagnostic(page);
	await expect(sheet(page)).toContainText('Document de travail');
	const sites = head(page, 'Synthèse').locator('..').getByRole('button', { name: '45', exact: true }).first();
	await sites.focus();
	await page.keyboard.press('Enter');
	await expect(sites).toHaveAttribute('aria-pressed', 'true');
	const panel = page.getByRole('region', { name: 'D’où vient ce chiffre ?' });
	await expect(panel).toContainText('45');
	await expect(panel).toContainText('Calcul');
	await expect(panel).toContainText('Données fictives');
	await panel.getByRole('link', { name: 'La méthode en détail' }).click();
	await expect(page).toHaveURL(/methode\/?.*#[a-z-]+$/);
});

test('sections are left out and moved, by keyboard too, and stay so; undo brings them back', async ({ page }) => {
	await openDiagnostic(page);
	await show(page, 'Plan');
	await page.getByRole('checkbox', { name: 'Partenaires' }).uncheck();
	await expect(head(page, 'Partenaires')).toHaveCount(0);
	const up = page.getByRole('button', { name: 'Monter « Horaires »' });
	await up.focus();
	await page.keyboard.press('Enter');
	await expect(up).toBeFocused();
	await page.keyboard.press('Enter');
	const order = await titles(page);
	expect(order.indexOf('Horaires')).toBe(order.indexOf('Activité') - 1);
	await saved(page);
	await page.reload();
	await expect(head(page, 'Synthèse')).toBeAttached({ timeout: 30_000 });
	expect(await titles(page)).toEqual(order);

	await show(page, 'Plan');
	await page.getByRole('checkbox', { name: 'Synthèse' }).uncheck();
	await expect(head(page, 'Synthèse')).toHaveCount(0);
	await hide(page);
	await page.getByRole('button', { name: /^Annuler : retirer une partie/ }).click();
	await expect(head(page, 'Synthèse')).toBeAttached();
});

// A finger scrolls: on a phone the buttons move sections.
test('a section is dragged to another place @wide', async ({ page }) => {
	await openDiagnostic(page);
	const row = (name: string): Locator =>
		page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name, exact: true }) });
	await row('Activité').dragTo(row('Synthèse'));
	const order = await titles(page);
	expect(order.indexOf('Activité')).toBe(order.indexOf('Synthèse') - 1);
});

test('the author’s words stay while figures are computed anew and after a reload, each area its own; one undo takes back what was typed in one go @wide', async ({
	page
}) => {
	await openDiagnostic(page);
	const own = page.getByRole('textbox', { name: /^Texte libre\. Contexte de la démarche/ });
	await own.fill('Demandé par le conseil communautaire.');
	await chooseWord(page, /^15 min/, '20 min');
	await expectInAddress(page, 'minutes', '20');
	await expect(sheet(page)).toContainText('à 20 min au plus');
	await expect(own).toHaveValue('Demandé par le conseil communautaire.');
	await saved(page);
	await page.reload();
	await expect(own).toHaveValue('Demandé par le conseil communautaire.', { timeout: 30_000 });

	await own.press('End');
	await own.pressSequentially(' Suite.');
	await page.getByRole('button', { name: /^Annuler : écrire dans le diagnostic/ }).click();
	await expect(own).toHaveValue('Demandé par le conseil communautaire.');
});

test('a document is a draft until its author validates it, and again once a word changes @wide', async ({ page }) => {
	await openDiagnostic(page);
	await show(page, 'Plan');
	await page.getByRole('textbox', { name: 'Auteur du document' }).fill('A. Martin');
	const validated = page.getByRole('checkbox', { name: 'Je valide ce document' });
	await validated.check();
	await expect(sheet(page).getByText('Document de travail', { exact: true })).toHaveCount(0);
	await expect(sheet(page)).toContainText('A. Martin');
	await hide(page);
	await page.getByRole('textbox', { name: /^Texte libre\. Contexte/ }).fill('Un mot.');
	await expect(sheet(page).getByText('Document de travail', { exact: true })).toBeVisible();
});

test('a diagnostic of a group of communes, found by name, and back to the territory @wide', async ({ page }) => {
	await openDiagnostic(page);
	await show(page, 'Plan');
	await page.getByRole('button', { name: 'Groupe de communes…' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'Nom du groupe' }).fill('Les deux rives');
	const communes = dialog.getByRole('group', { name: 'Communes' }).getByRole('checkbox');
	for (const rank of [0, 3]) await communes.nth(rank).check();
	await dialog.getByRole('searchbox').fill('val');
	await communes.first().check();
	await expect(dialog.getByRole('status')).toContainText(/3 communes choisies|2 communes choisies/);
	await expectSound(page);
	await dialog.getByRole('button', { name: 'Établir ce diagnostic' }).click();
	await expect(sheet(page).getByRole('heading', { level: 1 })).toContainText('Les deux rives', { timeout: 30_000 });
	await expect.poll(() => new URL(page.url()).searchParams.get('ou')).toMatch(/^communes-.*_Les deux rives$/);

	await hide(page);
	await sentence(page)
		.getByRole('button', { name: /deux rives/ })
		.click();
	await expect(page.getByRole('option', { name: 'Les deux rives' })).toHaveAttribute('aria-current', 'true');
	await page.keyboard.press('Escape');
	await show(page, 'Plan');
	await page.getByRole('button', { name: 'Revenir à tout le territoire' }).click();
	await expect(sheet(page).getByRole('heading', { level: 1 })).not.toContainText('Les deux rives');
});

test('a sector is drawn by clicks and by the keyboard alone', async ({ page }) => {
	await openDiagnostic(page);
	await show(page, 'Plan');
	await page.getByRole('button', { name: 'Dessiner un secteur…' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'Nom du secteur' }).fill('La boucle');
	const map = dialog.getByRole('application', { name: 'Carte où dessiner le secteur' });
	const box = (await map.boundingBox()) ?? { width: 0, height: 0 };
	await map.click({ position: { x: box.width * 0.35, y: box.height * 0.3 } });
	await map.click({ position: { x: box.width * 0.65, y: box.height * 0.3 } });
	const take = dialog.getByRole('button', { name: 'Établir ce diagnostic' });
	await expect(take).toBeDisabled();
	await map.focus();
	for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const status = dialog.getByRole('status');
	await expect(status).toContainText('3 coins posés');
	await map.click({ position: { x: box.width * 0.5, y: box.height * 0.15 } });
	await expect(status).toContainText('un côté du secteur en croiserait un autre');
	await page.keyboard.press('PageDown');
	await expect(status).toContainText('Coin 1 sur 3');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Enter');
	await expect(status).toContainText('3 coins posés');
	await map.hover({ position: { x: box.width * 0.65, y: box.height * 0.3 } });
	await page.mouse.down();
	await map.hover({ position: { x: box.width * 0.7, y: box.height * 0.2 } });
	await page.mouse.up();
	await expect(status).toContainText('3 coins posés');
	await expectSound(page);
	await take.click();
	await expect(sheet(page).getByRole('heading', { level: 1 })).toContainText('La boucle', { timeout: 30_000 });
	await expect.poll(() => new URL(page.url()).searchParams.get('ou')).toMatch(/^secteur-.*_La boucle$/);
});

test('the scenario that is looked at is told, with what it does @wide', async ({ page }) => {
	await openDiagnostic(page);
	await page.getByRole('button', { name: /, scénario montré$/ }).click();
	await page.getByRole('menuitem', { name: 'Nouveau scénario' }).click();
	const told = head(page, 'Scénarios, préconisations, suivi').locator('..');
	await expect(told).toContainText('Scénario 1', { timeout: 30_000 });
});

// Chromium alone prints pages to a file.
test('printed, the document has its pages, its words and its numbers, and nothing of the app @wide', async ({
	page
}) => {
	await openDiagnostic(page);
	await page.getByRole('textbox', { name: /^Texte libre\. Contexte/ }).fill('Demandé par le conseil.\n\nPar lettre.');
	await ready(page);
	const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
	const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	expect(pages).toBeGreaterThan(15);
	expect(pages).toBeLessThan(55);
	// A4, in points.
	expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45]\.\d+ 84[12]\.\d+\]/);

	await page.emulateMedia({ media: 'print' });
	await expect(sheet(page).getByText('Par lettre.', { exact: true })).toBeVisible();
	for (const hidden of [sentence(page), page.getByRole('navigation').first(), page.getByRole('banner').first()])
		await expect(hidden).toBeHidden();
	await expect(sheet(page).getByRole('textbox')).toHaveCount(0);
	// Nothing is wider than the paper between its margins: 21 cm less 2 × 1.9 cm.
	await page.setViewportSize({ width: 650, height: 900 });
	const wide = () => sheet(page).evaluate((all) => all.scrollWidth - all.clientWidth);
	expect(await wide()).toBe(0);

	// Its key figures come after a map that floats.
	await page.emulateMedia({ media: 'screen' });
	await dropSaturdays(page);
	await expect(sheet(page).getByRole('heading', { name: /Samedis après-midi/ })).toBeAttached({ timeout: 45_000 });
	await expect(sheet(page).getByText('de coût par an')).toBeAttached({ timeout: 30_000 });
	await page.emulateMedia({ media: 'print' });
	expect(await wide()).toBe(0);
});

test('pictures are as narrow as a narrow window has room for, and as wide as paper while they are printed @wide', async ({
	page
}) => {
	const widths = () =>
		sheet(page)
			.locator('figure svg[role="img"]')
			.evaluateAll((all) => all.map((one) => (one as SVGSVGElement).viewBox.baseVal.width));
	await openDiagnostic(page);
	await page.setViewportSize({ width: 1100, height: 800 });
	await ready(page);
	await expect.poll(async () => new Set(await widths())).toEqual(new Set([384]));
	const printed = await page.evaluate(
		() =>
			new Promise<number[]>((resolve) => {
				window.print = () => {
					const pictures = document.querySelectorAll<SVGSVGElement>(
						'.report-sheet figure:not(.former) svg[role="img"]'
					);
					resolve([...pictures].map(({ viewBox }) => viewBox.baseVal.width));
					window.dispatchEvent(new Event('afterprint'));
				};
				const button = [...document.querySelectorAll('button')].find((one) =>
					one.textContent?.includes('Imprimer ou PDF')
				);
				button?.click();
			})
	);
	expect(printed.length).toBeGreaterThan(4);
	expect(new Set(printed)).toEqual(new Set([720]));
	await expect.poll(async () => new Set(await widths())).toEqual(new Set([384]));
});

test('the document is saved as files of the kinds that offices and maps open @wide', async ({ page }) => {
	await openDiagnostic(page);
	await ready(page);
	await show(page, 'Chiffre');
	const [zip, sqlite] = ['PK', 'SQLite format 3'];
	const kinds = [
		['Word', 'docx', zip],
		['Excel', 'xlsx', zip],
		['Page HTML', 'html', '<!doctype html>'],
		['Tableaux CSV', 'csv.zip', zip],
		['GeoPackage', 'gpkg', sqlite],
		['GeoJSON', 'geojson.zip', zip]
	];
	for (const [name, extension, begins] of kinds) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name, exact: true }).click()
		]);
		expect(download.suggestedFilename()).toBe(`diagnostic-de-territoire-entre-val-et-monts.${extension}`);
		const bytes = await readFile(await download.path());
		expect(bytes.subarray(0, begins.length).toString('latin1').toLowerCase()).toBe(begins.toLowerCase());
	}
});

// Contrast is of a theme, words are of a language: each is looked at once.
for (const [lang, summary, theme, where] of [
	['fr', 'Synthèse', 'light', ''],
	['en', 'Summary', 'dark', ' @wide']
] as const) {
	test(`axe finds no fault and nothing runs out of the window: the diagnostic, ${lang}, ${theme}${where}`, async ({
		page
	}) => {
		await openDemo(page, `diagnostic/?lang=${lang}`);
		await expect(head(page, summary)).toBeAttached({ timeout: 30_000 });
		if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click();
		await expect(sheet(page).getByRole('figure').locator('svg').first()).toBeAttached({ timeout: 30_000 });
		await expectSound(page);
		if (!isPhone(page)) return;
		await expectFirstColumnStays(page);
		for (const tab of [/^(Plan|Outline)$/, /^(Chiffre|Figure)$/]) {
			await page.getByRole('button', { name: tab }).click();
			await expectSound(page);
		}
	});
}
