import type { Page } from '@playwright/test';
import { isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Modifications du scénario' });
const form = (page: Page) => page.getByRole('form');
const canvas = (page: Page) => page.getByRole('region', { name: 'Carte' }).locator('canvas').first();

async function openSimulation(page: Page): Promise<void> {
	await openDemo(page, 'simulation/?dire=heures-utilisables');
	await showSheet(page, 'Scénario');
}

async function showSheet(page: Page, name: 'Scénario' | 'Résultats', shown = true): Promise<void> {
	const sheet = page.getByRole('button', { name, exact: true });
	if (isPhone(page) && (await sheet.getAttribute('aria-expanded')) !== String(shown)) await sheet.click();
}

async function chooseSite(page: Page, field: string, name: RegExp): Promise<void> {
	const site = form(page).getByRole('combobox', { name: field });
	const option = await site.getByRole('option', { name }).first().textContent();
	await site.selectOption({ label: option ?? '' });
}

/** Puts what is placed near the middle of the map. */
async function place(page: Page): Promise<void> {
	await showSheet(page, 'Scénario', false);
	const box = await canvas(page).boundingBox();
	if (!box) throw new Error('no map');
	const [x, y] = [box.x + box.width * 0.45, box.y + box.height * 0.5];
	await (isPhone(page) ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
	await expect(
		form(page)
			.getByText(/^\s*À \S/)
			.first()
	).toBeVisible();
}

test('two sites become one, with its new surface: the sentence, what it brings, and the network has one less @wide', async ({
	page
}) => {
	await openSimulation(page);
	await page.getByRole('button', { name: 'Réunir des lieux' }).click();
	await expect(form(page)).toContainText('Choisissez le lieu qui reste');
	await chooseSite(page, 'Lieu qui reste', /^Annexe du Haut-Clos/);
	await chooseSite(page, 'Lieu qui ferme et le rejoint', /^Annexe du Port/);
	await form(page)
		.getByRole('spinbutton', { name: /^Surface/ })
		.fill('450');
	await form(page).getByRole('button', { name: 'Réunir' }).click();
	const row = list(page).getByRole('listitem');
	await expect(row).toContainText(/Annexe du Port.*Annexe du Haut-Clos/s);
	await expect(row).toContainText(/450\sm²/);
	await expect(row).toContainText(/perdrai(t|ent) jusqu’à|gagnerai(t|ent) jusqu’à|Personne n’y gagne ni n’y perd/, {
		timeout: 30_000
	});
	await row.getByRole('button', { name: /^Modifier/ }).click();
	await expect(form(page).getByRole('spinbutton', { name: /^Surface/ })).toHaveValue('450');
	await page.keyboard.press('Escape');
	await expect(form(page)).toHaveCount(0);
});

test('a surface is changed, beside today’s, and changed again @wide', async ({ page }) => {
	await openSimulation(page);
	await page.getByRole('button', { name: 'Changer la surface' }).click();
	await chooseSite(page, 'Lieu', /^Annexe du Port/);
	await expect(form(page)).toContainText(/Aujourd’hui|n’est pas connue/);
	await form(page).getByRole('spinbutton').fill('300');
	await form(page).getByRole('button', { name: 'Changer la surface' }).click();
	const row = list(page).getByRole('listitem');
	await expect(row).toContainText(/Annexe du Port.*300\sm²/s);
	await row.getByRole('button', { name: /^Modifier/ }).click();
	await form(page).getByRole('spinbutton').fill('320');
	await form(page)
		.getByRole('button', { name: /^(Retenir|Changer la surface)$/ })
		.click();
	await expect(row).toHaveCount(1);
	await expect(row).toContainText(/320\sm²/);
});

test('a bookmobile stops every week or every other one: the sentence says when, and rounds are changed @wide', async ({
	page
}) => {
	await openSimulation(page);
	await page.getByRole('button', { name: 'Arrêt de bibliobus' }).click();
	await place(page);
	await form(page).getByRole('button', { name: 'Ajouter cet arrêt' }).click();
	const row = list(page).getByRole('listitem');
	await expect(row).toContainText(/mercredi.*14\sh/s);
	await expect(row).toContainText(/gagnerai(t|ent)|Personne n’y gagne/, { timeout: 30_000 });
	await row.getByRole('button', { name: /^Modifier/ }).click();
	await form(page).getByRole('radio', { name: 'Semaines impaires' }).check();
	await expect(form(page)).toContainText('ISO');
	await form(page).getByRole('combobox', { name: 'Jour' }).selectOption({ label: 'samedi' });
	await form(page).getByRole('button', { name: 'Retenir' }).click();
	await expect(row).toHaveCount(1);
	await expect(row).toContainText(/samedi.*semaines impaires/s);
	await page.keyboard.press('Control+z');
	await expect(row).toContainText(/mercredi/);
});

// A finger taps what the mouse clicks.
test('an under-served sector is where a place may open: clicked on the map @wide', async ({ page }) => {
	await openDemo(page, '?secteurs=oui');
	const first = page.getByRole('region', { name: 'Secteurs déficitaires' }).getByRole('listitem').first();
	await expect(first).toBeVisible({ timeout: 30_000 });
	const name = await first.locator('strong').innerText();
	await first.getByRole('button').click();
	const card = page.getByRole('complementary');
	await card.getByRole('button', { name: /Centrer/ }).click();
	await page.keyboard.press('Escape');
	await expect(card).toHaveCount(0);

	// From the middle of the sector outwards, until the pointer is on its number or its outline.
	const box = await canvas(page).boundingBox();
	if (box === null) throw new Error('There is no map');
	const y = box.y + box.height / 2;
	let x = box.x + box.width / 2;
	const pointed = () => page.evaluate(() => document.querySelector('.hover')?.textContent ?? '');
	for (const end = box.x + box.width; x < end && !(await pointed()).includes(name); x += 2)
		await page.mouse.move(x + 2, y);
	await page.mouse.click(x, y);
	await expect(card.getByRole('heading', { level: 2 })).toHaveText(name);
	await card.getByRole('button', { name: 'Ouvrir un lieu ici' }).click();
	await expect(form(page).getByRole('button', { name: 'Ouvrir ce lieu' })).toBeEnabled();
});

test('an under-served sector is where a place may open: by the keyboard, from the list to the form', async ({
	page
}) => {
	await openDemo(page, '?secteurs=oui');
	if (isPhone(page)) await page.getByRole('button', { name: 'Légende et couches' }).click();
	const sectors = page.getByRole('region', { name: 'Secteurs déficitaires' });
	await expect(sectors.getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
	const name = await sectors.getByRole('listitem').first().locator('strong').innerText();
	await sectors.getByRole('listitem').first().getByRole('button').focus();
	await page.keyboard.press('Enter');
	const card = page.getByRole('complementary');
	await expect(card.getByRole('heading', { level: 2 })).toHaveText(name);
	await card.getByRole('button', { name: 'Ouvrir un lieu ici' }).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/simulation\//);
	await expect(
		form(page)
			.getByText(/^\s*À \S/)
			.first()
	).toBeVisible();
	const take = form(page).getByRole('button', { name: 'Ouvrir ce lieu' });
	await expect(take).toBeEnabled();
	await take.focus();
	await page.keyboard.press('Enter');
	await expect(list(page).getByRole('listitem')).toContainText(/Créer/);
	await expect(list(page).getByRole('listitem')).toContainText(/gagneraient/, { timeout: 30_000 });
});

test('scenarios are read side by side on a phone: names of lines stay, the page does not run out @narrow', async ({
	page
}) => {
	await openSimulation(page);
	for (let made = 0; made < 3; made++) {
		await page.getByRole('button', { name: /, scénario montré$/ }).click();
		await page.getByRole('menuitem', { name: 'Nouveau scénario' }).click();
	}
	await page.getByRole('button', { name: 'Fermer un lieu' }).click();
	await chooseSite(page, 'Lieu', /^Annexe du Port/);
	await form(page).getByRole('button', { name: 'Fermer ce lieu' }).click();
	await showSheet(page, 'Résultats');
	await page.getByRole('button', { name: 'Comparer des scénarios' }).click();
	for (const name of ['Scénario 1', 'Scénario 2']) await page.getByRole('checkbox', { name }).check();
	const table = page.getByRole('table', { name: 'Situation actuelle et scénarios' });
	await expect(table.getByRole('columnheader')).toHaveCount(4, { timeout: 30_000 });
	const heading = table.getByRole('rowheader', { name: /Lieux comptés du territoire/ });
	await table.getByRole('columnheader', { name: 'Scénario 3' }).scrollIntoViewIfNeeded();
	await expect(table.getByRole('row', { name: /Lieux comptés du territoire/ })).toContainText('−\u00a01');
	const box = await heading.boundingBox();
	expect(box?.x).toBe(0);
	expect(box?.width).toBeLessThan(160);
	await expectSound(page);
});
