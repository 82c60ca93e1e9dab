// `npm run captures`: pictures of the app on the demo territory, in French, at both sizes, into data/demo/captures, for the README and
// the guide (data/docs). `npm run captures -- horaires` makes those of one view. Needs a build (`npm start` makes one). Look at them before
// committing them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './deps.mjs';

ensureDependencies();
const { chromium } = await import('@playwright/test');
const { findChromium } = await import('./chromium.mjs');
const { serve } = await import('./serve.mjs');

const VIEWS = {
	proximite: '?dire=proximite',
	moment: '?dire=moment&moment=sa-15h00',
	isochrone: '?fiche=lieu-LI96001&isochrone=lieu-LI96001',
	commune: '?dire=heures&fiche=commune-96202',
	tableau: '?tableau=communes',
	horaires: 'horaires/?dire=heures-utilisables',
	simulation: 'simulation/?dire=heures-utilisables',
	diagnostic: 'diagnostic/',
	synthese: 'synthese/',
	territoire: 'territoire/?dire=heures-utilisables',
	donnees: 'donnees/',
	importer: 'importer/'
};
/** Views with a map whose cells have colours: the map is drawn after all else, and a picture without it was once kept. */
const MAPS = new Set(['proximite', 'moment', 'isochrone', 'commune', 'tableau', 'simulation']);
/** Of the map's pixels, how many have a colour once its cells are drawn; its ground and its lines have none. */
const LEAST_COLOURED = 0.02;
const RAW = ['communes', 'carreaux_200m', 'bibliotheques', 'horaires'];
/** Of WebP, out of 100: small texts stay sharp, and a picture weighs less than MOST_BYTES. */
const QUALITY = 82;
const MOST_BYTES = 300_000;
const SIZES = { ordinateur: { width: 1440, height: 900 }, telephone: { width: 390, height: 844 } };

const asked = process.argv.slice(2);
const views = Object.entries(VIEWS).filter(([view]) => asked.length === 0 || asked.includes(view));
const folder = join(root, 'data', 'demo', 'captures');
mkdirSync(folder, { recursive: true });
const served = await serve(join(root, 'build'), 0);
const browser = await chromium.launch({
	executablePath: await findChromium(),
	args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
});
for (const [size, viewport] of Object.entries(SIZES)) {
	for (const [view, search] of views) {
		const page = await browser.newPage({ viewport, locale: 'fr-FR', serviceWorkers: 'block' });
		// Not the offer of the tour.
		await page.addInitScript(() => localStorage.setItem('maillage-tour', 'seen'));
		await page.goto(`${served.url}${search}`);
		if (view === 'synthese') await page.getByRole('img', { name: /^Carte des heures/ }).waitFor({ timeout: 120_000 });
		else if (view === 'importer') await giveRawFiles(page);
		else if (view === 'donnees') await page.getByRole('table').first().waitFor({ timeout: 60_000 });
		else await page.locator('.words[aria-busy=false]').waitFor({ timeout: 60_000 });
		if (view === 'diagnostic') {
			const summary = page.getByRole('article').getByRole('heading', { name: 'Synthèse', exact: true });
			await summary.waitFor({ timeout: 120_000 });
			await summary.evaluate((head) => head.scrollIntoView());
		}
		if (view === 'isochrone') {
			// The legend of isochrones is in the panels, which a phone keeps folded.
			await page.getByText('Revenir aux carreaux').waitFor({ state: 'attached', timeout: 120_000 });
		}
		if (view === 'simulation' && size === 'ordinateur') {
			await page.getByRole('button', { name: 'Quelles heures ?' }).click();
			await page.getByRole('button', { name: 'Chercher' }).click();
			await page.getByRole('button', { name: /^En faire/ }).click({ timeout: 120_000 });
		}
		// The map is drawn by the processor here, and takes its time.
		await page.waitForTimeout(5000);
		// On a phone what is told of the map stands over it.
		if (size === 'ordinateur' && MAPS.has(view)) await mapDrawn(page, view);
		const devtools = await page.context().newCDPSession(page);
		const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
		const picture = Buffer.from(data, 'base64');
		if (picture.length > MOST_BYTES) throw new Error(`${view}: ${picture.length} bytes, ${MOST_BYTES} at most`);
		writeFileSync(join(folder, `${view}-${size}.webp`), picture);
		console.log(`${view}-${size}.webp ${picture.length}`);
		await page.close();
	}
}
await browser.close();
served.close();

/** Waits for the colours of the map's cells. */
async function mapDrawn(page, view) {
	const canvas = page.locator('canvas.maplibregl-canvas').first();
	for (let seconds = 0; seconds < 90; seconds += 3) {
		const picture = (await canvas.screenshot()).toString('base64');
		const share = await page.evaluate(async (base64) => {
			const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
			const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
			context.drawImage(bitmap, 0, 0);
			const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
			let coloured = 0;
			for (let at = 0; at < data.length; at += 4) {
				const [red, green, blue] = data.subarray(at, at + 3);
				if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured++;
			}
			return coloured / (data.length / 4);
		}, picture);
		if (share >= LEAST_COLOURED) return;
		await page.waitForTimeout(3000);
	}
	throw new Error(`${view}: the cells of the map are not drawn`);
}

/** The raw files of the demonstration, given to the import as a user drops them. */
async function giveRawFiles(page) {
	const files = RAW.map((name) =>
		join(root, 'data/demo/raw', `${name}_fictif.${name === 'communes' ? 'geojson' : 'csv'}`)
	);
	await page.getByTestId('intake-files').setInputFiles(files);
	await page.getByText('adresses des bibliothèques (certain)').waitFor({ timeout: 60_000 });
	await page.getByText(/horaires des bibliothèques \(/).waitFor({ timeout: 60_000 });
	await page.getByRole('radio', { name: /^CC Entre-Val-et-Monts/ }).check();
	// Under the bar at the top of the page.
	const sites = page.getByRole('article', { name: 'bibliotheques_fictif.csv' });
	await sites.evaluate((card) => {
		card.style.scrollMarginTop = '80px';
		card.scrollIntoView();
	});
}
