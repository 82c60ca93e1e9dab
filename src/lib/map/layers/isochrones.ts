import type { FillLayerSpecification, LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import { CUTOFF_CHOICES } from '#domain/question.ts';
import { collection, polygons } from '../geojson.ts';
import { css, MARK_OPACITY, swatchOf, type Rgb } from '#domain/palette.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';
import { FONT_SEMIBOLD } from './fonts.ts';

/** What reaches the map of isochrones: shortest cutoff first, each held in the next. */
export interface NestedIsochrones {
	readonly isochrones: readonly { readonly cutoffMinutes: number; readonly polygons: MultiPolygonRings }[];
}

const TIMES = { indicator: 'nearest', unit: 'minutes', count: CUTOFF_CHOICES.length } as const;

/** The colour of what is within a cutoff: that of the last class of travel times it holds, as on the cells. */
export function isochroneColour(cutoffMinutes: number, theme: Theme): Rgb {
	const rank = CUTOFF_CHOICES.findIndex((choice) => choice >= cutoffMinutes);
	return swatchOf(rank < 0 ? TIMES.count - 1 : rank, TIMES, theme).rgb;
}

/** Widest first, so that the nearest is drawn last, over the others. */
export function isochroneSource(
	answer: NestedIsochrones,
	label: (minutes: number) => string,
	theme: Theme
): GeoJSON.FeatureCollection {
	return collection(
		[...answer.isochrones].reverse().map(({ cutoffMinutes, polygons: rings }) =>
			polygons(rings, {
				minutes: cutoffMinutes,
				label: label(cutoffMinutes),
				colour: css(isochroneColour(cutoffMinutes, theme))
			})
		)
	);
}

export function isochroneLayers(
	theme: Theme
): readonly (FillLayerSpecification | LineLayerSpecification | SymbolLayerSpecification)[] {
	const { ink, halo, paper } = MAP_COLOURS[theme];
	return [
		{
			id: 'isochrones-fill',
			type: 'fill',
			source: 'isochrones',
			paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': MARK_OPACITY, 'fill-antialias': false }
		},
		{
			id: 'isochrones-line',
			type: 'line',
			source: 'isochrones',
			layout: { 'line-join': 'round' },
			paint: { 'line-color': ink, 'line-width': 0.75, 'line-opacity': 0.55 }
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
			paint: { 'text-color': ink, 'text-halo-color': theme === 'light' ? paper : halo, 'text-halo-width': 2 }
		}
	];
}
