import { lengthOf, type Slot } from './addable-slots.ts';

/** Lengths are counted in quarters of an hour, rounded down: what is asked for is never cut short by it. */
const UNIT_MINUTES = 15;

/** Slots of one site, from `first` on; the next ones are of the next site. */
interface SiteSlots {
	readonly first: number;
	readonly end: number;
}

/**
 * Slots that can be had together: none overlaps another of its site, a site has so many minutes at most, all together have so many at
 * most. Finds the ones of most value, values being added up: dynamic programming over each site's slots by their start, then over sites.
 */
export class Packing {
	readonly #slots: readonly Slot[];
	readonly #minutes: number;
	readonly #siteMinutes: number;
	readonly #sites: readonly SiteSlots[];
	readonly #units: Int32Array;
	/** Of each slot, the first later one of its site that begins when it ends or after. */
	readonly #next: Int32Array;
	/** Units of all, of one site. */
	readonly #capacity: number;
	readonly #siteCapacity: number;
	/** Most value of the slots of a site from this one on, by units of the site left: slot × (siteCapacity + 1). */
	readonly #within: Float64Array;
	/** Most value of all sites from this one on, by units left: (sites + 1) × (capacity + 1). */
	readonly #from: Float64Array;

	/** @param slots by site, then by start */
	constructor(slots: readonly Slot[], minutes: number, siteMinutes: number) {
		this.#slots = slots;
		this.#minutes = minutes;
		this.#siteMinutes = Math.min(siteMinutes, minutes);
		this.#sites = sitesOf(slots);
		this.#units = Int32Array.from(slots, (slot) => Math.floor(lengthOf(slot) / UNIT_MINUTES));
		this.#capacity = Math.floor(minutes / UNIT_MINUTES);
		this.#siteCapacity = Math.floor(this.#siteMinutes / UNIT_MINUTES);
		this.#next = nextOf(slots, this.#sites);
		this.#within = new Float64Array(slots.length * (this.#siteCapacity + 1));
		this.#from = new Float64Array((this.#sites.length + 1) * (this.#capacity + 1));
	}

	/** Ranks of slots of most value together, and their value. No slots that can be had together are worth more. */
	best(values: Float64Array): { readonly value: number; readonly chosen: readonly number[] } {
		this.#solve(values);
		const chosen: number[] = [];
		let left = this.#capacity;
		for (let site = 0; site < this.#sites.length; site++) {
			const given = this.#unitsGiven(site, left);
			this.#trace(site, given, chosen);
			left -= given;
		}
		return { value: this.#from[this.#capacity], chosen };
	}

	/**
	 * Tries all slots that can be had together and may be worth more than `needed`, by these values, in the same order each time. Each step
	 * is a place to pause.
	 * @param needed asked again at each step: it may rise
	 * @param tries told of slots that are worth more
	 * @param isOver asked at each step: true gives up
	 * @returns whether all were tried
	 */
	*tryAll(
		values: Float64Array,
		needed: () => number,
		tries: (chosen: readonly number[]) => void,
		isOver: () => boolean
	): Generator<void, boolean> {
		this.#solve(values);
		const [sites, chosen]: [readonly SiteSlots[], number[]] = [this.#sites, []];
		const tryFrom = function* (
			packing: Packing,
			at: { readonly site: number; readonly slot: number; readonly value: number; readonly minutes: number },
			ofSite: number
		): Generator<void, boolean> {
			for (let [site, slot, taken] = [at.site, at.slot, ofSite]; site < sites.length; site++, taken = 0) {
				for (slot = Math.max(slot, sites[site].first); slot < sites[site].end; slot++) {
					if (isOver()) return false;
					if (at.value + packing.#mostLeft(site, slot, at.minutes, taken) <= needed()) return true;
					const length = lengthOf(packing.#slots[slot]);
					if (at.minutes + length > packing.#minutes || taken + length > packing.#siteMinutes) continue;
					chosen.push(slot);
					const after = { value: at.value + values[slot], minutes: at.minutes + length };
					const wentOn = yield* tryFrom(packing, { site, slot: packing.#next[slot], ...after }, taken + length);
					chosen.pop();
					if (!wentOn) return false;
				}
			}
			if (at.value > needed()) tries(chosen);
			yield;
			return true;
		};
		return yield* tryFrom(this, { site: 0, slot: 0, value: 0, minutes: 0 }, 0);
	}

	/** Most value that can be had from this slot on, so many minutes being taken in all and at its site. */
	#mostLeft(site: number, slot: number, minutes: number, ofSite: number): number {
		const left = Math.floor((this.#minutes - minutes) / UNIT_MINUTES);
		const leftOfSite = Math.min(this.#siteCapacity, Math.floor((this.#siteMinutes - ofSite) / UNIT_MINUTES));
		return this.#mostFrom(site, slot, leftOfSite, left);
	}

	#solve(values: Float64Array): void {
		for (let site = this.#sites.length - 1; site >= 0; site--) {
			this.#solveWithin(site, values);
			this.#solveFrom(site);
		}
	}

	#solveWithin(site: number, values: Float64Array): void {
		const { first, end } = this.#sites[site];
		const row = this.#siteCapacity + 1;
		const within = this.#within;
		for (let slot = end - 1; slot >= first; slot--) {
			const next = this.#next[slot];
			for (let left = 0; left < row; left++) {
				const without = slot + 1 < end ? within[(slot + 1) * row + left] : 0;
				const units = this.#units[slot];
				const after = units <= left && next < end ? within[next * row + left - units] : 0;
				within[slot * row + left] = units <= left ? Math.max(without, values[slot] + after) : without;
			}
		}
	}

	#solveFrom(site: number): void {
		const row = this.#capacity + 1;
		for (let left = 0; left < row; left++) {
			this.#from[site * row + left] = this.#mostFrom(site, this.#sites[site].first, this.#siteCapacity, left);
		}
	}

	/** Most value of a site's slots from this one on and of the later sites. */
	#mostFrom(site: number, slot: number, leftOfSite: number, left: number): number {
		const later = (site + 1) * (this.#capacity + 1);
		const within = slot * (this.#siteCapacity + 1);
		let most = 0;
		for (let units = Math.min(leftOfSite, left); units >= 0; units--) {
			most = Math.max(most, this.#within[within + units] + this.#from[later + left - units]);
		}
		return most;
	}

	/** The fewest units with which a site does its part of the best. */
	#unitsGiven(site: number, left: number): number {
		const most = this.#from[site * (this.#capacity + 1) + left];
		const later = (site + 1) * (this.#capacity + 1);
		const within = this.#sites[site].first * (this.#siteCapacity + 1);
		for (let units = 0; units < Math.min(this.#siteCapacity, left); units++) {
			if (this.#within[within + units] + this.#from[later + left - units] === most) return units;
		}
		return Math.min(this.#siteCapacity, left);
	}

	#trace(site: number, units: number, into: number[]): void {
		const { first, end } = this.#sites[site];
		const row = this.#siteCapacity + 1;
		let left = units;
		for (let slot = first; slot < end;) {
			const without = slot + 1 < end ? this.#within[(slot + 1) * row + left] : 0;
			if (this.#units[slot] <= left && this.#within[slot * row + left] > without) {
				into.push(slot);
				left -= this.#units[slot];
				slot = this.#next[slot];
			} else slot++;
		}
	}
}

function sitesOf(slots: readonly Slot[]): SiteSlots[] {
	const sites: SiteSlots[] = [];
	for (let first = 0; first < slots.length;) {
		let end = first;
		while (end < slots.length && slots[end].site === slots[first].site) end++;
		sites.push({ first, end });
		first = end;
	}
	return sites;
}

function nextOf(slots: readonly Slot[], sites: readonly SiteSlots[]): Int32Array {
	const next = new Int32Array(slots.length);
	for (const { first, end } of sites) {
		for (let slot = first; slot < end; slot++) {
			let after = slot + 1;
			while (after < end && slots[after].start < slots[slot].end) after++;
			next[slot] = after;
		}
	}
	return next;
}
