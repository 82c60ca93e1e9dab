/** What a site offers: its weekly hours, its surface in m², or the one times the other. */
export type Capacity = 'hours' | 'surface' | 'hours-surface';
export const CAPACITIES: readonly Capacity[] = ['hours', 'surface', 'hours-surface'];

/**
 * How supply is held against demand, all within the cutoff of the question:
 * - `2sfca`: each site's capacity shared among all people within the cutoff, added up over the sites in reach (Luo & Wang 2003);
 * - `e2sfca`: the same, weighted 1 / 0.68 / 0.22 up to 10 / 20 / 30 minutes, whatever the cutoff (Luo & Qi 2009);
 * - `gravity`: capacities added up, each lessened by e^(−0.1 t), t in minutes: nobody else shares them;
 * - `cumulative`: capacities of the sites within the cutoff, added up;
 * - `nearest`: minutes to the n-th closest counted site, whatever the cutoff.
 */
export type SupplyMethod = '2sfca' | 'e2sfca' | 'gravity' | 'cumulative' | 'nearest';
export const SUPPLY_METHODS: readonly SupplyMethod[] = ['e2sfca', '2sfca', 'gravity', 'cumulative', 'nearest'];

export interface SupplyMeasure {
	readonly method: SupplyMethod;
	/** Not used by `nearest`. */
	readonly capacity: Capacity;
	/** The n of the n-th closest; of `nearest` alone. */
	readonly rank: NearestRank;
}

export const NEAREST_RANKS = [1, 2, 3] as const;
export type NearestRank = (typeof NEAREST_RANKS)[number];

/** Decay of `gravity`, per minute: at 7 minutes a site counts for half. A convention of this project. */
export const GRAVITY_DECAY_PER_MINUTE = 0.1;
