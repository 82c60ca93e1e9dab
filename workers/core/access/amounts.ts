/**
 * Demand points by rising value, in their own order where equal; those that are left out, or have no known value (NaN), are not in it.
 * @param values one per demand point; Infinity where nothing is reached
 * @param included one byte per demand point, 1 where it counts
 */
export function byRisingValue(values: Float64Array, included: Uint8Array): Uint32Array {
	const points: number[] = [];
	for (let point = 0; point < values.length; point++) {
		if (included[point] === 1 && !Number.isNaN(values[point])) points.push(point);
	}
	return Uint32Array.from(points.sort((one, other) => values[one] - values[other] || one - other));
}

/** What the people of each group have. */
export interface AmountsByGroup {
	/** People whose value is known. */
	readonly people: Float64Array;
	/** Of these, those who have the value that is none. */
	readonly without: Float64Array;
	/** Value of half of the people, or better (no interpolation: somebody has it); NaN of nobody. */
	readonly median: Float64Array;
	/** Mean over those whose value is finite; NaN where nobody's is. */
	readonly mean: Float64Array;
}

/**
 * Sums up the values of people by group of demand points, in one pass over all groups.
 * @param rising from `byRisingValue`
 * @param people one weight per demand point; NaN (not given) and 0 are left out
 * @param group index of each demand point's group, −1 for none
 * @param best `most`: a high value is the best and 0 is none; `least`: a low one is, and Infinity is none
 */
export function amountsByGroup(
	values: Float64Array,
	rising: Uint32Array,
	people: Float64Array,
	group: Int32Array | Uint32Array,
	groupCount: number,
	best: 'most' | 'least'
): AmountsByGroup {
	const [all, without, finite] = sums(groupCount, 3);
	const [amount, better] = sums(groupCount, 2);
	const none = best === 'most' ? 0 : Infinity;
	for (const point of rising) {
		const to = group[point];
		if (to < 0 || !(people[point] > 0)) continue;
		all[to] += people[point];
		if (values[point] === none) without[to] += people[point];
		if (values[point] === Infinity) continue;
		finite[to] += people[point];
		amount[to] += people[point] * values[point];
	}
	const median = new Float64Array(groupCount).fill(NaN);
	for (let rank = 0; rank < rising.length; rank++) {
		const point = rising[best === 'most' ? rising.length - 1 - rank : rank];
		const to = group[point];
		if (to < 0 || !(people[point] > 0) || !Number.isNaN(median[to])) continue;
		better[to] += people[point];
		if (better[to] >= all[to] / 2) median[to] = values[point];
	}
	return {
		people: all,
		without,
		median,
		mean: amount.map((sum, index) => (finite[index] > 0 ? sum / finite[index] : NaN))
	};
}

const sums = (count: number, howMany: number) => Array.from({ length: howMany }, () => new Float64Array(count));
