import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

const DEMO = join(import.meta.dirname, '../../build/demo');

/** The demo's own folder, under another name, as `prepare` would have zipped it. */
async function zippedTerritory(name: string, patch: Record<string, string> = {}): Promise<Buffer> {
	const entries: Record<string, Uint8Array> = {};
	for (const entry of await readdir(DEMO, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || entry.name === 'files.json') continue;
		const path = join(entry.parentPath, entry.name);
		entries[path.slice(DEMO.length + 1)] = await readFile(path);
	}
	const manifest = JSON.parse(new TextDecoder().decode(entries['territory.json'])) as { name: string };
	entries['territory.json'] = strToU8(JSON.stringify({ ...manifest, name }));
	for (const [path, text] of Object.entries(patch)) entries[path] = strToU8(text);
	return Buffer.from(zipSync(entries, { level: 1 }));
}

test('one’s own territory, as a zip chosen by a button', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'Charger mon territoire' }).click();
	await expect(page.getByRole('dialog', { name: 'Charger mon territoire' })).toBeVisible();
	await page
		.getByTestId('territory-zip')
		.setInputFiles({ name: 'vallees.zip', mimeType: 'application/zip', buffer: await zippedTerritory('Les Vallées') });
	await expect(page.getByRole('banner').getByText('Les Vallées')).toBeVisible({ timeout: 30_000 });
	await expect.poll(() => words(page), { timeout: 30_000 }).toMatch(/\d+ % des habitants des Vallées/);
	await expect(page).toHaveURL(/territoire=Les\+Vall/);
});

test('a file that is no territory is refused in a sentence, and the territory stays', async ({ page }) => {
	await openDemo(page);
	const before = await words(page);
	await page.getByRole('button', { name: 'Charger mon territoire' }).click();
	await page
		.getByTestId('territory-zip')
		.setInputFiles({ name: 'budget.zip', mimeType: 'application/zip', buffer: Buffer.from('ceci est un tableur') });
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('budget.zip');
	await expect(alert).toContainText(/territoire|zip/);
	expect(await words(page)).toBe(before);
	await alert.getByRole('button', { name: 'Fermer' }).click();
	await expect(alert).toBeHidden();
});

test('a territory damaged within says which file and where', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'Charger mon territoire' }).click();
	await page.getByTestId('territory-zip').setInputFiles({
		name: 'abime.zip',
		mimeType: 'application/zip',
		buffer: await zippedTerritory('Abîmé', { 'sites.geojson': '{"type":"FeatureCollection","features":[{]}' })
	});
	await expect(page.getByRole('alert')).toContainText('sites.geojson', { timeout: 30_000 });
	await expect(page.getByRole('banner').getByText('Entre-Val-et-Monts')).toBeVisible();
});

test('a territory is dropped anywhere on the page', async ({ page }) => {
	await openDemo(page);
	// As text: a list of numbers of this length takes the browser half a minute.
	const text = (await zippedTerritory('Déposé')).toString('base64');
	const data = await page.evaluateHandle((content) => {
		const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
		const transfer = new DataTransfer();
		transfer.items.add(new File([bytes], 'depose.zip', { type: 'application/zip' }));
		return transfer;
	}, text);
	await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
	await expect(page.getByText('Déposez ici vos fichiers')).toBeVisible();
	await page.dispatchEvent('body', 'drop', { dataTransfer: data });
	await expect(page.getByRole('banner').getByText('Déposé')).toBeVisible({ timeout: 30_000 });
});

test('a link made on somebody’s own territory says so, and waits for its folder', async ({ page }) => {
	await openDemo(page, '?territoire=Les+Vall%C3%A9es&mode=pied');
	const notice = page.getByRole('status').filter({ hasText: 'Les Vallées' });
	await expect(notice).toBeVisible();
	await expect.poll(() => words(page)).toMatch(/^En voiture/);
	await notice.getByRole('button', { name: 'Charger mon territoire' }).click();
	await page
		.getByTestId('territory-zip')
		.setInputFiles({ name: 'vallees.zip', mimeType: 'application/zip', buffer: await zippedTerritory('Les Vallées') });
	await expect.poll(() => words(page), { timeout: 30_000 }).toMatch(/^À pied, \d+ % des habitants des Vallées/);
	await expect(notice).toBeHidden();
});
