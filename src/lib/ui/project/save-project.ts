import type { ProjectFile } from '../../state/project-files.ts';
import { fileName, saveFile } from '../save-file.ts';

/** Hands the file of a project to the browser's downloads, once it is written; nothing where it could not be. */
export async function saveProject(writing: Promise<ProjectFile | null>): Promise<void> {
	const written = await writing;
	if (written === null) return;
	saveFile(written.file, fileName([written.name], 'maillage'), 'application/x-maillage');
}
