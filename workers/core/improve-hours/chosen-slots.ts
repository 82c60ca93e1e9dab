import { lengthOf, type Slot } from './addable-slots.ts';
import { UsableWeek } from './usable-week.ts';

/** What may be added in all and at one site, in minutes a week. */
export interface Limits {
	readonly minutes: number;
	readonly siteMinutes: number;
}

/** Slots chosen so far, and the week that they make. */
export class ChosenSlots {
	readonly #slots: readonly Slot[];
	readonly #limits: Limits;
	readonly #chosen: number[] = [];
	readonly #minutesOfSite = new Map<number, number>();
	#minutes = 0;
	readonly week: UsableWeek;

	/** @param ranks of slots already chosen: they fit together */
	constructor(before: UsableWeek, slots: readonly Slot[], limits: Limits, ranks: readonly number[] = []) {
		this.week = new UsableWeek(before);
		this.#slots = slots;
		this.#limits = limits;
		for (const rank of ranks) this.take(rank);
	}

	get ranks(): readonly number[] {
		return this.#chosen;
	}

	/** Whether a slot can be had with those chosen. */
	fits(rank: number): boolean {
		const slot = this.#slots[rank];
		const length = lengthOf(slot);
		if (this.#minutes + length > this.#limits.minutes) return false;
		if ((this.#minutesOfSite.get(slot.site) ?? 0) + length > this.#limits.siteMinutes) return false;
		return this.#chosen.every((other) => {
			const { site, start, end } = this.#slots[other];
			return site !== slot.site || end <= slot.start || start >= slot.end;
		});
	}

	/** Person-seconds that a slot would add. */
	gain(rank: number): number {
		const { site, start, end } = this.#slots[rank];
		return this.week.gain(site, start, end);
	}

	take(rank: number): void {
		const slot = this.#slots[rank];
		this.week.add(slot.site, slot.start, slot.end);
		this.#chosen.push(rank);
		this.#minutes += lengthOf(slot);
		this.#minutesOfSite.set(slot.site, (this.#minutesOfSite.get(slot.site) ?? 0) + lengthOf(slot));
	}

	/** Whether a slot touches one of those chosen at its site: together they may give more than each alone. */
	touches(rank: number, other: number): boolean {
		const [one, beside] = [this.#slots[rank], this.#slots[other]];
		return one.site === beside.site && one.start <= beside.joinedEnd && beside.joinedStart <= one.end;
	}
}
