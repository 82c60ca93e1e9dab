import type { WeekOpening } from '#domain/cards.ts';
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
