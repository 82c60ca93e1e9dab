/**
 * The values that at least each of `shares` of the total weight does not exceed (lower weighted quantiles: no interpolation, so that an
 * answer is a value somebody has). Entries with NaN or without weight are left out.
 * @returns one value per share; null when nothing is left
 */
export function weightedQuantiles(
	values: ArrayLike<number>,
	weights: ArrayLike<number>,
	shares: readonly number[]
): number[] | null {
	const order: number[] = [];
	let total = 0;
	for (let index = 0; index < values.length; index++) {
		if (Number.isNaN(values[index]) || !(weights[index] > 0)) continue;
		order.push(index);
		total += weights[index];
	}
	if (order.length === 0) return null;
	order.sort((a, b) => values[a] - values[b]);
	const sums = new Float64Array(order.length);
	order.reduce((sum, index, rank) => (sums[rank] = sum + weights[index]), 0);
	return shares.map((share) => {
		const rank = sums.findIndex((sum) => sum >= share * total);
		return values[order[rank === -1 ? order.length - 1 : rank]];
	});
}

/** The value that at least `share` of the total weight does not exceed, as `weightedQuantiles`; null when nothing is left. */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, share: number): number | null {
	return weightedQuantiles(values, weights, [share])?.[0] ?? null;
}
