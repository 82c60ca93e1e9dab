import type {
	ExpressionSpecification,
	FillLayerSpecification,
	LineLayerSpecification,
	SymbolLayerSpecification,
	VariableAnchorOffsetCollectionSpecification
} from 'maplibre-gl';
import { CLASS_NO_DATA, CLASS_UNATTACHED, type Paint } from '#domain/atlas-answers.ts';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { CommuneSummary, TerritorySummary } from '#domain/territory-summary.ts';
import { collection, lines, points, polygons } from '../geojson.ts';
import { css, MARK_OPACITY, scaleOf, swatchOf } from '#domain/palette.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';
import { FONT_REGULAR, FONT_SEMIBOLD } from './fonts.ts';

/** People from which a commune's name is a town's. */
const TOWN_PEOPLE = 5000;
export const HATCH_IMAGE = 'no-data-hatch';
/** Around everything: what the veil covers outside the territory. */
const WORLD: readonly LonLat[] = [
	[-180, -85],
	[180, -85],
	[180, 85],
	[-180, 85],
	[-180, -85]
];

/** The communes' polygons, by INSEE code. */
export function communeSource(communes: readonly CommuneSummary[]): GeoJSON.FeatureCollection {
	return collection(
		communes.flatMap(({ code, margin, geometry }) => (geometry ? [polygons(geometry, { code, margin })] : []))
	);
}

/** The rings of the territory's outline, as lines. */
export function perimeterSource(outline: MultiPolygonRings): GeoJSON.FeatureCollection {
	return collection([lines(outline.flat())]);
}

/** All that is not the territory; nothing when no outline is known. */
export function veilSource(outline: MultiPolygonRings): GeoJSON.FeatureCollection {
	if (outline.length === 0) return collection([]);
	const enclaves = outline.flatMap(([, ...holes]) => holes);
	return collection([polygons([[WORLD, ...outline.map(([outer]) => outer)], ...enclaves.map((ring) => [ring])])]);
}

/** Names of the communes where they are written, the most populous placed first. */
export function communeLabelSource({ communes, basemap }: TerritorySummary): GeoJSON.FeatureCollection {
	const places = new Map((basemap?.places ?? []).map((place) => [place.name.toLocaleLowerCase('fr'), place.position]));
	return collection(
		communes.flatMap(({ name, labelAt, bounds, municipalPopulation, margin }) => {
			if (!labelAt) return [];
			// The village itself is a better place for the name than the middle of its fields.
			const place = places.get(name.toLocaleLowerCase('fr'));
			const people = municipalPopulation ?? 0;
			const position = place && bounds && isWithin(place, bounds) ? place : labelAt;
			return [points(position, { name, margin, people, rank: (margin ? 1e7 : 0) - people })];
		})
	);
}

/** Every commune's colour at level communes; margin communes and other levels have none. */
export function communeColours(paint: Paint, communes: readonly CommuneSummary[], theme: Theme) {
	const scale = scaleOf(paint.classes);
	const filled = new Map<string, string>();
	const hatched: string[] = [];
	communes.forEach(({ code, margin }, rank) => {
		if (margin) return;
		const mark = paint.marks[rank];
		if (mark === CLASS_NO_DATA || mark === CLASS_UNATTACHED) hatched.push(code);
		else filled.set(code, css(swatchOf(mark, scale, theme).rgb));
	});
	return { filled, hatched };
}

export function communeLayers(
	theme: Theme
): readonly (FillLayerSpecification | LineLayerSpecification | SymbolLayerSpecification)[] {
	const colours = MAP_COLOURS[theme];
	return [
		{
			id: 'communes-fill',
			type: 'fill',
			source: 'communes',
			paint: {
				'fill-color': ['coalesce', ['feature-state', 'colour'], 'rgba(0, 0, 0, 0)'],
				'fill-opacity': MARK_OPACITY
			}
		},
		{
			id: 'communes-hatch',
			// Until its image is there.
			layout: { visibility: 'none' },
			type: 'fill',
			source: 'communes',
			filter: ['in', ['get', 'code'], ['literal', []]],
			paint: { 'fill-pattern': HATCH_IMAGE }
		},
		{ id: 'veil', type: 'fill', source: 'veil', paint: { 'fill-color': colours.veil, 'fill-antialias': false } },
		{
			id: 'commune-lines',
			type: 'line',
			source: 'communes',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': colours.communeLine,
				'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 11, 0.9, 14, 1.4],
				'line-opacity': ['case', ['get', 'margin'], 0.55, 1]
			}
		},
		{
			id: 'perimeter-line',
			type: 'line',
			source: 'perimeter',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': colours.perimeterLine,
				'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.2, 11, 2, 14, 2.6]
			}
		},
		communeLabels('commune-labels', ['<', ['get', 'people'], TOWN_PEOPLE], FONT_REGULAR, theme),
		// Placed before all others, over the marks if need be: nobody finds his way on a map without its towns.
		communeLabels('town-labels', ['>=', ['get', 'people'], TOWN_PEOPLE], FONT_SEMIBOLD, theme)
	];
}

/** Sides of its place on which a name may stand and how far in ems, the best first. */
const ANCHOR_OFFSETS = [0.7, 1.5, 2.4].flatMap((far): (string | [number, number])[] => [
	'bottom',
	[0, -far],
	'top',
	[0, far],
	'left',
	[far, 0],
	'right',
	[-far, 0]
]) as VariableAnchorOffsetCollectionSpecification;

function communeLabels(
	id: 'commune-labels' | 'town-labels',
	filter: ExpressionSpecification,
	font: string[],
	theme: Theme
): SymbolLayerSpecification {
	const colours = MAP_COLOURS[theme];
	const size = (small: number, middle: number, large: number, city: number): never =>
		['step', ['get', 'people'], small, 1000, middle, TOWN_PEOPLE, large, 20_000, city] as never;
	return {
		id,
		type: 'symbol',
		source: 'commune-labels',
		filter,
		layout: {
			'text-field': ['get', 'name'],
			'text-font': font,
			'text-size': ['interpolate', ['linear'], ['zoom'], 8, size(10.5, 11, 12.5, 14), 13, size(13, 14, 16, 19)],
			'text-max-width': 8,
			'text-padding': 4,
			'symbol-sort-key': ['get', 'rank'],
			// A site's mark often stands in the village: the name goes beside it, farther where marks are many.
			'text-variable-anchor-offset': ANCHOR_OFFSETS
		},
		paint: {
			'text-color': ['case', ['get', 'margin'], colours.labelMargin, colours.label],
			'text-halo-color': colours.halo,
			'text-halo-width': 1.6
		}
	};
}

function isWithin([lon, lat]: LonLat, [west, south, east, north]: readonly [number, number, number, number]): boolean {
	return lon >= west && lon <= east && lat >= south && lat <= north;
}
