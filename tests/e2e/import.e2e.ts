import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const RAW = join(import.meta.dirname, '../../data/demo/raw');
const raw = (...names: string[]) => names.map((name) => join(RAW, name));

test('from raw files to a diagnostic: recognised, prepared, opened, kept as a zip', async ({ page }) => {
	test.setTimeout(120_000);
	await page.goto('importer/');
	await page
		.getByTestId('intake-files')
		.setInputFiles(
			raw('communes_fictif.geojson', 'carreaux_200m_fictif.csv', 'bibliotheques_fictif.csv', 'horaires_fictif.csv')
		);
	const sites = page.getByRole('article', { name: 'bibliotheques_fictif.csv' });
	await expect(sites).toContainText('adresses des bibliothèques (certain)', { timeout: 40_000 });
	await expect(sites).toContainText('écartée');
	await expect(page.getByRole('article', { name: 'horaires_fictif.csv' })).toContainText('horaires des bibliothèques');
	const prepare = page.getByRole('button', { name: 'Préparer le territoire' });
	// The invented département has no zone of its own, and the file of several EPCI no name.
	await expect(prepare).toBeDisabled();
	await page.getByRole('textbox', { name: 'Son nom' }).fill('Pays d’essai');
	await page.getByLabel('Zone de vacances scolaires').selectOption('B');
	await prepare.click();
	await expect(page.getByText('Pays d’essai est prêt et ouvert.')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByRole('banner').getByText('Pays d’essai')).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Télécharger le territoire (zip)' }).click()
	]);
	expect(download.suggestedFilename()).toBe('pays-d-essai.zip');
	await page.getByRole('link', { name: 'Lire le diagnostic' }).click();
	await expect(page.getByRole('heading', { name: /Diagnostic de territoire/ }).first()).toBeVisible({
		timeout: 30_000
	});
});
