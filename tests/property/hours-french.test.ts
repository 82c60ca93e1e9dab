import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { addDays, civilDay } from '#core/hours/civil-date.ts';
import { scheduleReader } from '#core/hours/day-openings.ts';
import type { OpeningRule, OpeningSchedule, TimeSpan, Weekday } from '#domain/opening-schedule.ts';
import { BLANK_RULE } from '#domain/opening-schedule.ts';
import { describeSchedule } from '#i18n/describe-schedule.ts';
import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

/** Schedules that French says without ambiguity: a week, then what holds in other periods, then closings. */

const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '59' });
const span = (start: number, end: number): TimeSpan => ({ start, end, openEnd: false });
const quarter = (from: number, to: number) => fc.integer({ min: from * 4, max: to * 4 }).map((value) => value * 15);
const morning = fc.tuple(quarter(8, 10), quarter(11, 13)).map(([start, end]) => span(start, end));
const afternoon = fc.tuple(quarter(14, 16), quarter(17, 21)).map(([start, end]) => span(start, end));
const spans: fc.Arbitrary<TimeSpan[]> = fc.oneof(
	morning.map((one) => [one]),
	afternoon.map((one) => [one]),
	fc.tuple(morning, afternoon).map((both) => [...both])
);
const one = (day: Weekday, nth: readonly number[] = []) => ({ from: day, to: day, nth, offsetDays: 0 });
const month = (from: number, to: number) => ({
	from: { year: null, month: from, day: null, offsetDays: 0 },
	to: { year: null, month: to, day: null, offsetDays: 0 },
	openEnd: false
});
const dated = (from: readonly [number, number], to: readonly [number, number], year: number | null = null) => ({
	from: { year, month: from[0], day: from[1], offsetDays: 0 },
	to: { year, month: to[0], day: to[1], offsetDays: 0 },
	openEnd: false
});

/** Days shared out among a few lists of hours, so that no day comes twice. */
const week = (weekdays: readonly Weekday[]): fc.Arbitrary<OpeningRule[]> =>
	fc
		.tuple(fc.shuffledSubarray([...weekdays], { minLength: 1 }), fc.array(spans, { minLength: 1, maxLength: 3 }))
		.map(([days, hours]) =>
			hours
				.map((times, rank) => ({
					...BLANK_RULE,
					weekdays: days.filter((_, at) => at % hours.length === rank).map((day) => one(day)),
					times
				}))
				.filter(({ weekdays: own }) => own.length > 0)
		);
const within = (period: Partial<OpeningRule>) => (rules: OpeningRule[]) =>
	rules.map((rule) => ({ ...rule, ...period, holidaysNarrow: period.holidays !== undefined }));
const SH = [{ kind: 'SH' as const, offsetDays: 0 }];
const maybe = (rules: fc.Arbitrary<OpeningRule[]>) => fc.oneof(fc.constant<OpeningRule[]>([]), rules);
const closing = (more: Partial<OpeningRule>): OpeningRule[] => [{ ...BLANK_RULE, ...more, state: 'closed' }];

const WORKING: readonly Weekday[] = [0, 1, 2, 3, 4];
const ranked = fc
	.tuple(fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, -1), { minLength: 1, maxLength: 3 }), spans)
	.map(([nth, times]): OpeningRule[] => [{ ...BLANK_RULE, weekdays: [one(5, nth)], times }]);
const alternate = fc
	.tuple(fc.constantFrom(1, 2), spans)
	.map(([from, times]): OpeningRule[] => [
		{ ...BLANK_RULE, weeks: [{ from, to: from === 1 ? 53 : 52, every: 2 }], weekdays: [one(6)], times }
	]);
const yearRules = fc.tuple(week(WORKING), maybe(ranked), maybe(alternate)).map((groups) => groups.flat());
const schedule: fc.Arbitrary<OpeningSchedule> = fc
	.tuple(
		yearRules,
		maybe(fc.oneof(week(WORKING).map(within({ holidays: SH })), fc.constant(closing({ holidays: SH })))),
		maybe(week(WORKING).map(within({ holidays: SH, dates: [month(7, 8)] }))),
		maybe(
			fc.constantFrom(
				closing({ dates: [month(8, 8)].map(({ from }) => ({ from, to: null, openEnd: false })) }),
				closing({ dates: [dated([8, 1], [8, 15])] }),
				closing({ dates: [dated([12, 24], [1, 2])] }),
				closing({ dates: [dated([5, 2], [5, 9], 2025)] })
			)
		),
		maybe(fc.constant(closing({ holidays: [{ kind: 'PH', offsetDays: 0 }] })))
	)
	.map((groups) => ({ rules: groups.flat(), sourceText: '', syntax: 'grid' as const }));

const FIRST = civilDay(2025, 1, 1);

/** What each day of 2025 holds. */
function openings(of: OpeningSchedule): string[] {
	const reader = scheduleReader(of);
	return Array.from({ length: 365 }, (_, rank) => {
		const { open, restricted, unknown } = reader.day(addDays(FIRST, rank), calendar);
		return `${rank}: ${open.join(' ')} | ${restricted.join(' ')} | ${unknown.join(' ')}`;
	});
}

function understood(text: string): OpeningSchedule {
	const parsed = parseFrenchHours(text);
	if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
	return parsed.schedule;
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const SHORT_DAYS = ['Lun.', 'Mar.', 'Mer.', 'Jeu.', 'Ven.', 'Sam.', 'Dim.'];

/** One habit of writing: of a commune, over all of its sentence. */
const habit = fc.record({
	day: fc.constantFrom(
		(day: Weekday) => DAYS[day],
		(day: Weekday) => SHORT_DAYS[day],
		(day: Weekday) => DAYS[day].toUpperCase()
	),
	clock: fc.constantFrom(
		(minutes: number) => `${Math.floor(minutes / 60)}h${minutes % 60 === 0 ? '' : minutes % 60}`,
		(minutes: number) => `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`,
		(minutes: number) =>
			`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
		(minutes: number) => `${Math.floor(minutes / 60)}H${String(minutes % 60).padStart(2, '0')}`
	),
	to: fc.constantFrom('-', ' - ', ' – ', '\u00a0à\u00a0'),
	and: fc.constantFrom(' et ', ', ', ' / '),
	days: fc.constantFrom(' et ', ', ', ' & '),
	before: fc.constantFrom(' ', ' : ', ' de '),
	between: fc.constantFrom(' ; ', ', ', '\n', '. ', '\n• ', ';')
});

describe('hours written as a commune does', () => {
	it('are those that were meant', () => {
		fc.assert(
			fc.property(yearRules, habit, (rules, { day, clock, to, and, days, before, between }) => {
				const text = rules
					.map(({ weeks, weekdays, times }) => {
						const said = weekdays.map(({ from, nth }) => {
							const ranks = nth.map((rank) => (rank === 1 ? '1er' : rank === -1 ? 'dernier' : `${rank}e`)).join(' et ');
							return `${ranks} ${day(from)}${ranks === '' ? '' : ' du mois'}`.trim();
						});
						const parity = weeks.length === 0 ? '' : ` (semaines ${weeks[0].from === 1 ? 'im' : ''}paires)`;
						const hours = times.map(({ start, end }) => `${clock(start)}${to}${clock(end)}`).join(and);
						return `${said.join(days)}${parity}${before}${hours}`;
					})
					.join(between);
				expect(openings(understood(text)), text).toEqual(openings({ rules, sourceText: '', syntax: 'grid' }));
			}),
			{ numRuns: 200 }
		);
	});
});

describe('the sentence that says a schedule in French', () => {
	it('is read back as the same openings', () => {
		fc.assert(
			fc.property(schedule, (given) => {
				const text = describeSchedule(given, 'fr');
				expect(openings(understood(text)), text).toEqual(openings(given));
			}),
			{ numRuns: 200 }
		);
	});
});

describe('what is understood of French', () => {
	const fragment = fc.constantFrom(
		...[
			'lundi',
			'mar.',
			'samedi',
			'1er',
			'dernier',
			'du mois',
			'tous les jours',
			'au',
			'et',
			',',
			';',
			'\n',
			'(',
			')',
			':'
		],
		...['10h', '16h30', '-', 'à', '10h-12h', '14h-18h', 'matin', 'fermé', 'ouvert', 'sauf', 'hors', 'uniquement'],
		...[
			'vacances scolaires',
			'en période scolaire',
			'été',
			'juillet',
			'du 1er au 15 août',
			'24 décembre 2026',
			'jours fériés'
		],
		...[
			'semaines paires',
			'un',
			'sur deux',
			'sur rendez-vous',
			'classes',
			'tout public',
			'bonjour',
			'selon',
			'2026',
			'\u0000',
			'"'
		]
	);
	const sentence = fc.oneof(
		{ weight: 4, arbitrary: fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join(' ')) },
		{ weight: 1, arbitrary: fc.string({ maxLength: 120, unit: 'binary' }) }
	);

	it('is written in the OpenStreetMap syntax and read back without loss; never an exception', () => {
		fc.assert(
			fc.property(sentence, (text) => {
				const parsed = parseFrenchHours(text);
				if (!parsed.ok) {
					expect(parsed.error.position).toBeLessThanOrEqual(text.length);
					return;
				}
				const written = writeOsmHours(parsed.schedule);
				const again = parseOsmHours(written);
				if (!again.ok) throw new Error(`${text} => ${written}: ${JSON.stringify(again.error)}`);
				expect(openings(again.schedule), `${text} => ${written}`).toEqual(openings(parsed.schedule));
			}),
			{ numRuns: 1500 }
		);
	});
});
