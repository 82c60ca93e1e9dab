import type { InseeCode } from './units.ts';

/** What one demand point is. */
export type DemandPointKind = 'grid-200m' | 'grid-1km' | 'h3' | 'commune' | 'point';

/** People of `fromAge` to `toAge` inclusive; `toAge` null is "and over". */
export interface AgeBand {
	readonly fromAge: number;
	readonly toAge: number | null;
	/** One value per demand point, in people; NaN where the source gives none. */
	readonly people: Float64Array;
}

/**
 * Demand points as parallel arrays: entry i of each is demand point i.
 * People are fractional in INSEE grids; NaN never appears in `people`.
 */
export interface Population {
	readonly kind: DemandPointKind;
	readonly count: number;
	readonly ids: readonly string[];
	/** Centre of the cell, or the point; degrees, WGS 84. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly people: Float64Array;
	/** The commune that holds most of the cell, as the source says or as the polygons tell; null when unknown. */
	readonly communeCodes: readonly (InseeCode | null)[];
	/** 1 where the source says the cell is imputed (`i_est_*`); null when the source does not tell. */
	readonly imputed: Uint8Array | null;
	/** Null when the source has no ages. */
	readonly ageBands: readonly AgeBand[] | null;
	/** Households and poor households per demand point (`men`, `men_pauv`); null when absent. */
	readonly households: Float64Array | null;
	readonly poorHouseholds: Float64Array | null;
}
