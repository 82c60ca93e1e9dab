import { PROJECT_SCHEMA_VERSION } from './project-content.ts';

/** A project as one JSON value, in the form of some version: its own members only are known to the migration that takes it. */
export type WrittenProject = Readonly<Record<string, unknown>>;

/**
 * What the browser kept of a territory before there were projects: the name and EPCI of the territory as a JSON list, and a record each of its
 * scenarios (files' texts) and of its documents, with the number of the last saving.
 */
export interface ProjectVersion0 {
	readonly schema_version: 0;
	readonly key: string;
	readonly scenarios: { readonly version: number; readonly value: readonly string[] } | null;
	readonly documents: { readonly version: number; readonly value: string } | null;
}

/** From each version to the next, 0 first. What a migration does not know goes along. */
const MIGRATIONS: readonly ((written: WrittenProject) => WrittenProject)[] = [
	(written) => {
		const { key, scenarios, documents, ...others } = written as unknown as ProjectVersion0;
		const [name, epciCode] = JSON.parse(key) as [string, string | null];
		return {
			...others,
			schema_version: 1,
			name,
			saved_at: null,
			territory: { name, epci_code: epciCode },
			view: '',
			scenarios: scenarios?.value ?? [],
			documents: documents?.value ?? '',
			hours: ''
		};
	}
];

/** A project of any version up to this one, in the form of this one. @param version its own, 0 … `PROJECT_SCHEMA_VERSION` */
export function migrated(written: WrittenProject, version: number): WrittenProject {
	return MIGRATIONS.slice(version, PROJECT_SCHEMA_VERSION).reduce((project, migrate) => migrate(project), written);
}
