import type { DateRange, OpeningRule, OpeningSchedule, Weekday, WeekdayRange } from './opening-schedule.ts';

/**
 * Kinds of days that weekly rules tell apart, a bit each: July and August, September, the rest of the year, each in term and in school
 * holidays. Summer holidays begin in July and end by September; no others fall there.
 */
export const DAY_CLASSES = [1, 2, 4, 8, 16, 32] as const;
export const [
	SUMMER_MONTHS_TERM,
	SUMMER_MONTHS_HOLIDAYS,
	SEPTEMBER_TERM,
	SEPTEMBER_HOLIDAYS,
	REST_TERM,
	REST_HOLIDAYS
] = DAY_CLASSES;
export const EVERY_CLASS = 63;
export const HOLIDAY_CLASSES = SUMMER_MONTHS_HOLIDAYS | SEPTEMBER_HOLIDAYS | REST_HOLIDAYS;
const SUMMER_MONTHS = SUMMER_MONTHS_TERM | SUMMER_MONTHS_HOLIDAYS;
const EVERY_DAY = 127;

/**
 * A rule, or what it says of some of its days. "Tu,PH 10:00-12:00" is one of Tuesdays, which a week shows, and one of public holidays, which
 * it does not; said one after the other they mean the same.
 */
export interface RulePart {
	readonly rule: OpeningRule;
	/** Bits of the weekdays that it may match, Monday lowest. */
	readonly weekdays: number;
	/** Kinds of days on all of whose `weekdays` it holds; 0: it hangs on more than these, and a week does not show it. */
	readonly classes: number;
	/** Made by an edit, not read. */
	readonly isNew: boolean;
	/** The rule that it was split from. */
	readonly origin: OpeningRule | null;
}

export const dayBit = (weekday: Weekday) => 1 << weekday;
export const daysOfMask = (mask: number) => ([0, 1, 2, 3, 4, 5, 6] as const).filter((day) => mask & dayBit(day));

/** Single days and runs of three or more: Tu, Th-Sa. @param mask bits of weekdays */
export function weekdayRangesOf(mask: number): readonly WeekdayRange[] {
	const runs: [Weekday, Weekday][] = [];
	for (const day of daysOfMask(mask)) {
		const last = runs.at(-1);
		if (last !== undefined && day === last[1] + 1) last[1] = day;
		else runs.push([day, day]);
	}
	const range = (from: Weekday, to: Weekday): WeekdayRange => ({ from, to, nth: [], offsetDays: 0 });
	return runs.flatMap(([from, to]) => (to - from === 1 ? [range(from, from), range(to, to)] : [range(from, to)]));
}

function maskOf(ranges: readonly WeekdayRange[]): number {
	let mask = 0;
	for (const { from, to, offsetDays } of ranges) {
		if (offsetDays !== 0) return EVERY_DAY;
		for (let day: number = from; ; day = (day + 1) % 7) {
			mask |= 1 << day;
			if (day === to) break;
		}
	}
	return mask;
}

const isWholeMonths = ({ from, to, openEnd }: DateRange) =>
	!openEnd &&
	[from, to ?? from].every(
		({ year, month, day, offsetDays }) => year === null && month !== 'easter' && day === null && offsetDays === 0
	);

/** Kinds of days within dates, where they are whole parts of the school year; 0 where they are not. */
function classesOfDates(dates: readonly DateRange[]): number {
	if (dates.length === 0) return EVERY_CLASS;
	if (!dates.every(isWholeMonths)) return 0;
	const months = new Set<number>();
	for (const { from, to } of dates) {
		const last = Number((to ?? from).month);
		for (let month = Number(from.month); ; month = (month % 12) + 1) {
			months.add(month);
			if (month === last) break;
		}
	}
	let classes = 0;
	for (const [part, of] of [
		[SUMMER_MONTHS, [7, 8]],
		[12, [9]],
		[48, [10, 11, 12, 1, 2, 3, 4, 5, 6]]
	] as const) {
		const some = of.filter((month) => months.has(month)).length;
		if (some > 0 && some < of.length) return 0;
		if (some > 0) classes |= part;
	}
	return classes;
}

/** Without school holidays named: the whole year, July and August, or the year without them. September alone is a season of its own. */
const isShownAllDays = (classes: number) =>
	classes === EVERY_CLASS || classes === SUMMER_MONTHS || classes === EVERY_CLASS - SUMMER_MONTHS;

function partsOfRule(rule: OpeningRule): RulePart[] {
	const part = (weekdays: number, classes: number, pieces?: Partial<OpeningRule>): RulePart => ({
		rule: pieces === undefined ? rule : { ...rule, ...pieces },
		weekdays,
		classes,
		isNew: false,
		origin: rule
	});
	const { holidays, holidaysNarrow } = rule;
	const free = rule.weekdays.length === 0 || (holidays.length > 0 && !holidaysNarrow);
	const kept = () => [part(free ? EVERY_DAY : maskOf(rule.weekdays), 0)];
	const classes = classesOfDates(rule.dates);
	if (rule.joins === 'fallback' || rule.years.length > 0 || rule.weeks.length > 0 || classes === 0) return kept();
	const shownAllDays = isShownAllDays(classes) ? classes : 0;
	if (rule.weekdays.length === 0 && holidays.length === 0) return [part(EVERY_DAY, shownAllDays)];

	const plain = rule.weekdays.filter(({ nth, offsetDays }) => nth.length === 0 && offsetDays === 0);
	const ranked = rule.weekdays.filter((range) => !plain.includes(range));
	const school = holidays.filter(({ kind, offsetDays }) => kind === 'SH' && offsetDays === 0);
	const others = holidays.filter((selector) => !school.includes(selector));
	const parts: RulePart[] = [];
	const ofSchool = classes & HOLIDAY_CLASSES;
	if (holidaysNarrow) {
		if (plain.length > 0 && school.length > 0)
			parts.push(part(maskOf(plain), ofSchool, { weekdays: plain, holidays: school }));
		if (plain.length > 0 && others.length > 0)
			parts.push(part(maskOf(plain), 0, { weekdays: plain, holidays: others }));
		if (ranked.length > 0) parts.push(part(maskOf(ranked), 0, { weekdays: ranked }));
		return parts;
	}
	if (plain.length > 0) parts.push(part(maskOf(plain), shownAllDays, { weekdays: plain, holidays: [] }));
	if (school.length > 0) parts.push(part(EVERY_DAY, ofSchool, { weekdays: [], holidays: school }));
	if (ranked.length + others.length > 0)
		parts.push(part(others.length > 0 ? EVERY_DAY : maskOf(ranked), 0, { weekdays: ranked, holidays: others }));
	return parts;
}

/** The rules in order, parted into what a week of a period shows and what it does not. */
export function partsOf({ rules }: OpeningSchedule): readonly RulePart[] {
	return rules.flatMap(partsOfRule);
}

/** The rules that parts say, those read and not changed as they were. */
export function rulesOfParts(parts: readonly RulePart[]): readonly OpeningRule[] {
	const rules: OpeningRule[] = [];
	for (let at = 0; at < parts.length;) {
		const { rule, origin } = parts[at];
		const siblings = origin === null ? [] : partsOfRule(origin);
		const whole = siblings.every((sibling, rank) => {
			const part = parts[at + rank] as RulePart | undefined;
			return part?.origin === origin && part.weekdays === sibling.weekdays && part.classes === sibling.classes;
		});
		rules.push(origin !== null && whole ? origin : rule);
		at += origin !== null && whole ? siblings.length : 1;
	}
	return rules.map((rule, rank) => (rank === 0 && rule.joins !== 'override' ? { ...rule, joins: 'override' } : rule));
}

/** Whether a part of the week says how the day is, whatever was said before it. */
export function settlesDay({ rule, classes }: RulePart): boolean {
	if (classes === 0) return false;
	return rule.state === 'closed' ? rule.times.length === 0 : rule.joins === 'override';
}

/** Whether a part of the week holds on a weekday of a kind of days. */
export const holdsOn = (part: RulePart, weekday: Weekday, dayClass: number) =>
	(part.classes & dayClass) !== 0 && (part.weekdays & dayBit(weekday)) !== 0;

/** Whether a part that the week does not show may hold on a weekday. */
export const mayInterfere = (part: RulePart, weekday: Weekday) =>
	part.classes === 0 && (part.weekdays & dayBit(weekday)) !== 0;
