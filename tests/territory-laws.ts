import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { CoverageIndicator } from '#domain/indicator.ts';
import { runCliWell } from './cli.ts';
import { fingerprints, readJson, rejectedRows, sum, type Assembled, type Provenance } from './territories.ts';

/** Sums of the same people in another order differ by rounding alone. */
const ROUNDING = 1e-6;

/** What holds of every territory, whatever its data: registers one test per law. */
export function territoryLaws(of: () => Assembled): void {
	it('covers more people the longer the cutoff, and no more than there are', () => {
		for (const group of coverageGroups(of())) {
			group.forEach((entry, rank) => {
				const before = group[rank - 1];
				if (before) expect(entry.people).toBeGreaterThanOrEqual(before.people);
				expect(entry.people).toBeLessThanOrEqual(entry.of_people + ROUNDING);
				if (entry.of_people === 0) expect(entry.share).toBeNull();
				else expect(entry.share).toBeCloseTo(entry.people / entry.of_people, 12);
			});
		}
	});

	it('covers no more people without the neighbouring sites than with them', () => {
		const { coverage, coverage_without_neighbours } = of().indicators;
		expect(coverage_without_neighbours).toHaveLength(coverage.length);
		coverage_without_neighbours.forEach((without, rank) => {
			expect(sameFigure(without)).toBe(sameFigure(coverage[rank]));
			expect(without.people).toBeLessThanOrEqual(coverage[rank].people);
			expect(without.of_people).toBe(coverage[rank].of_people);
		});
	});

	it('counts everybody once: attached and unattached, communes, cells', () => {
		const { indicators, communes, cells } = of();
		const { total, attached, unattached } = indicators.population;
		expect(attached + unattached).toBeCloseTo(total, 6);
		for (const mode of indicators.travel.modes) expect(mode.attached + mode.unattached).toBeCloseTo(total, 6);
		expect(sum(communes.map(({ grid_people }) => Number(grid_people)))).toBeCloseTo(total, 6);
		expect(sum(cells.features.map(({ properties }) => properties.people as number))).toBeCloseTo(total, 6);
		for (const entry of indicators.coverage) {
			const parts = indicators.coverage_by_commune.filter((part) => sameFigure(part) === sameFigure(entry));
			expect(parts).toHaveLength(indicators.territory.communes);
			expect(sum(parts.map(({ people }) => people))).toBeCloseTo(entry.people, 6);
			expect(sum(parts.map(({ of_people }) => of_people))).toBeCloseTo(entry.of_people, 6);
		}
	});

	it('opens more hours to more people the longer the cutoff', () => {
		const { openings, travel } = of().indicators;
		for (const { mode } of travel.modes) {
			const group = openings.filter((entry) => entry.mode === mode);
			expect(group.map(({ cutoff_minutes }) => cutoff_minutes)).toEqual([5, 10, 15, 20, 30]);
			group.slice(1).forEach((entry, rank) => {
				const shorter = group[rank];
				// Of other people than before, medians do not compare.
				if (entry.hours_unknown_people === 0 && shorter.hours_unknown_people === 0)
					expect(entry.median_weekly_hours ?? 0).toBeGreaterThanOrEqual(shorter.median_weekly_hours ?? 0);
				expect(entry.median_weekly_hours ?? 0).toBeLessThanOrEqual(168);
				// A site of known hours that people reach is reached in more time too; before it, hours may not be known.
				if ((shorter.median_weekly_hours ?? 0) > 0) expect(entry.median_weekly_hours).not.toBeNull();
				if (entry.people_without === null || shorter.people_without === null) return;
				const withoutKnown = entry.people_without + entry.hours_unknown_people;
				expect(withoutKnown).toBeLessThanOrEqual(shorter.people_without + shorter.hours_unknown_people + 1e-6);
			});
		}
	});

	it('gives every profile more usable time the longer the cutoff, and never more than its free time', () => {
		const { usable_hours, travel } = of().indicators;
		expect(usable_hours).toHaveLength(travel.modes.length * 5 * DEFAULT_PROFILES.length);
		usable_hours.forEach((entry, rank) => {
			const shorter = entry.cutoff_minutes === 5 ? null : usable_hours[rank - DEFAULT_PROFILES.length];
			if (shorter !== null) {
				expect([shorter.mode, shorter.profile]).toEqual([entry.mode, entry.profile]);
				// Of other people than before, means and medians do not compare.
				if (entry.hours_unknown_people === 0 && shorter.hours_unknown_people === 0) {
					expect(entry.mean_hours ?? 0).toBeGreaterThanOrEqual((shorter.mean_hours ?? 0) - ROUNDING);
					expect(entry.median_hours ?? 0).toBeGreaterThanOrEqual(shorter.median_hours ?? 0);
				}
			}
			for (const { free_minutes, usable_minutes } of entry.by_moment) {
				expect(usable_minutes === null).toBe(entry.mean_hours === null);
				expect(usable_minutes ?? 0).toBeLessThanOrEqual(free_minutes ?? NaN);
			}
			const together = sum(entry.by_moment.map(({ usable_minutes }) => usable_minutes ?? 0));
			expect(together / 60).toBeCloseTo(entry.mean_hours ?? 0, 6);
		});
	});

	it('gives nobody an open site who has no site', () => {
		const { open_at, coverage } = of().indicators;
		expect(open_at.length).toBeGreaterThan(0);
		for (const moment of open_at) {
			const ever = coverage.find((entry) => sameFigure(entry) === sameFigure(moment));
			expect(moment.people ?? 0).toBeLessThanOrEqual(ever?.people ?? -1);
			expect(moment.sites_open ?? 0).toBeLessThanOrEqual(moment.sites_with_known_hours);
			if (moment.sites_with_known_hours === 0)
				expect([moment.sites_open, moment.people, moment.share]).toEqual([null, null, null]);
		}
	});

	it('draws each demand point as a valid GeoJSON feature, with times that make up the coverage', () => {
		const { cells, indicators } = of();
		expect(cells.type).toBe('FeatureCollection');
		expect(cells.features).toHaveLength(indicators.population.demand_points);
		expect(new Set(cells.features.map(({ properties }) => properties.id)).size).toBe(cells.features.length);
		expect(cells.features.filter(({ geometry }) => !validGeometry(geometry))).toEqual([]);
		for (const entry of indicators.coverage) {
			const within = cells.features.filter(({ properties }) => {
				const seconds = properties[`${entry.mode}_nearest_seconds`];
				return typeof seconds === 'number' && seconds <= entry.cutoff_minutes * 60;
			});
			expect(sum(within.map(({ properties }) => properties.people as number))).toBeCloseTo(entry.people, 6);
		}
		const off = cells.features.filter(({ properties }) => properties.car_attached === false);
		expect(off.filter(({ properties }) => properties.car_nearest_seconds !== null)).toEqual([]);
	});

	it('writes one row per commune and per site, with the figures of the indicators', () => {
		const { communes, sites, indicators } = of();
		expect(communes).toHaveLength(indicators.territory.communes);
		const byCode = new Map(communes.map((row) => [row.code, row]));
		for (const { commune, mode, cutoff_minutes, people, share } of indicators.coverage_by_commune) {
			const row = byCode.get(commune);
			const cell = (figure: string) => row?.[`${mode}_${cutoff_minutes}min_${figure}`];
			// Blank where it could not be computed, never 0.
			expect([cell('people'), cell('share')]).toEqual(share === null ? ['', ''] : [String(people), String(share)]);
		}
		const { kept, margin, counted, with_hours } = indicators.sites;
		expect(sites).toHaveLength(kept + margin);
		expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
		const inside = sites.filter((row) => row.margin === '0');
		expect(inside).toHaveLength(kept);
		expect(inside.filter((row) => row.counted === '1')).toHaveLength(counted);
		expect(inside.filter(({ opening_hours }) => opening_hours !== '')).toHaveLength(with_hours);
	});

	it('says beside each table what its columns are and where it comes from', () => {
		for (const [table, rows] of [
			['communes.csv', of().communes],
			['sites.csv', of().sites]
		] as const) {
			const metadata = readJson(join(of().out, `${table}-metadata.json`)) as CsvMetadata;
			expect(metadata.url).toBe(table);
			expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0]));
			expect(metadata.notes[0].sources).toEqual(of().indicators.sources);
		}
	});

	it('says everywhere whether times are estimated, and by how much they err', () => {
		const { indicators, cells, out, diagnosed } = of();
		const { estimated, estimated_error, origin } = indicators.travel;
		expect(estimated).toBe(origin === 'estimated');
		expect(estimated_error === null).toBe(!estimated);
		expect(/Temps estimés/.test(diagnosed.stderr)).toBe(estimated);
		const tables = ['communes.csv', 'sites.csv'].map(
			(table) => readJson(join(out, `${table}-metadata.json`)) as CsvMetadata
		);
		for (const table of tables) expect(table['dc:description']).toBe(estimated ? 'temps estimés' : null);
		for (const said of [cells.metadata, ...tables.map(({ notes }) => notes[0])]) {
			expect(said.estimated).toBe(estimated);
			expect(said.notice).toBe(estimated ? 'temps estimés' : undefined);
			expect(said.estimated_error).toEqual(estimated ? estimated_error : undefined);
		}
	});

	it('accounts for every record of the sites, and gives each one left out with its reason', () => {
		const { indicators, folder, manifest } = of();
		const { read, kept, margin, rejected, repeated, outside } = indicators.sites;
		expect(kept + margin + rejected + repeated + outside).toBe(read);
		for (const [input, counts] of Object.entries(manifest.inputs)) {
			expect(counts.rows_kept + counts.rows_rejected + (input === 'sites' ? outside : 0)).toBe(counts.rows_read);
			expect(rejectedRows(folder, input)).toHaveLength(counts.rows_rejected);
			for (const row of rejectedRows(folder, input)) expect([row.motif, row.ligne]).not.toContain('');
		}
		expect(rejectedRows(folder, 'sites-outside')).toHaveLength(outside);
	});

	it('explains every name of indicators.json in data/reference/indicators.md', () => {
		const explained = readFileSync(new URL('../data/reference/indicators.md', import.meta.url), 'utf8');
		const names = [...explained.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
		const keys = new Set(keysOf(of().indicators));
		expect([...keys].filter((key) => !names.includes(key))).toEqual([]);
	});

	it('prints nothing but the result: these commands write files, so standard output stays empty', () => {
		expect([of().prepared.stdout, of().diagnosed.stdout]).toEqual(['', '']);
	});

	it('writes the same bytes when prepared again in the same folder', async () => {
		const { folder, prepareArguments } = of();
		const before = fingerprints(folder);
		await runCliWell('prepare', ...prepareArguments, '--out', folder);
		expect(fingerprints(folder)).toEqual(before);
	});
}

interface CsvMetadata {
	readonly url: string;
	readonly 'dc:description': string | null;
	readonly tableSchema: { readonly columns: readonly { readonly name: string }[] };
	readonly notes: readonly [Provenance & { readonly sources: unknown }];
}

const sameFigure = ({ mode, cutoff_minutes }: Pick<CoverageIndicator, 'mode' | 'cutoff_minutes'>) =>
	`${mode} ${cutoff_minutes}`;

/** Entries of the same people by rising cutoff. */
function coverageGroups({ indicators }: Assembled): CoverageIndicator[][] {
	const groups = new Map<string, CoverageIndicator[]>();
	const add = (of: string, entry: CoverageIndicator) => {
		const key = `${of} ${entry.mode}`;
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	};
	for (const entry of indicators.coverage) add('all', entry);
	for (const entry of indicators.coverage_without_neighbours) add('without', entry);
	for (const entry of indicators.coverage_by_age) add(`age ${entry.from_age}`, entry);
	for (const entry of indicators.coverage_of_poor_households) add('poor', entry);
	for (const entry of indicators.coverage_by_commune) add(entry.commune, entry);
	for (const entry of indicators.coverage_by_epci) add(entry.epci, entry);
	for (const group of groups.values())
		expect(group.map(({ cutoff_minutes }) => cutoff_minutes)).toEqual([5, 10, 15, 20, 30]);
	return [...groups.values()];
}

/** RFC 7946: a point, or a polygon of closed anticlockwise outer rings, in degrees. */
function validGeometry({ type, coordinates }: { type: string; coordinates: unknown }): boolean {
	const onEarth = (position: unknown) =>
		Array.isArray(position) &&
		position.length === 2 &&
		Math.abs(position[0] as number) <= 180 &&
		Math.abs(position[1] as number) <= 90;
	if (type === 'Point') return onEarth(coordinates);
	if (type !== 'Polygon' || !Array.isArray(coordinates) || coordinates.length !== 1) return false;
	const ring = coordinates[0] as [number, number][];
	const [first, last] = [ring[0], ring[ring.length - 1]];
	const closed = first[0] === last[0] && first[1] === last[1];
	const twiceArea = ring.slice(1).reduce((area, [x, y], at) => area + ring[at][0] * y - x * ring[at][1], 0);
	return ring.length >= 4 && closed && ring.every(onEarth) && twiceArea > 0;
}

function keysOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(keysOf);
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
