import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MaillageError } from '#domain/notes.ts';
import type { FolderFiles, FolderReader } from '#io/territory-folder/folder.ts';

/** A folder on disk. */
export function diskFolder(root: string): FolderReader {
	return {
		has: async (path) => (await stat(join(root, path)).catch(() => null)) !== null,
		async read(path) {
			try {
				return new Uint8Array(await readFile(join(root, path)));
			} catch (error) {
				const code = (error as NodeJS.ErrnoException).code ?? '';
				throw new MaillageError(code === 'ENOENT' ? 'error_file_missing' : 'error_file_unreadable', {
					path: join(root, path),
					reason: code
				});
			}
		}
	};
}

/**
 * Writes one file whole or not at all: a run that is stopped never leaves half a file under the name asked for.
 * @throws MaillageError `error_file_unwritable`
 */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
	const partial = `${path}.partial`;
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(partial, bytes);
		await rename(partial, path);
	} catch (error) {
		await rm(partial, { force: true }).catch(() => undefined);
		throw new MaillageError('error_file_unwritable', { path, reason: (error as NodeJS.ErrnoException).code ?? '' });
	}
}

/** Writes files into a folder, made when missing; files already there under other names stay. */
export async function writeFolder(root: string, files: FolderFiles): Promise<void> {
	for (const [path, bytes] of files) await writeWhole(join(root, path), bytes);
}

/**
 * Empties a folder that an earlier `prepare` wrote, so that no file of the old territory is taken for the new one.
 * @throws MaillageError `error_out_not_empty` when the folder holds anything else: somebody's files are never removed
 */
export async function clearTerritoryFolder(root: string): Promise<void> {
	const found = await readdir(root).catch(() => [] as string[]);
	if (found.length === 0) return;
	const known = new Set([
		'territory.json',
		'communes.geojson',
		'cells.csv',
		'cells-margin.csv',
		'sites.geojson',
		'perimeter.geojson',
		'notes.json',
		'matrix.bin',
		'rejected',
		'roads'
	]);
	if (!found.includes('territory.json') || !found.every((name) => known.has(name))) {
		throw new MaillageError('error_out_not_empty', { path: root });
	}
	for (const name of found) await rm(join(root, name), { recursive: true, force: true });
}
