import type { Basemap } from '#domain/basemap.ts';
import type { LonLat } from '#domain/geometry.ts';
import { haversineMetres } from '#core/roads/distance.ts';

/** Further than this a place does not tell where one is. */
const FURTHEST_METRES = 2000;

/** Name of the place of the base map that is nearest to a position; null without one within 2 km. */
export function nearestPlaceName(basemap: Basemap | null, [lon, lat]: LonLat): string | null {
	let nearest: string | null = null;
	let metres = FURTHEST_METRES;
	for (const { name, position } of basemap?.places ?? []) {
		const away = haversineMetres(lon, lat, position[0], position[1]);
		if (away > metres) continue;
		nearest = name;
		metres = away;
	}
	return nearest;
}
