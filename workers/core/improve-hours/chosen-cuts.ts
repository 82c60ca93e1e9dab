import type { Limits } from './chosen-slots.ts';
import { withoutCut, type Cut } from './removable-cuts.ts';
import { UsableWeek } from './usable-week.ts';

const lengthOf = ({ start, end }: Cut) => end - start;

/** Cuts made so far, and the week that they leave. */
export class ChosenCuts {
	readonly #cuts: readonly Cut[];
	readonly #limits: Limits;
	readonly #chosen: number[] = [];
	readonly #minutesOfSite = new Map<number, number>();
	readonly week: UsableWeek;
	/** Minutes a week taken away. */
	minutes = 0;

	/** @param ranks of cuts already made */
	constructor(before: UsableWeek, cuts: readonly Cut[], limits: Limits, ranks: readonly number[] = []) {
		this.week = new UsableWeek(before);
		this.#cuts = cuts;
		this.#limits = limits;
		for (const rank of ranks) this.take(rank);
	}

	get ranks(): readonly number[] {
		return this.#chosen;
	}

	/** Whether as much is taken away as is asked. */
	get isEnough(): boolean {
		return this.minutes >= this.#limits.minutes;
	}

	/** Whether a cut can be made beside those chosen. */
	fits(rank: number): boolean {
		const cut = this.#cuts[rank];
		if ((this.#minutesOfSite.get(cut.site) ?? 0) + lengthOf(cut) > this.#limits.siteMinutes) return false;
		return this.#chosen.every((other) => this.#cuts[other].opening !== cut.opening);
	}

	/** Person-seconds that a cut would take. */
	loss(rank: number): number {
		const { site } = this.#cuts[rank];
		return this.week.loss(site, withoutCut(this.week.openings(site), this.#cuts[rank]));
	}

	/** Minutes of a cut that are still asked for. */
	useful(rank: number): number {
		return Math.min(lengthOf(this.#cuts[rank]), this.#limits.minutes - this.minutes);
	}

	take(rank: number): void {
		const cut = this.#cuts[rank];
		this.week.setOpenings(cut.site, withoutCut(this.week.openings(cut.site), cut));
		this.#chosen.push(rank);
		this.minutes += lengthOf(cut);
		this.#minutesOfSite.set(cut.site, (this.#minutesOfSite.get(cut.site) ?? 0) + lengthOf(cut));
	}
}
