import type { MedianCase } from './median-case.ts';

/** The same case without the pairs that serve nobody better than the nearest site that stays open: most of them, where many stay. */
export function withoutUselessPairs(median: MedianCase): MedianCase {
	const { demandCount, fixed } = median;
	const first = new Uint32Array(demandCount + 1);
	const site = new Uint32Array(median.site.length);
	const cost = new Float64Array(median.site.length);
	let length = 0;
	for (let point = 0; point < demandCount; point++) {
		const end = median.first[point + 1];
		let staying = median.first[point];
		while (staying < end && fixed[median.site[staying]] === 0) staying++;
		const most = staying < end ? median.cost[staying] : Infinity;
		for (let entry = median.first[point]; entry < staying && median.cost[entry] < most; entry++) {
			site[length] = median.site[entry];
			cost[length++] = median.cost[entry];
		}
		if (staying < end) {
			site[length] = median.site[staying];
			cost[length++] = most;
		}
		first[point + 1] = length;
	}
	return { ...median, first, site: site.slice(0, length), cost: cost.slice(0, length) };
}
