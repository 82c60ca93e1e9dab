import { openDemo } from './app.ts';
import { expect, test } from './page.ts';

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

test('what a scenario changes, its costs, places and hours proposed have their formulas, examples, and what is in force', async ({
	page
}) => {
	await openDemo(page, 'methode/');
	const formulas = { comparaison: 1, couts: 4, implantation: 5, 'heures-a-ajouter': 2 };
	for (const [id, count] of Object.entries(formulas)) {
		const section = page.locator(`#${id}`);
		await expect(section.getByRole('figure')).toHaveCount(count);
		await expect(section.locator('figure math').first()).toBeAttached();
		await expect(section.getByRole('heading', { name: /^Exemple vérifié/ })).toHaveCount(1);
		await expect(section).toContainText('en voiture');
	}
	for (const id of ['comparaison', 'couts']) {
		await expect(page.locator(`#${id}`)).toContainText(/aucun\s: la situation actuelle/);
	}
	await expect(page.locator('#implantation')).toContainText('C. Toregas');
});
