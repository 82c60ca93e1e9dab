import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { writeZip } from '#io/territory-folder/zip-folder.ts';
import { diskFolder, writeTerritoryFolder, writeWhole } from '../../src/cli/folder-disk.ts';

const root = mkdtempSync(join(tmpdir(), 'maillage-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The code of what writing there throws. */
async function refusal(path: string): Promise<string> {
	return writeWhole(path, 'x').then(
		() => 'written',
		(error: unknown) => (error instanceof MaillageError ? error.detail.code : String(error))
	);
}

describe('writing a file', () => {
	it('makes the folders that are missing', async () => {
		await writeWhole(join(root, 'a', 'b', 'c.txt'), 'x');
		expect(readFileSync(join(root, 'a', 'b', 'c.txt'), 'utf8')).toBe('x');
	});

	it('says that it cannot where a file stands in the place of a folder', async () => {
		writeFileSync(join(root, 'file'), 'mine');
		expect(await refusal(join(root, 'file', 'inside.txt'))).toBe('error_file_unwritable');
		expect(await refusal(join(root, 'file', 'deeper', 'inside.txt'))).toBe('error_file_unwritable');
		expect(readFileSync(join(root, 'file'), 'utf8')).toBe('mine');
	});

	it.skipIf(!existsSync('/proc/self'))('ends where the system lets no folder be made', async () => {
		expect(await refusal('/proc/maillage/result.json')).toBe('error_file_unwritable');
	});
});

describe('a territory as a zip', () => {
	const territory = new Map([
		['territory.json', new TextEncoder().encode('{}')],
		['roads/car.graph', Uint8Array.of(1, 2, 3)]
	]);
	const codeOf = (promise: Promise<unknown>) =>
		promise.then(
			() => 'done',
			(error: unknown) => (error instanceof MaillageError ? error.detail.code : String(error))
		);

	it('is written where the path is one’s, read back as a folder is, and written over', async () => {
		const path = join(root, 'zips', 'mel.zip');
		await writeTerritoryFolder(path, territory);
		const folder = diskFolder(path);
		expect([await folder.has('roads/car.graph'), await folder.has('roads/foot.graph')]).toEqual([true, false]);
		expect(await folder.read('roads/car.graph')).toEqual(Uint8Array.of(1, 2, 3));
		await writeTerritoryFolder(path, new Map([['territory.json', territory.get('territory.json') as Uint8Array]]));
		expect(await diskFolder(path).has('roads/car.graph')).toBe(false);
	});

	it('never takes the place of somebody’s zip', async () => {
		const path = join(root, 'photos.zip');
		const photos = writeZip(
			new Map([
				['territory.json', Uint8Array.of(1)],
				['photo.jpg', Uint8Array.of(2)]
			])
		);
		for (const content of [photos, new TextEncoder().encode('no zip')]) {
			writeFileSync(path, content);
			expect(await codeOf(writeTerritoryFolder(path, territory))).toBe('error_out_not_empty_zip');
			expect(new Uint8Array(readFileSync(path))).toEqual(content);
		}
	});

	it('that is missing is told by its path', async () => {
		expect(await codeOf(diskFolder(join(root, 'none.zip')).has('territory.json'))).toBe('error_file_missing');
	});
});
