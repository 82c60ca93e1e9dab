/** The sums of one set of people in another order differ by less, relatively: far less than one person of any territory. */
const ROUNDING = 1e-9;

/**
 * The share that some people are of all, both sums of fractions of people: exactly 1 where only the rounding of the sums tells them
 * apart, so that everybody is said to be everybody.
 * @returns 0–1; null of nobody
 */
export function shareOf(people: number, all: number): number | null {
	if (!(all > 0)) return null;
	return Math.abs(all - people) <= ROUNDING * all ? 1 : people / all;
}
