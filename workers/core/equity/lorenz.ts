/**
 * Cumulative shares of people, those with least first, and of what they have: from (0, 0) to (1, 1), convex. One vertex per distinct value.
 */
export interface LorenzCurve {
	readonly people: Float64Array;
	readonly amount: Float64Array;
}

/**
 * The Lorenz curve of a distribution (Lorenz 1905, Publications of the American Statistical Association 9).
 * @param values what one person has, ≥ 0; entries that are not finite are left out
 * @param people weight of each value; entries without weight, or NaN, are left out
 * @returns null where nobody is left, or nobody has anything: shares of nothing are not defined
 */
export function lorenzCurve(values: ArrayLike<number>, people: ArrayLike<number>): LorenzCurve | null {
	const order: number[] = [];
	for (let index = 0; index < values.length; index++) {
		if (people[index] > 0 && Number.isFinite(values[index])) order.push(index);
	}
	order.sort((a, b) => values[a] - values[b]);
	const peopleSums = [0];
	const amountSums = [0];
	let peopleSum = 0;
	let amountSum = 0;
	order.forEach((index, rank) => {
		peopleSum += people[index];
		amountSum += people[index] * values[index];
		if (values[order[rank + 1]] === values[index]) return;
		peopleSums.push(peopleSum);
		amountSums.push(amountSum);
	});
	if (!(amountSum > 0)) return null;
	return {
		people: Float64Array.from(peopleSums, (sum) => sum / peopleSum),
		amount: Float64Array.from(amountSums, (sum) => sum / amountSum)
	};
}

/**
 * Share of the whole held by the `peopleShare` (0 … 1) of people with least: linear between the vertices of the curve, as the people of one
 * value all have the same.
 */
export function amountShare({ people, amount }: LorenzCurve, peopleShare: number): number {
	const after = people.findIndex((share) => share >= peopleShare);
	if (after <= 0) return amount[0];
	const along = (peopleShare - people[after - 1]) / (people[after] - people[after - 1]);
	return amount[after - 1] + along * (amount[after] - amount[after - 1]);
}

/**
 * The curve through some of its own vertices, for drawing: its ends and, between, the first past each of even steps of the share of people.
 * @param most vertices wanted, at least 2
 */
export function thinnedCurve(curve: LorenzCurve, most: number): LorenzCurve {
	const last = curve.people.length - 1;
	if (last < most) return curve;
	const stepOf = (vertex: number) => Math.floor(curve.people[vertex] * (most - 2));
	const kept = [0];
	for (let vertex = 1; vertex < last; vertex++) {
		if (stepOf(vertex) > stepOf(kept[kept.length - 1])) kept.push(vertex);
	}
	kept.push(last);
	return {
		people: Float64Array.from(kept, (vertex) => curve.people[vertex]),
		amount: Float64Array.from(kept, (vertex) => curve.amount[vertex])
	};
}
