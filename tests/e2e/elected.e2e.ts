import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expectInAddress, isPhone } from './app.ts';
import { expect, test } from './page.ts';
import { dropSaturdays, NAME } from './saturdays.ts';
import { expectSound } from './sound.ts';

const MOST_BYTES = 1_000_000;

async function openPage(page: Page, search = ''): Promise<void> {
	await page.goto(`./synthese/${search}`);
	await expect(page.getByRole('heading', { level: 1, name: /la lecture publique en bref/ })).toBeVisible({
		timeout: 45_000
	});
	await expect(page.getByRole('img', { name: /^Carte des heures/ })).toBeVisible({ timeout: 30_000 });
}

async function dropScenario(page: Page): Promise<void> {
	await dropSaturdays(page);
	await expect(page.getByRole('radio', { name: `Avec « ${NAME} »` })).toBeAttached({ timeout: 45_000 });
	await expect(page.getByRole('img', { name: /^Carte des heures/ })).toBeVisible({ timeout: 30_000 });
}

const figures = (page: Page) => page.getByRole('region', { name: 'Les chiffres' });
const numbers = (page: Page) => figures(page).getByRole('button').allInnerTexts();

test('an élu reads one screen: a title, a map, three figures, the sentences, and nothing to choose', async ({
	page
}) => {
	await openPage(page);
	expect(await numbers(page)).toHaveLength(3);
	const said = page.getByRole('region', { name: 'L’essentiel' });
	await expect(said.getByRole('listitem')).toHaveCount(4);
	await expect(said).toContainText(/lieux de lecture publique pour \d/);
	await expect(page.getByText('Document de travail')).toBeVisible();
	await expect(page.getByText('Territoire fictif de démonstration', { exact: true })).toBeVisible();
	await expect(page.getByText(/^Sources/)).toBeVisible();
	await expect(page.getByRole('link', { name: /^Accessibilité/ })).toBeVisible();
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('combobox')).toHaveCount(0);
	await expect(page.getByRole('radio')).toHaveCount(0);
	await expectSound(page);
	if (isPhone(page)) return;
	const main = page.getByRole('main');
	expect(await main.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
});

test('every figure tells where it comes from @wide', async ({ page }) => {
	await openPage(page);
	const all = page.getByRole('article').getByRole('button');
	const count = await all.count();
	expect(count).toBeGreaterThan(6);
	for (const rank of [0, 1, 2, count - 1]) {
		const text = await all.nth(rank).innerText();
		await all.nth(rank).click();
		const dialog = page.getByRole('dialog', { name: 'D’où vient ce chiffre' });
		await expect(dialog).toContainText(text);
		if (rank === 0) await expectSound(page);
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	}
});

test('before and after a scenario, on the page and in the file that is sent @wide', async ({
	page,
	browser
}, testInfo) => {
	test.setTimeout(150_000);
	await openPage(page);
	await dropScenario(page);
	await expectInAddress(page, 'scenario', 'samedis');
	const before = await numbers(page);
	const map = await page.getByRole('img', { name: /^Carte des heures/ }).innerHTML();
	await page.getByText(`Avec « ${NAME} »`, { exact: true }).click();
	const after = await numbers(page);
	expect(after[0]).toBe(before[0]);
	expect(after[2]).not.toBe(before[2]);
	await expect(figures(page).getByText(/^aujourd’hui/)).toHaveCount(3);
	// The former picture stays until the new one is drawn.
	await expect.poll(() => page.getByRole('img', { name: /^Carte des heures/ }).innerHTML()).not.toBe(map);
	const said = page.getByRole('region', { name: 'L’essentiel' });
	await expect(said.getByRole('listitem')).toHaveCount(5);
	await expect(said).toContainText(/améliorerait l’accès de [1-9]/);
	await expectSound(page);

	// Somebody else's browser has nothing of it but the link.
	const stranger = await browser.newContext({ viewport: page.viewportSize(), locale: 'fr-FR' });
	const theirs = await stranger.newPage();
	await theirs.goto(await copiedLink(page));
	await expect(theirs.getByRole('radio', { name: `Avec « ${NAME} »` })).toBeAttached({ timeout: 60_000 });
	await expect(theirs.getByRole('img', { name: /^Carte des heures/ })).toBeVisible({ timeout: 30_000 });
	expect(await numbers(theirs)).toEqual(before);
	await theirs.getByText(`Avec « ${NAME} »`, { exact: true }).click();
	expect(await numbers(theirs)).toEqual(after);
	const essential = (one: Page) =>
		one.getByRole('region', { name: 'L’essentiel' }).getByRole('listitem').allInnerTexts();
	expect(await essential(theirs)).toEqual(await essential(page));
	await stranger.close();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Télécharger pour l’envoyer par courriel' }).click()
	]);
	const path = testInfo.outputPath(download.suggestedFilename());
	await download.saveAs(path);
	expect(path).toMatch(/synthese-.*\.html$/);
	const content = await readFile(path);
	expect(content.byteLength).toBeLessThan(MOST_BYTES);
	const names = ['Médiathèque de Tressigny', 'Bibliothèque Colette', 'Jules-Verne'];
	expect(names.filter((name) => content.includes(name))).toEqual([]);

	const context = await browser.newContext({ offline: true, viewport: page.viewportSize() });
	const file = await context.newPage();
	const faults: string[] = [];
	const address = pathToFileURL(path).href;
	file.on('request', (request) => {
		if (request.url() !== address && !request.url().startsWith('data:')) faults.push(request.url());
	});
	file.on('console', (message) => faults.push(message.text()));
	file.on('pageerror', (error) => faults.push(error.message));
	await file.goto(address);
	const shown = async () => (await file.locator('.number:visible').allInnerTexts()).map((text) => text.trim());
	expect(await shown()).toEqual(before);
	// The style is allowed by its hash, or the page would be bare.
	await expect(file.getByText(/^aujourd’hui/).first()).toBeHidden();
	// One map at a time, and the letters of the page in it.
	const drawn = file.locator('figure .map:visible > svg');
	await expect(drawn).toHaveCount(1);
	expect(await file.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(['loaded', 'loaded']);
	await expectWithin(file);
	await file.getByText(`Avec « ${NAME} »`, { exact: true }).click();
	expect(await shown()).toEqual(after);
	await expect(drawn).toHaveCount(1);
	await file.locator('.sentences a').first().click();
	await expect(file.locator('.origins :target')).toBeVisible();
	expect(await printedPages(file)).toBe(1);
	expect(faults).toEqual([]);
	await context.close();
});

test('is reached from the shell, and leads back', async ({ page }) => {
	await page.goto('./methode/?mode=velo');
	await page.getByRole('link', { name: 'Synthèse pour les élus' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /en bref/ })).toBeVisible({ timeout: 45_000 });
	await expect(page.getByRole('paragraph').filter({ hasText: /^À vélo, à 15/ })).toBeVisible();
	await expectInAddress(page, 'mode', 'velo');
	await page.getByRole('link', { name: 'Retour à l’application' }).click();
	await expectInAddress(page, 'mode', 'velo');
	await expect(page.getByRole('navigation')).toBeVisible();
});

// Paper has one size.
test('prints on one page @wide', async ({ page }) => {
	await openPage(page);
	await dropScenario(page);
	expect(await printedPages(page)).toBe(1);
});

/** The link that the page copies, whose clipboard the test stands for. */
async function copiedLink(page: Page): Promise<string> {
	await page.evaluate(() => {
		const copied = (text: string) => void (document.body.dataset.copied = text);
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => copied(text) } });
	});
	await page.getByRole('button', { name: 'Copier le lien' }).click();
	await expect(page.getByText('Il porte le scénario entier')).toBeVisible();
	return page.evaluate(() => document.body.dataset.copied ?? '');
}

async function printedPages(page: Page): Promise<number> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Nothing runs out of the window across. */
async function expectWithin(page: Page): Promise<void> {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over).toBe(0);
}
