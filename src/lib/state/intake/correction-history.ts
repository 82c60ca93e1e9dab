import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import { writeOsmHours } from '#io/hours/hours-osm-write.ts';

type List = readonly SiteCorrection[];

/** Corrections, and what it takes to go back and forth. */
export interface CorrectionHistory {
	readonly list: List;
	readonly past: readonly List[];
	readonly future: readonly List[];
}

export const NO_CORRECTION: CorrectionHistory = { list: [], past: [], future: [] };

/** Whether two corrections are about the same thing, so that the later one takes the place of the former. */
function isAbout(one: SiteCorrection, other: SiteCorrection): boolean {
	if (one.kind !== other.kind || one.site !== other.site) return false;
	return one.kind !== 'distinct' || (other.kind === 'distinct' && one.other === other.other);
}

const become = ({ list, past }: CorrectionHistory, next: List): CorrectionHistory => ({
	list: next,
	past: [...past, list],
	future: []
});

/** Of several about the same place the last one holds. */
export function corrected(history: CorrectionHistory, given: List): CorrectionHistory {
	const others = history.list.filter((old) => !given.some((one) => isAbout(one, old)));
	return become(history, [...others, ...given]);
}

export const withoutCorrection = (history: CorrectionHistory, correction: SiteCorrection): CorrectionHistory =>
	become(
		history,
		history.list.filter((one) => one !== correction)
	);

export function undone({ list, past, future }: CorrectionHistory): CorrectionHistory {
	const before = past.at(-1);
	return before === undefined
		? { list, past, future }
		: { list: before, past: past.slice(0, -1), future: [...future, list] };
}

export function redone({ list, past, future }: CorrectionHistory): CorrectionHistory {
	const after = future.at(-1);
	return after === undefined
		? { list, past, future }
		: { list: after, past: [...past, list], future: future.slice(0, -1) };
}

/** Hours typed for a site, as they are kept. */
export function hoursCorrection(
	{ key, name }: { readonly key: string; readonly name: string },
	schedule: OpeningSchedule
): SiteCorrection {
	return { kind: 'hours', site: key, name, hours: writeOsmHours(schedule), text: schedule.sourceText };
}
