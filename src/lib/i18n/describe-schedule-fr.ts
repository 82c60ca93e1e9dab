import type { CalendarDay, DateRange, TimeSpan, WeekdayRange } from '#domain/opening-schedule.ts';
import type { ScheduleWords } from './describe-schedule-words.ts';
import { clockOf, parityOf } from './describe-schedule-words.ts';

/** No-break space between a number and its unit; narrow before « ; » and « : ». */
const NBSP = '\u00a0';
const NARROW = '\u202f';
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
	'janvier',
	'février',
	'mars',
	'avril',
	'mai',
	'juin',
	'juillet',
	'août',
	'septembre',
	'octobre',
	'novembre',
	'décembre'
];

function list(parts: readonly string[]): string {
	if (parts.length < 2) return parts.join('');
	return `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
}

const ordinal = (rank: number) => (rank === 1 ? '1er' : `${rank}e`);
const elided = (name: string) => (/^[aeioué]/.test(name) ? `d’${name}` : `de ${name}`);

function rank(nth: number): string {
	if (nth > 0) return ordinal(nth);
	return nth === -1 ? 'dernier' : `${ordinal(-nth)} avant la fin,`;
}

function shifted(days: number, of: string): string {
	if (days === 0) return of;
	const count = Math.abs(days) === 1 ? '1 jour' : `${Math.abs(days)} jours`;
	return `${count.replace(' ', NBSP)} ${days < 0 ? 'avant' : 'après'} ${of}`;
}

function weekdays(range: WeekdayRange): string {
	const [from, to] = [WEEKDAYS[range.from], WEEKDAYS[range.to]];
	if (range.from !== range.to) return `du ${from} au ${to}`;
	if (range.nth.length === 0) return shifted(range.offsetDays, range.offsetDays === 0 ? from : `le ${from}`);
	const day = range.nth.length > 1 ? `${from}s` : from;
	const said = `${list(range.nth.map(rank))} ${day} du mois`;
	return range.offsetDays === 0 ? said : shifted(range.offsetDays, `le ${said}`);
}

function calendarDay(day: CalendarDay): string {
	const year = day.year === null ? '' : ` ${day.year}`;
	if (day.month === 'easter') return shifted(day.offsetDays, `Pâques${year}`);
	const month = `${MONTHS[day.month - 1]}${year}`;
	if (day.day === null) return shifted(day.offsetDays, month);
	const dayOfMonth = `${day.day === 1 ? '1er' : day.day}${NBSP}${month}`;
	return day.offsetDays === 0 ? dayOfMonth : shifted(day.offsetDays, `le ${dayOfMonth}`);
}

function dates({ from, to, openEnd }: DateRange): string {
	const start = calendarDay(from);
	const isDay = from.day !== null && from.offsetDays === 0;
	if (openEnd) return `à partir ${isDay ? `du ${start}` : elided(start)}`;
	if (to === null) {
		if (from.month === 'easter') return from.offsetDays === 0 ? 'à Pâques' : start;
		return isDay ? `le ${start}` : from.day === null ? `en ${start}` : start;
	}
	const end = calendarDay(to);
	const toDay = to.day !== null && to.offsetDays === 0;
	return `${isDay ? `du ${start}` : elided(start)} ${toDay ? `au ${end}` : `à ${end}`}`;
}

function clock(minutes: number): string {
	const { hour, minute } = clockOf(minutes);
	return `${hour}${NBSP}h${minute === 0 ? '' : `${NBSP}${String(minute).padStart(2, '0')}`}`;
}

function span({ start, end, openEnd }: TimeSpan): string {
	if (openEnd && end === start) return `à partir de ${clock(start)} (fin non précisée)`;
	const times = `${clock(start)}–${clock(end)}${clockOf(end).nextDay ? ' le lendemain' : ''}`;
	return openEnd ? `${times} et au-delà (fin non précisée)` : times;
}

export const FRENCH_SCHEDULE_WORDS: ScheduleWords = {
	list,
	weekdays,
	holiday: ({ kind, offsetDays }) => {
		const name = kind === 'PH' ? 'jours fériés' : 'vacances scolaires';
		return offsetDays === 0
			? name
			: shifted(offsetDays, kind === 'PH' ? 'un jour férié' : 'un jour de vacances scolaires');
	},
	during: (holidays) => `pendant les ${holidays}`,
	years: ({ from, to, every }) => {
		const step = every === 1 ? '' : ` (un an sur ${every})`;
		if (to === null) return `à partir de ${from}${step}`;
		return `${from === to ? `en ${from}` : `de ${from} à ${to}`}${step}`;
	},
	dates,
	weeks: (range) => {
		const parity = parityOf(range);
		if (parity !== null) return parity === 'odd' ? 'les semaines impaires' : 'les semaines paires';
		if (range.from === range.to) return `la semaine ${range.from}`;
		return `les semaines ${range.from} à ${range.to}${range.every === 1 ? '' : ` (une sur ${range.every})`}`;
	},
	span,
	quote: (comment) => `«${NBSP}${comment}${NBSP}»`,
	everyDay: 'tous les jours',
	allDay: 'toute la journée',
	closed: 'fermé',
	notStated: 'horaires non précisés',
	notSure: 'ouverture non confirmée',
	restricted: 'public réservé, non compté',
	joins: { add: 'en plus, ', fallback: 'sinon, ' },
	separators: {
		rule: `${NARROW}; `,
		colon: `${NBSP}: `,
		aside: ', '
	}
};
