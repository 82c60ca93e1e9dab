import type { Weekday } from '#domain/opening-schedule.ts';
import { CLOSED_DAY, type GridDay } from '#domain/week-grid-content.ts';
import { openedDay, withoutPublicHours } from '#domain/week-slots.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';

/** Hours proposed by name: the days that they change, out of those of the week shown. */
export interface WeekTemplate {
	readonly name: (inputs: Record<string, never>, options: { readonly locale: Locale }) => string;
	readonly days: (week: readonly GridDay[]) => ReadonlyMap<Weekday, GridDay>;
}

const hours = (hour: number) => hour * 60;

/** The week replaced: morning and afternoon of some days, the others closed. */
const wholeWeek =
	(open: readonly Weekday[], spans: readonly (readonly [number, number])[]): WeekTemplate['days'] =>
	(week) =>
		new Map(
			week.map((day, rank) => {
				const weekday = rank as Weekday;
				const empty = withoutPublicHours(day);
				const drawn = spans.reduce((one, [from, to]) => openedDay(one, hours(from), hours(to)), empty);
				return [weekday, open.includes(weekday) ? drawn : empty];
			})
		);

const addedTo =
	(weekday: Weekday, from: number, to: number): WeekTemplate['days'] =>
	(week) =>
		new Map([[weekday, openedDay(week[weekday] ?? CLOSED_DAY, hours(from), hours(to))]]);

/** Days open before noon and after it stay open between the two. */
function withoutLunchBreak(week: readonly GridDay[]): ReadonlyMap<Weekday, GridDay> {
	const days = new Map<Weekday, GridDay>();
	week.forEach((day, rank) => {
		const open = day.slots.filter(({ state }) => state === 'open');
		const morning = open.findLast(({ start }) => start < hours(12));
		const afternoon = open.find(({ start }) => start >= hours(12));
		if (morning && afternoon && morning.end < afternoon.start)
			days.set(rank as Weekday, openedDay(day, morning.end, afternoon.start));
	});
	return days;
}

export const WEEK_TEMPLATES: readonly WeekTemplate[] = [
	{
		name: m.week_grid_template_five_days,
		days: wholeWeek(
			[1, 2, 3, 4, 5],
			[
				[10, 12],
				[14, 18]
			]
		)
	},
	{
		name: m.week_grid_template_two_days,
		days: wholeWeek(
			[2, 5],
			[
				[10, 12],
				[14, 17]
			]
		)
	},
	{ name: m.week_grid_template_evening, days: addedTo(3, 18, 20) },
	{ name: m.week_grid_template_saturday, days: addedTo(5, 14, 17) },
	{ name: m.week_grid_template_sunday, days: addedTo(6, 14, 18) },
	{ name: m.week_grid_template_lunch, days: withoutLunchBreak }
];
