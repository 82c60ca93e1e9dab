import { MaillageError } from '#domain/notes.ts';
import type { FolderEntry, TerritorySource } from '../compute/jobs.ts';

/** Entries of a folder beyond which something else than a territory was dropped. */
const MOST_FILES = 10_000;

/** A territory from what a file input gave: one zip, or a folder's files. @throws MaillageError as `droppedTerritory` */
export function chosenTerritory(files: readonly File[]): TerritorySource {
	if (files.length === 1 && isZip(files[0])) return { kind: 'zip', file: files[0] };
	return folderSource(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/**
 * A territory from what was dropped on the page: one zip, a folder, or the files of one.
 * Call it within the drop event: the browser forgets the items after it.
 * @throws MaillageError error_dropped_nothing, error_dropped_several, error_dropped_too_many
 */
export async function droppedTerritory(items: DataTransferItemList): Promise<TerritorySource> {
	const found = new Map<string, File>();
	const entries: FileSystemEntry[] = [];
	for (const item of items) {
		if (item.kind !== 'file') continue;
		const entry = item.webkitGetAsEntry();
		// A file that stands in no folder of the system (an attachment, a picture of another page) has no entry.
		const file = entry === null ? item.getAsFile() : null;
		if (entry !== null) entries.push(entry);
		else if (file !== null) found.set(file.name, file);
	}
	for (const entry of entries) await walk(entry, found);
	const files = [...found].map(([path, file]) => ({ path, file }));
	if (files.length === 1 && isZip(files[0].file)) return { kind: 'zip', file: files[0].file };
	if (entries.length > 1 && entries.some((entry) => entry.isDirectory)) {
		throw new MaillageError('error_dropped_several', { count: entries.length });
	}
	return folderSource(files);
}

function isZip(file: File): boolean {
	return file.name.toLowerCase().endsWith('.zip') || file.type === 'application/zip';
}

function folderSource(files: readonly FolderEntry[]): TerritorySource {
	if (files.length === 0) throw new MaillageError('error_dropped_nothing');
	const [first] = files;
	const name = first.path.includes('/') ? first.path.slice(0, first.path.indexOf('/')) : first.file.name;
	return { kind: 'folder', name, files };
}

async function walk(entry: FileSystemEntry, found: Map<string, File>): Promise<void> {
	if (found.size > MOST_FILES) throw new MaillageError('error_dropped_too_many', { count: MOST_FILES });
	if (entry.isFile) {
		const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
		found.set(entry.fullPath.replace(/^\//, ''), file);
		return;
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	// A reader gives its entries by batches, an empty one at the end.
	for (;;) {
		const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (batch.length === 0) return;
		for (const inner of batch) await walk(inner, found);
	}
}
