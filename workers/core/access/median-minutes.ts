import { MINUTES_PER_WEEK } from '#domain/units.ts';

/**
 * Minutes a week that at least half of the people of each group have: the largest number that half of the weight reaches or
 * exceeds (no interpolation: somebody has it). The same as the lower weighted quantile of the negated minutes, for all groups in one pass.
 * @param minutes one whole number per demand point, 0 … 10080; not written any more, what is read of it is kept
 * @param people one weight per demand point; NaN (not given) and 0 are left out
 * @param attached one byte per demand point; 0 is left out
 * @param group index of each demand point's group, −1 for none
 * @returns one value per group; NaN where nobody is left
 */
export function medianMinutesByGroup(
	minutes: Uint16Array | Uint32Array,
	people: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number
): Float64Array {
	const total = new Float64Array(groupCount);
	for (let point = 0; point < minutes.length; point++) {
		if (group[point] >= 0 && attached[point] === 1 && people[point] > 0) total[group[point]] += people[point];
	}
	const median = new Float64Array(groupCount).fill(NaN);
	const sum = new Float64Array(groupCount);
	const order = orderOf(minutes);
	let groupsLeft = 0;
	for (let each = 0; each < groupCount; each++) if (total[each] > 0) groupsLeft++;
	for (let rank = 0; rank < order.length && groupsLeft > 0; rank++) {
		const point = order[rank];
		const to = group[point];
		if (to < 0 || attached[point] === 0 || !(people[point] > 0) || !Number.isNaN(median[to])) continue;
		sum[to] += people[point];
		if (sum[to] < total[to] / 2) continue;
		median[to] = minutes[point];
		groupsLeft--;
	}
	return median;
}

const orders = new WeakMap<Uint16Array | Uint32Array, Uint32Array>();

/** `byFallingMinutes`, told once of the same minutes: they are asked for one set of groups after the other. */
function orderOf(minutes: Uint16Array | Uint32Array): Uint32Array {
	const order = orders.get(minutes) ?? byFallingMinutes(minutes);
	orders.set(minutes, order);
	return order;
}

/** Demand points by falling minutes, in their own order where equal (counting sort). */
function byFallingMinutes(minutes: Uint16Array | Uint32Array): Uint32Array {
	const next = new Uint32Array(MINUTES_PER_WEEK + 2);
	for (let point = 0; point < minutes.length; point++) next[MINUTES_PER_WEEK - minutes[point] + 1]++;
	for (let rank = 1; rank < next.length; rank++) next[rank] += next[rank - 1];
	const order = new Uint32Array(minutes.length);
	for (let point = 0; point < minutes.length; point++) order[next[MINUTES_PER_WEEK - minutes[point]]++] = point;
	return order;
}
