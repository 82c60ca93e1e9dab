import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openDemo, words } from './app.ts';
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

test('a worker that the browser ends is started again: it is said, and work goes on', async ({ page }) => {
	await page.addInitScript(() => {
		const Own = Worker;
		const made: Worker[] = [];
		Object.assign(window, { made });
		window.Worker = class extends Own {
			constructor(...given: ConstructorParameters<typeof Worker>) {
				super(...given);
				made.push(this);
			}
		};
	});
	await openDemo(page);
	await chooser(page).click();
	await page.getByRole('menuitem', { name: 'Nouveau scénario' }).click();
	await expect(chooser(page)).toContainText('Scénario 1');
	const said = await words(page);
	// No event is told of it, as where memory is short.
	await page.evaluate(() => (window as unknown as { made: Worker[] }).made.forEach((worker) => worker.terminate()));
	await expect(notices(page).filter({ hasText: 'il a redémarré' })).toBeVisible({ timeout: 30_000 });
	await expect(chooser(page)).toContainText('Scénario 1');
	await expect.poll(() => words(page), { timeout: 30_000 }).toBe(said);
	await page.getByRole('radio', { name: 'À un moment' }).check({ force: true });
	await expect.poll(() => words(page), { timeout: 30_000 }).not.toBe(said);
	await expect(page.getByRole('alert')).toBeHidden();
});
