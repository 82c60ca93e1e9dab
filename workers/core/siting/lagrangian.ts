import { costOfSites } from './nearest-two.ts';
import { chooseLowest, chooseWithin } from './choose-lowest.ts';
import type { MedianCase } from './median-case.ts';

/** A lower bound being raised, and what it was raised with. */
export interface LagrangianBound {
	/** The highest bound so far: no p sites have a smaller sum. */
	readonly bound: number;
	/** Price of serving each point (the multipliers) at that bound. */
	readonly price: Float64Array;
	/** Reduced cost of opening each candidate at that bound, ≤ 0; with a budget, and what it spends of it. */
	readonly reduced: Float64Array;
	/** One byte per candidate: the sites opened at that bound. */
	readonly chosen: Uint8Array;
}

/** One step of the subgradient. */
export interface LagrangianStep {
	/** The sites that the prices of this step open: a start for a search. */
	readonly chosen: Uint8Array;
	/** Their sum, all points being served. */
	readonly cost: number;
	/** True once the steps have become too small to raise the bound. */
	readonly converged: boolean;
}

/** Steps without a better bound before steps are halved. */
const PATIENCE = 15;
const SMALLEST_STEP = 5e-4;
/** Share of the former direction kept (Crowder 1976): damps the zigzag of the subgradient. */
const MOMENTUM = 0.3;

/**
 * Lagrangian relaxation of "each point is served once" (Cornuéjols, Fisher and Nemhauser 1977): with a price for each point, a candidate is
 * worth Σ min(0, cost − price) over the points, the p best are opened, and the prices plus their worth bound any solution from below. The
 * prices climb by subgradient. What the outside costs caps the prices; a budget has its own, the best at each step. Its limit is the bound of the linear relaxation.
 */
export class Lagrangian {
	readonly #median: MedianCase;
	readonly #price: Float64Array;
	readonly #direction: Float64Array;
	readonly #reduced: Float64Array;
	readonly #chosen: Uint8Array;
	readonly #best: { bound: number; price: Float64Array; reduced: Float64Array; chosen: Uint8Array };
	#size: number;
	#sinceBetter = 0;

	/**
	 * @param price first prices: between what each point costs from its first and its second open site, of a good solution
	 * @param size of the first steps: 1 goes as far as the best solution known says
	 */
	constructor(median: MedianCase, price: Float64Array, size = 1) {
		this.#size = size;
		const { demandCount, siteCount } = median;
		this.#median = median;
		this.#price = price.map((one, point) => Math.min(one, median.outside[point]));
		this.#direction = new Float64Array(demandCount);
		this.#reduced = new Float64Array(siteCount);
		this.#chosen = new Uint8Array(siteCount);
		this.#best = {
			bound: -Infinity,
			price: new Float64Array(demandCount),
			reduced: new Float64Array(siteCount),
			chosen: new Uint8Array(siteCount)
		};
	}

	get best(): LagrangianBound {
		return this.#best;
	}

	/** @param target sum of the best solution known: how far to step */
	step(target: number): LagrangianStep {
		const bound = this.#relax();
		if (bound > this.#best.bound) {
			// A bound that only creeps does not deserve steps as long.
			if (bound - this.#best.bound > 1e-5 * Math.abs(target)) this.#sinceBetter = 0;
			this.#best.bound = bound;
			this.#best.price.set(this.#price);
			this.#best.reduced.set(this.#reduced);
			this.#best.chosen.set(this.#chosen);
		}
		if (++this.#sinceBetter > PATIENCE) {
			this.#size /= 2;
			this.#sinceBetter = 0;
			this.#price.set(this.#best.price);
			this.#direction.fill(0);
			this.#relax();
		}
		const chosen = this.#chosen.slice();
		const cost = costOfSites(this.#median, chosen);
		const isStill = this.#climb(Math.max(target - bound, 1e-6 * Math.abs(target)));
		return { chosen, cost, converged: isStill || this.#size < SMALLEST_STEP };
	}

	/** Opens the best sites at the present prices; returns the bound. */
	#relax(): number {
		const { demandCount, first, site, cost, fixed, p, budget } = this.#median;
		const reduced = this.#reduced.fill(0);
		let bound = 0;
		for (let point = 0; point < demandCount; point++) {
			const price = this.#price[point];
			bound += price;
			for (let entry = first[point]; entry < first[point + 1] && cost[entry] < price; entry++) {
				reduced[site[entry]] += cost[entry] - price;
			}
		}
		if (budget === null) chooseLowest(reduced, fixed, p, this.#chosen);
		else bound -= budget.most * chooseWithin(budget, reduced, fixed, p, this.#chosen);
		for (let candidate = 0; candidate < reduced.length; candidate++) {
			if (this.#chosen[candidate] === 1) bound += reduced[candidate];
		}
		return bound;
	}

	/** Moves the prices: up where nobody serves, down where several do. True where nothing is left to move. */
	#climb(distance: number): boolean {
		const { demandCount, first, site, cost, outside } = this.#median;
		const price = this.#price;
		let norm = 0;
		for (let point = 0; point < demandCount; point++) {
			let served = 0;
			for (let entry = first[point]; entry < first[point + 1] && cost[entry] < price[point]; entry++) {
				served += this.#chosen[site[entry]];
			}
			// At its cap, a point may as well be served from outside.
			const wanted = served === 0 && price[point] >= outside[point] ? 0 : 1 - served;
			const direction = wanted + MOMENTUM * this.#direction[point];
			this.#direction[point] = direction;
			norm += direction * direction;
		}
		if (norm < 1e-12) return true;
		const length = (this.#size * distance) / norm;
		for (let point = 0; point < demandCount; point++) {
			price[point] = Math.max(0, Math.min(outside[point], price[point] + length * this.#direction[point]));
		}
		return false;
	}
}
