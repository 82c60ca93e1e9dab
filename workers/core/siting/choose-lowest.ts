import type { SitesBudget } from './median-case.ts';

/** Halvings of the price of a budget: its digits are then those of the sums. */
const HALVINGS = 40;

/** Marks the fixed candidates and the lowest of the others, p in all; of equal ones, the first. */
export function chooseLowest(reduced: Float64Array, fixed: Uint8Array, p: number, chosen: Uint8Array): void {
	chosen.set(fixed);
	const free: number[] = [];
	let count = 0;
	fixed.forEach((isFixed, candidate) => (isFixed === 1 ? count++ : free.push(candidate)));
	const levels = Float64Array.from(free, (candidate) => reduced[candidate]).sort();
	const level = p > count ? levels[p - count - 1] : -Infinity;
	for (const candidate of free) {
		if (reduced[candidate] >= level) continue;
		chosen[candidate] = 1;
		count++;
	}
	for (const candidate of free) {
		if (count >= p) break;
		if (reduced[candidate] !== level) continue;
		chosen[candidate] = 1;
		count++;
	}
}

/**
 * Marks the fixed candidates and those worth opening at the price of money that makes them keep to the budget, p in all at most.
 * @param reduced of each candidate; what it spends at that price is added
 * @returns the price, 0 where the budget limits nothing. Reduced costs chosen less price × budget bound any affordable choice from below,
 * whatever the price: at this one they do best
 */
export function chooseWithin(
	{ cost, most }: SitesBudget,
	reduced: Float64Array,
	fixed: Uint8Array,
	p: number,
	chosen: Uint8Array
): number {
	const worth = new Float64Array(reduced.length);
	const spentAt = (price: number) => {
		for (let site = 0; site < worth.length; site++) worth[site] = reduced[site] + price * cost[site];
		chooseLowest(worth, fixed, p, chosen);
		let spent = 0;
		for (let site = 0; site < worth.length; site++) {
			if (fixed[site] === 0 && worth[site] >= 0) chosen[site] = 0;
			if (chosen[site] === 1) spent += cost[site];
		}
		return spent;
	};
	let high = 0;
	if (spentAt(0) > most) {
		let low = 0;
		high = highestPrice(cost, reduced);
		for (let halving = 0; halving < HALVINGS; halving++) {
			const price = (low + high) / 2;
			if (spentAt(price) > most) low = price;
			else high = price;
		}
		spentAt(high);
	}
	reduced.set(worth);
	return high;
}

/** A price at which no candidate that costs something is worth opening. */
function highestPrice(cost: Float64Array, reduced: Float64Array): number {
	let highest = 0;
	for (let site = 0; site < cost.length; site++) {
		if (cost[site] > 0) highest = Math.max(highest, -reduced[site] / cost[site]);
	}
	return highest;
}
