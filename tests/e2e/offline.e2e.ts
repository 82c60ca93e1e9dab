import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeAppFiles } from '../../scripts/app-files.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openDemo, words } from './app.ts';
import { expect, test } from './page.ts';

const BUILD = join(import.meta.dirname, '../../build');
const PAGES = readdirSync(BUILD, { recursive: true })
	.map(String)
	.filter((path) => path.endsWith('index.html'))
	.map((path) => path.replace(/index\.html$/, ''));
/** The whole app is downloaded, while the page computes. */
const KEPT_MS = 120_000;

test.use({ serviceWorkers: 'allow' });

const isServed = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);
const caches = (page: Page) => page.evaluate(() => window.caches.keys());
/** What is kept of the app, of the addresses that match. */
const keptOf = (page: Page, address: RegExp) =>
	page.evaluate(async (address) => {
		const [name] = await window.caches.keys();
		const kept = await (await window.caches.open(name)).keys();
		return kept.flatMap(({ url }) => address.exec(url)?.[1] ?? []).sort();
	}, address);
const theDocument = (page: Page) => page.evaluate(() => document.documentElement.dataset.published ?? null);

test('after a first visit everything opens and computes without a network', async ({ page, context }) => {
	test.setTimeout(300_000);
	await openDemo(page);
	const online = await words(page);
	await expect.poll(() => isServed(page), { timeout: KEPT_MS }).toBe(true);
	// Of the national list, the départements that were asked for, and no other.
	const load = (name: string) =>
		page.evaluate((url) => fetch(url).then(({ ok }) => ok), new URL(`admin/${name}`, page.url()).href);
	expect(await load('38.json')).toBe(true);
	expect(await keptOf(page, /\/admin\/(.+)$/)).toEqual(['38.json', 'index.json']);
	await context.setOffline(true);
	await openDemo(page);
	expect(await words(page)).toBe(online);
	expect([await load('index.json'), await load('38.json')]).toEqual([true, true]);
	// A page never visited, at the name a person types, and what it loads late: the solver and the writer of pictures.
	await page.goto('./simulation?dire=heures-utilisables');
	await expect(page).toHaveURL(/simulation\/\?dire=/);
	await page.getByRole('button', { name: 'Quelles heures ?' }).click();
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page.getByRole('button', { name: /^En faire/ })).toBeVisible({ timeout: 60_000 });
	await page.goto('./diagnostic/');
	const download = page.waitForEvent('download', { timeout: 60_000 });
	await page.getByRole('button', { name: 'Word' }).click();
	expect((await download).suggestedFilename()).toMatch(/\.docx$/);
	await context.setOffline(false);
});

test('a new version waits aside, whole, and comes in when it is asked for, in the only window', async ({ browser }) => {
	test.setTimeout(400_000);
	const folder = mkdtempSync(join(tmpdir(), 'maillage-versions-'));
	const site = await serve(folder, 0, '/maillage/');
	const context = await browser.newContext({ serviceWorkers: 'allow', locale: 'fr-FR' });
	try {
		publish(folder, 'first');
		const page = await context.newPage();
		await page.goto(site.url);
		await expect.poll(() => isServed(page), { timeout: KEPT_MS }).toBe(true);
		await page.reload();
		expect(await theDocument(page)).toBe('first');
		const before = await caches(page);
		const notice = page.getByRole('status').filter({ hasText: 'Une nouvelle version est prête' });

		// Half published: a page of the new version is not there yet.
		publish(folder, 'second');
		writeFileSync(join(folder, 'methode/index.html'), 'half');
		const refused = page.evaluate(
			() =>
				new Promise<string>((settle) => {
					void navigator.serviceWorker.getRegistration().then((registration) => {
						registration?.addEventListener('updatefound', () => {
							const { installing } = registration;
							installing?.addEventListener('statechange', () => settle(installing.state));
						});
						void registration?.update();
					});
				})
		);
		expect(await refused).toBe('redundant');
		await page.reload();
		expect(await theDocument(page)).toBe('first');
		await expect(notice).toBeHidden();

		publish(folder, 'second');
		await page.reload();
		await expect(notice).toBeVisible({ timeout: KEPT_MS });
		// Another window is at work on the former version: neither is touched.
		const other = await context.newPage();
		await other.goto(`${site.url}methode/`);
		const back = page.waitForEvent('domcontentloaded');
		await notice.getByRole('button', { name: 'Recharger maintenant' }).click();
		await back;
		await expect(notice).toBeVisible({ timeout: 60_000 });
		expect(await theDocument(page)).toBe('first');
		expect(await theDocument(other)).toBe('first');

		await other.close();
		await notice.getByRole('button', { name: 'Recharger maintenant' }).click();
		await expect.poll(() => theDocument(page).catch(() => null), { timeout: 60_000 }).toBe('second');
		await expect.poll(async () => (await caches(page)).length).toBe(1);
		expect(await caches(page)).not.toEqual(before);
		await context.setOffline(true);
		await page.goto(`${site.url}methode/`);
		expect(await theDocument(page)).toBe('second');
	} finally {
		await context.close();
		site.close();
		rmSync(folder, { recursive: true });
	}
});

/** The build, marked and versioned as another one. */
function publish(folder: string, name: string): void {
	cpSync(BUILD, folder, { recursive: true });
	const { version } = JSON.parse(readFileSync(join(BUILD, '_app/version.json'), 'utf8')) as { version: string };
	const edit = (path: string, from: string, to: string) => {
		const text = readFileSync(join(folder, path), 'utf8');
		expect(text, path).toContain(from);
		writeFileSync(join(folder, path), text.replaceAll(from, to));
	};
	for (const path of PAGES) edit(`${path}index.html`, '<html ', `<html data-published="${name}" `);
	if (name === 'first') writeAppFiles(folder, version);
	else {
		edit('service-worker.js', version, name);
		writeAppFiles(folder, name);
	}
}

test('every page carries the strict policy, and it stops what is not of the app', async ({
	browser,
	request,
	baseURL
}) => {
	expect(PAGES.length).toBeGreaterThanOrEqual(9);
	for (const path of PAGES) {
		const html = await (await request.get(`./${path}`)).text();
		const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
		const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
		expect(rules.get('default-src'), path).toEqual(["'none'"]);
		expect(rules.get('base-uri'), path).toEqual(["'self'"]);
		expect(rules.get('form-action'), path).toEqual(["'none'"]);
		const scripts = rules.get('script-src') ?? [];
		expect(scripts, path).toContain("'self'");
		for (const source of scripts) expect(source, path).toMatch(/^('self'|'wasm-unsafe-eval'|'sha256-[\w+/]+=*')$/);
		for (const [name, sources] of rules) {
			// Nothing from another host, for anything.
			for (const source of sources) expect(source, `${path} ${name}`).toMatch(/^('[\w+/=-]+'|blob:|data:)$/);
		}
	}
	// A page of its own: what is stopped is told in the console.
	const page = await browser.newPage({ serviceWorkers: 'block' });
	await page.goto(baseURL ?? '');
	const stopped = await page.evaluate(
		() =>
			new Promise<string>((settle) => {
				addEventListener('securitypolicyviolation', (event) => settle(event.effectiveDirective));
				const script = document.createElement('script');
				script.textContent = 'globalThis.ran = true';
				document.body.append(script);
			})
	);
	expect(stopped).toBe('script-src-elem');
	expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
	await page.close();
});
