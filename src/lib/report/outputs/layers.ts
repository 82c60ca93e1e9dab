import { CLASS_UNATTACHED, type Paint } from '#domain/atlas-answers.ts';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { PolygonMesh, TerritorySummary } from '#domain/territory-summary.ts';
import { legendText } from '#i18n/legend.ts';
import type { Locale } from '#i18n/locale.ts';
import { causeText } from '#i18n/sector-words.ts';
import { siteKindText } from '#i18n/site-words.ts';
import { metresToPolygons, preparePolygons } from '#io/geo/polygon-distance.ts';
import { areaShape } from '../pictures/area.ts';
import type { Paints } from '../pictures/picture-input.ts';

export type Geometry =
	| { readonly type: 'Point'; readonly at: LonLat }
	| { readonly type: 'MultiPolygon'; readonly rings: MultiPolygonRings }
	| { readonly type: 'MultiPoint'; readonly at: readonly LonLat[] };

export type ColumnType = 'text' | 'integer' | 'real' | 'boolean';

/** A layer of a geographic file: features of one table, coordinates in degrees (WGS 84). What is not known is null. */
export interface Layer {
	readonly name: string;
	/** What it is, in the reader's words. */
	readonly description: string;
	readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
	readonly features: readonly { readonly geometry: Geometry | null; readonly values: readonly Value[] }[];
}
export type Value = string | number | boolean | null;

/** What the layers of a diagnostic are made of. */
export interface LayersInput {
	readonly summary: TerritorySummary;
	readonly data: DiagnosticData;
	readonly paints: Paints;
	readonly locale: Locale;
}

type Column<T> = readonly [name: string, type: ColumnType, value: (one: T) => Value];

function layer<T>(
	name: string,
	description: string,
	all: readonly T[],
	geometryOf: (one: T) => Geometry | null,
	columns: readonly Column<T>[]
): Layer {
	return {
		name,
		description,
		columns: columns.map(([column, type]) => ({ name: column, type })),
		features: all.map((one) => ({
			geometry: geometryOf(one),
			values: columns.map(([, , value]) => value(one))
		}))
	};
}

/** Communes, places, under-served sectors and cells of the area of a diagnostic; a layer of which there is nothing is absent. */
export function layersOf(input: LayersInput): Layer[] {
	return [communesLayer(input), sitesLayer(input), sectorsLayer(input), ...cellsLayers(input)].filter(
		({ features }) => features.length > 0
	);
}

function communesLayer({ summary, data }: LayersInput): Layer {
	const shapes = new Map(summary.communes.map(({ code, geometry }) => [code, geometry]));
	return layer('communes', data.area.name, data.communes, ({ code }) => polygons(shapes.get(code) ?? null), [
		['code', 'text', ({ code }) => code],
		['name', 'text', ({ name }) => name],
		['municipal_population', 'integer', ({ municipalPopulation }) => municipalPopulation],
		['grid_people', 'real', ({ people }) => people],
		['counted_sites', 'integer', ({ countedSites }) => countedSites],
		['share_covered', 'real', ({ shareCovered }) => shareCovered],
		['median_weekly_hours', 'real', ({ medianWeeklyHours }) => medianWeeklyHours],
		['median_usable_hours', 'real', ({ medianUsableHours }) => medianUsableHours],
		['share_without_usable', 'real', ({ shareWithoutUsable }) => shareWithoutUsable]
	]);
}

function sitesLayer({ data, locale }: LayersInput): Layer {
	return layer('sites', data.area.name, data.sites, ({ site }) => ({ type: 'Point', at: site.position }), [
		['id', 'text', ({ site }) => site.id],
		['name', 'text', ({ site }) => site.name],
		['kind', 'text', ({ site }) => siteKindText(site.kind, locale)],
		['service_class', 'text', ({ site }) => site.serviceClass],
		['commune_code', 'text', ({ site }) => site.communeCode],
		['commune_name', 'text', ({ site }) => site.communeName],
		['counted', 'boolean', ({ counted }) => counted],
		['surface_m2', 'real', ({ site }) => site.figures.surfaceSquareMetres],
		['weekly_hours', 'real', ({ weeklyHours }) => weeklyHours],
		['year_hours', 'real', ({ yearHours }) => yearHours],
		['people_within', 'real', ({ peopleWithin }) => peopleWithin],
		['people_only_here', 'real', ({ peopleOnlyHere }) => peopleOnlyHere]
	]);
}

function sectorsLayer({ data, locale }: LayersInput): Layer {
	const numbered = data.sectors.map((sector, rank) => ({ sector, number: rank + 1 }));
	return layer(
		'sectors',
		data.area.name,
		numbered,
		({ sector: { shape } }) =>
			shape.kind === 'area' ? polygons(shape.rings) : { type: 'MultiPoint', at: shape.positions },
		[
			['number', 'integer', ({ number }) => number],
			['name', 'text', ({ sector }) => sector.name],
			['commune_codes', 'text', ({ sector }) => sector.communeCodes.join(', ')],
			['people', 'integer', ({ sector }) => Math.round(sector.people / 10) * 10],
			['main_cause', 'text', ({ sector }) => (sector.mainCause === null ? null : causeText(sector.mainCause, locale))]
		]
	);
}

/** A class of a cell: its bounds in the unit of the map, and its words. */
interface CellClass {
	readonly label: string;
	readonly from: number | null;
	readonly to: number | null;
}

/**
 * Cells with their classes, never their people: INSEE asks that no cell be read alone. All those of the territory; of an area, those whose
 * middle is in it.
 */
function cellsLayers(input: LayersInput): Layer[] {
	const { summary, data, paints, locale } = input;
	const access = paints['map-access'];
	const hours = paints['map-hours'];
	const first = access ?? hours;
	if (first === undefined || first.level === 'communes') return [];
	const mesh = meshOf(summary, first);
	if (mesh === null) return [];
	const classes = (paint: Paint | undefined) => (paint === undefined ? null : cellClasses(paint, input));
	const [ofAccess, ofHours] = [classes(access), classes(hours)];
	const isInArea = areaTest(input);
	const ranks = Array.from({ length: mesh.count }, (_, rank) => rank).filter((rank) => isInArea(middleOf(mesh, rank)));
	const at = (of: ReturnType<typeof classes>, paint: Paint | undefined, rank: number) =>
		of === null || paint === undefined ? undefined : of.get(paint.marks[rank]);
	const columns: Column<number>[] = [
		['access_minutes_from', 'real', (rank) => at(ofAccess, access, rank)?.from ?? null],
		['access_minutes_to', 'real', (rank) => at(ofAccess, access, rank)?.to ?? null],
		['access_class', 'text', (rank) => at(ofAccess, access, rank)?.label ?? null],
		['weekly_hours_from', 'real', (rank) => at(ofHours, hours, rank)?.from ?? null],
		['weekly_hours_to', 'real', (rank) => at(ofHours, hours, rank)?.to ?? null],
		['weekly_hours_class', 'text', (rank) => at(ofHours, hours, rank)?.label ?? null],
		['attached', 'boolean', (rank) => first.marks[rank] !== CLASS_UNATTACHED]
	];
	const description = [access, hours]
		.flatMap((paint) => (paint === undefined ? [] : legendText(paint, { ...data.question, scenario: null }, locale)))
		.map(({ title, conditions }) => `${title} (${conditions})`)
		.join(' ; ');
	return [layer(first.level, description, ranks, (rank) => ringOf(mesh, rank), columns)];
}

function cellClasses(paint: Paint, { data, locale }: LayersInput): ReadonlyMap<number, CellClass> {
	const { rows } = legendText(paint, { ...data.question, scenario: null }, locale);
	const { bounds } = paint.classes;
	return new Map(
		rows.map(({ mark, label }) => [
			mark,
			{ label, from: bounds.at(mark)?.from ?? null, to: bounds.at(mark)?.to ?? null }
		])
	);
}

function meshOf(summary: TerritorySummary, { level, resolution }: Paint): PolygonMesh | null {
	if (level === 'cells') return summary.cells;
	return summary.hexagons.find((one) => one.resolution === resolution)?.mesh ?? null;
}

/** Whether the middle of a mark is on the ground of the area; every one is of the whole territory, and where no ground is known. */
function areaTest({ summary, data }: LayersInput): (at: LonLat) => boolean {
	const shape = data.question.scope.kind === 'territory' ? [] : areaShape(summary, data);
	if (shape.length === 0) return () => true;
	const polygonsOfArea = preparePolygons(shape);
	return (at) => metresToPolygons(polygonsOfArea, at, 0) === 0;
}

function middleOf({ first, lonLat }: PolygonMesh, mark: number): LonLat {
	const [from, to] = [first[mark], first[mark + 1] - 1];
	let [lon, lat] = [0, 0];
	for (let vertex = from; vertex < to; vertex++) {
		lon += lonLat[2 * vertex] / (to - from);
		lat += lonLat[2 * vertex + 1] / (to - from);
	}
	return [lon, lat];
}

function ringOf({ first, lonLat }: PolygonMesh, mark: number): Geometry {
	const ring: LonLat[] = [];
	for (let vertex = first[mark]; vertex < first[mark + 1]; vertex++)
		ring.push([lonLat[2 * vertex], lonLat[2 * vertex + 1]]);
	return { type: 'MultiPolygon', rings: [[ring]] };
}

const polygons = (rings: MultiPolygonRings | null): Geometry | null =>
	rings === null || rings.length === 0 ? null : { type: 'MultiPolygon', rings };
