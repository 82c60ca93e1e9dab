import { MaillageError } from '#domain/notes.ts';
import { isProjectFile, PROJECT_EXTENSION } from '#io/project/project-file.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderEntry, TerritorySource } from '../compute/jobs.ts';

/** Entries of a folder beyond which something else than a territory was dropped. */
const MOST_FILES = 10_000;

/** Files of a folder beyond which it is not one of raw files of a territory. */
const MOST_RAW_FILES = 30;

/** What was dropped on the page. */
export type Dropped =
	| { readonly kind: 'project'; readonly file: File }
	| { readonly kind: 'territory'; readonly source: TerritorySource }
	/** Texts that look like JSON objects, each to be read as a scenario. */
	| { readonly kind: 'scenarios'; readonly files: readonly File[] }
	/** Anything else: what a territory may be made of. */
	| { readonly kind: 'raw'; readonly files: readonly File[] };

/** A territory from what a file input gave: one zip, or a folder's files. @throws MaillageError error_dropped_nothing */
export function chosenTerritory(files: readonly File[]): TerritorySource {
	if (files.length === 1 && isZip(files[0])) return { kind: 'zip', file: files[0] };
	return folderSource(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/**
 * What was dropped on the page, known by its content: a territory (one zip, a folder, or the files of one), files of scenarios, or raw files.
 * Call it within the drop event: the browser forgets the items after it.
 * @throws MaillageError error_dropped_nothing, error_dropped_several, error_dropped_too_many
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
	if (!hasFolder) return droppedAlone(found);
	const files = [...found];
	// A folder of raw files is given as they are: only that of a territory has its manifest, or is one zip.
	const isTerritory =
		files.some(([path]) => path.split('/').at(-1) === FOLDER_FILES.manifest) ||
		(files.length === 1 && isZip(files[0][1]));
	if (isTerritory || files.length > MOST_RAW_FILES) return { kind: 'territory', source: territoryOf(found) };
	return { kind: 'raw', files: files.map(([, file]) => file) };
}

/** Files that were dropped without a folder. */
async function droppedAlone(found: ReadonlyMap<string, File>): Promise<Dropped> {
	const files = [...found.values()];
	if (found.has(FOLDER_FILES.manifest)) return { kind: 'territory', source: territoryOf(found) };
	if (files.length === 0) throw new MaillageError('error_dropped_nothing');
	const beginnings = await Promise.all(files.map((file) => file.slice(0, 4096).text()));
	if (beginnings.every(mayBeScenario)) return { kind: 'scenarios', files };
	const isArchive = files.length === 1 && (isZip(files[0]) || beginnings[0].startsWith('PK'));
	if (await isProject(files, isArchive)) return { kind: 'project', file: files[0] };
	return isArchive && !isSpreadsheet(files[0])
		? { kind: 'territory', source: { kind: 'zip', file: files[0] } }
		: { kind: 'raw', files };
}

/** By what it holds; by its name where that is harmed, to be told of as a project. */
async function isProject(files: readonly File[], isArchive: boolean): Promise<boolean> {
	if (files.length !== 1) return false;
	return (
		files[0].name.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`) || (isArchive && (await isProjectFile(files[0])))
	);
}

function isZip(file: File): boolean {
	return file.name.toLowerCase().endsWith('.zip') || file.type === 'application/zip';
}

/** JSON that is no collection of features and no list of records. */
function mayBeScenario(beginning: string): boolean {
	return /^\ufeff?\s*\{/.test(beginning) && !/"(?:FeatureCollection|features|results|records)"/.test(beginning);
}

/** Spreadsheets are archives too: they are told what to do with. */
function isSpreadsheet({ name }: File): boolean {
	return /\.(?:xlsx|xlsm|ods)$/i.test(name);
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
