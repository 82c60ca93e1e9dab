import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectInAddress, isPhone, openDemo, words } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const profiles = (page: Page) =>
	page.getByRole('table', { name: /^(Heures utilisables par profil|Usable hours by profile)$/ });
const sites = (page: Page) => page.getByRole('table', { name: /^(Horaires des lieux|Hours of the sites)/ });
const cursor = (page: Page) => page.getByRole('slider', { name: 'Moment de la semaine' });

async function openHours(page: Page, search = ''): Promise<void> {
	await openDemo(page, `horaires/${search}`);
	await expect(profiles(page).getByRole('row')).toHaveCount(1 + 7, { timeout: 30_000 });
	await expect(sites(page)).toBeVisible({ timeout: 30_000 });
}

/** The field of one site among those whose hours nobody knows. */
async function typeHours(page: Page, site: string, text: string): Promise<void> {
	await page.getByRole('textbox', { name: `Horaires de ${site}` }).fill(text);
	await expect(page.getByText('Compris :').first()).toBeVisible();
	await page.getByRole('button', { name: 'Retenir ces horaires' }).and(page.locator(':enabled')).click();
}

test('the picture of the week, its table and the sentence tell the same share @wide', async ({ page }) => {
	await openHours(page, '?dire=moment&moment=sa-15h00');
	const share = /(\d+) %/.exec(await words(page))?.[1];
	await expect(cursor(page)).toHaveAttribute('aria-valuetext', new RegExp(`^samedi 15\\sh, ${share}\\s%`));
	await expect(page.getByRole('paragraph').filter({ hasText: /samedi 15\sh\s:/ })).toHaveText(
		new RegExp(`${share}\\s%, .*\\shabitants, \\d+\\slieux ouverts`)
	);
	await page.getByRole('button', { name: 'Voir en tableau' }).click();
	const row = page
		.getByRole('table', { name: /par quart d’heure/ })
		.getByRole('row', { name: /^(1[345]) h.*–1[567] h/ });
	const at15 = row.filter({ hasText: new RegExp(`${share}\\s%`) });
	await expect(at15.first()).toBeVisible();
});

test('the cursor of the week is moved by the keyboard, and the sentence follows', async ({ page }) => {
	await openHours(page, '?dire=moment&moment=sa-15h00');
	await cursor(page).focus();
	await page.keyboard.press('ArrowRight');
	await expectInAddress(page, 'moment', 'sa-15h15');
	await page.keyboard.press('Home');
	await expect(cursor(page)).toHaveAttribute('aria-valuetext', /^samedi 7\sh, 0\s%/);
	await expect.poll(() => words(page)).toMatch(/le samedi à 7 h/);
});

test('the table of profiles states what the sentence says, and a row of it chooses the profile @wide', async ({
	page
}) => {
	await openHours(page, '?dire=heures-utilisables');
	const row = profiles(page).getByRole('row', { name: /^Actif à temps plein/ });
	const median = plain((await row.getByRole('cell').allInnerTexts())[3]);
	expect(median).toMatch(/^\d+ h( \d\d)?$/);
	expect(await words(page)).toContain(`au moins ${median} d’ouverture utilisable`);
	await profiles(page).getByRole('button', { name: 'Retraité' }).click();
	await expectInAddress(page, 'profil', 'retraite');
	await expect.poll(() => words(page)).toMatch(/65 ans ou plus.* au rythme d’un retraité/);
});

test('a site’s hours are typed, understood, kept, taken as a file and forgotten', async ({ page }) => {
	await openHours(page);
	const unknown = page.getByRole('heading', { name: /lieux sans horaires connus/ });
	const before = Number((await unknown.innerText()).split(/\s/)[0]);
	await page.getByRole('textbox', { name: 'Horaires de Médiathèque La Source' }).fill('bonjour');
	await expect(page.getByText('Ce texte n’a pas pu être lu comme des horaires.')).toBeVisible();
	await typeHours(page, 'Médiathèque La Source', 'mardi 16h-18h30, mercredi 10h-12h et 14h-18h');
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeVisible();
	await expect(unknown).toHaveText(new RegExp(`^${before - 1} `));
	const row = sites(page).getByRole('row', { name: /Médiathèque La Source Landrecelle/ });
	await expect(row).toContainText('saisi ici');
	// 2.5 h on Tuesday, 2 + 4 h on Wednesday.
	await expect(row.getByRole('cell').nth(1)).toHaveText(/^\s*8\sh\s30\s*$/);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Télécharger les horaires saisis' }).click()
	]);
	const csv = await readFile(await download.path(), 'utf8');
	expect(csv).toMatch(
		/^\ufeffid;nom;opening_hours\r\nLI\d+;Médiathèque La Source;"?Tu 16:00-18:30; We 10:00-12:00,14:00-18:00/
	);

	await row.getByRole('button').click();
	await expect(page.getByText('Texte saisi ici')).toBeVisible();
	await page.getByRole('button', { name: 'Revenir aux horaires du fichier' }).click();
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeHidden();
	await expect(unknown).toHaveText(new RegExp(`^${before} `));
});

test('hours typed are there when one comes back, and leaving asks nothing once they are kept @wide', async ({
	page
}) => {
	await openHours(page);
	await typeHours(page, 'Médiathèque La Source', 'Tu 16:00-18:00');
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeVisible();
	page.on('dialog', (dialog) => {
		throw new Error(`asked: ${dialog.type()}`);
	});
	await page.waitForTimeout(1200);
	await page.reload();
	await expect(page.getByText('1 lieu a des horaires saisis ici.')).toBeVisible({ timeout: 30_000 });
});

test('a site opens on its slots, its words and its year, and is found on the map @wide', async ({ page }) => {
	await openHours(page);
	await sites(page)
		.getByRole('button', { name: /^Annexe du Port/ })
		.click();
	await expect(page).toHaveURL(/fiche=lieu-/);
	const slots = page.getByRole('table', { name: /^Créneaux de Annexe du Port/ });
	await expect(slots.getByRole('row', { name: /^samedi 14\sh–16\sh\s30/ })).toBeVisible();
	await expect(
		page.getByText('Tu 16:00-18:00; We 14:00-18:00; Sa 09:30-12:00,14:00-16:30; Aug off; PH off')
	).toBeVisible();
	await page.getByRole('link', { name: 'Voir sur la carte' }).click();
	await expect(page.getByRole('heading', { name: 'Annexe du Port' })).toBeVisible();
});

test('the table is sorted by a moment, grouped, and taken to a spreadsheet whole @wide', async ({ page }) => {
	await openHours(page);
	const all = await sites(page).locator('tbody tr').count();
	await sites(page).getByRole('button', { name: 'Samedi après-midi' }).click();
	const first = sites(page).locator('tbody tr').first();
	await expect(first.getByRole('cell').nth(6)).not.toHaveText(/^0/);
	await page.getByRole('combobox', { name: 'Grouper par' }).selectOption('class');
	await expect(sites(page).getByRole('rowheader', { name: /^Classe A : / })).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'CSV' }).click()
	]);
	const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
	// The heading, the sites of the table and those whose hours are not known.
	const unknown = Number(
		(await page.getByRole('heading', { name: /sans horaires connus/ }).innerText()).split(/\s/)[0]
	);
	expect(rows.indexOf('')).toBe(1 + all + unknown);
	expect(rows.join('\n')).toMatch(/au rythme d’un actif à temps plein/);
});

test('a cell pinned on the map shows its week, without people or ages', async ({ page }) => {
	await openHours(page, '?fiche=carreau-600&dire=heures-utilisables');
	await expect(page.getByRole('heading', { name: 'La semaine d’un carreau' })).toBeVisible();
	await expect(page.getByText('Un carreau ne se lit jamais seul')).toBeVisible();
	await expect(cursor(page)).toHaveAttribute('aria-valuetext', /une? bibliothèque utilisable$/);
	await page.getByText('Toute l’étendue de la phrase').click();
	await expect(page.getByRole('heading', { name: /^La semaine d’Entre-Val-et-Monts/ })).toBeVisible();
});

for (const lang of ['fr', 'en'] as const) {
	test(`axe finds no fault and nothing runs out of the window: hours, ${lang}, light and dark`, async ({ page }) => {
		await openHours(page, `?lang=${lang}&fiche=lieu-LI96036`);
		if (lang === 'en') await page.getByRole('button', { name: 'Dark theme' }).click();
		await expect(page.getByText('Tu 16:00-18:00; We 14:00-18:00').first()).toBeVisible();
		const across = await page.locator('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
		expect(across).toBe(0);
		await expectSound(page);
		if (isPhone(page)) return;
		for (const name of [/Retenir ces horaires|Keep these hours/, /CSV/])
			await expect(page.getByRole('button', { name }).first()).toBeVisible();
	});
}
