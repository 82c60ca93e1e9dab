import type { Slot } from './addable-slots.ts';
import { giftSeconds, giftsOf, type Gifts } from './gifts.ts';
import type { HoursCase } from './hours-case.ts';
import type { Packing } from './packing.ts';
import { binsOf, gainableSeconds } from './relaxed-bins.ts';
import type { UsableWeek } from './usable-week.ts';

/** Steps without a lower bound after which a step is half as long, and the length at which nothing is gained by more of them. */
const PATIENCE = 5;
const SHORTEST_STEP = 1 / 64;
/** A bound lower by less than this share is no lower. */
const LOWER = 1e-5;

const POINTS_AT_ONCE = 512;
/** Shares are whole multiples of one over this: exact in 32 bits, and so are their differences. */
const SHARES = 4096;

/** What a choice of slots can give at most: `rest` and the values of its slots. */
export interface Prices {
	readonly rest: number;
	readonly values: Float64Array;
	/** Slots of most value together. */
	readonly chosen: readonly number[];
	readonly bound: number;
}

/**
 * A bound on what slots can give, by Lagrangian relaxation.
 *
 * Usable time is a union of visits, so each part of somebody's free time counts once, however many sites open in it. The relaxed problem
 * cuts the free time of a point in bins: of bin b, point i gains at most what is left of it (`gainable`), and at most the sum of what each
 * slot chosen gives it. A slot gives all of the bin that the point could spend at its site, however short: slots that touch may make one
 * visit, so the minimum visit, which makes usable time not submodular, is not asked of a slot alone. It also gives what the point could
 * spend in the openings that it touches, where these alone are too short for a visit. So each second of a visit that was not possible
 * before lies in bins that slots chosen give, and the relaxed gain is never below the true one.
 * Each audience has bins of its own. With a price people × share, people weighed and 0 ≤ share ≤ 1, on each second of a bin, for any choice
 * of slots:
 *   Σ people × min(gainable, Σ given) ≤ Σ people × (1 − share) × gainable + Σ over slots chosen of Σ people × share × given,
 * and the last sum is a value of each slot alone, of which `Packing` finds the exact most. Shares move down the subgradient
 * (given − gained) by Polyak's length, each measured by what it can gain.
 */
export class Relaxation {
	readonly #case: HoursCase;
	readonly #slots: readonly Slot[];
	readonly #packing: Packing;
	readonly #gifts: Gifts;
	/** Of point p and bin b at p × bins + b, as the three that follow. */
	readonly #gainable: Float32Array;
	readonly #share: Float32Array;
	/** What the shares moved by since the prices were summed. */
	readonly #moved: Float32Array;
	/** What the slots chosen last give. */
	readonly #given: Float32Array;
	/** Σ people, weighed, × share × given of a bin by a site: site × bins. */
	readonly #prices: Float64Array;
	#length = 1;
	#stepsWithoutGain = 0;
	#best: Prices | null = null;

	constructor(hours: HoursCase, now: UsableWeek, slots: readonly Slot[], packing: Packing) {
		this.#case = hours;
		this.#slots = slots;
		this.#packing = packing;
		this.#gifts = giftsOf(hours, slots, binsOf(hours, slots));
		const { bins, mayChange } = this.#gifts;
		this.#gainable = gainableSeconds(hours, now, bins, mayChange);
		this.#share = this.#gainable.map((seconds) => (seconds > 0 ? 1 : 0));
		this.#moved = this.#share.slice();
		this.#given = new Float32Array(this.#gainable.length);
		this.#prices = new Float64Array(hours.siteCount * bins.count);
	}

	/** The lowest bound so far, in person-seconds, and the prices that prove it; null before the first step. */
	get best(): Prices | null {
		return this.#best;
	}

	/** Whether more steps would not lower the bound by what shows. */
	get isSettled(): boolean {
		return this.#length < SHORTEST_STEP;
	}

	/**
	 * Tightens the bound; answers slots that may be good ones. A generator: each step is a place to pause.
	 * @param gain person-seconds that some choice is known to give
	 */
	*step(gain: number): Generator<void, readonly number[]> {
		yield* this.#sumPrices();
		const values = this.#valuesOfSlots();
		const rest = this.#unpriced();
		const { value, chosen } = this.#packing.best(values);
		const bound = rest + value;
		const isLower = this.#best === null || bound < this.#best.bound * (1 - LOWER);
		if (this.#best === null || bound < this.#best.bound) this.#best = { rest, values, chosen, bound };
		this.#stepsWithoutGain = isLower ? 0 : this.#stepsWithoutGain + 1;
		if (this.#stepsWithoutGain === PATIENCE) [this.#length, this.#stepsWithoutGain] = [this.#length / 2, 0];
		this.#give(chosen);
		this.#moveShares(bound - gain);
		return chosen;
	}

	*#sumPrices(): Generator<void, void> {
		const { pointCount, byPoint, windowStart, windowEnd, windowAudience, minimumSeconds } = this.#case;
		const { bins, mayChange } = this.#gifts;
		for (let point = 0; point < pointCount; point++) {
			if (point % POINTS_AT_ONCE === 0) yield;
			const row = point * bins.count;
			for (let trip = byPoint.first[point]; trip < byPoint.first[point + 1]; trip++) {
				const site = byPoint.other[trip];
				if (mayChange[site] === 0) continue;
				for (let window = 0; window < windowStart.length; window++) {
					const from = windowStart[window] + byPoint.goSeconds[trip];
					const to = windowEnd[window] - byPoint.backSeconds[trip];
					if (to - from < minimumSeconds[window]) continue;
					const people = this.#people(point, windowAudience[window]);
					for (let bin = bins.firstOfWindow[window]; bin < bins.firstOfWindow[window + 1]; bin++) {
						const moved = this.#moved[row + bin];
						if (moved === 0) continue;
						const at = site * bins.count + bin;
						const seconds = giftSeconds(this.#gifts, at, bin, from, to, minimumSeconds[window]);
						this.#prices[at] += people * moved * Math.min(this.#gainable[row + bin], seconds);
					}
				}
			}
		}
	}

	#valuesOfSlots(): Float64Array {
		const { bins, ranges } = this.#gifts;
		const values = new Float64Array(this.#slots.length);
		const sums = new Float64Array(bins.count + 1);
		let summed = -1;
		this.#slots.forEach(({ site }, slot) => {
			if (site !== summed) {
				const row = site * bins.count;
				for (let bin = 0; bin < bins.count; bin++) sums[bin + 1] = sums[bin] + this.#prices[row + bin];
				summed = site;
			}
			const value = ranges[slot].reduce((sum, [from, to]) => sum + sums[to] - sums[from], 0);
			values[slot] = Math.max(0, value);
		});
		return values;
	}

	#unpriced(): number {
		const { pointCount } = this.#case;
		const { count, ofAudience } = this.#gifts.bins;
		let sum = 0;
		for (let point = 0; point < pointCount; point++) {
			for (let audience = 0; audience < ofAudience.length; audience++) {
				let seconds = 0;
				const [from, to] = ofAudience[audience];
				for (let at = point * count + from; at < point * count + to; at++) {
					seconds += this.#gainable[at] * (1 - this.#share[at]);
				}
				sum += this.#people(point, audience) * seconds;
			}
		}
		return sum;
	}

	#give(chosen: readonly number[]): void {
		const { bySite, windowStart, windowEnd, windowAudience, minimumSeconds } = this.#case;
		const { bins, ranges } = this.#gifts;
		this.#given.fill(0);
		for (const slot of chosen) {
			const { site } = this.#slots[slot];
			for (let trip = bySite.first[site]; trip < bySite.first[site + 1]; trip++) {
				const row = bySite.other[trip] * bins.count;
				for (let window = 0; window < windowStart.length; window++) {
					const from = windowStart[window] + bySite.goSeconds[trip];
					const to = windowEnd[window] - bySite.backSeconds[trip];
					if (to - from < minimumSeconds[window]) continue;
					const [first, end] = ranges[slot][windowAudience[window]];
					const last = Math.min(end, bins.firstOfWindow[window + 1]);
					for (let bin = Math.max(first, bins.firstOfWindow[window]); bin < last; bin++) {
						const at = site * bins.count + bin;
						const seconds = giftSeconds(this.#gifts, at, bin, from, to, minimumSeconds[window]);
						this.#given[row + bin] += Math.min(this.#gainable[row + bin], seconds);
					}
				}
			}
		}
	}

	/** @param above by how much the bound is above what is known to be had */
	#moveShares(above: number): void {
		const { pointCount } = this.#case;
		const { count, audience } = this.#gifts.bins;
		let square = 0;
		for (let point = 0; point < pointCount; point++) {
			for (let bin = 0; bin < count; bin++) {
				const at = point * count + bin;
				const over = this.#over(at);
				if (over !== 0) square += (this.#people(point, audience[bin]) * over * over) / this.#gainable[at];
			}
		}
		const step = square > 0 ? (this.#length * Math.max(0, above)) / square : 0;
		for (let at = 0; at < this.#share.length; at++) {
			const before = this.#share[at];
			const over = this.#over(at);
			if (over !== 0) {
				const share = Math.min(1, Math.max(0, before - (step * over) / this.#gainable[at]));
				this.#share[at] = Math.round(share * SHARES) / SHARES;
			}
			this.#moved[at] = this.#share[at] - before;
		}
	}

	/** Of an audience at a point, weighed. */
	#people(point: number, audience: number): number {
		return this.#case.weighedPeople[point * this.#case.audienceCount + audience];
	}

	/** By how much more is given of a bin than gained, in seconds; at the highest share, as much is gained as is given. */
	#over(at: number): number {
		if (this.#gainable[at] === 0) return 0;
		const over = this.#given[at] - this.#gainable[at];
		return over < 0 && this.#share[at] === 1 ? 0 : over;
	}
}
