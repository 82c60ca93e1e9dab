import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSiteHours, writeSiteHours } from '#io/project/hours-json.ts';
import { PROJECT_SCHEMA_VERSION } from '#io/project/project-content.ts';
import { isProjectFile, readProjectFile, writeProjectFile } from '#io/project/project-file.ts';
import type { WrittenProject } from '#io/project/project-migrations.ts';
import { readProject } from '#io/project/project-schema.ts';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import { openSource } from '#workers/jobs/atlas/open-source.ts';
import { readDocuments } from '../../src/lib/state/documents-text.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/projects', name));
const stored = () => new Uint8Array(fixture('version-1.maillage'));
const opened = (bytes: Uint8Array, name = 'p.maillage') => readProjectFile(new Blob([new Uint8Array(bytes)]), name);
/** The stored file with some entries changed or, where undefined, left out. */
const patched = (patch: Record<string, Uint8Array | undefined>) => {
	const entries = { ...unzipSync(stored()), ...patch };
	const left = Object.entries(entries).filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined);
	return zipSync(Object.fromEntries(left) as Unzipped);
};
const manifest = (patch: object) => {
	const written = JSON.parse(new TextDecoder().decode(unzipSync(stored())['project.json'])) as object;
	return patched({ 'project.json': strToU8(JSON.stringify({ ...written, ...patch })) });
};
const refused = async (bytes: Uint8Array) => {
	const error: unknown = await opened(bytes).catch((reason: unknown) => reason);
	return (error as { detail?: { code: string; params: Record<string, unknown> } }).detail;
};
const names = (scenarios: readonly string[]) =>
	scenarios.map((text) => readScenarioFile(strToU8(text), '').scenario.name);

describe('stored projects of every version', () => {
	it('version 0, what the browser kept before there were projects', () => {
		const written = JSON.parse(fixture('version-0.json').toString('utf8')) as WrittenProject;
		const { content, notes } = readProject(written, '');
		expect(notes).toEqual([]);
		expect(content).toMatchObject({
			name: 'Trois communes',
			territory: { name: 'Trois communes', epciCode: null },
			savedAt: null,
			view: '',
			hours: ''
		});
		expect(names(content.scenarios)).toEqual(['Samedi matin', 'Annexe']);
		expect(readDocuments(content.documents)?.territory.texts).toEqual({ synthese: 'Notre lecture du territoire.' });
		const empty = readProject({ ...written, scenarios: null, documents: null }, '').content;
		expect([empty.scenarios, empty.documents]).toEqual([[], '']);
	});

	it('version 1, its territory opens and its work is whole', async () => {
		const { content, territory, notes } = await opened(stored());
		expect(notes).toEqual([]);
		expect(content).toMatchObject({
			name: 'Mon projet',
			savedAt: '2026-11-21T10:00:00.000Z',
			territory: { name: 'Trois communes', epciCode: null },
			view: 'dire=couverture&mode=car'
		});
		expect(names(content.scenarios)).toEqual(['Samedi matin', 'Annexe']);
		expect(readDocuments(content.documents)?.territory.author).toBe('Le service');
		const hours = readSiteHours(content.hours)?.hours ?? [];
		expect(hours.map(({ siteId, schedule }) => [siteId, schedule?.sourceText ?? null])).toEqual([
			['1', 'We 14:00-18:00'],
			['parti', null]
		]);
		const { summary } = await openSource({ kind: 'zip', file: new File([territory], 'territory.zip') });
		expect([summary.communes.length, summary.population.people]).toEqual([3, 600]);
	});

	it('are written as they were read, and there is one of each version', async () => {
		const { content, territory } = await opened(stored());
		expect(writeProjectFile(content, territory)).toEqual(stored());
		expect(PROJECT_SCHEMA_VERSION).toBe(1);
	});

	it('keep the order of scenarios beyond ten', async () => {
		const { content, territory } = await opened(stored());
		const scenarios = Array.from({ length: 12 }, (_, rank) =>
			content.scenarios[0].replace('"Samedi matin"', `"Scénario ${rank}"`)
		);
		const again = await opened(writeProjectFile({ ...content, scenarios }, territory));
		expect(again.content.scenarios).toEqual(scenarios);
	});
});

describe('a project that cannot be opened is refused in a sentence', () => {
	it('cut anywhere, altered, or something else', async () => {
		const whole = stored();
		for (const at of [0, 3, 40, 500, whole.length >> 1, whole.length - 23, whole.length - 1]) {
			const detail = await refused(whole.subarray(0, at));
			expect([at, detail?.code]).toEqual([at, expect.stringMatching(/^error_project_(cut|not)$/)]);
			expect(detail?.params).toEqual({ bytes: at });
		}
		expect((await refused(strToU8('{"format":"maillage-scenario"}')))?.code).toBe('error_project_not');
		const territory = unzipSync(whole)['territory.zip'];
		expect((await refused(territory))?.code).toBe('error_project_format');
		const sound = JSON.stringify((await opened(whole)).content);
		for (let at = 0; at < whole.length; at += 7) {
			const altered = whole.slice();
			altered[at] ^= 0x55;
			const read = await opened(altered).then(
				({ content }) => JSON.stringify(content),
				(error: { detail?: { code: string } }) => error.detail?.code ?? String(error)
			);
			// Dates and the like in the zip's own lists carry no sum: then nothing else has changed.
			if (read !== sound) expect(read).toMatch(/^error_\w+$/);
		}
	});

	it('of a later version, with the form read and the one known', async () => {
		const detail = await refused(manifest({ schema_version: 2, territory: 'elsewhere' }));
		expect(detail).toEqual({ code: 'error_project_newer', params: { read: '2', known: '1' } });
		expect((await refused(manifest({ schema_version: '1' })))?.code).toBe('error_project_version');
		expect((await refused(manifest({ schema_version: -1 })))?.code).toBe('error_project_version');
	});

	it('with a member of another kind, without its territory, or too large', async () => {
		expect(await refused(manifest({ name: 12 }))).toEqual({
			code: 'error_project_member',
			params: { entry: 'name', expected: 'string', read: '12' }
		});
		expect((await refused(manifest({ territory: null })))?.params).toMatchObject({ entry: 'territory' });
		expect((await refused(manifest({ format: 'other' })))?.code).toBe('error_project_manifest');
		expect((await refused(patched({ 'territory.zip': undefined })))?.code).toBe('error_project_file_missing');
		expect(await refused(patched({ 'documents.json': undefined }))).toEqual({
			code: 'error_project_file_missing',
			params: { path: 'documents.json' }
		});
		expect((await refused(patched({ 'project.json': strToU8('{"format":') })))?.code).toBe('error_json_truncated');
		const bomb = patched({ 'documents.json': new Uint8Array(17 * 1024 * 1024) });
		expect((await refused(bomb))?.code).toBe('error_zip_too_large');
	});

	it('members that are not known are told, and harm nothing', async () => {
		const { content, notes } = await opened(manifest({ palette: 'cividis', ['__proto__']: { polluted: true } }));
		expect(content.name).toBe('Mon projet');
		expect(notes.map(({ message }) => message)).toEqual([
			{ code: 'note_project_member_unknown', params: { name: 'palette' } },
			{ code: 'note_project_member_unknown', params: { name: '__proto__' } }
		]);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

describe('a project among dropped files', () => {
	it('is known by what it holds', async () => {
		const isProject = (bytes: Uint8Array) => isProjectFile(new Blob([new Uint8Array(bytes)]));
		expect(await isProject(stored())).toBe(true);
		expect(await isProject(unzipSync(stored())['territory.zip'])).toBe(false);
		expect(await isProject(strToU8('PK nothing'))).toBe(false);
	});
});

describe('corrected hours as a text', () => {
	it('come back to the rule; rows of a later version stay as they are', () => {
		const hours = readSiteHours(textOf('version-1.maillage'));
		const later = { site_id: '2', opening_hours: 'Mo 10:00-12:00', hours_syntax: 'spoken' };
		const text = writeSiteHours(hours?.hours ?? [], [later]);
		expect(readSiteHours(text)).toEqual({ hours: hours?.hours, unread: [later] });
		expect(readSiteHours('{"format":"maillage-hours","schema_version":2,"hours":[]}')).toBeNull();
		expect(readSiteHours('nothing')).toBeNull();
	});
});

function textOf(name: string): string {
	return new TextDecoder().decode(unzipSync(new Uint8Array(fixture(name)))['hours.json']);
}
