import type { Note } from '#domain/notes.ts';
import type { ProjectContent } from '#io/project/project-content.ts';
import type { TerritorySource } from '../atlas/atlas-jobs.ts';

/** A project and the zip of its territory folder. */
export interface WholeProject {
	readonly content: ProjectContent;
	readonly territory: Blob;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** The zip of a territory, wherever it is. */
		zipTerritory: Job<TerritorySource, Blob>;
		/** The file of a project. */
		writeProject: Job<WholeProject, Blob>;
		readProject: Job<File, WholeProject & { readonly notes: readonly Note[] }>;
	}
}
