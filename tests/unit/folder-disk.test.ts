import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { writeWhole } from '../../src/cli/folder-disk.ts';

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
