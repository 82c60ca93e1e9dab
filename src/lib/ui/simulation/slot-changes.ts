import type { WeekOpening } from '#domain/cards.ts';
import type { Change } from '#domain/scenario.ts';
import type { MinuteOfWeek } from '#domain/units.ts';

/** What becomes of the openings of one week: stretches that are open after and were not, and the reverse. */
export interface SlotChanges {
	readonly added: readonly WeekOpening[];
	readonly removed: readonly WeekOpening[];
}

/** @param before in time order, apart from each other, as the worker gives them */
export function slotChanges(before: readonly WeekOpening[], after: readonly WeekOpening[]): SlotChanges {
	return { added: without(after, before), removed: without(before, after) };
}

/** The stretches of `openings` that none of `others` holds. */
function without(openings: readonly WeekOpening[], others: readonly WeekOpening[]): WeekOpening[] {
	return openings.flatMap(({ from, to }) => {
		const left: WeekOpening[] = [];
		let at: number = from;
		for (const other of others) {
			if (other.to <= at || other.from >= to) continue;
			if (other.from > at) left.push({ from: at as MinuteOfWeek, to: other.from });
			at = Math.max(at, other.to);
		}
		if (at < to) left.push({ from: at as MinuteOfWeek, to });
		return left;
	});
}

/** Slots as they were last told of each modification, so that its sentence keeps them while the week is asked again. */
export class ToldSlots {
	readonly #told = new Map<string, { readonly change: Change; readonly slots: SlotChanges | null }>();

	/**
	 * What a modification in force changes.
	 * @param key names the modification among those of all scenarios
	 * @param found null where it is not known; undefined while it is asked
	 */
	tell(key: string, change: Change, found: SlotChanges | null | undefined): SlotChanges | null {
		if (found === undefined) return this.#told.get(key)?.slots ?? null;
		this.#told.set(key, { change, slots: found });
		return found;
	}

	/** What a modification that decides nothing now changed when it did, unless it was edited since. */
	recall(key: string, change: Change): SlotChanges | null {
		const told = this.#told.get(key);
		return told?.change === change ? told.slots : null;
	}
}
