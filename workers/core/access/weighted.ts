/**
 * The value that at least `share` of the total weight does not exceed (lower weighted quantile: no interpolation, so that the
 * answer is a value somebody has). Entries with NaN or without weight are left out.
 * @returns null when nothing is left
 */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, share: number): number | null {
	const order: number[] = [];
	let total = 0;
	for (let index = 0; index < values.length; index++) {
		if (Number.isNaN(values[index]) || !(weights[index] > 0)) continue;
		order.push(index);
		total += weights[index];
	}
	if (order.length === 0) return null;
	order.sort((a, b) => values[a] - values[b]);
	let sum = 0;
	for (const index of order) {
		sum += weights[index];
		if (sum >= share * total) return values[index];
	}
	return values[order[order.length - 1]];
}
