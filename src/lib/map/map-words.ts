import type { Map as MapLibreMap } from 'maplibre-gl';
import { writeMessage, type Locale } from '#i18n/message.ts';

/** Names the map and the button of its sources for those who do not see them. @param name the territory's */
export function writeMapWords(map: MapLibreMap, name: string, locale: Locale): void {
	map.getCanvas().setAttribute('aria-label', writeMessage({ code: 'map_label', params: { name } }, locale));
	const sources = writeMessage({ code: 'map_toggle_sources', params: {} }, locale);
	const button = map.getContainer().querySelector('.maplibregl-ctrl-attrib-button');
	button?.setAttribute('aria-label', sources);
	button?.setAttribute('title', sources);
}
