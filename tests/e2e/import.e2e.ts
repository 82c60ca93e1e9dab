import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const RAW = join(import.meta.dirname, '../../data/demo/raw');
const raw = (...names: string[]) => names.map((name) => join(RAW, name));

test.beforeEach(({}, { project }) => {
	test.skip(project.name === 'phone', 'the layout is tried by its pictures');
});

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

test('a bad file is refused in a sentence, and one whose columns are unknown is mended by hand', async ({ page }) => {
	test.setTimeout(90_000);
	await page.goto('importer/');
	const table = 'lieu;nord;est\nBibliothèque A;48,25;5,04\nBibliothèque B;48,26;5,05\n';
	await page.getByTestId('intake-files').setInputFiles([
		{ name: 'classeur.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 [Content_Types].xml xl/') },
		{ name: 'lieux.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
	]);
	await expect(page.getByRole('article', { name: 'classeur.xlsx' })).toContainText('CSV', { timeout: 40_000 });
	const places = page.getByRole('article', { name: 'lieux.csv' });
	await expect(places).toContainText('non reconnu');
	await places.getByLabel('Ce fichier contient').selectOption('sites');
	await expect(places.getByText('Colonnes comprises')).toBeVisible();
	for (const [field, heading] of [
		['latitude', 'nord'],
		['longitude', 'est'],
		['nom', 'lieu']
	] as const) {
		await places.getByLabel(field, { exact: true }).selectOption(heading);
		await expect(places.getByLabel('Ce fichier contient')).toBeVisible();
	}
	await expect(places).toContainText('Les 2 lignes lues sont gardées.');
	await expect(page.getByRole('button', { name: 'Préparer le territoire' })).toBeDisabled();
	await expect(page.getByText('Les communes', { exact: false }).first()).toBeVisible();
});
