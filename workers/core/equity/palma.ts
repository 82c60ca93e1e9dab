import { amountShare, lorenzCurve } from './lorenz.ts';

const BEST_SERVED = 0.1;
const WORST_SERVED = 0.4;

/**
 * Palma ratio: the share of the whole held by the 10 % of people who have most, over that of the 40 % who have least (Palma 2011,
 * Development and Change 42; Cobham & Sumner 2013). 0.25 where all have the same. People are ranked by the value itself, not by income.
 * @param values what one person has, ≥ 0; entries that are not finite are left out
 * @param people weight of each value; entries without weight, or NaN, are left out
 * @returns null where nobody is left, or the 40 % with least have nothing: the ratio is then not defined
 */
export function palmaRatio(values: ArrayLike<number>, people: ArrayLike<number>): number | null {
	const curve = lorenzCurve(values, people);
	if (curve === null) return null;
	const least = amountShare(curve, WORST_SERVED);
	return least > 0 ? (1 - amountShare(curve, 1 - BEST_SERVED)) / least : null;
}
