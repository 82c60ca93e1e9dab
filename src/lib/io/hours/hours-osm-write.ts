import type {
	CalendarDay,
	DateRange,
	HolidaySelector,
	OpeningRule,
	OpeningSchedule,
	TimeSpan,
	WeekRange,
	WeekdayRange,
	YearRange
} from '#domain/opening-schedule.ts';
import { isRestrictingComment } from '#domain/opening-schedule.ts';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number) => String(value).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function offset(days: number): string {
	if (days === 0) return '';
	return ` ${days < 0 ? '-' : '+'}${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}

/** Whether a single year before these dates would be read as theirs ("2026 Sep 1+", "2026 Dec 20-Jan 4"). */
function takeTheYear(dates: readonly DateRange[]): boolean {
	return dates.some((range) => {
		const { from, to, openEnd } = range;
		if (openEnd || to === null || from.month === 'easter' || to.month === 'easter') return openEnd;
		return from.day !== null && to.day !== null && (to.month - from.month || to.day - from.day) < 0;
	});
}

function year(range: YearRange, keptApart: boolean): string {
	if (range.to === null) return `${range.from}+`;
	const years =
		range.to === range.from && !keptApart && range.every === 1 ? `${range.from}` : `${range.from}-${range.to}`;
	return range.every === 1 ? years : `${years}/${range.every}`;
}

function calendarDay(day: CalendarDay): string {
	const name = day.month === 'easter' ? 'easter' : MONTHS[day.month - 1];
	return `${day.year === null ? '' : `${day.year} `}${name}${day.day === null ? '' : ` ${two(day.day)}`}${offset(day.offsetDays)}`;
}

function dateRange(range: DateRange): string {
	if (range.openEnd) return `${calendarDay(range.from)}+`;
	return range.to === null ? calendarDay(range.from) : `${calendarDay(range.from)}-${calendarDay(range.to)}`;
}

function week(range: WeekRange): string {
	const weeks = range.from === range.to && range.every === 1 ? two(range.from) : `${two(range.from)}-${two(range.to)}`;
	return range.every === 1 ? weeks : `${weeks}/${range.every}`;
}

function weekday(range: WeekdayRange): string {
	const nth = range.nth.length === 0 ? '' : `[${range.nth.join(',')}]`;
	const to = range.to === range.from ? '' : `-${WEEKDAYS[range.to]}`;
	return `${WEEKDAYS[range.from]}${to}${nth}${offset(range.offsetDays)}`;
}

const holiday = (selector: HolidaySelector) => `${selector.kind}${offset(selector.offsetDays)}`;

function span(times: TimeSpan): string {
	const end = times.end === times.start ? '' : `-${clock(times.end)}`;
	return `${clock(times.start)}${end}${times.openEnd ? '+' : ''}`;
}

function selectors(rule: OpeningRule): string[] {
	const weekdays = rule.weekdays.map(weekday).join(',');
	const holidays = rule.holidays.map(holiday).join(',');
	const days = rule.holidaysNarrow
		? [holidays, weekdays]
		: [[weekdays, holidays].filter((part) => part !== '').join(',')];
	return [
		rule.years.map((range) => year(range, takeTheYear(rule.dates))).join(','),
		rule.dates.map(dateRange).join(','),
		rule.weeks.length > 0 ? `week ${rule.weeks.map(week).join(',')}` : '',
		...days
	].filter((part) => part !== '');
}

function comment(rule: OpeningRule): string {
	const text = (rule.comment ?? '').replaceAll('"', '’');
	if (rule.state !== 'restricted') return rule.comment === null ? '' : `"${text}"`;
	if (isRestrictingComment(text)) return `"${text}"`;
	return text === '' ? '"réservé"' : `"réservé : ${text}"`;
}

function stateWord(rule: OpeningRule, said: boolean): string {
	if (rule.state === 'closed') return 'off';
	if (rule.state === 'unknown') return 'unknown';
	return rule.state === 'open' && said ? 'open' : '';
}

function ruleText(rule: OpeningRule, next: OpeningRule | undefined): string {
	const days = selectors(rule);
	const always = days.length === 0 && rule.times.length === 0 && rule.state === 'open' && rule.comment === null;
	if (always) return '24/7';
	const nextIsTimesAlone = next?.joins === 'add' && next.times.length > 0 && selectors(next).length === 0;
	const openSaid = rule.comment !== null || rule.times.length === 0 || nextIsTimesAlone;
	const parts = [...days, rule.times.map(span).join(','), stateWord(rule, openSaid), comment(rule)];
	return parts.filter((part) => part !== '').join(' ');
}

const SEPARATORS: Readonly<Record<OpeningRule['joins'], string>> = { override: '; ', add: ', ', fallback: ' || ' };

/**
 * The schedule in the OpenStreetMap syntax, such that `parseOsmHours` gives back the same rules. Two things are said
 * otherwise and mean the same: a restricted rule whose comment names nobody gets "réservé", a straight quotation mark
 * in a comment becomes ’.
 */
export function writeOsmHours(schedule: OpeningSchedule): string {
	return schedule.rules
		.map((rule, rank) => `${rank === 0 ? '' : SEPARATORS[rule.joins]}${ruleText(rule, schedule.rules[rank + 1])}`)
		.join('');
}
