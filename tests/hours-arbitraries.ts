import fc from 'fast-check';
import type {
	CalendarDay,
	DateRange,
	HolidaySelector,
	OpeningRule,
	OpeningSchedule,
	RuleState,
	TimeSpan,
	Weekday,
	WeekdayRange,
	WeekRange,
	YearRange
} from '#domain/opening-schedule.ts';
import { isRestrictingComment } from '#domain/opening-schedule.ts';

/** Schedules of every shape the model holds, in the form the parser gives them (opening-schedule.ts states it). */

const weekday = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>;
const mostlyNone = fc.oneof(
	{ weight: 6, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) }
);
const nth = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), { minLength: 1, maxLength: 3 });

const weekdayRange: fc.Arbitrary<WeekdayRange> = fc.oneof(
	fc.tuple(weekday, weekday).map(([from, to]) => ({ from, to, nth: [], offsetDays: 0 })),
	fc.tuple(weekday, fc.oneof(fc.constant([]), nth), mostlyNone).map(([day, ranks, offsetDays]) => ({
		from: day,
		to: day,
		nth: ranks,
		offsetDays
	}))
);

const holiday: fc.Arbitrary<HolidaySelector> = fc.record({ kind: fc.constantFrom('PH', 'SH'), offsetDays: mostlyNone });

const monthDay = fc.oneof(
	fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), offsetDays: mostlyNone }),
	fc.record({ month: fc.constant('easter' as const), day: fc.constant(null), offsetDays: mostlyNone })
);
const calendarDay: fc.Arbitrary<CalendarDay> = monthDay.map((day) => ({ year: null, ...day }));
const wholeMonth: fc.Arbitrary<CalendarDay> = fc
	.integer({ min: 1, max: 12 })
	.map((month) => ({ year: null, month, day: null, offsetDays: 0 }));

const yearlyDates: fc.Arbitrary<DateRange[]> = fc.array(
	fc.oneof(
		fc.tuple(calendarDay, calendarDay).map(([from, to]) => ({ from, to, openEnd: false })),
		fc.tuple(wholeMonth, wholeMonth).map(([from, to]) => ({ from, to, openEnd: false })),
		calendarDay.map((from) => ({ from, to: null, openEnd: true })),
		fc.oneof(calendarDay, wholeMonth).map((from) => ({ from, to: null, openEnd: false }))
	),
	{ maxLength: 3 }
);
const datedDates: fc.Arbitrary<DateRange[]> = fc.array(
	fc
		.tuple(fc.integer({ min: 2024, max: 2026 }), calendarDay, fc.integer({ min: 0, max: 1 }), calendarDay)
		.map(([year, from, later, to]) => ({ from: { ...from, year }, to: { ...to, year: year + later }, openEnd: false })),
	{ minLength: 1, maxLength: 3 }
);

const yearRange: fc.Arbitrary<YearRange> = fc.oneof(
	fc.integer({ min: 2024, max: 2026 }).map((from) => ({ from, to: from, every: 1 })),
	fc.integer({ min: 2024, max: 2026 }).map((from) => ({ from, to: null, every: 1 })),
	fc.integer({ min: 1, max: 3 }).map((every) => ({ from: 2023, to: 2027, every }))
);
const weekRange: fc.Arbitrary<WeekRange> = fc
	.tuple(fc.integer({ min: 1, max: 53 }), fc.integer({ min: 1, max: 53 }), fc.integer({ min: 1, max: 3 }))
	.map(([from, to, every]) => ({ from, to, every: to < from ? 1 : every }));

export const timeSpan: fc.Arbitrary<TimeSpan> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc
			.tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
			.map(([start, minutes]) => ({ start, end: Math.min(start + minutes, 1440), openEnd: false }))
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.integer({ min: 1, max: 1439 }), fc.integer({ min: 1, max: 1439 }), fc.boolean())
			.map(([start, minutes, openEnd]) => ({ start, end: start + minutes, openEnd }))
	},
	{ weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }).map((start) => ({ start, end: start, openEnd: true })) }
);

const freeComment = fc
	.string({ maxLength: 20 })
	.map((text) => text.replaceAll(/["“”«»\s]+/g, ' ').trim())
	.filter((text) => text !== '' && !isRestrictingComment(text));
const stated: fc.Arbitrary<{ state: RuleState; comment: string | null }> = fc.oneof(
	{ weight: 5, arbitrary: fc.constant({ state: 'open' as const, comment: null }) },
	{ weight: 2, arbitrary: fc.constant({ state: 'closed' as const, comment: null }) },
	fc.record({ state: fc.constantFrom<RuleState>('open', 'closed', 'unknown'), comment: freeComment }),
	fc.constant({ state: 'unknown' as const, comment: null }),
	fc.record({
		state: fc.constant<RuleState>('restricted'),
		comment: fc.constantFrom('sur rendez-vous', 'classes', 'scolaires', 'crèches', 'by appointment')
	})
);

const days = fc.oneof(
	fc
		.record({ weekdays: fc.array(weekdayRange, { maxLength: 3 }), holidays: fc.array(holiday, { maxLength: 2 }) })
		.map((selectors) => ({ ...selectors, holidaysNarrow: false })),
	fc
		.record({
			weekdays: fc.array(weekdayRange, { minLength: 1, maxLength: 3 }),
			holidays: fc.array(holiday, { minLength: 1, maxLength: 2 })
		})
		.map((selectors) => ({ ...selectors, holidaysNarrow: true }))
);

/** Years beside dates that carry theirs would say the same twice: the parser settles them in one. */
const periods = fc.oneof(
	fc.record({ years: fc.array(yearRange, { maxLength: 2 }), dates: yearlyDates }),
	fc.record({ years: fc.constant<YearRange[]>([]), dates: datedDates })
);

const rule: fc.Arbitrary<OpeningRule> = fc
	.tuple(
		fc.constantFrom<OpeningRule['joins']>('override', 'add', 'fallback'),
		periods,
		fc.array(weekRange, { maxLength: 2 }),
		days,
		fc.array(timeSpan, { maxLength: 3 }),
		stated
	)
	.map(([joins, period, weeks, selectors, times, said]) => ({ joins, ...period, weeks, ...selectors, times, ...said }));

/** Any schedule of one to five rules. */
export const anySchedule: fc.Arbitrary<OpeningSchedule> = fc
	.array(rule, { minLength: 1, maxLength: 5 })
	.map((rules) => ({
		rules: rules.map((one, rank) => (rank === 0 ? { ...one, joins: 'override' } : one)),
		sourceText: '',
		syntax: 'grid'
	}));

const clock = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const daytime = fc
	.uniqueArray(fc.integer({ min: 1, max: 95 }), { minLength: 2, maxLength: 2 })
	.map((quarters) => quarters.toSorted((one, other) => one - other))
	.map(([start, end]) => `${clock(start * 15)}-${clock(end * 15)}`);
const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const dayList = fc.oneof(
	fc.uniqueArray(fc.constantFrom(...dayNames), { minLength: 1, maxLength: 4 }).map((names) => names.join(',')),
	fc.tuple(fc.constantFrom(...dayNames), fc.constantFrom(...dayNames)).map(([from, to]) => `${from}-${to}`),
	fc
		.tuple(fc.constantFrom(...dayNames), fc.constantFrom('1', '2', '-1', '1,3'))
		.map(([day, ranks]) => `${day}[${ranks}]`)
);
const period = fc.constantFrom(
	'',
	'',
	'',
	'Jul-Aug ',
	'Nov-Feb ',
	'week 1-53/2 ',
	'week 10-20 ',
	'2025 ',
	'Dec 24-Jan 2 ',
	'Mar 15 '
);

/** Expressions of the kind libraries publish, on which the specification leaves no doubt: no holidays, no night. */
export const plainExpression: fc.Arbitrary<string> = fc
	.array(
		fc.tuple(
			fc.constantFrom('; ', '; ', ', '),
			period,
			dayList,
			fc.array(daytime, { minLength: 1, maxLength: 2 }),
			fc.constantFrom('', '', '', ' off')
		),
		{ minLength: 1, maxLength: 5 }
	)
	.map((rules) =>
		rules
			.map(
				([joins, dates, days, times, state], rank) =>
					`${rank === 0 ? '' : joins}${dates}${days} ${times.join(',')}${state}`
			)
			.join('')
	);
