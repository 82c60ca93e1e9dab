import type { NearFirst } from './near-first.ts';

/**
 * A choice of p sites among candidates at the least sum of costs, each demand point being served by the nearest open site, or from outside
 * at a price. The p-median is one (no outside: its price is above any solution's); so is the maximal covering location problem
 * (sites within the cutoff cost nothing, outside costs the people), whose sum is the people not covered.
 */
export interface MedianCase {
	readonly demandCount: number;
	readonly siteCount: number;
	/** demandCount + 1 offsets. */
	readonly first: Uint32Array;
	/** Candidates that serve each point, by rising cost; where they cost the same, the nearest first, then the first. */
	readonly site: Uint32Array;
	/** Cost of serving all the people of the point from that candidate. */
	readonly cost: Float64Array;
	/** Cost of leaving each point to the outside, at least that of its dearest candidate. */
	readonly outside: Float64Array;
	/** True where a point left to the outside is no solution, its price being only a penalty. */
	readonly everyoneServed: boolean;
	/** One byte per candidate, 1 where it is open whatever else is. */
	readonly fixed: Uint8Array;
	/** Sites to open, the fixed ones among them. */
	readonly p: number;
	/** True where every solution's sum is a whole number: a bound can be rounded up. */
	readonly whole: boolean;
	/** What the sites cost together at most; null: no limit. Of the limits of a choice, bounds know this one and the number. */
	readonly budget: SitesBudget | null;
}

export interface SitesBudget {
	/** By candidate, ≥ 0; 0 for the fixed ones. */
	readonly cost: Float64Array;
	readonly most: number;
}

/** Σ people × value, the p-median (Hakimi 1964). */
export function medianCase(pairs: NearFirst, people: Float64Array, fixed: Uint8Array, p: number): MedianCase {
	const demandCount = people.length;
	const cost = new Float64Array(pairs.value.length);
	let whole = true;
	let dearest = 0;
	for (let point = 0; point < demandCount; point++) {
		const end = pairs.first[point + 1];
		for (let entry = pairs.first[point]; entry < end; entry++) {
			cost[entry] = people[point] * pairs.value[entry];
			whole = whole && Number.isInteger(cost[entry]);
		}
		if (end > pairs.first[point]) dearest += cost[end - 1];
	}
	return {
		demandCount,
		siteCount: fixed.length,
		first: pairs.first,
		site: pairs.site,
		cost,
		outside: new Float64Array(demandCount).fill(dearest + 1),
		everyoneServed: true,
		fixed,
		p,
		whole: whole && dearest < Number.MAX_SAFE_INTEGER,
		budget: null
	};
}

/**
 * People who stay beyond the cutoff, to be as few as possible: the maximal covering location problem (Church and ReVelle 1974).
 * @param cutoff inclusive
 */
export function coverageCase(
	pairs: NearFirst,
	people: Float64Array,
	fixed: Uint8Array,
	p: number,
	cutoff: number
): MedianCase {
	const { first, site } = within(pairs, cutoff);
	return {
		demandCount: people.length,
		siteCount: fixed.length,
		first,
		site,
		cost: new Float64Array(site.length),
		outside: people,
		everyoneServed: false,
		fixed,
		p,
		whole: people.every(Number.isInteger),
		budget: null
	};
}

/** The pairs at a cost of `cutoff` at most: candidates of each point, the nearest first. */
export function within(pairs: NearFirst, cutoff: number): { readonly first: Uint32Array; readonly site: Uint32Array } {
	const demandCount = pairs.first.length - 1;
	const first = new Uint32Array(demandCount + 1);
	const site = new Uint32Array(pairs.site.length);
	let length = 0;
	for (let point = 0; point < demandCount; point++) {
		for (let entry = pairs.first[point]; entry < pairs.first[point + 1] && pairs.value[entry] <= cutoff; entry++) {
			site[length++] = pairs.site[entry];
		}
		first[point + 1] = length;
	}
	return { first, site: site.slice(0, length) };
}
