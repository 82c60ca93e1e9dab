import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
	APP_FILES,
	keepAppFiles,
	keepOnDemand,
	readAppFiles,
	type AppFile,
	type FileCache
} from '#io/offline/app-files.ts';
import { writeAppFiles } from '../../scripts/app-files.mjs';

const ROOT = 'https://exemple.fr/maillage/';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const fileOf = (address: string, text: string): AppFile => ({ address, sha256: digest(text) });

class MemoryCache implements FileCache {
	readonly held = new Map<string, Response>();
	async match(url: string): Promise<Response | undefined> {
		return this.held.get(url)?.clone();
	}
	async put(url: string, response: Response): Promise<void> {
		this.held.set(url, response);
	}
	async texts(): Promise<Record<string, string>> {
		const entries = [...this.held].map(async ([url, held]) => [url.slice(ROOT.length), await held.clone().text()]);
		return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
	}
}

/** A site, and what was asked of it. */
function site(texts: Record<string, string>, headers: Record<string, string> = {}) {
	const asked: string[] = [];
	const fetch = async (url: string) => {
		const address = url.slice(ROOT.length);
		asked.push(address);
		return address in texts ? new Response(texts[address], { headers }) : new Response('', { status: 404 });
	};
	return { fetch, asked };
}

const V1 = { '': 'page 1', 'a/immutable/x.js': 'x', 'demo/cells.csv': 'id,people' };
const filesOf = (texts: Record<string, string>) => Object.entries(texts).map(([name, text]) => fileOf(name, text));
const NONE = { onDemand: [], former: [] };

let folder: string | null = null;
afterEach(() => {
	if (folder !== null) rmSync(folder, { recursive: true });
	folder = null;
});

test('a version is kept whole, with the headers that workers need, and none of how it travelled', async () => {
	const kept = new MemoryCache();
	const { fetch } = site(V1, {
		'content-type': 'text/html',
		'content-encoding': 'gzip',
		'cross-origin-embedder-policy': 'require-corp'
	});
	await keepAppFiles({ ...NONE, files: filesOf(V1), root: ROOT, fetch, kept });
	expect(await kept.texts()).toEqual(V1);
	const headers = (await kept.match(ROOT))?.headers;
	expect(headers?.get('content-type')).toBe('text/html');
	expect(headers?.get('cross-origin-embedder-policy')).toBe('require-corp');
	expect(headers?.has('content-encoding')).toBe(false);
});

test('what has not changed is not downloaded again; what has, is, even under the same name', async () => {
	const former = new MemoryCache();
	await keepAppFiles({ ...NONE, files: filesOf(V1), root: ROOT, fetch: site(V1).fetch, kept: former });
	const v2 = { ...V1, '': 'page 2', 'a/immutable/y.js': 'y' };
	const kept = new MemoryCache();
	const { fetch, asked } = site(v2);
	await keepAppFiles({ files: filesOf(v2), onDemand: [], root: ROOT, fetch, kept, former: [former] });
	expect(asked.toSorted()).toEqual(['', 'a/immutable/y.js']);
	expect(await kept.texts()).toEqual(v2);
	expect(await former.texts()).toEqual(V1);
});

test.each([
	['a file is missing', { '': 'page 1', 'a/immutable/x.js': 'x' }],
	['a file is of another version', { ...V1, 'demo/cells.csv': 'id,people,age' }]
])('where %s, the version is refused; what was right is not asked for again', async (_, published) => {
	const kept = new MemoryCache();
	const request = { ...NONE, files: filesOf(V1), root: ROOT, kept };
	await expect(keepAppFiles({ ...request, fetch: site(published).fetch })).rejects.toThrow(/demo\/cells\.csv/);
	expect(kept.held.has(`${ROOT}demo/cells.csv`)).toBe(false);
	const before = [...kept.held.keys()].map((url) => url.slice(ROOT.length));
	const { fetch, asked } = site(V1);
	await keepAppFiles({ ...request, fetch });
	expect(asked.filter((address) => before.includes(address))).toEqual([]);
	expect(await kept.texts()).toEqual(V1);
});

test('a list of another version is refused, and one that is none', () => {
	expect(() => readAppFiles('{"version":"2","files":[],"onDemand":[]}', '1')).toThrow(/version 2.*version 1/);
	expect(() => readAppFiles('<!doctype html>', '1')).toThrow();
	expect(() => readAppFiles('{"version":"1","files":[{"address":"","sha256":"x"}],"onDemand":[]}', '1')).toThrow();
});

test('a file on demand is kept once it was asked for, if it is of this version, and no other file ever is', async () => {
	const slices = { 'admin/38.json': 'Isère', 'admin/59.json': 'Nord' };
	const onDemand = filesOf(slices);
	const kept = new MemoryCache();
	const { fetch, asked } = site({ ...V1, ...slices });
	await keepAppFiles({ files: filesOf(V1), onDemand, root: ROOT, fetch, kept, former: [] });
	expect(asked.filter((address) => address.startsWith('admin/'))).toEqual([]);
	const ask = async (address: string, text: string) => {
		const answer = new Response(text);
		await keepOnDemand(ROOT + address, answer, { onDemand, root: ROOT, kept });
		return answer.text();
	};
	expect(await ask('admin/38.json', 'Isère')).toBe('Isère');
	expect(await ask('admin/59.json', 'Nord, d’une autre version')).toBe('Nord, d’une autre version');
	expect(await ask('admin/99.json', 'rien')).toBe('rien');
	await keepOnDemand(`${ROOT}admin/59.json`, new Response('Nord', { status: 404 }), { onDemand, root: ROOT, kept });
	expect(await kept.texts()).toEqual({ ...V1, 'admin/38.json': 'Isère' });
	// The next version takes it over where it is the same, and asks for none.
	const next = new MemoryCache();
	const later = site(V1);
	await keepAppFiles({ files: filesOf(V1), onDemand, root: ROOT, fetch: later.fetch, kept: next, former: [kept] });
	expect(later.asked).toEqual([]);
	expect(await next.texts()).toEqual({ ...V1, 'admin/38.json': 'Isère' });
});

test('the list beside a build names each of its files once, pages by their folders, the service worker left out', () => {
	folder = mkdtempSync(join(tmpdir(), 'maillage-files-'));
	for (const name of ['methode', 'admin']) mkdirSync(join(folder, name));
	const slices = ['admin/index.json', 'admin/2A.json', 'admin/38.json'];
	for (const name of ['index.html', 'methode/index.html', 'service-worker.js', 'a.js', APP_FILES, ...slices])
		writeFileSync(join(folder, name), name);
	writeAppFiles(folder, '7');
	const { files, onDemand } = readAppFiles(readFileSync(join(folder, APP_FILES), 'utf8'), '7');
	expect(files).toEqual([
		fileOf('a.js', 'a.js'),
		// Territories are chosen by name without a network; what is in them is asked for then.
		fileOf('admin/index.json', 'admin/index.json'),
		fileOf('', 'index.html'),
		fileOf('methode/', 'methode/index.html')
	]);
	expect(onDemand).toEqual([fileOf('admin/2A.json', 'admin/2A.json'), fileOf('admin/38.json', 'admin/38.json')]);
});
