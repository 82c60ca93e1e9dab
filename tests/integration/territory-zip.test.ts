import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mode } from '#domain/travel.ts';
import { MODES } from '#domain/travel.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { openSource } from '#workers/jobs/atlas/open-source.ts';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { territoryArguments } from '../fixtures/three-communes.ts';
import { fingerprints, temporaryFolder } from '../territories.ts';

const root = temporaryFolder();
const at = (name: string) => join(root.path, name);
afterAll(() => root.remove());

const opened = (name: string): Promise<AtlasSession> =>
	openSource({ kind: 'zip', file: new File([new Uint8Array(readFileSync(at(name)))], name) });

describe('a territory prepared as a zip', () => {
	let sound: readonly string[];
	beforeAll(async () => {
		sound = territoryArguments(root.path);
		await runCliWell('prepare', ...sound, '--out', at('territory.zip'));
		await runCliWell('prepare', ...sound, '--out', at('territory'));
	});

	it('is diagnosed as its folder is', async () => {
		await runCliWell('diagnose', at('territory.zip'), '--out', at('from-zip'));
		await runCliWell('diagnose', at('territory'), '--out', at('from-folder'));
		const results = fingerprints(at('from-folder'));
		const names = (paths: Iterable<string>, folder: string) => [...paths].map((path) => path.slice(at(folder).length));
		expect([...results.values()]).toEqual([...fingerprints(at('from-zip')).values()]);
		expect(names(fingerprints(at('from-zip')).keys(), 'from-zip')).toEqual(names(results.keys(), 'from-folder'));
		expect(results.size).toBeGreaterThan(3);
	});

	it('is written over by the next one, and by nothing else', async () => {
		const before = readFileSync(at('territory.zip'));
		await runCliWell('prepare', ...sound, '--out', at('territory.zip'));
		expect(readFileSync(at('territory.zip'))).toEqual(before);
		writeFileSync(at('mine.zip'), 'mine');
		const refused = await runCli('prepare', ...sound, '--out', at('mine.zip'));
		expect([refused.code, plainSpaces(refused.stderr)]).toEqual([1, expect.stringContaining('existe déjà')]);
		expect(readFileSync(at('mine.zip'), 'utf8')).toBe('mine');
	});

	it('that is cut is refused by name', async () => {
		writeFileSync(at('cut.zip'), readFileSync(at('territory.zip')).subarray(0, 2000));
		const { code, stderr } = await runCli('diagnose', at('cut.zip'), '--out', at('none'));
		expect([code, plainSpaces(stderr)]).toEqual([1, expect.stringContaining('cut.zip : cette archive zip est coupée')]);
	});
});

describe('opened for the map', () => {
	const summaryOf = async (name: string) => (await opened(name)).summary;

	it('a territory without roads says that its times are estimated, and draws isochrones all the same', async () => {
		const { travel, basemap, cells, hexagons, population, hasMargin, bounds } = await summaryOf('territory.zip');
		expect(travel).toMatchObject({ origin: 'estimated', modes: MODES, defaultMode: 'car', drawsIsochrones: true });
		expect(travel.statements[0].code).toBe('estimated_times');
		expect(travel.statements.length).toBeGreaterThan(MODES.length);
		expect([basemap, hasMargin]).toEqual([null, false]);
		// Points have no shape of their own; six places, 600 people.
		expect([cells, population.kind, population.people, population.imputedPeople]).toEqual([null, 'point', 600, null]);
		expect(hexagons.map(({ people }) => people.reduce((sum, one) => sum + one, 0))).toEqual([600, 600, 600]);
		expect(bounds.map((degrees) => Number(degrees.toFixed(6)))).toEqual([5.3, 45.93, 5.48, 45.99]);
	});

	it('a territory with a matrix has its one mode, and no isochrone', async () => {
		const content = 'from,to,seconds\na,1,300\nb,1,600\n';
		const given = territoryArguments(root.path, { matrix: { file: 'times.csv', content } });
		await runCliWell('prepare', ...given, '--matrix-mode', 'bike', '--out', at('matrix.zip'));
		const { travel } = await summaryOf('matrix.zip');
		const modes: readonly Mode[] = ['bike'];
		expect(travel).toMatchObject({
			origin: 'matrix',
			modes,
			defaultMode: 'bike',
			drawsIsochrones: false,
			statements: []
		});
	});

	it('knows the weeks of every site', async () => {
		const { weeks, summary } = await opened('territory.zip');
		// Ambérieu: Tuesday to Saturday 10–18 h; Ambronay: Wednesday 14–18 h; Douvres: Saturday 10–12 h.
		expect(weeks.term.weeklyHours).toEqual([40, 4, 2]);
		expect(summary.sites.map(({ weeklyHours }) => weeklyHours.summer)).toEqual([40, 4, 2]);
		expect([...weeks['small-holidays'].intervals[1]]).toEqual([(2 * 24 + 14) * 60, (2 * 24 + 18) * 60]);
		expect([...weeks.term.known]).toEqual([1, 1, 1]);
	});
});
