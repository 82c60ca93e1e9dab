import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { askMuch, openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

const chooser = (page: Page) => page.getByRole('button', { name: /, scénario montré$/ });
const notices = (page: Page) => page.getByRole('status');
const kept = (page: Page) => page.getByRole('table').getByRole('rowheader');

/** From any page, by the head. */
const toProjects = (page: Page) => page.getByRole('link', { name: 'Mes projets' }).click();

test('a project saved on one computer is whole on another, and harmed files change nothing', async ({
	page,
	browser,
	baseURL
}) => {
	test.slow();
	await openDemo(page, '?mode=pied');
	await chooser(page).click();
	await page.getByRole('menuitem', { name: 'Nouveau scénario' }).click();
	await expect(chooser(page)).toContainText('Scénario 1');
	const said = await words(page);
	await chooser(page).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: 'Enregistrer le projet' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/\.maillage$/);
	const buffer = await readFile(await download.path());

	const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'fr-FR' });
	const other = await context.newPage();
	await other.addInitScript(() => localStorage.setItem('maillage-tour', 'seen'));
	await openDemo(other);
	await toProjects(other);
	const give = (bytes: Buffer, name: string) =>
		other.getByTestId('project-file').setInputFiles({ name, mimeType: 'application/zip', buffer: bytes });
	const alert = other.getByRole('alert');
	await give(buffer.subarray(0, buffer.length >> 1), 'coupe.maillage');
	await expect(alert).toContainText('ce projet est coupé');
	await expect(other.getByText('Aucun pour l’instant.')).toBeVisible();

	// The browser fails at the last of the writings: none of them is done.
	await other.evaluate(() => {
		const put = IDBObjectStore.prototype.put;
		addEventListener('room', () => (IDBObjectStore.prototype.put = put));
		IDBObjectStore.prototype.put = function (...given) {
			if (this.name !== 'projects') return put.apply(this, given);
			throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
		};
	});
	await give(buffer, 'demo.maillage');
	await expect(notices(other).filter({ hasText: 'Il n’y a plus de place dans ce navigateur' })).toBeVisible();
	const left = await other.evaluate(
		() =>
			new Promise<number[]>((resolve) => {
				const opening = indexedDB.open('maillage');
				opening.onsuccess = () => {
					const stores = opening.result.transaction(['territories', 'work']);
					const counts = ['territories', 'work'].map((name) => stores.objectStore(name).count());
					stores.oncomplete = () => {
						opening.result.close();
						resolve(counts.map(({ result }) => result));
					};
				};
			})
	);
	expect(left).toEqual([0, 0]);
	await other.evaluate(() => dispatchEvent(new Event('room')));

	await give(buffer, 'demo.maillage');
	await expect(kept(other)).toHaveText(/Entre-Val-et-Monts\s*ouvert/, { timeout: 30_000 });
	await expect(chooser(other)).toContainText('Scénario 1', { timeout: 30_000 });
	await other.getByRole('link', { name: 'Carte' }).click();
	await expect.poll(() => words(other), { timeout: 30_000 }).toBe(said);

	// The next day one is asked whether to go on.
	await openDemo(other);
	await notices(other)
		.filter({ hasText: /Reprendre «\sEntre-Val-et-Monts\s»/ })
		.getByRole('button', { name: 'Reprendre' })
		.click();
	await expect(chooser(other)).toContainText('Scénario 1', { timeout: 30_000 });
	await context.close();
});

const stored = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/projects', name));

test('work of earlier versions is taken in, and a file of a later one changes nothing', async ({ page }) => {
	test.slow();
	const before = JSON.parse(stored('version-0.json').toString('utf8')) as Record<string, unknown>;
	// What the browser kept before there were projects: one database of scenarios, one of documents.
	await page.route('**/before', (route) =>
		route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' })
	);
	await page.goto('./before');
	await page.evaluate(async (before) => {
		for (const kind of ['scenarios', 'documents']) {
			await new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open(`maillage-${kind}`, 1);
				opening.onupgradeneeded = () =>
					opening.result.createObjectStore('kept').put(before[kind], '["Entre-Val-et-Monts","240096016"]');
				opening.onerror = () => reject(opening.error ?? new Error(kind));
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			});
		}
	}, before);
	await openDemo(page);
	const scenarios = async () => {
		await chooser(page).click();
		const names = await page.getByRole('menuitemradio').allInnerTexts();
		await page.keyboard.press('Escape');
		return names.map((name) => name.trim());
	};
	expect(await scenarios()).toEqual(['Situation actuelle', 'Samedi matin', 'Annexe']);

	await toProjects(page);
	const give = (buffer: Uint8Array, name: string) =>
		page.getByTestId('project-file').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(buffer) });
	const entries = unzipSync(new Uint8Array(stored('version-1.maillage')));
	const manifest = JSON.parse(strFromU8(entries['project.json'])) as object;
	const later = strToU8(JSON.stringify({ ...manifest, schema_version: 99 }));
	await give(zipSync({ ...entries, 'project.json': later }), 'demain.maillage');
	await expect(page.getByRole('alert')).toContainText('version plus récente de Maillage');
	await expect(page.getByRole('alert')).toContainText('demain.maillage');
	await expect(page.getByText('Aucun pour l’instant.')).toBeVisible();
	expect(await scenarios()).toEqual(['Situation actuelle', 'Samedi matin', 'Annexe']);

	await give(stored('version-1.maillage'), 'hier.maillage');
	await expect(kept(page)).toHaveText(/Mon projet\s*ouvert/, { timeout: 30_000 });
	await expect.poll(scenarios, { timeout: 30_000 }).toEqual(['Situation actuelle', 'Samedi matin', 'Annexe']);
});

/** Keeps the workers of a page, so that they can be ended as a browser does that has no memory left: no event tells it. */
async function holdWorkers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const Own = Worker;
		const made: [string, Worker][] = [];
		Object.assign(window, { made });
		window.Worker = class extends Own {
			constructor(...given: ConstructorParameters<typeof Worker>) {
				super(...given);
				made.push([String(given[0]), this]);
			}
		};
	});
}

/** Ends the workers of that name; tells how many there were. */
const end = (page: Page, name: string) =>
	page.evaluate((name) => {
		const { made } = window as unknown as { made: [string, Worker][] };
		const ended = made.filter(([url]) => url.includes(name));
		for (const [, worker] of ended) worker.terminate();
		return ended.length;
	}, name);

test('a worker that the browser ends is started again: it is said, and work goes on', async ({ page }) => {
	await holdWorkers(page);
	await openDemo(page);
	await chooser(page).click();
	await page.getByRole('menuitem', { name: 'Nouveau scénario' }).click();
	await expect(chooser(page)).toContainText('Scénario 1');
	const said = await words(page);
	// No event is told of it, as where memory is short.
	await end(page, '');
	await expect(notices(page).filter({ hasText: 'il a redémarré' })).toBeVisible({ timeout: 30_000 });
	await expect(chooser(page)).toContainText('Scénario 1');
	await expect.poll(() => words(page), { timeout: 30_000 }).toBe(said);
	await page.getByRole('radio', { name: 'À un moment' }).check({ force: true });
	await expect.poll(() => words(page), { timeout: 30_000 }).not.toBe(said);
	await expect(page.getByRole('alert')).toBeHidden();

	// One that writes a document is taken up where it was asked for.
	await page.goto('./diagnostic/');
	const word = page.getByRole('button', { name: 'Word' });
	await expect(word).toBeEnabled({ timeout: 60_000 });
	const download = page.waitForEvent('download', { timeout: 60_000 });
	await word.click();
	expect(await end(page, 'document.worker')).toBe(1);
	await expect(notices(page).filter({ hasText: 'il a été repris' })).toBeVisible({ timeout: 20_000 });
	expect((await download).suggestedFilename()).toMatch(/\.docx$/);
});

test('a search that the browser ends is run again, a preparation can be: both are said', async ({ page }) => {
	test.setTimeout(180_000);
	await holdWorkers(page);
	await openDemo(page, 'simulation/?mode=pied');
	await page.getByRole('button', { name: 'Où ouvrir un lieu ?' }).click();
	await askMuch(page);
	const searches = () =>
		page.evaluate(
			() =>
				(window as unknown as { made: [string, Worker][] }).made.filter(([url]) => url.includes('search.worker')).length
		);
	await expect.poll(searches, { timeout: 40_000 }).toBe(1);
	await page.waitForTimeout(1500);
	expect(await end(page, 'search.worker')).toBe(1);
	await expect(notices(page).filter({ hasText: 'elle a été relancée depuis le début' })).toBeVisible({
		timeout: 20_000
	});
	await expect.poll(searches, { timeout: 40_000 }).toBe(2);
	await expect(page.getByRole('progressbar')).toBeVisible();
	// It dies of what it is given: it is not run for ever.
	await page.waitForTimeout(1500);
	await end(page, 'search.worker');
	await expect(page.getByRole('alert')).toContainText('La recherche s’est arrêtée deux fois', { timeout: 20_000 });
	await expect(page.getByRole('progressbar')).toHaveCount(0);

	await page.goto('./importer/');
	const raw = (name: string) => join(import.meta.dirname, '../../data/demo/raw', name);
	await page
		.getByTestId('intake-files')
		.setInputFiles(
			['communes_fictif.geojson', 'carreaux_200m_fictif.csv', 'bibliotheques_fictif.csv', 'horaires_fictif.csv'].map(
				raw
			)
		);
	await page.getByRole('textbox', { name: 'Son nom' }).fill('Pays d’essai');
	await page.getByLabel('Zone de vacances scolaires').selectOption('B');
	const prepare = page.getByRole('button', { name: 'Préparer le territoire' });
	await expect(prepare).toBeEnabled({ timeout: 40_000 });
	await prepare.click();
	expect(await end(page, 'prepare.worker')).toBe(1);
	await expect(page.getByText('Vos fichiers et vos choix sont toujours là')).toBeVisible({ timeout: 20_000 });
	await expect(page.getByRole('article')).toHaveCount(4);
	await prepare.click();
	await expect(page.getByText('Pays d’essai est prêt et ouvert.')).toBeVisible({ timeout: 60_000 });
});
