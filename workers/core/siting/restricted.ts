import type { MedianCase } from './median-case.ts';
import { CLOSED, OPEN, type Narrowed } from './narrowing.ts';

/** A case with the choices already made taken out of it. */
export interface RestrictedCase {
	readonly median: MedianCase;
	/** Candidate of the former case that each of its own stands for. */
	readonly origin: Uint32Array;
}

/**
 * The case that is left once sites are open or closed: without the closed ones, each point's candidates up to its first open one, or to the
 * dearest that a better solution may use.
 * @returns null where a point is left without candidate, or p cannot be reached
 */
export function restricted(median: MedianCase, { state, dearest }: Narrowed): RestrictedCase | null {
	const rankOf = new Int32Array(median.siteCount).fill(-1);
	const origin: number[] = [];
	let openCount = 0;
	state.forEach((one, site) => {
		if (one === OPEN) openCount++;
		if (one !== CLOSED) rankOf[site] = origin.push(site) - 1;
	});
	if (openCount > median.p || origin.length < median.p) return null;
	const first = new Uint32Array(median.demandCount + 1);
	const site = new Uint32Array(median.site.length);
	const cost = new Float64Array(median.site.length);
	let length = 0;
	for (let point = 0; point < median.demandCount; point++) {
		for (let entry = median.first[point]; entry < median.first[point + 1]; entry++) {
			if (median.cost[entry] > dearest[point]) break;
			const rank = rankOf[median.site[entry]];
			if (rank < 0) continue;
			site[length] = rank;
			cost[length++] = median.cost[entry];
			if (state[median.site[entry]] === OPEN) break;
		}
		first[point + 1] = length;
		if (median.everyoneServed && length === first[point]) return null;
	}
	return {
		median: {
			...median,
			siteCount: origin.length,
			first,
			site: site.slice(0, length),
			cost: cost.slice(0, length),
			fixed: Uint8Array.from(origin, (one) => (state[one] === OPEN ? 1 : 0))
		},
		origin: Uint32Array.from(origin)
	};
}
