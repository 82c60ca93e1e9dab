import type { MedianCase } from './median-case.ts';
import { nearestTwo, renewNearest, type NearestTwo } from './nearest-two.ts';

/**
 * Opens, one at a time, the candidate that lowers the sum most, until p are open; of equal ones, the first. On coverage it is within
 * 1 − 1/e of the best (Nemhauser, Wolsey and Fisher 1978), with nothing fixed.
 * @param open sites open to begin with, the fixed ones among them, at most p
 * @param isEnough asked before each: true ends it sooner
 */
export function greedySites(
	median: MedianCase,
	open: readonly number[],
	isEnough: (state: NearestTwo) => boolean = () => false
): NearestTwo {
	const state = nearestTwo(median, open);
	const gain = new Float64Array(median.siteCount);
	while (state.open.length < median.p && !isEnough(state)) {
		gains(median, state, gain);
		let best = -1;
		for (let candidate = 0; candidate < gain.length; candidate++) {
			if (state.rank[candidate] < 0 && (best < 0 || gain[candidate] > gain[best])) best = candidate;
		}
		state.rank[best] = state.open.length;
		state.open.push(best);
		renewNearest(median, state);
	}
	return state;
}

/** What opening each candidate would take off the sum. */
function gains({ demandCount, first, site, cost }: MedianCase, state: NearestTwo, gain: Float64Array): void {
	gain.fill(0);
	for (let point = 0; point < demandCount; point++) {
		const served = state.cost[point];
		for (let entry = first[point]; entry < first[point + 1] && cost[entry] < served; entry++) {
			gain[site[entry]] += served - cost[entry];
		}
	}
}

/** The fixed sites, in their order. */
export function fixedSites(fixed: Uint8Array): number[] {
	const sites: number[] = [];
	fixed.forEach((isFixed, site) => {
		if (isFixed === 1) sites.push(site);
	});
	return sites;
}
