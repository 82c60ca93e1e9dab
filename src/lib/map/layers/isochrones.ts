import type { FillLayerSpecification, LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import { collection, polygons } from '../geojson.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';
import { FONT_SEMIBOLD } from './fonts.ts';

/** What reaches the map of isochrones: shortest cutoff first, each held in the next. */
export interface NestedIsochrones {
	readonly isochrones: readonly { readonly cutoffMinutes: number; readonly polygons: MultiPolygonRings }[];
}

/** Widest first, so that the nearest is drawn last and darkest: fills add up. */
export function isochroneSource(
	answer: NestedIsochrones,
	label: (minutes: number) => string
): GeoJSON.FeatureCollection {
	return collection(
		[...answer.isochrones]
			.reverse()
			.map(({ cutoffMinutes, polygons: rings }) =>
				polygons(rings, { minutes: cutoffMinutes, label: label(cutoffMinutes) })
			)
	);
}

export function isochroneLayers(
	theme: Theme
): readonly (FillLayerSpecification | LineLayerSpecification | SymbolLayerSpecification)[] {
	const { accent, halo, paper } = MAP_COLOURS[theme];
	return [
		{
			id: 'isochrones-fill',
			type: 'fill',
			source: 'isochrones',
			paint: { 'fill-color': accent, 'fill-opacity': theme === 'light' ? 0.08 : 0.07, 'fill-antialias': false }
		},
		{
			id: 'isochrones-line',
			type: 'line',
			source: 'isochrones',
			layout: { 'line-join': 'round' },
			paint: { 'line-color': accent, 'line-width': 1.75, 'line-opacity': 0.95 }
		},
		{
			id: 'isochrones-label',
			type: 'symbol',
			source: 'isochrones',
			layout: {
				'symbol-placement': 'line',
				'symbol-spacing': 320,
				'text-field': ['get', 'label'],
				'text-font': FONT_SEMIBOLD,
				'text-size': 12,
				'text-max-angle': 35,
				'text-padding': 6
			},
			paint: { 'text-color': accent, 'text-halo-color': theme === 'light' ? paper : halo, 'text-halo-width': 2 }
		}
	];
}
