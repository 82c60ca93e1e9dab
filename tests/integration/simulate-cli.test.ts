import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import type { Change, Scenario } from '#domain/scenario.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { writeScenarioFile } from '#io/scenario/scenario-json.ts';
import type { FolderFiles } from '#io/territory-folder/folder.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { writeFolder } from '../../src/cli/folder-disk.ts';
import { alone } from '../atlas-session.ts';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { questionOf } from '../question.ts';
import { scheduleOf } from '../scheduled-session.ts';
import { readCsv, readJson, sum, temporaryFolder, type CellFeature } from '../territories.ts';

const root = temporaryFolder();
const territory = () => join(root.path, 'demo');
const written = (name: string, scenario: Scenario) => {
	const path = join(root.path, name);
	writeFileSync(path, writeScenarioFile(scenario, { name: 'Entre-Val-et-Monts', epciCode: null }));
	return path;
};
const scenarioOf = (id: string, name: string, changes: readonly Change[]): Scenario => ({
	id,
	name,
	modifications: changes.map((change, rank) => ({ id: `m${rank}`, on: true, change, cost: NO_COST_SAID })),
	costs: DEFAULT_COSTS
});

/** People by what becomes of their access, in the files. */
interface Parts {
	readonly improved: number;
	readonly reduced: number;
	readonly unchanged: number;
	readonly unknown: number;
	readonly unattached: number;
}
interface ComparisonFile {
	readonly fictional: boolean;
	readonly question: object;
	readonly scenarios: readonly { readonly id: string; readonly not_applied: readonly { readonly why: string }[] }[];
	readonly comparison: {
		readonly baseline: { readonly coverage: { readonly share: number }; readonly people_in_sectors: number };
		readonly scenarios: readonly {
			readonly figures: { readonly weekly_open_hours: number; readonly counted_sites: number };
			readonly change: { readonly whole: Parts; readonly largest_gain: number | null; readonly unit: string };
		}[];
	};
}
const everybody = ({ improved, reduced, unchanged, unknown, unattached }: Parts) =>
	sum([improved, reduced, unchanged, unknown, unattached]);

let session: AtlasSession;
let onSundays: string;
let closure: string;

beforeAll(async () => {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	await writeFolder(territory(), files as FolderFiles);
	session = await openSession(
		{ has: async (path) => files.has(path), read: async (path) => files.get(path) ?? new Uint8Array() },
		'demo'
	);
	const { sites } = session.territory;
	const counted = sites.filter((site) => site.counted.counted && !site.margin && site.schedule !== null);
	const sundays = counted.flatMap(({ id, schedule }): Change[] => {
		const hours = schedule === null ? null : scheduleOf(`${writeOsmHours(schedule)}; Su 14:00-17:00`);
		return hours === null ? [] : [{ kind: 'hours', siteId: id, schedule: hours }];
	});
	onSundays = written('dimanches.json', scenarioOf('dimanches', 'Dimanches après-midi', sundays));
	const closed: Change[] = [
		{ kind: 'close', siteId: counted[0].id },
		{ kind: 'close', siteId: 'parti' }
	];
	closure = written('fermeture.json', scenarioOf('fermeture', 'Fermeture', closed));
});
afterAll(() => root.remove());

const simulated = async (out: string, ...args: string[]) => {
	const folder = join(root.path, out);
	const run = await runCliWell('simulate', territory(), ...args, '--out', folder);
	return {
		stdout: plainSpaces(run.stdout).trimEnd().split('\n'),
		stderr: plainSpaces(run.stderr),
		comparison: readJson(join(folder, 'comparison.json')) as ComparisonFile,
		communes: readCsv(join(folder, 'communes.csv')),
		cells: (readJson(join(folder, 'cells.geojson')) as { features: CellFeature[]; metadata: object }).features,
		cost: readJson(join(folder, 'cost.json')) as { scenarios: { id: string; statements: string[] }[] }
	};
};

describe('simulate on the demonstration territory', () => {
	it('finds that libraries open on Sunday afternoon serve some better and nobody worse, in every file alike', async () => {
		const { stdout, comparison, communes, cells, cost } = await simulated(
			'dimanches',
			...['--scenario', onSundays, '--form', 'openings']
		);
		const [{ figures, change }] = comparison.comparison.scenarios;
		expect(comparison).toMatchObject({
			fictional: true,
			question: { form: 'openings', cutoff_minutes: 15, week: 'term' }
		});
		// No moment of the week is asked for: a figure of one would be of none that is said.
		for (const one of [comparison.comparison.baseline, figures]) expect(one).not.toHaveProperty('moment');
		expect(change.whole.improved).toBeGreaterThan(0);
		expect([change.whole.reduced, change.unit, change.largest_gain]).toEqual([0, 'hours', 3]);
		const { people } = session.territory.population;
		expect(everybody(change.whole)).toBeCloseTo(sum([...people]), 6);
		// Whoever has a place open on Sunday in reach is better off by no more than its three hours.
		const gains = cells.map(({ properties }) => properties.scenario_1_change);
		for (const gain of gains) expect(gain === null || (Number(gain) >= 0 && Number(gain) <= 3)).toBe(true);
		const better = cells.filter(({ properties }) => properties.scenario_1_access === 'improved');
		expect(sum(better.map(({ properties }) => Number(properties.people)))).toBeCloseTo(change.whole.improved, 6);
		expect(sum(communes.map((row) => Number(row.people_improved)))).toBeCloseTo(change.whole.improved, 6);
		for (const row of communes) {
			const parts = ['improved', 'reduced', 'unchanged', 'unknown', 'unattached'];
			expect(sum(parts.map((part) => Number(row[`people_${part}`])))).toBeCloseTo(Number(row.people), 6);
		}
		expect(figures.weekly_open_hours).toBeGreaterThan(0);
		expect(cost.scenarios.map(({ id }) => id)).toEqual(['dimanches']);
		expect(stdout).toHaveLength(2);
		expect(stdout[0]).toMatch(
			/^« Dimanches après-midi » améliorerait l’accès de [\d ]+ habitants, sans réduire celui de personne/
		);
		expect(stdout[1]).toMatch(/^Accès amélioré : [\d ]+ ; réduit : 0 ; inchangé : [\d ]+ ; non connu : [\d ]+ ;/);
	});

	it('sets two scenarios beside the baseline, whose figures are those of the map, and says what could not be applied', async () => {
		const args = ['--scenario', closure, '--scenario', onSundays, '--form', 'coverage', '--mode', 'car'];
		const { stderr, stdout, comparison, communes } = await simulated('deux', ...args, '--minutes', '10');
		const asked = questionOf({ mode: 'car', cutoffMinutes: 10 });
		const { whole } = await answer(session, asked, alone);
		expect(comparison.comparison.baseline.coverage.share).toBe(whole.coverage.share);
		const [closed, sundays] = comparison.comparison.scenarios;
		expect(closed.change.whole.improved).toBe(0);
		expect(closed.change.whole.reduced).toBeGreaterThan(0);
		expect(closed.figures.counted_sites).toBe(sundays.figures.counted_sites - 1);
		// Hours take nobody nearer.
		expect([sundays.change.whole.improved, sundays.change.whole.reduced]).toEqual([0, 0]);
		expect(comparison.scenarios[0].not_applied).toHaveLength(1);
		expect(stderr).toContain('« Fermeture », modification « m1 » sans effet : ');
		expect(stdout[2]).toBe('« Dimanches après-midi » ne changerait l’accès de personne.');
		expect(new Set(communes.map(({ scenario }) => scenario))).toEqual(new Set(['fermeture', 'dimanches']));
	});

	it('counts by default the usable hours of people who work full-time, of their ages', async () => {
		const { stdout, comparison } = await simulated('utilisables', '--scenario', onSundays);
		expect(comparison.question).toMatchObject({ form: 'usable', profile: 'full-time' });
		expect(stdout[0]).toMatch(/améliorerait l’accès de [\d ]+ personnes de 25 à 64 ans/);
	});
});

describe('simulate refuses, and says what to do', () => {
	const refused = async (...args: string[]) => {
		const { code, stdout, stderr } = await runCli('simulate', ...args, '--out', join(root.path, 'refus'));
		expect(stdout).toBe('');
		return [code, plainSpaces(stderr)];
	};

	it.each([
		['no scenario', [], 2, 'Il manque l’option obligatoire --scenario FILE'],
		['an unknown form', ['--scenario', 'x.json', '--form', 'moment'], 2, '--form : « moment » n’est pas accepté'],
		['a cutoff that is none', ['--scenario', 'x.json', '--minutes', '12'], 2, 'Valeurs possibles : 5, 10, 15, 20, 30'],
		['a week that is none', ['--scenario', 'x.json', '--week', '2025-W53'], 2, '« 2025-W53 » a été lu'],
		[
			'more than can be compared',
			['a', 'b', 'c', 'd'].flatMap((name) => ['--scenario', name]),
			2,
			'4 scénarios donnés, 3 au plus'
		],
		['a file that is not there', ['--scenario', 'absent.json'], 1, 'Fichier introuvable : absent.json']
	])('%s', async (_, args, code, text) => {
		const [was, stderr] = await refused(territory(), ...args);
		expect(was).toBe(code);
		expect(stderr).toContain(text);
	});

	it('the same scenario twice, another file, a folder that is no territory', async () => {
		const twice = await refused(territory(), '--scenario', onSundays, '--scenario', onSundays);
		expect(twice).toEqual([1, expect.stringContaining('deux fichiers ont le même scénario')]);
		const other = await refused(territory(), '--scenario', join(territory(), 'territory.json'));
		expect(other).toEqual([1, expect.stringContaining('ce n’est pas un scénario de Maillage')]);
		const nowhere = await refused(join(root.path, 'nulle-part'), '--scenario', onSundays);
		expect(nowhere).toEqual([1, expect.stringContaining('n’est pas un dossier de territoire')]);
	});
});
