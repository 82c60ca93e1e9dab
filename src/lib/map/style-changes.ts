import type { FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Paint } from '#domain/atlas-answers.ts';
import type { CommuneSummary } from '#domain/territory-summary.ts';
import { hatchImage, HATCH_PIXEL_RATIO } from './hatch.ts';
import { communeColours, HATCH_IMAGE } from './layers/communes.ts';
import { LAYER_FAMILIES, LAYER_ORDER, NEIGHBOUR_LAYERS, type LayerId, type ShownLayers } from './layers/order.ts';
import { ROOM_IMAGE, ROOM_PIXELS } from './layers/sites.ts';
import { layersOf } from './style.ts';
import type { Theme } from './theme.ts';

/** Images that layers name: the hatching of "no data", and the transparent room of the sites' marks. */
export function addImages(map: MapLibreMap, theme: Theme): void {
	map.addImage(HATCH_IMAGE, hatchImage(theme), { pixelRatio: HATCH_PIXEL_RATIO });
	const transparent = new Uint8ClampedArray(4 * ROOM_PIXELS * ROOM_PIXELS);
	map.addImage(ROOM_IMAGE, { width: ROOM_PIXELS, height: ROOM_PIXELS, data: transparent });
}

/** Shows and hides families of layers, and the neighbours within those that stay. */
export function showLayers(map: MapLibreMap, shown: ShownLayers): void {
	for (const id of LAYER_ORDER) {
		const family = LAYER_FAMILIES[id];
		if (family) map.setLayoutProperty(id, 'visibility', shown[family] ? 'visible' : 'none');
	}
	for (const layer of layersOf('light')) {
		if (!NEIGHBOUR_LAYERS.includes(layer.id as LayerId) || layer.type !== 'symbol') continue;
		const own = layer.filter ?? true;
		map.setFilter(layer.id, (shown.neighbours ? own : ['all', own, ['!', ['get', 'margin']]]) as FilterSpecification);
	}
}

/** Puts every layer in the colours of a theme; the data stay. */
export function repaintStyle(map: MapLibreMap, theme: Theme): void {
	for (const { id, paint } of layersOf(theme))
		for (const [name, value] of Object.entries(paint ?? {})) map.setPaintProperty(id, name as never, value as never);
	map.updateImage(HATCH_IMAGE, hatchImage(theme));
}

/** Colours the communes when the paint is at their level, else leaves them bare. */
export function paintCommunes(
	map: MapLibreMap,
	paint: Paint | null,
	communes: readonly CommuneSummary[],
	theme: Theme
): void {
	const { filled, hatched } =
		paint?.level === 'communes'
			? communeColours(paint, communes, theme)
			: { filled: new Map<string, string>(), hatched: [] };
	map.removeFeatureState({ source: 'communes' });
	for (const [id, colour] of filled) map.setFeatureState({ source: 'communes', id }, { colour });
	map.setFilter('communes-hatch', ['in', ['get', 'code'], ['literal', hatched]]);
}
