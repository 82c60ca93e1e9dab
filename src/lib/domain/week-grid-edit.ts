import type { WeekKind } from './audience-profile.ts';
import {
	BLANK_RULE,
	type CalendarDay,
	type OpeningRule,
	type OpeningSchedule,
	type Weekday
} from './opening-schedule.ts';
import { classesSpiltOn, placeOfEdit, spillsOver, stepsOfEdit } from './week-grid.ts';
import { contentOf, interferes, rulesOfDay, sameDay, settledAt, type GridDay } from './week-grid-content.ts';
import {
	DAY_CLASSES,
	dayBit,
	daysOfMask,
	EVERY_CLASS,
	HOLIDAY_CLASSES,
	partsOf,
	REST_HOLIDAYS,
	rulesOfParts,
	SEPTEMBER_HOLIDAYS,
	SUMMER_MONTHS_HOLIDAYS,
	SUMMER_MONTHS_TERM,
	weekdayRangesOf,
	type RulePart
} from './week-grid-parts.ts';

const month = (number: number): CalendarDay => ({ year: null, month: number, day: null, offsetDays: 0 });
/** The dates that name these kinds of days, with school holidays save for the first. */
const DATES_OF: ReadonlyMap<number, readonly [from: number, to: number] | null> = new Map([
	[SUMMER_MONTHS_TERM | SUMMER_MONTHS_HOLIDAYS, [7, 8]],
	[HOLIDAY_CLASSES, null],
	[SUMMER_MONTHS_HOLIDAYS | SEPTEMBER_HOLIDAYS, [7, 9]],
	[SEPTEMBER_HOLIDAYS | REST_HOLIDAYS, [9, 6]],
	[SUMMER_MONTHS_HOLIDAYS, [7, 8]],
	[SEPTEMBER_HOLIDAYS, [9, 9]],
	[REST_HOLIDAYS, [10, 6]]
]);

/** Parts that say a day on these kinds of days; all kinds where a rule cannot name them. */
function partsSaying(day: GridDay, weekday: Weekday, classes: number): RulePart[] {
	const months = DATES_OF.get(classes);
	const inHolidays = months !== undefined && (classes & SUMMER_MONTHS_TERM) === 0;
	const selectors = {
		...BLANK_RULE,
		dates: months
			? [{ from: month(months[0]), to: months[0] === months[1] ? null : month(months[1]), openEnd: false }]
			: [],
		weekdays: weekdayRangesOf(dayBit(weekday)),
		holidays: inHolidays ? [{ kind: 'SH' as const, offsetDays: 0 }] : [],
		holidaysNarrow: inHolidays
	};
	return rulesOfDay(day, selectors).map((rule) => ({
		rule,
		weekdays: dayBit(weekday),
		classes: months === undefined ? EVERY_CLASS : classes,
		isNew: true,
		origin: null
	}));
}

/** What keeps the kinds of days that new hours spill over as they were at that place. */
function restoring(
	parts: readonly RulePart[],
	weekday: Weekday,
	day: GridDay,
	spilt: readonly number[],
	place: number
): RulePart[] {
	const before = new Map(spilt.map((one) => [one, contentOf(parts, weekday, one, place)]));
	const restored: RulePart[] = [];
	const said = (one: number) => {
		const holding = restored.findLast(({ classes }) => (classes & one) !== 0);
		return holding === undefined ? day : contentOf(restored, weekday, one);
	};
	const inSummer = before.get(SUMMER_MONTHS_TERM);
	if (inSummer !== undefined && !sameDay(inSummer, day))
		restored.push(...partsSaying(inSummer, weekday, SUMMER_MONTHS_TERM | SUMMER_MONTHS_HOLIDAYS));
	for (const one of [REST_HOLIDAYS, SUMMER_MONTHS_HOLIDAYS, SEPTEMBER_HOLIDAYS]) {
		const content = before.get(one);
		if (content === undefined || sameDay(content, said(one))) continue;
		// As wide as can be: kinds of days that hold the same, or that a later rule settles.
		const fits = (other: number) => {
			const wanted = before.get(other);
			return wanted === undefined ? settledAt(parts, weekday, other) >= place : sameDay(wanted, content);
		};
		const wide = [HOLIDAY_CLASSES, SUMMER_MONTHS_HOLIDAYS | SEPTEMBER_HOLIDAYS, SEPTEMBER_HOLIDAYS | REST_HOLIDAYS];
		const classes = wide.find(
			(mask) => (mask & one) !== 0 && DAY_CLASSES.every((other) => (mask & other) === 0 || fits(other))
		);
		restored.push(...partsSaying(content, weekday, classes ?? one));
	}
	return restored;
}

/** Whether a part says nothing of a weekday that the others do not: something settles it later, or it was so before. */
function saysNothingNew(parts: readonly RulePart[], at: number, weekday: Weekday): boolean {
	return DAY_CLASSES.every((one) => {
		if ((parts[at].classes & one) === 0 || settledAt(parts, weekday, one) > at) return true;
		if (interferes(parts, weekday, settledAt(parts, weekday, one, at), at)) return false;
		return sameDay(contentOf(parts, weekday, one, at), contentOf(parts, weekday, one, at + 1));
	});
}

/** The parts without what they say of a weekday for nothing; a part of every day goes only where all its days do. */
function tidied(given: readonly RulePart[], weekday: Weekday): RulePart[] {
	const parts = [...given];
	for (let at = 0; at < parts.length; at++) {
		const part = parts[at];
		if (part.classes === 0 || (part.weekdays & dayBit(weekday)) === 0) continue;
		const everyDay = part.rule.weekdays.length === 0;
		if (!(everyDay ? daysOfMask(part.weekdays) : [weekday]).every((day) => saysNothingNew(parts, at, day))) continue;
		const left = everyDay ? 0 : part.weekdays & ~dayBit(weekday);
		if (left === 0) parts.splice(at--, 1);
		else parts[at] = onDays(part, left);
	}
	return parts;
}

const onDays = (part: RulePart, weekdays: number): RulePart => ({
	...part,
	rule: { ...part.rule, weekdays: weekdayRangesOf(weekdays) },
	weekdays
});

/** Whether two parts, one of them made by an edit, differ by their weekdays alone. */
const joined = (one: RulePart, other: RulePart) =>
	(one.isNew || other.isNew) &&
	one.classes === other.classes &&
	one.rule.weekdays.length > 0 &&
	JSON.stringify({ ...one.rule, weekdays: [] }) === JSON.stringify({ ...other.rule, weekdays: [] });

/** Days whose hours are the same said together, where nothing between speaks of the one that is moved forward. */
function gathered(given: readonly RulePart[]): RulePart[] {
	const parts: RulePart[] = [];
	for (const part of given) {
		let at = parts.length - 1;
		const named = part.classes !== 0 && part.rule.weekdays.length > 0;
		while (named && at >= 0 && !joined(parts[at], part)) at = (parts[at].weekdays & part.weekdays) === 0 ? at - 1 : -1;
		if (named && at >= 0)
			parts[at] = { ...onDays(parts[at], parts[at].weekdays | part.weekdays), isNew: true, origin: null };
		else parts.push(part);
	}
	return parts;
}

function withDay(parts: readonly RulePart[], weekday: Weekday, classes: number, day: GridDay): readonly RulePart[] {
	const place = placeOfEdit(parts, weekday, classes);
	const spilt = classesSpiltOn(parts, weekday, classes, place);
	const said = partsSaying(day, weekday, spillsOver(classes) ? EVERY_CLASS : classes);
	const restored = restoring(parts, weekday, day, spilt, place);
	return gathered(tidied(parts.toSpliced(place, 0, ...said, ...restored), weekday));
}

/**
 * The schedule with other hours on some weekdays of one period, or of all. What no week shows (closings, public holidays, one week in two,
 * ranks in the month, seasons) stays in its place and force; other days hold what they held on every date. A day that is locked
 * (`WeekGrid.locks`) is left as it is.
 * @param period null: the same every week, in the three
 */
export function withGridDays(
	schedule: OpeningSchedule,
	period: WeekKind | null,
	days: ReadonlyMap<Weekday, GridDay>
): OpeningSchedule {
	let parts = partsOf(schedule);
	for (const [weekday, day] of days) {
		const steps = stepsOfEdit(parts, weekday, period);
		if (typeof steps === 'string') continue;
		for (const classes of steps) parts = withDay(parts, weekday, classes, day);
	}
	const rules: readonly OpeningRule[] = rulesOfParts(parts);
	// A schedule without rules cannot be written.
	return { ...schedule, rules: rules.length > 0 ? rules : [{ ...BLANK_RULE, state: 'closed' }], syntax: 'grid' };
}
