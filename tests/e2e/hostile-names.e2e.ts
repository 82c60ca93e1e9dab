import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

const DEMO = join(import.meta.dirname, '../../build/demo');

/** Names that would run, ask a network, hide or break the page, were they anything but texts. */
const NAMES = [
	'<img src="https://hostile.invalid/a" onerror="window.ran=1">',
	'<script>window.ran=1</script>',
	'=HYPERLINK("https://hostile.invalid";"ici")',
	'\u202eegdelbrelliV',
	'__proto__',
	'deux\nlignes\u0000',
	'javascript:window.ran=1',
	'Interminable'.repeat(800)
];

interface Collection {
	features: { properties: Record<string, unknown> }[];
}

/** The demonstration, all its names hostile. */
async function hostileTerritory(): Promise<Buffer> {
	const entries: Record<string, Uint8Array> = {};
	for (const entry of await readdir(DEMO, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || entry.name === 'files.json') continue;
		const path = join(entry.parentPath, entry.name);
		entries[path.slice(DEMO.length + 1)] = await readFile(path);
	}
	const change = (path: string, patch: (read: Collection) => object) => {
		entries[path] = strToU8(JSON.stringify(patch(JSON.parse(strFromU8(entries[path])) as Collection)));
	};
	const renamed = (...properties: string[]) => {
		return (read: Collection) => ({
			...read,
			features: read.features.map((feature, rank) => {
				const names = properties.map((property) => [property, NAMES[rank % NAMES.length]]);
				return { ...feature, properties: { ...feature.properties, ...Object.fromEntries(names) } };
			})
		});
	};
	change('communes.geojson', renamed('name'));
	change('sites.geojson', renamed('name', 'address', 'commune_name'));
	change('territory.json', (manifest) => ({ ...manifest, name: `${NAMES[0]} ${NAMES[3]}` }));
	return Buffer.from(zipSync(entries, { level: 1 }));
}

test('names that would run or break the page are texts on every page', async ({ page }) => {
	test.setTimeout(240_000);
	await openDemo(page);
	await page.getByRole('button', { name: 'Charger mon territoire' }).click();
	await page.getByTestId('territory-zip').setInputFiles({
		name: `${NAMES[0].replaceAll('/', '')}.zip`,
		mimeType: 'application/zip',
		buffer: await hostileTerritory()
	});
	await expect(page.getByRole('banner').getByText('<img src=')).toBeVisible({ timeout: 60_000 });
	// A mark that turns the direction of a text would turn figures around: 105 373 read 373 501.
	await expect(page.locator('body')).not.toContainText('\u202e');
	await expect.poll(() => words(page), { timeout: 60_000 }).toMatch(/\d+ % des habitants/);

	const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
	for (const link of await pages.all()) {
		const name = await link.innerText();
		await link.click();
		await expect(page.locator('main')).toBeVisible();
		await page.waitForLoadState('networkidle');
		await page.waitForTimeout(1500);
		await page.screenshot({ path: test.info().outputPath(`${name.replace(/\W+/g, '-')}.png`) });
		// Requests, errors of the console and exceptions are watched on every page: see page.ts.
		const found = await page.evaluate(() => ({
			ran: (window as { ran?: number }).ran ?? null,
			elements: document.querySelectorAll('[onerror], img[src*="hostile"], a[href^="javascript:"], a[href*="hostile"]')
				.length,
			wider: document.documentElement.scrollWidth - window.innerWidth
		}));
		expect(found, name).toEqual({ ran: null, elements: 0, wider: 0 });
	}
});
