import { readProjectFile, writeProjectFile } from '#io/project/project-file.ts';
import { fileListFolder } from '#io/territory-folder/file-list-folder.ts';
import type { ListedFolder } from '#io/territory-folder/folder.ts';
import { urlFolder } from '#io/territory-folder/url-folder.ts';
import { writeZip } from '#io/territory-folder/zip-folder.ts';
import type { JobContext, JobHandlers } from '#workers/protocol.ts';
import type { TerritorySource } from '../atlas/atlas-jobs.ts';
import type {} from './project-jobs.ts';

/** The jobs of project files. */
export const PROJECT_HANDLERS: JobHandlers = {
	zipTerritory: async (source, context) => ({ response: await zipOf(source, context), transfer: [] }),
	writeProject: async ({ content, territory }) => {
		const bytes = writeProjectFile(content, new Uint8Array(await territory.arrayBuffer()));
		return { response: new Blob([bytes]), transfer: [] };
	},
	readProject: async (file) => {
		const { territory, ...read } = await readProjectFile(file, file.name);
		return { response: { ...read, territory: new Blob([territory]) }, transfer: [] };
	}
};

/** @throws MaillageError what the reader of such a place throws */
async function zipOf(source: TerritorySource, { progress, signal }: JobContext<Blob>): Promise<Blob> {
	if (source.kind === 'zip') return source.file;
	const folder: ListedFolder =
		source.kind === 'url' ? await urlFolder(source.base, { signal }) : fileListFolder(source.files);
	const files = new Map<string, Uint8Array>();
	for (const path of folder.paths) {
		files.set(path, await folder.read(path));
		progress(files.size / folder.paths.length);
	}
	return new Blob([new Uint8Array(writeZip(files))]);
}
