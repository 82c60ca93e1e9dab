import { zipSync } from 'fflate';
import { MaillageError } from '#domain/notes.ts';
import { crc32 } from '../bytes/crc32.ts';
import {
	bytesOf,
	DEFLATED,
	isImpossible,
	LOCAL_BYTES,
	STORED,
	storedStart,
	zipDirectory,
	type ZipEntry
} from '../bytes/zip-directory.ts';
import { filesOfTerritory } from './folder-paths.ts';
import type { FolderFiles, FolderReader } from './folder.ts';

/** The largest file of a territory that is opened from a zip: some twenty times the road graph of a large département. */
const MAX_ZIPPED_FILE_BYTES = 1024 * 1024 * 1024;

/** All the files read of one zip, once decompressed: what a tab can hold. */
const MAX_READ_BYTES = 2 * 1024 * 1024 * 1024;

/** A zip opened: its files are known by name, and none is decompressed before it is read. */
export interface ZipFolder extends FolderReader {
	readonly paths: readonly string[];
}

/** Bytes once decompressed: of one file, and of all the files that are read, each counted once. */
export interface ZipLimits {
	readonly maxFileBytes?: number;
	readonly maxReadBytes?: number;
}

/**
 * Opens the zip of a territory folder; the folder may stand in it as a whole.
 * @param name the zip's, for errors
 * @throws MaillageError what `zipDirectory` throws; reading a file: `error_folder_file_missing`, `error_zip_encrypted`, `error_zip_method`,
 * `error_zip_too_large` (stated or found above `maxFileBytes`), `error_zip_too_large_whole`, `error_zip_damaged` (cut, altered, or not of the size stated)
 */
export async function zipFolder(
	zip: Blob,
	name: string,
	{ maxFileBytes = MAX_ZIPPED_FILE_BYTES, maxReadBytes = MAX_READ_BYTES }: ZipLimits = {}
): Promise<ZipFolder> {
	const entries = filesOfTerritory(await zipDirectory(zip, name));
	const read = new Set<string>();
	let readBytes = 0;
	return {
		paths: [...entries.keys()],
		has: async (path) => entries.has(path),
		read: async (path) => {
			const entry = entries.get(path);
			if (entry === undefined) throw new MaillageError('error_folder_file_missing', { path }, name);
			if (entry.encrypted) throw new MaillageError('error_zip_encrypted', { path }, name);
			if (entry.method !== STORED && entry.method !== DEFLATED) {
				throw new MaillageError('error_zip_method', { path, method: entry.method }, name);
			}
			if (entry.bytes > maxFileBytes || isImpossible(entry)) {
				throw new MaillageError('error_zip_too_large', { path, bytes: entry.bytes, limit: maxFileBytes }, name);
			}
			if (!read.has(path)) {
				readBytes += entry.bytes;
				read.add(path);
			}
			if (readBytes > maxReadBytes) {
				throw new MaillageError('error_zip_too_large_whole', { path, bytes: readBytes, limit: maxReadBytes }, name);
			}
			const bytes = await contentOf(zip, entry, name);
			if (bytes === null || crc32(bytes) !== entry.crc) throw new MaillageError('error_zip_damaged', { path }, name);
			return bytes;
		}
	};
}

/** What an entry holds; null where it cannot be had whole or is not of the size stated. */
async function contentOf(zip: Blob, entry: ZipEntry, name: string): Promise<Uint8Array | null> {
	const header = await bytesOf(zip, entry.offset, entry.offset + LOCAL_BYTES, name);
	const start = storedStart(entry, header);
	if (start === null) return null;
	const stored = zip.slice(start, start + entry.storedBytes);
	if (stored.size < entry.storedBytes) return null;
	if (entry.method === DEFLATED) return inflated(stored, entry.bytes);
	return entry.bytes === stored.size ? new Uint8Array(await stored.arrayBuffer()) : null;
}

/** Never more than the bytes stated is kept, whatever comes out. */
async function inflated(stored: Blob, statedBytes: number): Promise<Uint8Array | null> {
	const bytes = new Uint8Array(statedBytes);
	const reader = stored.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	let filled = 0;
	try {
		for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
			if (filled + chunk.value.length > statedBytes) {
				await reader.cancel();
				return null;
			}
			bytes.set(chunk.value, filled);
			filled += chunk.value.length;
		}
	} catch {
		return null;
	}
	return filled === statedBytes ? bytes : null;
}

/** Dates in a zip begin in 1980; the same files make the same zip whenever it is written. */
const FIRST_ZIP_DATE = '1980-01-01T00:00:00';

/** The zip of a territory folder. */
export function writeZip(files: FolderFiles): Uint8Array {
	return zipSync(Object.fromEntries(files), { mtime: FIRST_ZIP_DATE });
}
