import { MaillageError } from '#domain/notes.ts';
import { filesOfTerritory } from './folder-paths.ts';
import type { ListedFolder } from './folder.ts';

/** A file of a folder that the user chose or dropped. */
export interface ListedFile {
	/** Within the folder or from its own name on, "/" between names. */
	readonly path: string;
	readonly file: Blob;
}

/** The files of a folder that the user chose; each is read from the disk when it is asked for. */
export function fileListFolder(files: readonly ListedFile[]): ListedFolder {
	const byPath = filesOfTerritory(files.map(({ path, file }) => [path, file]));
	return {
		paths: [...byPath.keys()],
		has: async (path) => byPath.has(path),
		async read(path) {
			const file = byPath.get(path);
			if (file === undefined) throw new MaillageError('error_folder_file_missing', { path }, path);
			try {
				return new Uint8Array(await file.arrayBuffer());
			} catch (error) {
				// Changed or removed since it was chosen, or not ours to read.
				throw new MaillageError('error_folder_file_unreadable', { reason: reasonOf(error) }, path);
			}
		}
	};
}

/** The system's own word for what went wrong. */
function reasonOf(error: unknown): string {
	return error instanceof Error ? error.name : String(error);
}
