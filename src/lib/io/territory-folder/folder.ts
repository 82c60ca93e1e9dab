/** A folder to read from: a directory on disk, or the entries of a zip. Paths use "/" whatever the system. */
export interface FolderReader {
	has(path: string): Promise<boolean>;
	/** @throws MaillageError when the file is missing */
	read(path: string): Promise<Uint8Array>;
}

/** A folder that tells what it holds. */
export interface ListedFolder extends FolderReader {
	readonly paths: readonly string[];
}

/** Files to write, by path. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;
