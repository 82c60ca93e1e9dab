import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { SECOND_YEAR, sitesOfSecondYear } from '../second-year.ts';
import { expect, test } from './page.ts';

const DEMO = join(import.meta.dirname, '../../build/demo');

/** The demo a year later, as `prepare` would have zipped it. */
async function secondYear(): Promise<Buffer> {
	const entries: Record<string, Uint8Array> = {};
	for (const entry of await readdir(DEMO, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || entry.name === 'files.json') continue;
		const path = join(entry.parentPath, entry.name);
		entries[path.slice(DEMO.length + 1)] = await readFile(path);
	}
	entries['sites.geojson'] = strToU8(sitesOfSecondYear(new TextDecoder().decode(entries['sites.geojson'])));
	return Buffer.from(zipSync(entries, { level: 1 }));
}

test('two years held against each other: a doubt decided, kept, and told in the diagnostic', async ({ page }) => {
	await page.goto('./suivi/');
	const buffer = await secondYear();
	await page.getByTestId('other-zip').setInputFiles({ name: '2027.zip', mimeType: 'application/zip', buffer });
	const doubts = page.getByRole('region', { name: 'Rapprochements à confirmer' });
	await expect(doubts.getByText(SECOND_YEAR.doubtful.name)).toBeVisible({ timeout: 60_000 });
	// No year is stated: the other time is taken for the earlier one until the reader says otherwise.
	await page.getByRole('radio', { name: 'la plus récente' }).check();
	const opened = page.getByText(`les plus récentes : ${SECOND_YEAR.opened.name}`.replace(' :', '\u00a0:'));
	await expect(opened).toBeVisible({ timeout: 30_000 });
	await doubts.getByRole('button', { name: 'Même lieu' }).click();
	await expect(doubts.getByText('Aucun rapprochement n’est en doute.')).toBeVisible();
	await expect(doubts.getByRole('button', { name: 'Revenir sur cette décision' })).toBeVisible();
	await page.getByRole('link', { name: 'Revenir au diagnostic' }).click();
	await expect(page.getByText(SECOND_YEAR.renamed.name).first()).toBeVisible({ timeout: 60_000 });
});
