import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { supply } from '#workers/jobs/atlas/supply/supply.ts';
import { sitesCounted } from '#workers/jobs/diagnose/coverage.ts';
import { contiguitiesOf } from '#workers/jobs/sectors/contiguities.ts';
import { defaultTerms, sectorsEvidence, type SectorsInput } from '#workers/jobs/sectors/evidence.ts';
import { baselineThreshold, findSectors } from '#workers/jobs/sectors/find.ts';
import { diskFolder } from '../../src/cli/folder-disk.ts';
import { alone } from '../atlas-session.ts';
import { runCliWell } from '../cli.ts';
import { realData } from '../realdata.ts';
import { perturbed, sharedPeople } from '../sectors-case.ts';
import { asked } from '../supply-session.ts';
import { temporaryFolder } from '../territories.ts';

const communes = realData('mel/communes.geojson');
const cells = realData('mel/lille.gpkg');
const libraries = realData('mel/bibliotheques-mel.json');
const present = communes !== null && cells !== null && libraries !== null;

// Skipped where there is no real data.
describe.skipIf(!present)('MEL, from cells of 200 m and the portal’s libraries', () => {
	const root = temporaryFolder();
	let session: AtlasSession;
	beforeAll(async () => {
		const folder = join(root.path, 'mel');
		const files = ['--communes', communes, '--population', cells, '--sites', libraries, '--hours', libraries];
		const where = ['--name', 'MEL', '--epci', '200093201', '--zone', 'B', '--out', folder];
		await runCliWell('prepare', ...(files as string[]), ...where);
		session = await openSession(diskFolder(folder), 'MEL');
	}, 120_000);
	afterAll(() => root.remove());

	const groupsOf = (input: SectorsInput, cutoffSeconds: number) => {
		const { population } = input.territory;
		const evidence = sectorsEvidence(input, defaultTerms(cutoffSeconds));
		const threshold = baselineThreshold(evidence, population);
		return findSectors(evidence, threshold, population, contiguitiesOf(population)).groups;
	};

	// By car within a quarter of an hour, nobody of MEL is below the threshold.
	it.each([
		['car', 600],
		['bike', 900],
		['foot', 900]
	] as const)(
		'keeps nine tenths of the people of its sectors at a hundredth more or less, by %s within %d s',
		async (mode, cutoffSeconds) => {
			const { territory } = session;
			const times = await session.travel.times(mode);
			const input = { territory, times, weeks: session.weeks.term, counted: sitesCounted(territory, true) };
			const was = groupsOf(input, cutoffSeconds);
			expect(was.people.length).toBeGreaterThan(0);
			for (const seed of [1, 2, 3]) {
				const is = groupsOf(perturbed(input, seed), cutoffSeconds);
				expect(sharedPeople(territory.population.people, was.sectorOf, is.sectorOf)).toBeGreaterThan(0.9);
			}
		}
	);

	it('gives out all the weekly hours that are known, and knows no surface: null, never 0', async () => {
		const { whole, communes: of, capacityReachingNobody, margin, ...sites } = await supply(session, asked({}), alone);
		const offered = session.weeks.term.weeklyHours.reduce((sum: number, each, site) => {
			return session.territory.sites[site].counted.counted ? sum + (each ?? 0) : sum;
		}, 0);
		expect(((whole.mean ?? NaN) * whole.none.ofPeople) / 1000).toBeCloseTo(offered, 3);
		expect([capacityReachingNobody, margin, of.length]).toEqual([0, null, 95]);
		expect(sites.sitesWithCapacity).toBeLessThan(sites.countedSites);
		const surface = await supply(session, asked({ capacity: 'surface' }), alone);
		expect(surface.sitesWithCapacity).toBe(0);
		expect([surface.whole.median, surface.whole.none.people, surface.whole.gini]).toEqual([null, null, null]);
	});
});
