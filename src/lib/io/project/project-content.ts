import type { ScenarioTerritory } from '../scenario/scenario-json.ts';

/** The form of a project, in its file and in the browser; a change of it is a new number and a migration (`project-migrations.ts`). */
export const PROJECT_SCHEMA_VERSION = 1;
export const PROJECT_FORMAT = 'maillage-project';

/** Where each thing stands in a project file. */
export const PROJECT_FILES = {
	manifest: 'project.json',
	/** A zip that opens by itself too. */
	territory: 'territory.zip',
	documents: 'documents.json',
	hours: 'hours.json',
	scenariosFolder: 'scenarios'
} as const;

/** What was made on a territory, each as the text that the browser keeps. */
export interface ProjectWork {
	/** A scenario file each. */
	readonly scenarios: readonly string[];
	/** Empty where none was written. */
	readonly documents: string;
	/** Hours of the data that were corrected; empty where none was. */
	readonly hours: string;
}

/** A project: all the work on a territory, whose files go with it. */
export interface ProjectContent extends ProjectWork {
	readonly name: string;
	/** When it was last changed, ISO 8601 in universal time; null where it is not known. */
	readonly savedAt: string | null;
	readonly territory: ScenarioTerritory;
	/** The question and the map, as the query of an address has them. */
	readonly view: string;
}
