import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import type { Experiment, FollowUp } from '#domain/follow-up.ts';
import type { Change, Scenario } from '#domain/scenario.ts';
import { writeScenarioFile } from '#io/scenario/scenario-json.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { writeFolder } from '../../src/cli/folder-disk.ts';
import { runCli, runCliWell } from '../cli.ts';
import { scheduleOf } from '../scheduled-session.ts';
import { SECOND_YEAR, sitesOfSecondYear } from '../second-year.ts';
import { readCsv, readJson, temporaryFolder } from '../territories.ts';

const root = temporaryFolder();
const at = (name: string) => join(root.path, name);
type Told = FollowUp & { readonly experiment: Experiment | null };

let told: Told;
beforeAll(async () => {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	await writeFolder(at('before'), files);
	const sites = new TextDecoder().decode(files.get('sites.geojson'));
	const later = new TextEncoder().encode(sitesOfSecondYear(sites));
	await writeFolder(at('after'), new Map([...files, ['sites.geojson', later]]));
	// Promised: Saturday to 19 h; and a branch that was to close, which did.
	const { longer, closed } = SECOND_YEAR;
	const hours = (
		JSON.parse(sites) as { features: { properties: { id: string; opening_hours: string } }[] }
	).features.find(({ properties }) => properties.id === longer.id)?.properties.opening_hours;
	const promised = hours?.replace(longer.before, 'Sa 09:30-12:30,13:30-19:00') ?? '';
	const schedule = scheduleOf(promised);
	if (schedule === null) throw new Error(`Hours not read: ${promised}`);
	const changes: readonly Change[] = [
		{ kind: 'hours', siteId: longer.id, schedule },
		{ kind: 'close', siteId: closed }
	];
	const scenario: Scenario = {
		id: 's1',
		name: 'Samedis plus longs',
		modifications: changes.map((change, rank) => ({ id: `m${rank}`, on: true, change, cost: NO_COST_SAID })),
		costs: DEFAULT_COSTS
	};
	writeFileSync(at('scenario.json'), writeScenarioFile(scenario, { name: 'Entre-Val-et-Monts', epciCode: null }));
	await runCliWell('follow-up', at('before'), at('after'), '--scenario', at('scenario.json'), '--out', at('out'));
	told = readJson(at('out/follow-up.json')) as Told;
}, 600_000);

describe('maillage follow-up, on the demonstration and its second year', () => {
	it('tells each site edited by what became of it, and no other', () => {
		const rowOf = (id: string) =>
			told.rows.filter(({ before, after }) => before?.site.id === id || after?.site.id === id);
		const { closed, renamed, moved, renumbered, doubtful, opened } = SECOND_YEAR;
		expect(rowOf(closed)).toMatchObject([{ state: 'closed' }]);
		expect(rowOf(opened.id)).toMatchObject([{ state: 'opened' }]);
		expect(rowOf(renamed.id)).toMatchObject([{ state: 'kept', match: 'id', renamed: true, moved: false }]);
		expect(rowOf(moved)).toMatchObject([{ state: 'kept', match: 'id', renamed: false, moved: true }]);
		expect(rowOf(renumbered.as)).toMatchObject([
			{ state: 'kept', match: 'name-and-place', before: { site: { id: renumbered.id } } }
		]);
		expect(rowOf(doubtful.as)).toMatchObject([
			{ state: 'doubtful', doubt: 'place-alone', before: { site: { id: doubtful.id } } }
		]);
		const others = told.rows.filter((row) => row.state === 'kept' && !row.moved && !row.renamed);
		expect(told.rows.length - others.length).toBe(5);
	});

	it('hours of the sites kept are told over the same sites: an hour and a half more', () => {
		const weekly = told.measures.find(({ measure }) => measure === 'weekly-hours');
		expect(weekly).toBeDefined();
		expect((weekly?.after ?? 0) - (weekly?.before ?? 0)).toBeCloseTo(1.5, 9);
		expect(weekly?.known).toBeLessThanOrEqual(weekly?.of ?? 0);
		const entries = told.measures.find(({ measure }) => measure === 'entries');
		expect(entries?.after).toBe(entries?.before);
		for (const lent of ['loans', 'borrowers'] as const)
			expect(told.measures.find(({ measure }) => measure === lent)?.known).toBeGreaterThan(0);
	});

	it('the experiment: two hours promised, half an hour less counted; the branch closed as expected', () => {
		const { sites, others, figures } = told.experiment ?? { sites: [], others: null, figures: [] };
		expect(sites).toMatchObject([
			{ name: 'Médiathèque Germaine-Tillion', changes: ['hours'], outcome: 'fewer-hours' },
			{ name: 'Annexe du Port', changes: ['closed'], outcome: 'as-expected' }
		]);
		const [{ before, expected, counted }] = sites;
		expect((expected ?? 0) - (before ?? 0)).toBeCloseTo(2, 9);
		expect((counted ?? 0) - (before ?? 0)).toBeCloseTo(1.5, 9);
		expect(others?.opened).toContain(SECOND_YEAR.opened.name);
		const coverage = figures.find(({ id }) => id === 'coverage');
		const followed = told.figures.find(({ id }) => id === 'coverage.car.15.share');
		expect(coverage?.before).toBeCloseTo(followed?.before.value ?? NaN, 9);
		expect(coverage?.counted).toBeCloseTo(followed?.after.value ?? NaN, 9);
	});

	it('writes its tables: a row for each site, each commune', () => {
		expect(readCsv(at('out/sites.csv'))).toHaveLength(told.rows.length);
		expect(readCsv(at('out/communes.csv'))).toHaveLength(told.communes.length);
	});

	it('a pair badly written is refused in a sentence', async () => {
		const bad = await runCli('follow-up', at('before'), at('after'), '--same', 'LI96036', '--out', at('bad'));
		expect(bad.code).toBe(2);
		expect(bad.stderr).toContain('LI96036');
	});
});
