import { chooseForm, chooseWord, expectInAddress, openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

test('an élu reads the sentence, changes its words, and sends the link', async ({ page, context }) => {
	await openDemo(page);
	await expect
		.poll(() => words(page))
		.toMatch(/^En voiture, 9\d % des habitants d’Entre-Val-et-Monts résident à 15 min au plus/);
	await expect(page.getByText('Territoire fictif de démonstration', { exact: true })).toBeVisible();

	await chooseWord(page, /^En voiture/, 'À pied');
	await expectInAddress(page, 'mode', 'pied');
	await expect.poll(() => words(page)).toMatch(/^À pied, [1-8]\d % des habitants/);
	const onFoot = await words(page);

	await chooseWord(page, /^15.min/, /^5.min$/);
	await expectInAddress(page, 'minutes', '5');
	await expect.poll(() => words(page)).not.toBe(onFoot);

	// The browser's back undoes a word.
	await page.goBack();
	await expectInAddress(page, 'minutes', '15');
	await expect.poll(() => words(page)).toBe(onFoot);

	// Who receives the link reads the same sentence.
	const other = await context.newPage();
	await other.goto(page.url());
	await expect.poll(() => words(other), { timeout: 30_000 }).toBe(onFoot);
	await other.close();
});

test('at a moment: the same sentence, the week and the open places say the same @wide', async ({ page }) => {
	await openDemo(page);
	await chooseForm(page, 'À un moment');
	await expectInAddress(page, 'dire', 'moment');
	await expect.poll(() => words(page)).toMatch(/le samedi à 15 h, \d+ % des habitants/);
	const share = /(\d+) % des/.exec(await words(page))?.[1];

	const cursor = page.getByRole('slider', { name: /semaine|bibliothèque ouverte/i });
	await expect(cursor).toHaveAttribute('aria-valuetext', new RegExp(`samedi.15.h.*${share}.%`));

	// A quarter of an hour later, by keyboard.
	await cursor.focus();
	await page.keyboard.press('ArrowRight');
	await expect(cursor).toHaveAttribute('aria-valuetext', /samedi.15.h.15/);
	await expectInAddress(page, 'moment', 'sa-15h15');
	await expect.poll(() => words(page)).toContain('le samedi à 15 h 15');
});

test('the hours people have, and who has none @wide', async ({ page }) => {
	await openDemo(page);
	await chooseForm(page, 'Heures d’ouverture');
	await expect.poll(() => words(page)).toMatch(/la moitié des habitants .* disposent d’au moins \d+ h/);
	await chooseWord(page, /^habitants/, /^65 ans ou plus/);
	await expectInAddress(page, 'qui', '65-et-plus');
	await expect.poll(() => words(page)).toContain('la moitié des 65 ans ou plus');
	await chooseWord(page, /^en semaine scolaire/, 'l’été');
	await expectInAddress(page, 'semaine', 'ete');
});

test('in English @wide', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'English' }).click();
	await expectInAddress(page, 'lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('radio', { name: /Proximity|Close/i })).toBeAttached();
	// Names and titles of the data stay in their own language.
	await expect.poll(() => words(page)).toMatch(/^By car, 9\d% of residents in Entre-Val-et-Monts live within 15 min/);
	await expect(page.getByRole('main')).not.toContainText(/\bhabitants|horaires|ouverture|semaine/i);
});
