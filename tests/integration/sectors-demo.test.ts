import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SectorIndicator, SectorsIndicator } from '#domain/sector-indicator.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { sitesCounted } from '#workers/jobs/diagnose/coverage.ts';
import { contiguitiesOf } from '#workers/jobs/sectors/contiguities.ts';
import { defaultTerms, sectorsEvidence, type SectorsInput } from '#workers/jobs/sectors/evidence.ts';
import { baselineThreshold, findSectors } from '#workers/jobs/sectors/find.ts';
import { sectors as sectorsJob } from '#workers/jobs/atlas/supply/sectors.ts';
import { diagnoseDemo } from '../../src/cli/demo.ts';
import { alone } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { perturbed, sharedPeople } from '../sectors-case.ts';

let sectors: SectorsIndicator;
let files: ReadonlyMap<string, Uint8Array>;
let demoPeople: number;
let session: AtlasSession;
beforeAll(async () => {
	const demo = await diagnoseDemo();
	({ files } = demo);
	({ sectors } = demo.indicators);
	demoPeople = demo.indicators.population.total;
	const folder = {
		has: async (path: string) => demo.folder.has(path),
		read: async (path: string) => demo.folder.get(path) ?? new Uint8Array()
	};
	session = await openSession(folder, 'demo');
}, 300_000);

const text = (name: string) => new TextDecoder().decode(files.get(name));
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const named = (start: string) => sectors.list.find(({ name }) => name.startsWith(start)) as SectorIndicator;

// data/demo/README.md says what the generator put there.
describe('under-served sectors of the demonstration territory', () => {
	it('have Hautevelle-les-Monts, 2,900 inhabitants, more than a quarter of an hour from everything', () => {
		const hautevelle = named('Hautevelle-les-Monts');
		expect(hautevelle.main_cause).toBe('distance');
		expect(hautevelle.commune_codes[0]).toBe('96084');
		expect(hautevelle.people_by_cause.distance).toBeGreaterThanOrEqual(2900);
		expect(hautevelle.nearest_seconds).toBeGreaterThan(900);
		expect(hautevelle.cures[0]).toMatchObject({ cure: 'closer-site' });
		expect(hautevelle.rank_agents).toBe(1);
	});

	it('have Pont-sur-Sorvanne, whose book point opens three hours and a half, when people work', () => {
		const pont = named('Pont-sur-Sorvanne');
		expect(pont.main_cause).toBe('hours');
		expect(pont.people_by_cause.distance).toBe(0);
		expect(pont.nearest_site_name).toContain('Point d’accès au livre');
		expect(pont.nearest_weekly_hours).toBe(3.5);
		const [cure] = pont.cures;
		if (cure.cure !== 'open-more') throw new Error(cure.cure);
		expect(cure.site).toBe(pont.nearest_site);
		expect(cure.missing_hours).toBeGreaterThan(0);
		expect(cure.missing_hours).toBeLessThanOrEqual(4);
		// The evenings are the profile's longest free time, ten hours with the way there and back; nothing is open then.
		expect(cure.moments[0].moment).toBe('weekday-evening');
		expect(cure.moments[0].hours).toBeGreaterThan(8);
		expect(cure.moments[0].hours).toBeLessThan(10);
		expect(cure.moments.map(({ moment }) => moment)).not.toContain('weekday-daytime');
	});

	it('are below the stated threshold, told whole', () => {
		expect(sectors.threshold).toMatchObject({
			mode: 'car',
			cutoff_minutes: 15,
			profile: 'full-time',
			minimum_visit_minutes: 30,
			minimum_usable_hours: 4,
			minimum_people: 300
		});
		const { below, below_by_cause, taken_in, left_out, in_sectors, not_individualised, hours_unknown } = sectors.people;
		const { distance, hours, capacity } = below_by_cause;
		expect(distance + (hours ?? NaN) + (capacity ?? NaN)).toBeCloseTo(below, 6);
		expect(below + taken_in - left_out).toBeCloseTo(in_sectors + not_individualised, 6);
		expect(sum(sectors.list.map(({ people }) => people))).toBeCloseTo(in_sectors, 6);
		expect(below + (hours_unknown ?? NaN)).toBeLessThan(demoPeople);
	});

	it('add up: ages, causes; each has 300 inhabitants at least', () => {
		expect(sectors.list.length).toBeGreaterThan(1);
		for (const { people, people_by_age, people_by_cause, people_taken_in, cures } of sectors.list) {
			expect(people).toBeGreaterThanOrEqual(300);
			// INSEE gives no age of some (`ind_inc`).
			const withAge = sum((people_by_age ?? []).map((band) => band.people ?? NaN)) / people;
			expect(withAge).toBeLessThanOrEqual(1 + 1e-9);
			expect(withAge).toBeGreaterThan(0.98);
			const { distance, hours, capacity } = people_by_cause;
			const caused = distance + (hours ?? NaN) + (capacity ?? NaN);
			expect(caused + people_taken_in).toBeCloseTo(people, 6);
			expect(sum(cures.map((cure) => cure.people))).toBeCloseTo(caused, 6);
		}
	});

	it('stand by their names, no two alike, with the agents’ rank by deficit beside', () => {
		const names = sectors.list.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)].sort(new Intl.Collator('fr', { numeric: true }).compare));
		const byRank = [...sectors.list].sort((one, other) => one.rank_agents - other.rank_agents);
		expect(byRank.map(({ rank_agents }) => rank_agents)).toEqual(names.map((_, rank) => rank + 1));
		byRank.slice(1).forEach((sector, rank) => {
			expect(sector.deficit_people).toBeLessThanOrEqual(byRank[rank].deficit_people);
			expect(sector.deficit_people).toBeLessThanOrEqual(sector.people);
		});
	});

	it('are drawn and listed in the files, with the same figures and where they come from', () => {
		const collection = JSON.parse(text('sectors.geojson'));
		expect(collection.features.map(({ properties }: { properties: unknown }) => properties)).toEqual(sectors.list);
		expect(collection.metadata.sectors).toEqual({ threshold: sectors.threshold, people: sectors.people });
		expect(collection.metadata).toMatchObject({ fictional: true, estimated: false });
		for (const { geometry } of collection.features) {
			expect(geometry.type).toBe('MultiPolygon');
			for (const ring of geometry.coordinates.flat()) expect(ring[0]).toEqual(ring[ring.length - 1]);
		}
		const { data } = Papa.parse<Record<string, string>>(text('sectors.csv').trim(), { header: true });
		expect(data.map(({ name, people }) => [name, Number(people)])).toEqual(
			sectors.list.map(({ name, people }) => [name, people])
		);
		const metadata = JSON.parse(text('sectors.csv-metadata.json'));
		expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(Object.keys(data[0]));
		expect(data.map((row) => Number(row.people_80_over))).toEqual(
			sectors.list.map(({ people_by_age }) => people_by_age?.find(({ from_age }) => from_age === 80)?.people)
		);
	});

	it('cover the ground of their cells: 0.04 km² each', () => {
		const collection = JSON.parse(text('sectors.geojson'));
		const pont = collection.features.find(({ properties }: { properties: SectorIndicator }) =>
			properties.name.startsWith('Pont-sur-Sorvanne')
		);
		const cells = areaKm2(pont.geometry.coordinates) / 0.04;
		expect(cells).toBeCloseTo(Math.round(cells), 0);
		expect(Math.round(cells)).toBe(38);
	});
});

describe('sectors that the app answers', () => {
	it('are those of the diagnosis for the question that the project proposes, to the last bit', async () => {
		const answer = await sectorsJob(session, questionOf({ mode: sectors.threshold.mode }), alone);
		const { sites } = session.territory;
		const siteId = (site: number | undefined) => (site === undefined ? null : sites[site].id);
		expect(
			answer.sectors.map((one) => [
				one.name,
				one.people,
				one.mainCause,
				one.deficit,
				one.rankAgents,
				siteId(one.nearest?.site)
			])
		).toEqual(
			sectors.list.map((one) => [
				one.name,
				one.people,
				one.main_cause,
				one.deficit_people,
				one.rank_agents,
				one.nearest_site
			])
		);
		expect(answer.sectors.map(({ communeCodes, peopleByCause }) => [communeCodes, peopleByCause])).toEqual(
			sectors.list.map(({ commune_codes, people_by_cause }) => [commune_codes, people_by_cause])
		);
		const { below, belowByCause, hoursUnknown, unattached, takenIn, leftOut, inSectors, notIndividualised } =
			answer.people;
		expect({
			below,
			below_by_cause: belowByCause,
			hours_unknown: hoursUnknown,
			unattached,
			taken_in: takenIn,
			left_out: leftOut,
			in_sectors: inSectors,
			not_individualised: notIndividualised
		}).toEqual(sectors.people);
		expect(answer.threshold.lowSupplyPer1000).toBe(sectors.threshold.low_supply_hours_per_1000);
		const bounds = await sectorsJob(session, questionOf({ mode: sectors.threshold.mode, cutoffMinutes: 10 }), alone);
		expect(bounds.people.below).toBeGreaterThan(below);
	});
});

describe('sectors of the demonstration territory', () => {
	const groupsOf = (input: SectorsInput) => {
		const { population } = input.territory;
		const evidence = sectorsEvidence(input, defaultTerms(900));
		return findSectors(evidence, baselineThreshold(evidence, population), population, contiguitiesOf(population))
			.groups;
	};

	it.each(['car', 'bike', 'foot'] as const)(
		'keep nine tenths of their people at a hundredth more or less, by %s',
		async (mode) => {
			const { territory } = session;
			const times = await session.travel.times(mode);
			const input = { territory, times, weeks: session.weeks.term, counted: sitesCounted(territory, true) };
			const was = groupsOf(input);
			expect(was.people.length).toBeGreaterThan(0);
			for (const seed of [1, 2, 3]) {
				const is = groupsOf(perturbed(input, seed));
				expect(sharedPeople(territory.population.people, was.sectorOf, is.sectorOf)).toBeGreaterThan(0.9);
			}
		}
	);
});

/** Area of a multipolygon of a few km, on the local plane. */
function areaKm2(polygons: [number, number][][][]): number {
	const kmPerDegree = 111.195;
	return polygons.flat().reduce((total, ring) => {
		const shrink = Math.cos((ring[0][1] * Math.PI) / 180);
		const twice = ring
			.slice(1)
			.reduce(
				(area, [x, y], at) =>
					area + (ring[at][0] - ring[0][0]) * (y - ring[0][1]) - (x - ring[0][0]) * (ring[at][1] - ring[0][1]),
				0
			);
		return total + (twice / 2) * shrink * kmPerDegree ** 2;
	}, 0);
}
