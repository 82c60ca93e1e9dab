import type { LonLat, PolygonRings } from './geometry.ts';

/** Classes of roads that a map of a territory shows, the most important first (OSM's words; links are of the class they link to). */
export const ROAD_CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** Kinds of inhabited places, the largest first (OSM's words). */
export const PLACE_KINDS = ['city', 'town', 'village', 'suburb', 'hamlet'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface BasemapRoad {
	readonly roadClass: RoadClass;
	readonly line: readonly LonLat[];
}

/** Longer is no name of a place. */
export const PLACE_NAME_CHARACTERS = 200;

/** A named place. `population` is what the file of roads states, null where it states none. */
export interface Place {
	readonly name: string;
	readonly kind: PlaceKind;
	readonly position: LonLat;
	readonly population: number | null;
}

/** What a map shows beneath the figures, drawn from the file of roads: simplified, to be seen and never measured. */
export interface Basemap {
	readonly roads: readonly BasemapRoad[];
	readonly waterLines: readonly (readonly LonLat[])[];
	readonly waterAreas: readonly PolygonRings[];
	readonly places: readonly Place[];
}
