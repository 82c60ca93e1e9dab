import type { Page } from '@playwright/test';
import { chooseForm, chooseWord, expectInAddress, openDemo, sentence, words as wordsNow } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

/** The sentence, once its figures are of its words. */
async function words(page: Page) {
	await expect(sentence(page).locator('.words')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
	return wordsNow(page);
}

test('usable hours: a profile is changed by keyboard, and the browser’s back undoes it @wide', async ({ page }) => {
	await openDemo(page);
	await chooseForm(page, 'Heures utilisables');
	await expectInAddress(page, 'dire', 'heures-utilisables');
	await expect
		.poll(() => words(page))
		.toMatch(
			/la moitié des 25-64 ans .* au rythme d’un actif à temps plein, disposent d’au moins \d+ h.* n’en ont aucune\.$/
		);
	const proposed = await words(page);

	await chooseWord(page, /^actif à temps plein/, 'Modifier les profils…');
	const editor = page.getByRole('dialog', { name: 'Profils horaires' });
	await editor.getByRole('textbox', { name: 'samedi, plage 1, à' }).fill('8h');
	await page.keyboard.press('Tab');
	await expect(editor.getByText(/La fin \(08:00\) n’est pas après le début/)).toBeVisible();
	await editor.getByRole('textbox', { name: 'samedi, plage 1, à' }).fill('12h30');
	await page.keyboard.press('Enter');
	await expect(editor).toBeHidden();
	await expect.poll(() => words(page)).toContain('au rythme d’un actif à temps plein (modifié), disposent');
	await expect.poll(() => words(page)).not.toContain(/au moins (\d+ h( \d+)?)/.exec(proposed)?.[1] ?? '');

	await page.goBack();
	await expectInAddress(page, 'rythme', null);
	await expect.poll(() => words(page)).toBe(proposed);
});

test('the table of communes has the figure of the sentence @wide', async ({ page }) => {
	await openDemo(page, '?dire=heures-utilisables&tableau=communes');
	const median = /au moins (\d+ h(?: \d+)?) d’ouverture/.exec(await words(page))?.[1] ?? 'no figure';
	const whole = page.getByRole('table', { name: 'Communes' }).getByRole('row', { name: /^Entre-Val-et-Monts/ });
	await expect.poll(async () => (await whole.innerText()).replaceAll(/\s+/g, ' ')).toContain(median);
});

test('a given week is chosen by its date, and told for what it is @wide', async ({ page }) => {
	await openDemo(page, '?dire=heures');
	await chooseWord(page, /^en semaine scolaire/, 'une semaine précise…');
	const dialog = page.getByRole('dialog', { name: 'Une semaine précise' });
	await dialog.getByLabel('Un jour de cette semaine').fill('2026-07-16');
	await expect(dialog.getByRole('status')).toContainText(/semaine 29.*vacances d’été \(zone B\)/is);
	await dialog.getByRole('button', { name: 'Semaine précédente' }).click();
	await expectSound(page);
	await dialog.getByRole('button', { name: 'Retenir cette semaine' }).click();
	await expectInAddress(page, 'semaine', '2026-S28');
	await expect.poll(() => words(page)).toMatch(/la semaine du 6 juillet 2026, la moitié .*au moins \d+ h/);
});

test('supply: each measure has its words and its unit @wide', async ({ page }) => {
	await openDemo(page, '?dire=offre');
	await expect
		.poll(() => words(page))
		.toMatch(
			/^En voiture, en semaine scolaire, .* \d+ h.* pour 1 000 habitants \(E2SFCA\) ; .* se partage \d+ % de l’offre\.$/
		);
	await sentence(page)
		.getByRole('button', { name: /Mesure de l’offre/ })
		.click();
	await page.getByRole('radio', { name: 'Temps jusqu’au lieu le plus proche' }).check();
	await page.getByRole('radio', { name: 'la deuxième bibliothèque la plus proche' }).check();
	await expectInAddress(page, 'rang', '2');
	await page.keyboard.press('Escape');
	await expect
		.poll(() => words(page))
		.toMatch(/^En voiture, la moitié .* résident à \d+ min au plus de la deuxième bibliothèque la plus proche/);
	await expectSound(page);
});

test('axe finds no fault in the new forms and in the editor of profiles, in both languages, in the dark too', async ({
	page
}) => {
	await openDemo(page, '?dire=heures-utilisables');
	await expectSound(page);
	await page.getByRole('button', { name: 'English' }).click();
	await page.getByRole('button', { name: 'Dark theme' }).click();
	await chooseWord(page, /^a full-time worker/, 'Change the profiles…');
	const editor = page.getByRole('dialog', { name: 'Audience profiles' });
	await editor.getByRole('button', { name: 'Add a window: Monday' }).click();
	await editor.getByRole('button', { name: 'Apply' }).click();
	await expect(editor.getByRole('alert')).toContainText('full-time worker');
	await expectSound(page);
});
