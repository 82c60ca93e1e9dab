import * as v from 'valibot';
import { MaillageError, type Note } from '#domain/notes.ts';
import { plainWords } from '#domain/plain-words.ts';
import { PROJECT_SCHEMA_VERSION, type ProjectContent } from './project-content.ts';
import { migrated, type WrittenProject } from './project-migrations.ts';

const MOST_NAME_CHARACTERS = 300;
const MOST_VIEW_CHARACTERS = 100_000;
const MOST_SCENARIOS = 1000;

const words = v.pipe(v.string(), v.maxLength(MOST_NAME_CHARACTERS), v.transform(plainWords));
const projectSchema = v.object({
	name: words,
	saved_at: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
	territory: v.object({ name: words, epci_code: v.nullable(words) }),
	view: v.pipe(v.string(), v.maxLength(MOST_VIEW_CHARACTERS)),
	scenarios: v.pipe(v.array(v.string()), v.maxLength(MOST_SCENARIOS)),
	documents: v.string(),
	hours: v.string()
});
const KNOWN = new Set([...Object.keys(projectSchema.entries), 'format', 'schema_version']);

export interface ProjectRead {
	readonly content: ProjectContent;
	/** Members that this version does not know: they are left out. */
	readonly notes: readonly Note[];
}

/** The version that is written in a project. @throws MaillageError `error_project_version`, `error_project_newer` */
export function versionOf(written: WrittenProject, file: string): number {
	const version = written.schema_version;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
		throw new MaillageError('error_project_version', { read: JSON.stringify(version ?? null).slice(0, 60) }, file);
	}
	if (version > PROJECT_SCHEMA_VERSION) {
		throw new MaillageError(
			'error_project_newer',
			{ read: String(version), known: String(PROJECT_SCHEMA_VERSION) },
			file
		);
	}
	return version;
}

/**
 * A project of any version up to this one.
 * @throws MaillageError `error_project_member` (it names the member, what is expected and what was read), and what `versionOf` throws
 */
export function readProject(written: WrittenProject, file: string): ProjectRead {
	const project = migrated(written, versionOf(written, file));
	const result = v.safeParse(projectSchema, project, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		const params = {
			entry: (v.getDotPath(issue) ?? '').slice(0, 200),
			expected: issue.expected ?? issue.message,
			read: issue.received.slice(0, 60)
		};
		throw new MaillageError('error_project_member', params, file);
	}
	const { saved_at: savedAt, territory, ...same } = result.output;
	const notes = Object.keys(project)
		.filter((name) => !KNOWN.has(name))
		.map((name): Note => {
			const message = { code: 'note_project_member_unknown', params: { name: name.slice(0, 60) } };
			return { severity: 'info', message, file, row: null, column: null, read: null };
		});
	return {
		content: { ...same, savedAt, territory: { name: territory.name, epciCode: territory.epci_code } },
		notes
	};
}

/** As it stands in the manifest: what was made on the territory is in files of its own. */
export function writtenManifest({ name, savedAt, territory, view }: ProjectContent): WrittenProject {
	return {
		schema_version: PROJECT_SCHEMA_VERSION,
		name,
		saved_at: savedAt,
		territory: { name: territory.name, epci_code: territory.epciCode },
		view
	};
}
