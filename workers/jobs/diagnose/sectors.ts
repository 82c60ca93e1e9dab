import type { LonLat } from '#domain/geometry.ts';
import type { Indicators } from '#domain/indicator.ts';
import type { Sector, SectorShape } from '#domain/sector.ts';
import type { SectorIndicator } from '#domain/sector-indicator.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import { provenance } from './metadata.ts';
import type { FigureTable } from './tables.ts';

/** sectors.geojson: each sector with its ground, alphabetical by name; the threshold and the people in no sector stand in the metadata. */
export function sectorsGeojson(indicators: Indicators, sectors: readonly Sector[]): Uint8Array {
	const { threshold, people, list } = indicators.sectors;
	const features = list.map((properties, rank) => ({
		type: 'Feature',
		properties,
		geometry: sectorGeometry(sectors[rank].shape)
	}));
	return writeFeatures(features, { metadata: { ...provenance(indicators), sectors: { threshold, people } } });
}

/** The ground of a sector as GeoJSON: its cells together, or its points. */
export function sectorGeometry(shape: SectorShape): object {
	if (shape.kind === 'points') return { type: 'MultiPoint', coordinates: shape.positions.map(rounded) };
	return { type: 'MultiPolygon', coordinates: shape.rings.map((rings) => rings.map((ring) => ring.map(rounded))) };
}

/** Degrees to the centimetre. */
const rounded = (position: LonLat) => position.map((value) => Number(value.toFixed(7)));

/** sectors.csv: one sector a row, with the cure of its main part. */
export function sectorsTable({ sectors, coverage_by_age }: Indicators): FigureTable {
	// The same columns where there is no sector: the bands are those of the coverage, each once a mode and cutoff.
	const { mode, cutoff_minutes } = sectors.threshold;
	const ages = coverage_by_age.filter((one) => one.mode === mode && one.cutoff_minutes === cutoff_minutes);
	return {
		headings: [
			'name',
			'commune_codes',
			'people',
			...ages.map(({ from_age, to_age }) => `people_${from_age}_${to_age ?? 'over'}`),
			'people_distance',
			'people_hours',
			'people_capacity',
			'people_taken_in',
			'main_cause',
			'nearest_site',
			'nearest_site_name',
			'nearest_seconds',
			'nearest_weekly_hours',
			'cure',
			'cure_people',
			'cure_site',
			'cure_site_name',
			'cure_missing_hours',
			'cure_moments',
			'deficit_people',
			'rank_agents'
		],
		rows: sectors.list.map((sector) => [
			sector.name,
			sector.commune_codes.join(' '),
			sector.people,
			...(sector.people_by_age ?? []).map(({ people }) => people),
			sector.people_by_cause.distance,
			sector.people_by_cause.hours,
			sector.people_by_cause.capacity,
			sector.people_taken_in,
			sector.main_cause,
			sector.nearest_site,
			sector.nearest_site_name,
			sector.nearest_seconds,
			sector.nearest_weekly_hours,
			...firstCure(sector),
			sector.deficit_people,
			sector.rank_agents
		])
	};
}

/** "weekday-evening 9.0, sunday 7.9": hours a week, to the tenth. */
function firstCure({ cures }: SectorIndicator): (string | number | null)[] {
	const [cure] = cures.slice(0, 1);
	if (cure === undefined) return [null, null, null, null, null, null];
	if (cure.cure === 'closer-site') return [cure.cure, cure.people, null, null, null, null];
	const of = [cure.cure, cure.people, cure.site, cure.site_name];
	if (cure.cure === 'bigger') return [...of, null, null];
	return [
		...of,
		cure.missing_hours,
		cure.moments.map(({ moment, hours }) => `${moment} ${hours.toFixed(1)}`).join(', ')
	];
}
