import * as v from 'valibot';
import {
	PLACE_KINDS,
	PLACE_NAME_CHARACTERS,
	ROAD_CLASSES,
	type Basemap,
	type BasemapRoad,
	type RoadClass
} from '#domain/basemap.ts';
import type { LonLat } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import { plainWords } from '#domain/plain-words.ts';

/** basemap.json of a territory folder: what the map shows beneath the figures. Lines are laid flat: lon, lat, lon, lat… */
const BASEMAP_VERSION = 1;

/** Checked in one loop: a schema for each of a million numbers would take seconds. */
const flatLine = v.custom<number[]>((value) => isFlatLine(value, 2), 'line of lon, lat');
const flatRing = v.custom<number[]>((value) => isFlatLine(value, 4), 'ring of lon, lat');
const lines = v.array(flatLine);

const basemapSchema = v.object({
	format: v.literal('maillage-basemap'),
	version: v.literal(BASEMAP_VERSION),
	roads: v.object({ motorway: lines, trunk: lines, primary: lines, secondary: lines, tertiary: lines }),
	water: v.object({ lines, areas: v.array(v.pipe(v.array(flatRing), v.minLength(1))) }),
	places: v.array(
		v.object({
			name: v.pipe(v.string(), v.minLength(1), v.maxLength(PLACE_NAME_CHARACTERS), v.transform(plainWords)),
			kind: v.picklist(PLACE_KINDS),
			lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
			lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
			population: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))
		})
	)
});

function isFlatLine(value: unknown, atLeast: number): boolean {
	if (!Array.isArray(value) || value.length < atLeast * 2 || value.length % 2 !== 0) return false;
	for (let i = 0; i < value.length; i++) {
		const degrees: unknown = value[i];
		if (typeof degrees !== 'number' || !(Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90))) return false;
	}
	return true;
}

export function writeBasemap({ roads, waterLines, waterAreas, places }: Basemap): Uint8Array {
	const linesOf = (wanted: RoadClass) =>
		roads.flatMap(({ roadClass, line }) => (roadClass === wanted ? [line.flat()] : []));
	const content: v.InferInput<typeof basemapSchema> = {
		format: 'maillage-basemap',
		version: BASEMAP_VERSION,
		roads: {
			motorway: linesOf('motorway'),
			trunk: linesOf('trunk'),
			primary: linesOf('primary'),
			secondary: linesOf('secondary'),
			tertiary: linesOf('tertiary')
		},
		water: {
			lines: waterLines.map((line) => line.flat()),
			areas: waterAreas.map((rings) => rings.map((ring) => ring.flat()))
		},
		places: places.map(({ name, kind, position: [lon, lat], population }) => ({ name, kind, lon, lat, population }))
	};
	return new TextEncoder().encode(`${JSON.stringify(content)}\n`);
}

/**
 * Reads what writeBasemap wrote.
 * @throws MaillageError `error_basemap_json`, `error_basemap_newer` (made by a later Maillage), `error_basemap_invalid` (names the entry)
 */
export function readBasemap(bytes: Uint8Array, file: string): Basemap {
	let parsed: unknown;
	try {
		parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch (error) {
		throw new MaillageError('error_basemap_json', { reason: error instanceof Error ? error.message : '' }, file);
	}
	const version = (parsed as { version?: unknown } | null)?.version;
	if (typeof version === 'number' && version > BASEMAP_VERSION) {
		throw new MaillageError('error_basemap_newer', { read: String(version), known: String(BASEMAP_VERSION) }, file);
	}
	const result = v.safeParse(basemapSchema, parsed, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw new MaillageError('error_basemap_invalid', { entry: v.getDotPath(issue) ?? '–' }, file);
	}
	const { roads, water, places } = result.output;
	return {
		roads: ROAD_CLASSES.flatMap((roadClass) =>
			roads[roadClass].map((flat): BasemapRoad => ({ roadClass, line: positions(flat) }))
		),
		waterLines: water.lines.map(positions),
		waterAreas: water.areas.map((rings) => rings.map(positions)),
		places: places.map(({ name, kind, lon, lat, population }) => ({ name, kind, position: [lon, lat], population }))
	};
}

function positions(flat: readonly number[]): LonLat[] {
	return Array.from({ length: flat.length / 2 }, (_, i): LonLat => [flat[2 * i], flat[2 * i + 1]]);
}
