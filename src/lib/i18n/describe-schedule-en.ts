import type { CalendarDay, DateRange, TimeSpan, WeekdayRange } from '#domain/opening-schedule.ts';
import type { ScheduleWords } from './describe-schedule-words.ts';
import { clockOf, parityOf } from './describe-schedule-words.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

function list(parts: readonly string[]): string {
	if (parts.length < 2) return parts.join('');
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function rank(nth: number): string {
	if (nth > 0) return ORDINALS[nth - 1];
	return nth === -1 ? 'last' : `${ORDINALS[-nth - 1]} to last`;
}

function shifted(days: number, of: string): string {
	if (days === 0) return of;
	return `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} ${of}`;
}

function weekdays(range: WeekdayRange): string {
	const [from, to] = [WEEKDAYS[range.from], WEEKDAYS[range.to]];
	if (range.from !== range.to) return `${from} to ${to}`;
	if (range.nth.length === 0) return shifted(range.offsetDays, from);
	return shifted(range.offsetDays, `the ${list(range.nth.map(rank))} ${from} of the month`);
}

function calendarDay(day: CalendarDay): string {
	const year = day.year === null ? '' : ` ${day.year}`;
	if (day.month === 'easter') return shifted(day.offsetDays, `Easter${year}`);
	const month = `${MONTHS[day.month - 1]}${year}`;
	return shifted(day.offsetDays, day.day === null ? month : `${day.day} ${month}`);
}

function dates({ from, to, openEnd }: DateRange): string {
	if (openEnd) return `from ${calendarDay(from)} on`;
	if (to !== null) return `${calendarDay(from)} to ${calendarDay(to)}`;
	return from.day === null && from.month !== 'easter' ? `in ${calendarDay(from)}` : `on ${calendarDay(from)}`;
}

function clock(minutes: number): string {
	const { hour, minute } = clockOf(minutes);
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function span({ start, end, openEnd }: TimeSpan): string {
	if (openEnd && end === start) return `from ${clock(start)} (end not stated)`;
	const times = `${clock(start)}–${clock(end)}${clockOf(end).nextDay ? ' the next day' : ''}`;
	return openEnd ? `${times} and later (end not stated)` : times;
}

export const ENGLISH_SCHEDULE_WORDS: ScheduleWords = {
	list,
	weekdays,
	holiday: ({ kind, offsetDays }) => {
		const name = kind === 'PH' ? 'public holidays' : 'school holidays';
		return offsetDays === 0
			? name
			: shifted(offsetDays, kind === 'PH' ? 'a public holiday' : 'a day of school holidays');
	},
	during: (holidays) => `in ${holidays}`,
	years: ({ from, to, every }) => {
		const step = every === 1 ? '' : ` (every ${every} years)`;
		if (to === null) return `from ${from} on${step}`;
		return `${from === to ? `in ${from}` : `from ${from} to ${to}`}${step}`;
	},
	dates,
	weeks: (range) => {
		const parity = parityOf(range);
		if (parity !== null) return `${parity} weeks`;
		if (range.from === range.to) return `week ${range.from}`;
		return `weeks ${range.from} to ${range.to}${range.every === 1 ? '' : ` (one in ${range.every})`}`;
	},
	span,
	quote: (comment) => `“${comment}”`,
	everyDay: 'every day',
	allDay: 'all day',
	closed: 'closed',
	notStated: 'hours not stated',
	notSure: 'opening not confirmed',
	restricted: 'reserved, not counted',
	joins: { add: 'in addition, ', fallback: 'otherwise, ' },
	separators: { rule: '; ', colon: ': ', aside: ', ' }
};
