import { isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const states: Readonly<Record<string, string>> = {
	'the map': '',
	'a commune’s card': '?dire=moment&fiche=commune-96014',
	'a site’s card': '?dire=heures&fiche=lieu-LI96015',
	'the tables': '?tableau=communes',
	'the tables of sites': '?tableau=lieux&mode=pied'
};
for (const [name, search] of Object.entries(states)) {
	test(`axe finds no fault and nothing runs out of the window: ${name}`, async ({ page }) => {
		await openDemo(page, search);
		await expectSound(page);
	});
}

test('axe finds no fault in the dark, in the panels, in the dialog and on the data page', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'Thème sombre' }).click();
	if (isPhone(page)) await page.getByRole('button', { name: 'Légende et couches' }).click();
	await expectSound(page);
	await page.getByRole('button', { name: 'Charger mon territoire' }).click();
	await expectSound(page);
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Données' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Données' })).toBeVisible();
	await expectSound(page);
});

test('keeps no cookie', async ({ page, context }) => {
	await openDemo(page);
	expect(await context.cookies()).toEqual([]);
});

test('every control of the map is reached by the keyboard', async ({ page }) => {
	await openDemo(page);
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
