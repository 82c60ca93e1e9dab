import type { LonLat, MultiPolygonRings } from './geometry.ts';
import type { EpciCode, InseeCode } from './units.ts';

export interface Commune {
	readonly code: InseeCode;
	readonly name: string;
	/** Null for communes known by name only (no geometry loaded). */
	readonly geometry: MultiPolygonRings | null;
	/** Population municipale, regulatory; null when neither the file nor the national list has it. */
	readonly municipalPopulation: number | null;
	readonly epciCode: EpciCode | null;
	readonly epciName: string | null;
	/** Town hall or a point in the commune, where the file gives one. */
	readonly centre: LonLat | null;
	/** Outside the perimeter but loaded, to count what its neighbours reach. */
	readonly margin: boolean;
}
