/**
 * Poverty index of Foster, Greer & Thorbecke (1984, Econometrica 52): the mean over all people of ((line − x) / line)^aversion, those at
 * the line or above counting 0. Aversion 0: share of people below the line; 1: their mean gap too; 2: the deepest gaps weigh most.
 * @param values what one person has, ≥ 0; NaN is left out
 * @param people weight of each value; entries without weight, or NaN, are left out
 * @param line > 0, in the unit of the values: below it (strictly) one lacks
 * @returns 0 … 1; null where nobody is left
 */
export function fgtIndex(
	values: ArrayLike<number>,
	people: ArrayLike<number>,
	line: number,
	aversion: 0 | 1 | 2
): number | null {
	let all = 0;
	let gaps = 0;
	for (let index = 0; index < values.length; index++) {
		if (!(people[index] > 0) || Number.isNaN(values[index])) continue;
		all += people[index];
		if (values[index] < line) gaps += people[index] * ((line - values[index]) / line) ** aversion;
	}
	return all > 0 ? gaps / all : null;
}
