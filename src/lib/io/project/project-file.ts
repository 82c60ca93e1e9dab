import { zipSync, type Zippable } from 'fflate';
import { MaillageError } from '#domain/notes.ts';
import { parseJson } from '../tables/json-text.ts';
import { zipDirectory } from '../bytes/zip-directory.ts';
import { zipFolder, type ZipFolder } from '../territory-folder/zip-folder.ts';
import { PROJECT_FILES, PROJECT_FORMAT, type ProjectContent } from './project-content.ts';
import { readProject, versionOf, writtenManifest, type ProjectRead } from './project-schema.ts';
import type { WrittenProject } from './project-migrations.ts';

export const PROJECT_EXTENSION = 'maillage';

/** A project with the files of its territory. */
export interface ProjectFileRead extends ProjectRead {
	/** The zip of the territory folder. */
	readonly territory: Uint8Array<ArrayBuffer>;
}

/** What was made on a territory is some kilobytes, a diagnostic of many areas some megabytes. */
const TEXT_LIMITS = { maxFileBytes: 16 * 1024 * 1024, maxReadBytes: 128 * 1024 * 1024 };
const MOST_FILES = 2000;
/** A zip was compressed already. */
const STORED = { level: 0 } as const;
/** Dates in a zip begin in 1980; the same project makes the same file whenever it is written. */
const FIRST_ZIP_DATE = '1980-01-01T00:00:00';

/** The file of a project: a zip of readable JSON, with the territory as a zip that opens by itself. */
export function writeProjectFile(project: ProjectContent, territory: Uint8Array): Uint8Array<ArrayBuffer> {
	const utf8 = new TextEncoder();
	const work = new Map<string, string>();
	if (project.documents !== '') work.set(PROJECT_FILES.documents, project.documents);
	if (project.hours !== '') work.set(PROJECT_FILES.hours, project.hours);
	const digits = String(project.scenarios.length).length;
	for (const [rank, text] of project.scenarios.entries()) {
		work.set(`${PROJECT_FILES.scenariosFolder}/${String(rank + 1).padStart(digits, '0')}.json`, text);
	}
	const manifest = { format: PROJECT_FORMAT, ...writtenManifest(project), files: [...work.keys()] };
	const files: Zippable = {
		[PROJECT_FILES.manifest]: utf8.encode(`${JSON.stringify(manifest, null, '\t')}\n`),
		[PROJECT_FILES.territory]: [territory, STORED]
	};
	for (const [path, text] of work) files[path] = utf8.encode(text);
	return zipSync(files, { mtime: FIRST_ZIP_DATE });
}

/** Whether a zip is a project's. False where it cannot be read. */
export async function isProjectFile(zip: Blob): Promise<boolean> {
	try {
		return (await zipDirectory(zip, '')).has(PROJECT_FILES.manifest);
	} catch {
		return false;
	}
}

/**
 * Reads what `writeProjectFile` wrote, in this version or an earlier one.
 * @throws MaillageError `error_project_not` (no zip), `error_project_cut`, `error_project_format` (another zip), `error_project_file_missing`,
 * what `readProject`, `zipFolder` and `parseJson` throw
 */
export async function readProjectFile(zip: Blob, name: string): Promise<ProjectFileRead> {
	const folder = await texts(zip, name);
	if (!(await folder.has(PROJECT_FILES.manifest))) {
		throw new MaillageError('error_project_format', { files: folder.paths.slice(0, 5).join(', ').slice(0, 200) }, name);
	}
	const { files, ...manifest } = manifestOf(parseJson(await folder.read(PROJECT_FILES.manifest), name), name);
	// Told first of a later version, whose other files may stand elsewhere.
	versionOf(manifest, name);
	for (const path of [PROJECT_FILES.territory, ...filesOf(files, name)]) {
		if (!(await folder.has(path))) throw new MaillageError('error_project_file_missing', { path }, name);
	}
	const read = readProject({ ...manifest, ...(await workOf(folder)) }, name);
	const whole = await zipFolder(zip, name);
	const territory = new Uint8Array(await whole.read(PROJECT_FILES.territory));
	return { ...read, territory };
}

async function texts(zip: Blob, name: string): Promise<ZipFolder> {
	try {
		return await zipFolder(zip, name, TEXT_LIMITS);
	} catch (error) {
		if (!(error instanceof MaillageError)) throw error;
		const { code, params } = error.detail;
		if (code === 'error_zip_not') throw new MaillageError('error_project_not', params, name);
		if (code === 'error_zip_cut') throw new MaillageError('error_project_cut', params, name);
		throw error;
	}
}

function manifestOf(parsed: unknown, name: string): WrittenProject {
	const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
	const manifest = isObject ? (parsed as WrittenProject) : {};
	if (manifest.format !== PROJECT_FORMAT) throw new MaillageError('error_project_manifest', {}, name);
	return manifest;
}

/** What a project says that it holds: what is missing is not lost in silence. */
function filesOf(files: unknown, name: string): readonly string[] {
	const isList = Array.isArray(files) && files.every((path) => typeof path === 'string' && path.length < 100);
	if (isList && files.length <= MOST_FILES) return files as readonly string[];
	const read = JSON.stringify(files ?? null).slice(0, 60);
	throw new MaillageError('error_project_member', { entry: 'files', expected: '["…"]', read }, name);
}

async function workOf(folder: ZipFolder): Promise<WrittenProject> {
	const text = async (path: string) => new TextDecoder().decode(await folder.read(path));
	const textOrNone = async (path: string) => ((await folder.has(path)) ? text(path) : '');
	const inFolder = `${PROJECT_FILES.scenariosFolder}/`;
	const paths = folder.paths.filter((path) => path.startsWith(inFolder) && path.endsWith('.json'));
	const scenarios: string[] = [];
	for (const path of paths.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })))
		scenarios.push(await text(path));
	return {
		scenarios,
		documents: await textOrNone(PROJECT_FILES.documents),
		hours: await textOrNone(PROJECT_FILES.hours)
	};
}
