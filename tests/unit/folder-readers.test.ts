import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { fileListFolder } from '#io/territory-folder/file-list-folder.ts';
import { folderPath } from '#io/territory-folder/folder-paths.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { urlFolder, writeFolderIndex } from '#io/territory-folder/url-folder.ts';
import { writeZip, zipFolder } from '#io/territory-folder/zip-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (read: Uint8Array) => new TextDecoder().decode(read);
const blob = (content: Uint8Array) => new Blob([content as Uint8Array<ArrayBuffer>]);

/** A text long enough to be worth deflating, and what stands beside. */
const LONG = bytes('commune,people\n'.repeat(5000));
const FILES = new Map([
	['territory.json', bytes('{"version": 99}')],
	['cells.csv', LONG],
	['roads/car.graph', Uint8Array.of(1, 2, 3)]
]);
const openZip = (content: Uint8Array, options = {}) => zipFolder(blob(content), 'a.zip', options);

/** The error that a promise ends with. */
async function refusal(promise: Promise<unknown>): Promise<MaillageError> {
	const error = await promise.then(
		() => null,
		(reason: unknown) => reason
	);
	expect(error).toBeInstanceOf(MaillageError);
	return error as MaillageError;
}

/** A copy with some bytes changed, at a place counted from a signature. */
function altered(zip: Uint8Array, signature: number, change: (view: DataView, at: number) => void): Uint8Array {
	const copy = zip.slice();
	const view = new DataView(copy.buffer);
	for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === signature) change(view, at);
	return copy;
}
const ENTRY = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
const END = 0x0605_4b50;

describe('paths of a folder', () => {
	it('are taken as they are, never above the folder', () => {
		expect(folderPath('roads/car.graph')).toBe('roads/car.graph');
		expect(folderPath('.\\roads\\.//car.graph')).toBe('roads/car.graph');
		for (const hostile of ['../a', 'a/../../b', '/etc/passwd', '\\a', 'C:\\a', '', './', 'a\0b']) {
			expect(folderPath(hostile), hostile).toBeNull();
		}
	});
});

describe('the zip of a territory', () => {
	it('gives back what was written, the same bytes each time it is written', async () => {
		const zip = writeZip(FILES);
		expect(zip).toEqual(writeZip(FILES));
		const folder = await openZip(zip);
		expect(folder.paths).toEqual([...FILES.keys()]);
		for (const [path, content] of FILES) {
			expect(await folder.has(path)).toBe(true);
			expect(await folder.read(path), path).toEqual(content);
		}
		expect(await folder.has('__proto__')).toBe(false);
		expect((await refusal(folder.read('sites.geojson'))).detail.code).toBe('error_folder_file_missing');
	});

	it('is found in the one folder of a zip that holds a territory, beside what systems add', async () => {
		const within = Object.fromEntries([...FILES].map(([path, content]) => [`Mon territoire/${path}`, content]));
		const folder = await openZip(
			zipSync({ ...within, '__MACOSX/._x': bytes('x'), 'Mon territoire/../../evil': bytes('x'), '/etc/x': bytes('x') })
		);
		expect(folder.paths).toEqual([...FILES.keys()]);
		expect(await folder.read('cells.csv')).toEqual(LONG);
		const two = await openZip(zipSync({ ...within, 'other/territory.json': bytes('{}') }));
		expect(await two.has('territory.json')).toBe(false);
	});

	it('is told from any other file', async () => {
		expect((await refusal(openZip(bytes('not a zip at all')))).detail.code).toBe('error_zip_not');
		expect((await refusal(openZip(new Uint8Array(0)))).detail.code).toBe('error_zip_not');
		const zip = writeZip(FILES);
		for (const length of [4, 40, zip.length - 30, zip.length - 1]) {
			const error = await refusal(openZip(zip.subarray(0, length)));
			expect([error.detail.code, error.file], `cut at ${length}`).toEqual(['error_zip_cut', 'a.zip']);
		}
	});

	it('cut in its midst, altered in any byte of a file or lying about its size: the file is refused, the others are read', async () => {
		const zip = writeZip(FILES);
		const stated = altered(zip, ENTRY, (view, at) => view.setUint32(at + 16, view.getUint32(at + 16, true) ^ 1, true));
		expect(await refusal((await openZip(stated)).read('cells.csv'))).toMatchObject({
			detail: { code: 'error_zip_damaged', params: { path: 'cells.csv' } },
			file: 'a.zip'
		});
		for (const lie of [-1, 1]) {
			const lying = altered(zip, ENTRY, (view, at) =>
				view.setUint32(at + 24, view.getUint32(at + 24, true) + lie, true)
			);
			expect((await refusal((await openZip(lying)).read('cells.csv'))).detail.code).toBe('error_zip_damaged');
		}
		const noHeader = altered(zip, LOCAL, (view, at) => view.setUint8(at, 0));
		expect((await refusal((await openZip(noHeader)).read('cells.csv'))).detail.code).toBe('error_zip_damaged');
		const start = 30 + 'territory.json'.length;
		const content = zip.slice();
		content[start + 3] ^= 0xff;
		const folder = await openZip(content);
		expect((await refusal(folder.read('territory.json'))).detail.code).toBe('error_zip_damaged');
		expect(await folder.read('cells.csv')).toEqual(LONG);
	});

	it('opens no bomb: neither one that states its size nor one that hides it', async () => {
		const zip = zipSync({ 'territory.json': new Uint8Array(1 << 20) });
		const limit = { maxFileBytes: 1 << 19 };
		expect(await refusal((await openZip(zip, limit)).read('territory.json'))).toMatchObject({
			detail: { code: 'error_zip_too_large', params: { path: 'territory.json', bytes: 1 << 20, limit: 1 << 19 } }
		});
		const hiding = altered(zip, ENTRY, (view, at) => view.setUint32(at + 24, 100, true));
		expect((await refusal((await openZip(hiding, limit)).read('territory.json'))).detail.code).toBe(
			'error_zip_damaged'
		);
		// More than deflate can make of its bytes: no room is even made for it.
		const boasting = altered(zip, ENTRY, (view, at) => view.setUint32(at + 24, 1 << 29, true));
		expect((await refusal((await openZip(boasting)).read('territory.json'))).detail.code).toBe('error_zip_too_large');
	});

	it('is read no further than all its files together may take, each counted once', async () => {
		const content = zipSync({
			'territory.json': new Uint8Array(400),
			'cells.csv': new Uint8Array(500),
			'x.bin': new Uint8Array(101)
		});
		const folder = await openZip(content, { maxReadBytes: 1000 });
		for (const path of ['territory.json', 'cells.csv', 'cells.csv']) await folder.read(path);
		expect(await refusal(folder.read('x.bin'))).toMatchObject({
			detail: { code: 'error_zip_too_large_whole', params: { path: 'x.bin', bytes: 1001, limit: 1000 } },
			file: 'a.zip'
		});
	});

	it('in a form that is not read says which', async () => {
		const zip = writeZip(FILES);
		const code = async (content: Uint8Array) =>
			(await refusal(openZip(content).then((folder) => folder.read('cells.csv')))).detail.code;
		expect(await code(altered(zip, END, (view, at) => view.setUint32(at + 16, 0xffff_ffff, true)))).toBe(
			'error_zip_64'
		);
		expect(await code(altered(zip, END, (view, at) => view.setUint16(at + 10, 0xffff, true)))).toBe('error_zip_64');
		expect(await code(altered(zip, END, (view, at) => view.setUint16(at + 4, 1, true)))).toBe('error_zip_list');
		expect(await code(altered(zip, END, (view, at) => view.setUint32(at + 16, zip.length, true)))).toBe(
			'error_zip_list'
		);
		expect(await code(altered(zip, ENTRY, (view, at) => view.setUint16(at + 28, 0xfff0, true)))).toBe('error_zip_list');
		expect(await code(altered(zip, ENTRY, (view, at) => view.setUint16(at + 8, 1, true)))).toBe('error_zip_encrypted');
		expect(await code(altered(zip, ENTRY, (view, at) => view.setUint16(at + 10, 93, true)))).toBe('error_zip_method');
	});
});

describe('a territory that is none', () => {
	it('is refused as a folder on disk is', async () => {
		const other = await openZip(zipSync({ 'photos/a.jpg': bytes('x') }));
		const error = await refusal(readTerritoryFolder(other, 'photos.zip'));
		expect(error.detail).toEqual({ code: 'error_folder_missing', params: { path: 'photos.zip' } });
		const newer = await refusal(readTerritoryFolder(await openZip(writeZip(FILES)), 'a.zip'));
		expect([newer.detail.code, newer.file]).toEqual(['error_manifest_newer', 'territory.json']);
	});
});

describe('the files of a folder that was chosen', () => {
	it('are found under the name of the folder, and read when asked for', async () => {
		let read = 0;
		const files = [...FILES].map(([path, content]) => {
			const file = blob(content);
			const counted = Object.assign(file, { arrayBuffer: () => (read++, Blob.prototype.arrayBuffer.call(file)) });
			return { path: `Mon territoire/${path}`, file: counted };
		});
		const folder = fileListFolder([...files, { path: 'Mon territoire/.DS_Store', file: blob(bytes('x')) }]);
		expect([await folder.has('cells.csv'), await folder.has('Mon territoire/cells.csv'), read]).toEqual([
			true,
			false,
			0
		]);
		expect(await folder.read('cells.csv')).toEqual(LONG);
		expect(read).toBe(1);
		expect((await refusal(folder.read('matrix.bin'))).detail.code).toBe('error_folder_file_missing');
	});

	it('that can no longer be read are told by name', async () => {
		const gone = Object.assign(blob(LONG), {
			arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError'))
		});
		const error = await refusal(fileListFolder([{ path: 'territory.json', file: gone }]).read('territory.json'));
		expect([error.detail, error.file]).toEqual([
			{ code: 'error_folder_file_unreadable', params: { reason: 'NotReadableError' } },
			'territory.json'
		]);
	});
});

describe('a folder of the site', () => {
	/** A site that answers these paths alone, and what it was asked. */
	function site(answers: ReadonlyMap<string, Uint8Array>) {
		const asked: string[] = [];
		const fetch = async (url: string) => {
			asked.push(url);
			const content = answers.get(url);
			return content === undefined
				? new Response('', { status: 404 })
				: new Response(content as Uint8Array<ArrayBuffer>);
		};
		return { asked, fetch };
	}
	const published = (index = writeFolderIndex(FILES)) =>
		new Map([['demo/files.json', index], ...[...FILES].map(([path, content]) => [`demo/${path}`, content] as const)]);

	it('is asked for the files of its index alone, once each', async () => {
		const { asked, fetch } = site(published());
		const folder = await urlFolder('demo', { fetch });
		expect([await folder.has('cells.csv'), await folder.has('perimeter.geojson')]).toEqual([true, false]);
		expect(asked).toEqual(['demo/files.json']);
		expect(text(await folder.read('cells.csv'))).toBe(text(LONG));
		expect((await refusal(folder.read('perimeter.geojson'))).detail.code).toBe('error_folder_file_missing');
		expect(asked).toEqual(['demo/files.json', 'demo/cells.csv']);
	});

	it('says what cannot be had, and why', async () => {
		const missing = await refusal(urlFolder('demo/', { fetch: site(new Map()).fetch }));
		expect(missing.detail).toEqual({ code: 'error_folder_fetch', params: { url: 'demo/files.json', reason: '404' } });
		const offline = await refusal(urlFolder('demo', { fetch: () => Promise.reject(new TypeError('network')) }));
		expect(offline.detail.params.reason).toBe('network');
		for (const wrong of [
			'<!doctype html>',
			'{}',
			'{"files": [{"path": 1}]}',
			'{"files": [{"path": "a", "bytes": -1}]}'
		]) {
			const error = await refusal(urlFolder('demo', { fetch: site(published(bytes(wrong))).fetch }));
			expect(error.detail.code, wrong).toBe('error_folder_index');
		}
		const half = new Map(published()).set('demo/cells.csv', LONG.subarray(1));
		const folder = await urlFolder('demo', { fetch: site(half).fetch });
		expect((await refusal(folder.read('cells.csv'))).detail).toEqual({
			code: 'error_folder_file_bytes',
			params: { read: LONG.length - 1, expected: LONG.length }
		});
	});

	it('is left when the user no longer waits', async () => {
		const abort = new AbortController();
		const fetch = async (_url: string, { signal }: { signal?: AbortSignal }) => {
			abort.abort();
			signal?.throwIfAborted();
			return new Response('{}');
		};
		await expect(urlFolder('demo', { fetch, signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
	});
});
