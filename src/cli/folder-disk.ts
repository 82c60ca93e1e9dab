import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MaillageError } from '#domain/notes.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderFiles, FolderReader } from '#io/territory-folder/folder.ts';
import { writeZip, zipFolder, type ZipFolder } from '#io/territory-folder/zip-folder.ts';

/** A folder on disk, or the zip of one. */
export function diskFolder(root: string): FolderReader {
	if (isZip(root)) return diskZip(root);
	return {
		has: async (path) => (await stat(join(root, path)).catch(() => null)) !== null,
		read: (path) => readWhole(join(root, path))
	};
}

const isZip = (path: string) => path.toLowerCase().endsWith('.zip');

/** The zip of a folder, read once, when it is first needed. */
function diskZip(path: string): FolderReader {
	let opened: Promise<ZipFolder> | null = null;
	const open = () => (opened ??= readWhole(path).then((bytes) => zipFolder(new Blob([bytes]), basename(path))));
	return {
		has: async (name) => (await open()).has(name),
		read: async (name) => (await open()).read(name)
	};
}

/**
 * All of one file.
 * @throws MaillageError `error_file_missing`, `error_file_unreadable`
 */
export async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await readFile(path));
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? '';
		throw new MaillageError(code === 'ENOENT' ? 'error_file_missing' : 'error_file_unreadable', {
			path,
			reason: code
		});
	}
}

/**
 * Writes one file whole or not at all: a run that is stopped never leaves half a file under the name asked for.
 * @throws MaillageError `error_file_unwritable`
 */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
	const partial = `${path}.partial`;
	try {
		await makeFolder(dirname(path));
		await writeFile(partial, bytes);
		await rename(partial, path);
	} catch (error) {
		await rm(partial, { force: true }).catch(() => undefined);
		throw new MaillageError('error_file_unwritable', { path, reason: (error as NodeJS.ErrnoException).code ?? '' });
	}
}

/**
 * Makes a folder and those above it that are missing. Not `mkdir` with `recursive`, which never returns where the system
 * says that a folder cannot be made by saying that it is missing (/proc; Node 20).
 */
async function makeFolder(path: string): Promise<void> {
	if ((await stat(path).catch(() => null))?.isDirectory()) return;
	const above = dirname(path);
	if (above !== path) await makeFolder(above);
	await mkdir(path).catch((error: NodeJS.ErrnoException) => {
		// Made meanwhile by another run: what was wanted. A file of that name fails when it is written into.
		if (error.code !== 'EEXIST') throw error;
	});
}

/** Writes files into a folder, made when missing; files already there under other names stay. */
export async function writeFolder(root: string, files: FolderFiles): Promise<void> {
	for (const [path, bytes] of files) await writeWhole(join(root, path), bytes);
}

/** What stands at the top of a territory folder. */
const TERRITORY_NAMES: ReadonlySet<string> = new Set(Object.values(FOLDER_FILES));

/**
 * Whether a territory may be written into a folder, or a zip: it is missing, empty, or an earlier `prepare` wrote it.
 * @throws MaillageError `error_out_not_empty` when the folder holds anything else, `error_out_not_empty_zip`, `error_out_is_file`:
 * somebody's files are never removed
 */
export async function requireTerritoryFolder(root: string): Promise<void> {
	const there = await stat(root).catch(() => null);
	if (there === null) return;
	if (isZip(root) && there.isFile()) return requireTerritoryZip(root);
	if (!there.isDirectory()) throw new MaillageError('error_out_is_file', { path: root });
	const found = await readdir(root);
	if (found.length > 0 && !areOfTerritory(found)) throw new MaillageError('error_out_not_empty', { path: root });
}

async function requireTerritoryZip(path: string): Promise<void> {
	const zip = await zipFolder(new Blob([await readWhole(path)]), basename(path)).catch(() => null);
	if (zip === null || !areOfTerritory(zip.paths.map((name) => name.split('/')[0]))) {
		throw new MaillageError('error_out_not_empty_zip', { path });
	}
}

function areOfTerritory(names: readonly string[]): boolean {
	return names.includes(FOLDER_FILES.manifest) && names.every((name) => TERRITORY_NAMES.has(name));
}

/**
 * Writes a territory in the place of the one that an earlier `prepare` wrote, as a zip where the path is one's. All of it is written
 * beside, then takes the place at once: no file of the old one is taken for the new one, and a run that is stopped loses neither.
 * @throws MaillageError what requireTerritoryFolder and writeWhole throw
 */
export async function writeTerritoryFolder(root: string, files: FolderFiles): Promise<void> {
	await requireTerritoryFolder(root);
	if (isZip(root) && !(await stat(root).catch(() => null))?.isDirectory()) return writeWhole(root, writeZip(files));
	const whole = resolve(root);
	const partial = `${whole}.partial`;
	await rm(partial, { recursive: true, force: true });
	await writeFolder(partial, files);
	await rm(whole, { recursive: true, force: true });
	await rename(partial, whole);
}

/**
 * Whether results may be written into a folder: not where a territory stands, which the next `prepare` could then not replace.
 * @throws MaillageError `error_out_is_territory`, `error_file_unwritable`
 */
export async function requireResultFolder(root: string): Promise<void> {
	const found = await stat(root).catch(() => null);
	if (found === null) return;
	if (!found.isDirectory()) throw new MaillageError('error_out_is_file', { path: root });
	if ((await readdir(root)).includes(FOLDER_FILES.manifest))
		throw new MaillageError('error_out_is_territory', { path: root });
}

/**
 * Whether a result may be written as a file, asked before what takes long.
 * @throws MaillageError `error_file_folder`
 */
export async function requireResultFile(path: string): Promise<void> {
	if ((await stat(path).catch(() => null))?.isDirectory()) throw new MaillageError('error_file_folder', { path });
}
