import type { Page } from '@playwright/test';
import { expect } from './page.ts';

/** Opens the app, or a link to it, and waits for the figures of the demo. */
export async function openDemo(page: Page, search = ''): Promise<void> {
	await page.goto(`./${search}`);
	await expect(sentence(page).locator('.words')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
}

/** The sentence as it is read, with plain spaces. */
export async function words(page: Page): Promise<string> {
	return (await sentence(page).locator('.words').innerText()).replaceAll(/\s+/g, ' ').replaceAll(' ,', ',').trim();
}

/** In either language. */
export const sentence = (page: Page) => page.getByRole('region', { name: /^(La question posée|The question asked)$/ });

/** Chooses one of the three forms of the sentence. */
export async function chooseForm(page: Page, name: string): Promise<void> {
	await page.getByRole('radio', { name }).check({ force: true });
}

/** Chooses a word of the sentence in its list. */
export async function chooseWord(page: Page, word: string | RegExp, option: string | RegExp): Promise<void> {
	await sentence(page).getByRole('combobox', { name: word }).click();
	await page.getByRole('option', { name: option, exact: true }).click();
}

/** The parameter of the address, once it is the one expected. */
export async function expectInAddress(page: Page, name: string, value: string | null): Promise<void> {
	await expect.poll(() => new URL(page.url()).searchParams.get(name)).toBe(value);
}

export const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 700;

/** Twenty places of some people each, anywhere: more than can be proved in three minutes. */
export async function askMuch(page: Page): Promise<void> {
	await page.getByLabel('Ce qui est cherché').selectOption({ label: 'Le trajet moyen le plus court' });
	await page.getByLabel('Nouveaux lieux, au plus').fill('20');
	await page.getByLabel('Emplacements possibles').selectOption('demand-points');
	await page.getByText('Autres conditions').click();
	await page.getByLabel('Habitants desservis par un nouveau lieu, au moins').fill('900');
	await page.getByLabel('Durée de recherche, en secondes').selectOption('180');
	await page.getByRole('button', { name: 'Chercher' }).click();
}
