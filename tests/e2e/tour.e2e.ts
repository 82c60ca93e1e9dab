import { openDemo } from './app.ts';
import { expect, test } from './page.ts';
import { expectSound } from './sound.ts';

test.use({ toured: true });

test('the tour of a first visit, by keyboard alone, ends in a real answer; it is offered once, and told again from the help', async ({
	page
}) => {
	test.setTimeout(120_000);
	await openDemo(page);
	const offer = page.getByRole('region', { name: 'Première visite ?' });
	await expect(offer).toContainText('trois minutes');
	await expectSound(page);
	await offer.getByRole('button', { name: 'Commencer' }).press('Enter');

	const step = page.getByRole('dialog');
	const next = () => step.getByRole('button', { name: 'Suivant' }).press('Enter');
	await expect(step.getByRole('heading', { name: 'Tout part d’une phrase' })).toBeFocused();
	await next();
	await step.getByRole('button', { name: 'Demander les heures utilisables' }).press('Enter');
	await expect(step.getByRole('status')).toContainText('C’est fait');
	await next();
	await next();
	// First they are shown, then the card is opened.
	await step.getByRole('button', { name: /^Ouvrir le secteur/ }).press('Enter');
	await expect(async () => {
		const open = step.getByRole('button', { name: /^Ouvrir le secteur/ });
		if (await open.isVisible()) await open.press('Enter', { timeout: 2000 });
		await expect(step.getByRole('status')).toContainText('C’est fait', { timeout: 1000 });
	}).toPass({ timeout: 30_000 });
	await expectSound(page);
	await next();
	await expect(page).toHaveURL(/simulation/);
	await expect(step.getByRole('heading', { name: 'Essayer un changement' })).toBeFocused();
	await step.getByRole('button', { name: 'Ajouter cet arrêt le samedi' }).press('Enter');
	await next();
	await expect(step.locator('.answer')).toContainText(/\d+\sh.*d’ouverture utilisable/, { timeout: 30_000 });
	await step.getByRole('button', { name: 'Terminer' }).press('Enter');
	await expect(step).toHaveCount(0);

	await page.goto('./');
	await expect(page.getByRole('region', { name: /^La question/ })).toBeVisible({ timeout: 30_000 });
	await expect(offer).toHaveCount(0);
	await page.keyboard.press('?');
	await page.getByRole('button', { name: 'Reprendre la visite guidée' }).press('Enter');
	await expect(step.getByRole('heading', { name: 'Tout part d’une phrase' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(step).toHaveCount(0);
});

test('the tour is not offered over what a link shows', async ({ page }) => {
	await openDemo(page, '?dire=moment');
	await expect(page.getByRole('region', { name: 'Première visite ?' })).toHaveCount(0);
});
