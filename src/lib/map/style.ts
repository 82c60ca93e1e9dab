import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { NOTHING } from './geojson.ts';
import { basemapLayers, placeSource, roadSource, waterSource } from './layers/basemap.ts';
import { communeLabelSource, communeLayers, communeSource, perimeterSource, veilSource } from './layers/communes.ts';
import { ghostLayers } from './layers/ghost.ts';
import { isochroneLayers } from './layers/isochrones.ts';
import { LAYER_ORDER, type LayerId } from './layers/order.ts';
import { sectorLayers } from './layers/sectors.ts';
import { selectionLayers } from './layers/selection.ts';
import { siteNameLayer, siteNameSource } from './layers/sites.ts';
import type { Theme } from './theme.ts';

/** Every layer of MapLibre's stack in its order, in the colours of a theme. */
export function layersOf(theme: Theme): LayerSpecification[] {
	const all: readonly LayerSpecification[] = [
		...basemapLayers(theme),
		...communeLayers(theme),
		...isochroneLayers(theme),
		...sectorLayers(theme),
		...selectionLayers(theme),
		...ghostLayers(theme),
		siteNameLayer(theme)
	];
	return [...all].sort((a, b) => LAYER_ORDER.indexOf(a.id as LayerId) - LAYER_ORDER.indexOf(b.id as LayerId));
}

/**
 * MapLibre's style for a territory, all of its data inline: nothing is fetched. It has no `glyphs`, so labels are drawn from
 * the page's own fonts.
 */
export function styleOf(summary: TerritorySummary, theme: Theme): StyleSpecification {
	return {
		version: 8,
		sources: {
			roads: geojson(roadSource(summary.basemap)),
			water: geojson(waterSource(summary.basemap)),
			places: geojson(placeSource(summary.basemap, summary.communes)),
			communes: { ...geojson(communeSource(summary.communes)), promoteId: 'code' },
			'commune-labels': geojson(communeLabelSource(summary)),
			perimeter: geojson(perimeterSource(summary.outline)),
			veil: geojson(veilSource(summary.outline)),
			'site-names': geojson(siteNameSource(summary.sites)),
			isochrones: geojson(NOTHING),
			sectors: geojson(NOTHING),
			selection: geojson(NOTHING),
			ghost: geojson(NOTHING)
		},
		layers: layersOf(theme)
	};
}

function geojson(data: GeoJSON.FeatureCollection): Extract<SourceSpecification, { type: 'geojson' }> {
	return { type: 'geojson', data };
}
