import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MaillageError } from '#domain/notes.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';

/**
 * A file on disk as a source.
 * @throws MaillageError `error_file_missing`, `error_file_folder`, `error_file_unreadable`
 */
export async function fileSource(path: string): Promise<ByteSource> {
	let size: number;
	try {
		const found = await stat(path);
		if (found.isDirectory()) throw new MaillageError('error_file_folder', { path });
		size = found.size;
	} catch (error) {
		if (error instanceof MaillageError) throw error;
		const code = (error as NodeJS.ErrnoException).code ?? '';
		throw new MaillageError(code === 'ENOENT' ? 'error_file_missing' : 'error_file_unreadable', { path, reason: code });
	}
	return {
		name: basename(path),
		size,
		stream: () => createReadStream(path, { highWaterMark: 1 << 20 }),
		bytes: async () => new Uint8Array(await readFile(path))
	};
}
