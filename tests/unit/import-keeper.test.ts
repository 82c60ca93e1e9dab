import { describe, expect, it } from 'vitest';
import type { SiteCorrection } from '#domain/site-correction.ts';
import type { InseeCode } from '#domain/units.ts';
import { readImport, writeImport, type ImportWork } from '#io/intake/import-json.ts';
import { corrected, NO_CORRECTION, undone } from '../../src/lib/state/intake/correction-history.ts';
import { ImportKeeper, MOST_KEPT_BYTES } from '../../src/lib/state/intake/import-keeper.ts';
import type { ImportStore, KeptImport } from '../../src/lib/state/intake/import-store.ts';

const moved = (site: string): SiteCorrection => ({ kind: 'moved', site, name: site, position: [5, 45] });
const HISTORY = undone(['a', 'b', 'c'].reduce((made, site) => corrected(made, [moved(site)]), NO_CORRECTION));
const AREA = { kind: 'epci', code: '200000001', name: 'CC de l’Étang', departements: ['38'], communes: 2 } as const;
const work = (patch: Partial<ImportWork> = {}): ImportWork => ({
	files: [],
	area: AREA,
	communes: ['38001', '38002'] as InseeCode[],
	name: 'L’Étang',
	zone: 'A',
	marginKm: 30,
	cutoffMinutes: 30,
	matrixMode: 'car',
	matrixUnit: null,
	corrections: HISTORY,
	...patch
});
const file = (key: string, bytes: number) => ({ key, name: `${key}.csv`, bytes, stated: null, columns: {} });

describe('the text of an import', () => {
	it('tells what was chosen and put right, to the step that can be undone', () => {
		const columns = Object.fromEntries([
			['lat', 'nord'],
			['__proto__', 'est']
		]);
		const files = [{ ...file('a', 12), stated: 'sites' as const, columns }];
		const commune = { code: '38001' as InseeCode, name: 'Amont', municipalPopulation: 100, epciCode: null };
		for (const one of [work({ files }), work({ area: { kind: 'communes', communes: [commune] }, name: null })])
			expect(readImport(writeImport(one))).toEqual(one);
	});
	it('writes a correction once, however many steps it stands in, and keeps the last hundred steps', () => {
		const sites = Array.from({ length: 300 }, (_, rank) => `site ${rank}`);
		const corrections = sites.reduce((made, site) => corrected(made, [moved(site)]), NO_CORRECTION);
		const text = writeImport(work({ corrections }));
		expect(text.split('"site 0"')).toHaveLength(3);
		const read = readImport(text);
		expect(read?.corrections.list).toEqual(corrections.list);
		expect(read?.corrections.past).toEqual(corrections.past.slice(-100));
	});
	it('is refused where it is of a later version, or harmed', () => {
		const written = JSON.parse(writeImport(work())) as { corrections: object };
		const harms = [
			{ ...written, schema_version: 2 },
			{ ...written, zone: 'Z' },
			{ ...written, communes: ['zz'] },
			{ ...written, corrections: { ...written.corrections, list: [9] } },
			[]
		];
		for (const harmed of harms) expect(readImport(JSON.stringify(harmed))).toBeNull();
		expect(readImport('{')).toBeNull();
	});
});

/** What the browser's database does, in memory; with room for so many bytes. */
function memoryStore(room = Infinity) {
	const imports = new Map<string, KeptImport>();
	const files = new Map<string, Map<string, Blob>>();
	const writes: string[] = [];
	const store: ImportStore = {
		list: () => Promise.resolve([...imports.values()]),
		write: (kept, added) => {
			const own = new Map([...(files.get(kept.id) ?? [])].filter(([key]) => kept.files.includes(key)));
			if (added !== null) own.set(added.key, added.blob);
			const bytes = [...own.values()].reduce((sum, { size }) => sum + size, 0);
			if (bytes > room) return Promise.reject(new DOMException('', 'QuotaExceededError'));
			imports.set(kept.id, kept);
			files.set(kept.id, own);
			writes.push(added?.key ?? 'choices');
			return Promise.resolve();
		},
		files: (id) => Promise.resolve(files.get(id) ?? new Map<string, Blob>()),
		remove: (id) => Promise.resolve(void [imports.delete(id), files.delete(id)])
	};
	return { store, imports, files, writes };
}

const blob = (size: number) => ({ size }) as Blob;
const keeperOf = (store: ImportStore) => new ImportKeeper(store, 'import', () => '2026-11-22T04:00:00Z');
const made = (sizes: Record<string, number>) => ({
	work: work({ files: Object.entries(sizes).map(([key, bytes]) => file(key, bytes)) }),
	blobs: new Map(Object.entries(sizes).map(([key, bytes]) => [key, blob(bytes)]))
});

describe('an import under way', () => {
	it('is kept: its choices first, then each file once, the smallest first; what is taken away goes', async () => {
		const { store, imports, files, writes } = memoryStore();
		const keeper = keeperOf(store);
		await keeper.save(made({ roads: 300, sites: 5 }));
		expect(writes).toEqual(['choices', 'sites', 'roads']);
		await keeper.save(made({ roads: 300, hours: 7 }));
		expect(writes.slice(3)).toEqual(['choices', 'hours']);
		expect([...(files.get('import')?.keys() ?? [])]).toEqual(['roads', 'hours']);
		expect(imports.get('import')).toMatchObject({ files: ['roads', 'hours'], savedAt: '2026-11-22T04:00:00Z' });
	});
	it('is taken up again by another window, which writes no file anew', async () => {
		const { store, imports, writes } = memoryStore();
		await keeperOf(store).save(made({ sites: 5 }));
		const other = new ImportKeeper(store, 'another', () => '2026-11-23T04:00:00Z');
		const [kept] = await store.list();
		other.takeUp(kept.id, kept.files);
		await other.save(made({ sites: 5 }));
		expect(writes).toEqual(['choices', 'sites', 'choices']);
		expect([...imports.keys()]).toEqual(['import']);
	});
	it('is no more once there is nothing to keep', async () => {
		const { store, imports, files } = memoryStore();
		const keeper = keeperOf(store);
		await keeper.save(null);
		await keeper.save(made({ sites: 5 }));
		await keeper.save(null);
		expect([imports.size, files.size]).toEqual([0, 0]);
	});
	it('keeps its choices and what there is room for, and says which files are not', async () => {
		const { store, imports } = memoryStore(100);
		const keeper = keeperOf(store);
		await keeper.save(made({ roads: 300, sites: 5 }));
		expect(keeper.refusedKeys).toEqual(['roads']);
		expect(imports.get('import')?.files).toEqual(['sites']);
	});
	it('keeps no more than its bound, and is refused where not even choices are kept', async () => {
		const { store } = memoryStore();
		const keeper = keeperOf(store);
		await keeper.save(made({ sites: 5, region: MOST_KEPT_BYTES }));
		expect(keeper.refusedKeys).toEqual(['region']);
		const none = keeperOf({ ...store, write: () => Promise.reject(new DOMException('', 'InvalidStateError')) });
		await expect(none.save(made({ sites: 5 }))).rejects.toThrow(DOMException);
	});
});
