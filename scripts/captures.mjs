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
	donnees: 'donnees/'
};
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
