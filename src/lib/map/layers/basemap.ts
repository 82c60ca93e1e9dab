import type {
	BackgroundLayerSpecification,
	ExpressionSpecification,
	FillLayerSpecification,
	LineLayerSpecification,
	SymbolLayerSpecification
} from 'maplibre-gl';
import { ROAD_CLASSES, type Basemap, type RoadClass } from '#domain/basemap.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { CommuneSummary } from '#domain/territory-summary.ts';
import { collection, lines, NOTHING, points, polygons } from '../geojson.ts';
import { css } from '#domain/palette.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';
import { FONT_REGULAR } from './fonts.ts';

/** Widths in CSS pixels at zooms 8, 12 and 15. */
const ROAD_WIDTHS: Readonly<Record<RoadClass, readonly [number, number, number]>> = {
	motorway: [1.5, 3, 6],
	trunk: [1.2, 2.6, 5.5],
	primary: [0.9, 2.2, 5],
	secondary: [0.5, 1.5, 4],
	tertiary: [0.2, 1, 3]
};
/** From which zoom the lesser classes are drawn: tertiary roads seen from afar are only a grey. */
const TERTIARY_FROM_ZOOM = 10;

/** One feature per class of road, less important ones beneath. */
export function roadSource(basemap: Basemap | null): GeoJSON.FeatureCollection {
	if (!basemap) return NOTHING;
	const byClass = new Map<RoadClass, (readonly LonLat[])[]>();
	for (const { roadClass, line } of basemap.roads) {
		const known = byClass.get(roadClass);
		if (known) known.push(line);
		else byClass.set(roadClass, [line]);
	}
	return collection(
		[...byClass].map(([roadClass, all]) => lines(all, { class: roadClass, rank: -ROAD_CLASSES.indexOf(roadClass) }))
	);
}

export function waterSource(basemap: Basemap | null): GeoJSON.FeatureCollection {
	return basemap ? collection([lines(basemap.waterLines), polygons(basemap.waterAreas)]) : NOTHING;
}

/** Named places that are not the communes' own names: hamlets and quarters, read from near. */
export function placeSource(basemap: Basemap | null, communes: readonly CommuneSummary[]): GeoJSON.FeatureCollection {
	if (!basemap) return NOTHING;
	const written = new Set(communes.filter(({ labelAt }) => labelAt).map(({ name }) => name.toLocaleLowerCase('fr')));
	return collection(
		basemap.places
			.filter(({ name }) => !written.has(name.toLocaleLowerCase('fr')))
			.map(({ name, kind, position, population }) => points(position, { name, kind, rank: -(population ?? 0) }))
	);
}

export function basemapLayers(
	theme: Theme
): readonly (
	BackgroundLayerSpecification | FillLayerSpecification | LineLayerSpecification | SymbolLayerSpecification
)[] {
	const colours = MAP_COLOURS[theme];
	return [
		{ id: 'ground', type: 'background', paint: { 'background-color': css(colours.ground) } },
		{
			id: 'water-areas',
			type: 'fill',
			source: 'water',
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-color': colours.water }
		},
		{
			id: 'water-lines',
			type: 'line',
			source: 'water',
			filter: ['==', ['geometry-type'], 'LineString'],
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: {
				'line-color': colours.waterLine,
				'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, 0.8, 12, 1.8, 15, 4]
			}
		},
		roadLayer('roads-casing', colours.roadCasing, 1.2),
		roadLayer('roads', colours.road, 0),
		placeLabels(theme)
	];
}

function roadLayer(id: 'roads' | 'roads-casing', colour: string, wider: number): LineLayerSpecification {
	return {
		id,
		type: 'line',
		source: 'roads',
		filter: ['any', ['!=', ['get', 'class'], 'tertiary'], ['>=', ['zoom'], TERTIARY_FROM_ZOOM]],
		layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ['get', 'rank'] },
		paint: {
			'line-color': colour,
			'line-width': [
				'interpolate',
				['exponential', 1.4],
				['zoom'],
				8,
				roadWidth(0, wider),
				12,
				roadWidth(1, wider),
				15,
				roadWidth(2, wider)
			]
		}
	};
}

/** Width by class, with `wider` pixels for both sides of the casing. */
function roadWidth(at: 0 | 1 | 2, wider: number): ExpressionSpecification {
	const cases = ROAD_CLASSES.flatMap((roadClass) => [roadClass, ROAD_WIDTHS[roadClass][at] + wider]);
	return ['match', ['get', 'class'], ...cases, 1 + wider] as unknown as ExpressionSpecification;
}

function placeLabels(theme: Theme): SymbolLayerSpecification {
	const colours = MAP_COLOURS[theme];
	return {
		id: 'place-labels',
		type: 'symbol',
		source: 'places',
		minzoom: 11.5,
		layout: {
			'text-field': ['get', 'name'],
			'text-font': FONT_REGULAR,
			'text-size': ['interpolate', ['linear'], ['zoom'], 11.5, 10.5, 15, 12.5],
			'text-max-width': 8,
			'text-padding': 6,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': colours.labelSmall, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 }
	};
}
