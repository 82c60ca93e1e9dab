import type { PeopleShare } from './atlas-answers.ts';
import type { SupplyMeasure } from './supply-measure.ts';
import type { InseeCode } from './units.ts';

/**
 * What one unit of supply is: weekly hours, m², or hours × m² for 1,000 people (2sfca, e2sfca); the same within reach, not shared
 * (cumulative, gravity); minutes (nearest).
 */
export type SupplyUnit =
	| 'hours-per-1000'
	| 'surface-per-1000'
	| 'hours-surface-per-1000'
	| 'hours-in-reach'
	| 'surface-in-reach'
	| 'hours-surface-in-reach'
	| 'minutes-to-nth';

/** Supply of one group of people, each weighed alike. Null where nothing can be known. */
export interface SupplyFigures {
	/** At least half have this much (at most this many minutes for `nearest`; null where half are beyond the times that are computed). */
	readonly median: number | null;
	/** For `nearest`, over those who are not beyond the times that are computed. */
	readonly mean: number | null;
	/** Who has none (for `nearest`: beyond the times that are computed). */
	readonly none: PeopleShare;
	/** Attached people who reach counted sites, of none of which the capacity is known: in no figure. */
	readonly unknownPeople: number;
	readonly unattachedPeople: number;
}

/** How evenly supply is shared; of minutes none of these is computed. */
export interface EquityFigures {
	/** 0 everybody alike … 1. */
	readonly gini: number | null;
	/** What the tenth that has most has, over what the four tenths that have least have; null when these have nothing. */
	readonly palma: number | null;
	/** Share of the supply that the half with least has. */
	readonly lowerHalfShare: number | null;
	/** Below `line`: share of people, mean shortfall as a share of the line, its square (Foster, Greer, Thorbecke 1984). */
	readonly fgt: {
		readonly line: number;
		readonly headcount: number;
		readonly gap: number;
		readonly severity: number;
	} | null;
	/** Cumulative shares, both rising from 0 to 1; at most some hundred points. */
	readonly lorenz: { readonly people: Float64Array; readonly amount: Float64Array } | null;
}

/** Whom figures of equity compare. */
export type SupplyGroup =
	| { readonly kind: 'ages'; readonly fromAge: number; readonly toAge: number | null }
	| { readonly kind: 'poor-households' }
	/**
	 * People per km²: within a kilometre around, those of the margin too; of the demand point's own ground where that is half a km² or more
	 * (a commune, a 1 km cell). Eurostat's limits of 300 and 1,500 (degree of urbanisation), without its contiguous clusters.
	 */
	| { readonly kind: 'density'; readonly density: DensityClass };
export type DensityClass = 'dense' | 'intermediate' | 'sparse';

export interface SupplyAnswer {
	readonly measure: SupplyMeasure;
	readonly unit: SupplyUnit;
	readonly whole: SupplyFigures & EquityFigures;
	readonly otherNeighbours: SupplyFigures | null;
	readonly groups: readonly (SupplyFigures & { readonly group: SupplyGroup; readonly gini: number | null })[];
	readonly communes: readonly (SupplyFigures & { readonly code: InseeCode })[];
	readonly epcis: readonly (SupplyFigures & { readonly code: string })[];
	/** Counted sites, and those of them whose capacity is known: the others offer nothing that is known. */
	readonly countedSites: number;
	readonly sitesWithCapacity: number;
	/** Capacity of these that reaches nobody (2sfca, e2sfca), so that Σ people × access = Σ capacity − this − `margin.capacity`. */
	readonly capacityReachingNobody: number | null;
	/**
	 * People of the margin, who share what they reach as the others do (2sfca, e2sfca). Without neighbours the territory is taken alone: neither
	 * their sites nor their people count. Null where nobody of the margin is known or counts.
	 */
	readonly margin: MarginDemand | null;
}

export interface MarginDemand {
	readonly people: number;
	/** Of these, those without travel times (off the network, or that a matrix does not name): they share nothing. */
	readonly unattachedPeople: number;
	/** Capacity that goes to the others. */
	readonly capacity: number;
}
