import { openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

test('“Comment c’est calculé” leads to the method of the sentence, its formula and what is in force', async ({
	page
}) => {
	await openDemo(page, '?dire=heures-utilisables&minutes=20&profil=etudiant');
	const link = page.getByRole('link', { name: 'Comment c’est calculé' }).first();
	// On a phone it stands in what is folded away under the sentence.
	if (!(await link.isVisible())) await page.getByText('Précisions', { exact: true }).click();
	await link.click();
	await expect(page).toHaveURL(/methode\/?.*#heures-utilisables$/);
	const section = page.locator('#heures-utilisables');
	await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
	const formulas = await section.locator('math *').evaluateAll((all) => all.map(({ namespaceURI }) => namespaceURI));
	expect([...new Set(formulas)]).toEqual([MATHML]);
	await expect(section).toContainText('20 min');
	await expect(section).toContainText('étudiant');
});

for (const [lang, name] of [
	['fr', 'Méthode'],
	['en', 'Method']
] as const) {
	test(`axe finds no fault and nothing runs out of the window: the methods, ${lang}, light and dark`, async ({
		page
	}) => {
		await openDemo(page, `methode/?lang=${lang}`);
		await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
		await expectSound(page);
		await page.getByRole('button', { name: /Thème sombre|Dark theme/ }).click();
		await expectSound(page);
	});
}
