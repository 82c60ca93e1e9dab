import type { MultiPolygonRings } from '#domain/geometry.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import { writeMessage } from '#i18n/message.ts';
import { importPoints } from '#io/tables/points-csv.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { AGREEING_RESOLUTION_METRES } from '#core/travel/isochrone/field.ts';
import { isochronesOf } from '#core/travel/isochrone/isochrones.ts';
import type { Positions } from '#workers/jobs/travel/positions.ts';
import { roadField, searchableRoads, snapped } from '#workers/jobs/travel/searchable-roads.ts';
import { numberOption, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { fileSource } from '../file-source.ts';
import { requireResultFile, writeWhole } from '../folder-disk.ts';
import { sayNotes, sayUnattached } from '../notes.ts';
import { readRoadFile } from '../roads.ts';

const DIRECTIONS = ['from', 'to'] as const;
/** Rings are written to the ten-thousandth of a metre or so: finer than any road is drawn. */
const DEGREE_DECIMALS = 7;

/** `isochrones`: nested polygons of each point, then of all of them together (id "network"). */
export const command: Command = {
	summary: 'cli_isochrones_summary',
	positionals: [],
	options: [
		{ name: 'roads', value: 'FILE', required: true, help: 'cli_travel_roads' },
		{ name: 'from', value: 'FILE', required: true, help: 'cli_isochrones_from' },
		{ name: 'minutes', value: 'LIST', required: true, help: 'cli_isochrones_minutes' },
		{ name: 'mode', value: 'MODE', choices: MODES, fallback: 'car', help: 'cli_travel_mode' },
		{ name: 'direction', value: 'WAY', choices: DIRECTIONS, fallback: 'from', help: 'cli_isochrones_direction' },
		{ name: 'resolution', value: 'M', fallback: String(AGREEING_RESOLUTION_METRES), help: 'cli_isochrones_resolution' },
		{ name: 'snap-metres', value: 'N', fallback: '1000', help: 'cli_travel_snap' },
		{ name: 'out', value: 'FILE', required: true, help: 'cli_out_file' }
	],
	examples: [
		'isochrones --roads departement.osm.pbf --from bibliotheques.csv --minutes 10,15,20 --out isochrones.geojson'
	],
	async run(context) {
		const { options, locale, progress } = context;
		const minutes = readMinutes(options.text('minutes'));
		const resolutionMetres = numberOption(options, 'resolution', 10, 5000);
		const maxSnapMetres = numberOption(options, 'snap-metres', 0, 100_000);
		const mode = options.text('mode') as Mode;
		const direction = options.text('direction') as (typeof DIRECTIONS)[number];
		await requireResultFile(options.text('out'));
		const roadFile = await fileSource(options.text('roads'));
		const file = await fileSource(options.text('from'));
		const points = importPoints(await file.bytes(), file.name);
		const roads = await readRoadFile(roadFile, context);
		progress.step(writeMessage({ code: 'cli_step_isochrones', params: {} }, locale));
		const searchable = searchableRoads(buildRoadGraph(roads.value, mode), maxSnapMetres);
		const { ids, lon, lat } = points.value;
		const cutoffs = minutes.map((one) => one * 60);
		const reach = { capSeconds: Math.max(...cutoffs), direction };
		const draw = (id: string, places: Positions) => {
			const drawn = isochronesOf(roadField(searchable, places, reach), resolutionMetres, cutoffs);
			return drawn.map(({ cutoffSeconds, polygons, areaSquareMetres }) => ({
				type: 'Feature',
				properties: {
					id,
					minutes: cutoffSeconds / 60,
					mode,
					direction,
					area_km2: Math.round(areaSquareMetres / 1e4) / 100
				},
				geometry: { type: 'MultiPolygon', coordinates: rounded(polygons) }
			}));
		};
		const features = ids.flatMap((id, rank) => {
			progress.share(rank / (ids.length + 1));
			return draw(id, { lon: lon.subarray(rank, rank + 1), lat: lat.subarray(rank, rank + 1) });
		});
		const network = draw('network', points.value);
		await writeWhole(options.text('out'), writeFeatures([...features, ...network], { sources: [roads.source] }));
		sayNotes(points.notes, context);
		sayUnattached(file.name, snapped(searchable, points.value), maxSnapMetres, context);
	}
};

/** Whole minutes, ascending. */
function readMinutes(text: string): number[] {
	const minutes = text.split(',').map((part) => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : NaN));
	if (minutes.length === 0 || minutes.some((one) => !(one > 0)))
		throw new UsageError('error_cli_minutes', { read: text });
	return [...new Set(minutes)].sort((a, b) => a - b);
}

function rounded(polygons: MultiPolygonRings): number[][][][] {
	const round = (degrees: number) => Number(degrees.toFixed(DEGREE_DECIMALS));
	return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [round(lon), round(lat)])));
}
