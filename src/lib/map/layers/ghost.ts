import type { CircleLayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { LonLat } from '#domain/geometry.ts';
import { collection, lines, NOTHING, points } from '../geojson.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';

/** A site where it might stand, and the place that it would leave. */
export interface Ghost {
	readonly position: LonLat;
	/** Null for a new one. */
	readonly from: LonLat | null;
}

/** Radius of the mark, CSS pixels. */
const RADIUS = 9;

export function ghostSource(ghost: Ghost | null): GeoJSON.FeatureCollection {
	if (ghost === null) return NOTHING;
	const { position, from } = ghost;
	return collection([points(position, {}), ...(from === null ? [] : [lines([[from, position]])])]);
}

/** Nothing is decided yet: drawn hollow, and its way dashed. */
export function ghostLayers(theme: Theme): readonly (LineLayerSpecification | CircleLayerSpecification)[] {
	const { accent, paper } = MAP_COLOURS[theme];
	return [
		{
			id: 'ghost-line',
			type: 'line',
			source: 'ghost',
			filter: ['==', ['geometry-type'], 'LineString'],
			paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [2, 2] }
		},
		{
			id: 'ghost-point',
			type: 'circle',
			source: 'ghost',
			filter: ['==', ['geometry-type'], 'Point'],
			paint: {
				'circle-radius': RADIUS,
				'circle-color': paper,
				'circle-opacity': 0.75,
				'circle-stroke-color': accent,
				'circle-stroke-width': 3
			}
		}
	];
}
