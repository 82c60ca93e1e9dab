import { MaillageError } from '#domain/notes.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderEntry, TerritorySource } from '../compute/jobs.ts';

/** Entries of a folder beyond which something else than a territory was dropped. */
const MOST_FILES = 10_000;

/** What was dropped on the page. */
export type Dropped =
	| { readonly kind: 'territory'; readonly source: TerritorySource }
	/** Texts that look like JSON, each to be read as a scenario. */
	| { readonly kind: 'scenarios'; readonly files: readonly File[] };

/** A territory from what a file input gave: one zip, or a folder's files. @throws MaillageError error_dropped_nothing */
export function chosenTerritory(files: readonly File[]): TerritorySource {
	if (files.length === 1 && isZip(files[0])) return { kind: 'zip', file: files[0] };
	return folderSource(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/**
 * What was dropped on the page, known by its content: a territory (one zip, a folder, or the files of one) or files of scenarios.
 * Call it within the drop event: the browser forgets the items after it.
 * @throws MaillageError error_dropped_nothing, error_dropped_several, error_dropped_too_many, error_dropped_unknown
 */
export async function droppedFiles(items: DataTransferItemList): Promise<Dropped> {
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
	const hasFolder = entries.some((entry) => entry.isDirectory);
	for (const entry of entries) await walk(entry, found);
	if (hasFolder && entries.length > 1) throw new MaillageError('error_dropped_several', { count: entries.length });
	return hasFolder ? { kind: 'territory', source: territoryOf(found) } : await droppedAlone(found);
}

/** Files that were dropped without a folder. */
async function droppedAlone(found: ReadonlyMap<string, File>): Promise<Dropped> {
	const files = [...found.values()];
	if (found.has(FOLDER_FILES.manifest)) return { kind: 'territory', source: territoryOf(found) };
	const beginnings = await Promise.all(files.map((file) => file.slice(0, 64).text()));
	if (files.length > 0 && beginnings.every((text) => /^\ufeff?\s*[{[]/.test(text))) return { kind: 'scenarios', files };
	const isArchive = files.length === 1 && (isZip(files[0]) || beginnings[0].startsWith('PK'));
	if (isArchive) return { kind: 'territory', source: { kind: 'zip', file: files[0] } };
	if (files.length === 0) throw new MaillageError('error_dropped_nothing');
	throw new MaillageError('error_dropped_unknown', {}, files.map(({ name }) => name).join(', '));
}

function isZip(file: File): boolean {
	return file.name.toLowerCase().endsWith('.zip') || file.type === 'application/zip';
}

/** Of a folder: its files, or the one zip that it holds. */
function territoryOf(found: ReadonlyMap<string, File>): TerritorySource {
	const files = [...found].map(([path, file]) => ({ path, file }));
	if (files.length === 1 && isZip(files[0].file)) return { kind: 'zip', file: files[0].file };
	return folderSource(files);
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
