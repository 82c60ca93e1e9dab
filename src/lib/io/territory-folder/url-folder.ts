import * as v from 'valibot';
import { MaillageError } from '#domain/notes.ts';
import { filesOfTerritory } from './folder-paths.ts';
import type { ListedFolder } from './folder.ts';

/** What a folder of a site holds, since a site cannot be asked: written beside its files when it is published. */
export const FOLDER_INDEX = 'files.json';

const indexSchema = v.object({
	files: v.array(v.object({ path: v.string(), bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) }))
});

/** The index of a published folder. */
export function writeFolderIndex(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Uint8Array {
	const content: v.InferInput<typeof indexSchema> = {
		files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.byteLength }))
	};
	return new TextEncoder().encode(`${JSON.stringify(content, null, '\t')}\n`);
}

export interface UrlFolderOptions {
	/** Ends the requests. */
	readonly signal?: AbortSignal;
	/** Default: the platform's. */
	readonly fetch?: (url: string, options: { signal?: AbortSignal }) => Promise<Response>;
}

/**
 * A folder published on this site. Only files that its index names are requested.
 * @param base address of the folder
 * @throws MaillageError `error_folder_fetch` (the index cannot be had), `error_folder_index` (it is none); reading a file:
 * `error_folder_file_missing`, `error_folder_fetch`, `error_folder_file_bytes` (not the size that the index states)
 */
export async function urlFolder(base: string, options: UrlFolderOptions = {}): Promise<ListedFolder> {
	const root = base.endsWith('/') ? base : `${base}/`;
	const index = readIndex(await fetchBytes(`${root}${FOLDER_INDEX}`, FOLDER_INDEX, options));
	const listed = filesOfTerritory(index.files.map((file) => [file.path, file]));
	return {
		paths: [...listed.keys()],
		has: async (path) => listed.has(path),
		async read(path) {
			const file = listed.get(path);
			if (file === undefined) throw new MaillageError('error_folder_file_missing', { path }, path);
			const url = `${root}${file.path.split('/').map(encodeURIComponent).join('/')}`;
			const bytes = await fetchBytes(url, path, options);
			if (bytes.byteLength !== file.bytes) {
				throw new MaillageError('error_folder_file_bytes', { read: bytes.byteLength, expected: file.bytes }, path);
			}
			return bytes;
		}
	};
}

function readIndex(bytes: Uint8Array): v.InferOutput<typeof indexSchema> {
	try {
		return v.parse(indexSchema, JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		// Many sites answer a page where a file is missing.
		throw new MaillageError('error_folder_index', {}, FOLDER_INDEX);
	}
}

async function fetchBytes(url: string, path: string, { signal, fetch = globalThis.fetch }: UrlFolderOptions) {
	let reason: string;
	try {
		const response = await fetch(url, signal === undefined ? {} : { signal });
		if (response.ok) return new Uint8Array(await response.arrayBuffer());
		reason = String(response.status);
	} catch (error) {
		signal?.throwIfAborted();
		reason = error instanceof Error ? error.message : String(error);
	}
	throw new MaillageError('error_folder_fetch', { url, reason }, path);
}
