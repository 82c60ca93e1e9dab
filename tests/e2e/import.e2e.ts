import { readFileSync } from 'node:fs';
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

/** The first communes of the demo hold the first sound site; the second is told far away, the third twice. */
const SITES = [
	'machin;nord;est;insee;texte',
	'Bibliothèque du Bourg;48.390458;5.091338;96260;sa 10h-12h',
	'Bibliothèque des Tanneries;44.5;1.2;96260;',
	'Médiathèque du Haut-Clos;48.402223;5.089316;96260;',
	'Bibliothèque du Haut-Clos;48.402323;5.089316;96260;me 14h-18h'
].join('\n');
const PICTURE = Buffer.from([
	0x89,
	0x50,
	0x4e,
	0x47,
	0x0d,
	0x0a,
	0x1a,
	0x0a,
	...Array.from({ length: 400 }, (_, i) => (i * 37) % 256)
]);
const given = (name: string, content: string | Buffer) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content)
});

/** What the browser keeps of imports. */
function keptText(): Promise<string> {
	return new Promise((told, failed) => {
		const opening = indexedDB.open('maillage-import');
		opening.onerror = () => failed(opening.error);
		opening.onsuccess = () => {
			const reading = opening.result.transaction('imports').objectStore('imports').getAll();
			reading.onsuccess = () => {
				opening.result.close();
				told(JSON.stringify(reading.result));
			};
		};
	});
}

test('bad files are told, columns chosen by hand, sites put right in place', async ({ page }) => {
	test.setTimeout(120_000);
	await page.goto('importer/');
	await page
		.getByTestId('intake-files')
		.setInputFiles([
			given('lieux.csv', SITES),
			given('image.csv', PICTURE),
			given('archive.zip', Buffer.from('PK\u0003\u0004 cut short')),
			given('communes.geojson', readFileSync(raw('communes_fictif.geojson')[0]))
		]);
	const card = (name: string) => page.getByRole('article', { name });
	await expect(card('communes.geojson')).toContainText('contours des communes', { timeout: 40_000 });
	for (const bad of ['image.csv', 'archive.zip']) {
		await expect(card(bad).locator('.failure')).not.toBeEmpty();
		await page.getByRole('button', { name: `Retirer ${bad}` }).click();
	}

	const sites = card('lieux.csv');
	await sites.getByLabel('Ce fichier contient').selectOption('sites');
	const columns = { name: 'machin', lat: 'nord', lon: 'est', communeCode: 'insee', hours: 'texte' };
	for (const [field, heading] of Object.entries(columns))
		await sites.locator(`select[data-field="${field}"]`).selectOption(heading);
	await expect(sites).toContainText('Les 4 lignes lues sont gardées.');

	// One lies far from its commune: it is placed by its coordinates, held against the communes.
	await page.getByRole('button', { name: /Bibliothèque des Tanneries/ }).click();
	const [lat, lon] = [page.getByLabel('Latitude', { exact: true }), page.getByLabel('Longitude', { exact: true })];
	await lat.fill('47');
	await expect(page.getByText('Ce point n’est dans aucune commune de la liste')).toBeVisible();
	await lat.fill('48,392898');
	await lon.fill('5,106581');
	await page.getByRole('button', { name: 'Placer ici' }).click();
	await expect(page.getByText('4 lieux dans le territoire.')).toBeVisible();
	// Two are one.
	await page.getByRole('button', { name: 'Un seul lieu : garder Médiathèque du Haut-Clos' }).click();
	await expect(page.getByText('3 lieux dans le territoire.')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler la correction' }).click();
	await expect(page.getByText('4 lieux dans le territoire.')).toBeVisible();
	await page.getByRole('button', { name: 'Rétablir la correction' }).click();
	await expect(page.getByText('3 lieux dans le territoire.')).toBeVisible();
	// The keys undo it too, wherever the focus is.
	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('Control+z');
	await expect(page.getByText('4 lieux dans le territoire.')).toBeVisible();
	await page.keyboard.press('Control+Shift+z');
	await expect(page.getByText('3 lieux dans le territoire.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Son nom' }).fill('Essai à la main');
	// Not kept yet: leaving is asked about.
	const [asked] = await Promise.all([
		page.waitForEvent('dialog'),
		page.evaluate(() => setTimeout(() => location.reload()))
	]);
	expect(asked.type()).toBe('beforeunload');
	await asked.dismiss();
	await expect(page.getByText('Cet import est gardé dans ce navigateur')).toBeVisible();
	await expect.poll(() => page.evaluate(keptText)).toContain('Essai à la main');

	// The window is closed: another offers to go on, with the files, the columns, the corrections, and what undoes them.
	const context = page.context();
	await page.close();
	page = await context.newPage();
	await page.goto('methode/');
	const offer = page.getByRole('status').filter({ hasText: 'Reprendre l’import du' });
	await expect(offer).toContainText('Essai à la main · 2 fichiers · 2 corrections');
	await offer.getByRole('button', { name: 'Reprendre l’import' }).click();
	await expect(offer).toBeHidden();
	await expect(page.getByRole('article', { name: 'lieux.csv' })).toContainText('Les 4 lignes lues sont gardées.');
	await expect(page.getByText('3 lieux dans le territoire.')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler la correction' }).click();
	await expect(page.getByText('4 lieux dans le territoire.')).toBeVisible();
	await page.getByRole('button', { name: 'Rétablir la correction' }).click();
	await expect(page.getByText('3 lieux dans le territoire.')).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Son nom' })).toHaveValue('Essai à la main');

	await page.getByLabel('Zone de vacances scolaires').selectOption('B');
	await page.getByRole('button', { name: 'Préparer le territoire' }).click();
	await expect(page.getByText('Essai à la main est prêt et ouvert.')).toBeVisible({ timeout: 60_000 });
	// A file that serves as communes and as their people is told once.
	await expect(page.getByText(/^communes\.geojson\s:/)).toHaveCount(1);
	// Communes and sites alone are estimated, and it is said, as are the corrections.
	await page.getByRole('link', { name: 'Voir ce qui est connu' }).click();
	await expect(page.getByText(/temps estimés/i).first()).toBeVisible();
	await expect(page.getByRole('main')).toContainText('2 corrections de l’utilisateur');
	// Its territory is kept: there is no import to go on with.
	await expect.poll(() => page.evaluate(keptText)).toBe('[]');
	await page.reload();
	await expect(page.getByText('Reprendre « Essai à la main »')).toBeVisible();
	await expect(page.getByText('Reprendre l’import du')).toBeHidden();
});
