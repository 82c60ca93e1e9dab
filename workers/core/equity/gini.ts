import { lorenzCurve } from './lorenz.ts';

/**
 * Gini index of a distribution between people: twice the area between the Lorenz curve and the line of equality, which is also
 * Σ_i Σ_k P_i P_k |x_i − x_k| / (2 (ΣP)² mean). 0 where all have the same, near 1 where one has all. No correction for small samples:
 * these are all the people, not a draw.
 * @param values what one person has, ≥ 0; entries that are not finite are left out
 * @param people weight of each value; entries without weight, or NaN, are left out
 * @returns null where nobody is left, or nobody has anything
 */
export function giniIndex(values: ArrayLike<number>, people: ArrayLike<number>): number | null {
	const curve = lorenzCurve(values, people);
	if (curve === null) return null;
	let twiceArea = 0;
	for (let vertex = 1; vertex < curve.people.length; vertex++) {
		const width = curve.people[vertex] - curve.people[vertex - 1];
		twiceArea += width * (curve.amount[vertex] + curve.amount[vertex - 1]);
	}
	// The last bits of the sums may make equality a hair less than nothing.
	return Math.max(0, 1 - twiceArea);
}
