import type { TerritorySource } from '../compute/jobs.ts';
import { projectClient, type WholeProject } from '../compute/project-client.ts';
import type { WorkerClient } from '../compute/territory-client.ts';

/** A file to hand over, and what it is of. */
export interface ProjectFile {
	readonly file: Blob;
	readonly name: string;
}

/** The zip of a territory, wherever it is. @throws what the reader of such a place throws */
export async function zipOf(source: TerritorySource): Promise<Blob> {
	return source.kind === 'zip' ? source.file : inWorker((client) => client.run('zipTerritory', source));
}

/** The file of a project. */
export async function projectFile(project: WholeProject): Promise<ProjectFile> {
	return { file: await inWorker((client) => client.run('writeProject', project)), name: project.content.name };
}

/** What the file of a project holds. @throws MaillageError what `readProjectFile` throws */
export function readProjectOf(file: File) {
	return inWorker((client) => client.run('readProject', file));
}

/** A worker of its own, ended with what it does: files are as large as a territory. */
async function inWorker<Result>(work: (client: WorkerClient) => Promise<Result>): Promise<Result> {
	const client = projectClient();
	try {
		return await work(client);
	} finally {
		client.close();
	}
}
