import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { addDays, civilDate, civilDay, weekdayOf, type CivilDay } from '#core/hours/civil-date.ts';
import { scheduleReader, type DayOpenings } from '#core/hours/day-openings.ts';
import { ruleMatches } from '#core/hours/rule-match.ts';
import type { WeekKind } from '#domain/audience-profile.ts';
import type { OpeningRule, OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { weekGridOf, type WeekGrid } from '#domain/week-grid.ts';
import type { GridDay } from '#domain/week-grid-content.ts';
import { withGridDays } from '#domain/week-grid-edit.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { anySchedule } from '../hours-arbitraries.ts';

const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '67' });
const isHoliday = (day: CivilDay) => calendar.isSchoolHoliday(day) === true;
const holidays = { isPublicHoliday: (day: CivilDay) => calendar.isPublicHoliday(day), isSchoolHoliday: isHoliday };
// Two years of known school holidays; those of summer 2023 ran to 3 September.
const dates: CivilDay[] = [];
for (let day = civilDay(2023, 1, 1); day <= civilDay(2024, 12, 31); day = addDays(day, 1)) dates.push(day);
const ofSeptember = (day: CivilDay) => isHoliday(day) && civilDate(day).month === 9;

function periodOf(day: CivilDay, grid: WeekGrid): WeekKind {
	const summerMonth = [7, 8].includes(civilDate(day).month);
	if (summerMonth && (isHoliday(day) || grid.summerByMonths)) return 'summer';
	return isHoliday(day) ? 'small-holidays' : 'term';
}

/** Published as libraries do: weekly hours, holidays, months, and what the grid does not show. */
const period = fc.constantFrom('', '', '', '', 'SH ', 'SH ', 'Jul-Aug ', 'Jul-Aug SH ', 'Oct-Jun SH ', 'Sep-Jun ');
const season = fc.constantFrom('week 1-53/2 ', 'week 2-52/2 ', 'Nov-Feb ', 'Dec 24-Jan 2 ', 'Jul 14-Aug 15 ', '2024 ');
const days = fc.constantFrom(
	'Tu',
	'We',
	'Tu,Fr',
	'Mo-Fr',
	'Sa',
	'We,Sa',
	'Tu-Sa',
	'Sa,Su',
	'Fr-Mo',
	'We,PH',
	'Sa[1]',
	'Tu,Sa[1,3]'
);
const times = fc.constantFrom(
	...[
		'10:00-12:00',
		'14:00-18:30',
		'10:00-12:00,14:00-18:00',
		'16:10-18:25',
		'10:00-12:00+',
		'16:00+',
		'off',
		'12:00-13:00 off'
	],
	...['09:00-10:00 "classes"', '"sur rendez-vous"', 'unknown', '14:00-17:00 open "entrée libre"', '18:00-19:00']
);
const rule = fc.oneof(
	{ weight: 8, arbitrary: fc.tuple(period, days, times).map((parts) => `${parts[0]}${parts[1]} ${parts[2]}`) },
	{ weight: 3, arbitrary: fc.tuple(season, days, times).map((parts) => `${parts[0]}${parts[1]} ${parts[2]}`) },
	fc.constantFrom(
		'SH off',
		'PH off',
		'Aug off',
		'SH,PH off',
		'Jul-Aug off',
		'SH Mo-Fr off',
		'PH We 10:00-12:00',
		'10:00-12:00'
	)
);
const published: fc.Arbitrary<OpeningSchedule> = fc
	.array(fc.tuple(fc.constantFrom('; ', '; ', '; ', '; ', ', '), rule), { minLength: 1, maxLength: 7 })
	.map((rules) => rules.map(([joins, text], rank) => `${rank === 0 ? '' : joins}${text}`).join(''))
	.map((text) => {
		const parsed = parseOsmHours(text);
		return parsed.ok ? parsed.schedule : null;
	})
	.filter((schedule) => schedule !== null);
const schedules = fc.oneof({ weight: 3, arbitrary: published }, { weight: 1, arbitrary: anySchedule });

const editedDay: fc.Arbitrary<GridDay> = fc
	.uniqueArray(fc.integer({ min: 28, max: 88 }), { maxLength: 6 })
	.map((quarters) => quarters.toSorted((one, other) => one - other))
	.map((quarters) => {
		const slots = [];
		for (let at = 0; at + 1 < quarters.length; at += 2)
			slots.push({ start: quarters[at] * 15, end: quarters[at + 1] * 15, state: 'open' as const, comment: null });
		return { slots, wholeDay: null };
	});
const edit = fc.record({
	period: fc.constantFrom<WeekKind | null>('term', 'term', 'small-holidays', 'summer', null),
	days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<Weekday[]>,
	day: editedDay
});
const apply = (
	schedule: OpeningSchedule,
	{ period, days, day }: typeof edit extends fc.Arbitrary<infer T> ? T : never
) => withGridDays(schedule, period, new Map(days.map((weekday) => [weekday, day])));

const openings = (schedule: OpeningSchedule): DayOpenings[] => {
	const reader = scheduleReader(schedule);
	return dates.map((day) => reader.day(day, calendar));
};
const speaks = (rules: readonly OpeningRule[], day: CivilDay) => rules.some((one) => ruleMatches(one, day, holidays));
const open = (day: GridDay) =>
	day.slots.filter(({ state }) => state === 'open').flatMap(({ start, end }) => [start, end]);
const text = (schedule: OpeningSchedule) => writeOsmHours(schedule);
const isLate = ({ slots }: GridDay) => slots.some(({ end }) => end > 1440);

describe('the week of a period', () => {
	it('holds the openings of its dates on which no rule that it leaves out speaks', () => {
		fc.assert(
			fc.property(schedules, (schedule) => {
				const grid = weekGridOf(schedule);
				const read = openings(schedule);
				const message = text(schedule);
				dates.forEach((day, rank) => {
					const month = civilDate(day).month;
					// July's days of school have what the school holidays do not say.
					if (ofSeptember(day) || (grid.summerByMonths && [7, 8].includes(month) && !isHoliday(day))) return;
					const before = grid.days[periodOf(addDays(day, -1), grid)][weekdayOf(addDays(day, -1))];
					if (rank === 0 || isLate(before) || speaks(grid.kept, day) || speaks(grid.kept, addDays(day, -1))) return;
					if (
						month === 9 &&
						speaks(
							schedule.rules.filter(({ dates }) => dates.length > 0),
							day
						)
					)
						return;
					const shown = grid.days[periodOf(day, grid)][weekdayOf(day)];
					if (!isLate(shown)) expect(read[rank].open, message).toEqual(open(shown));
				});
			}),
			{ numRuns: 80 }
		);
	});
});

describe('an edit of some days', () => {
	it('changes no other day of two years, and gives these what was drawn wherever no rule left out speaks', () => {
		let edited = 0;
		fc.assert(
			fc.property(schedules, edit, (schedule, given) => {
				const grid = weekGridOf(schedule);
				const after = apply(schedule, given);
				const [before, read] = [openings(schedule), openings(after)];
				const locked = (weekday: Weekday) => grid.locks[given.period ?? 'all'][weekday] !== null;
				const touched = (day: CivilDay) =>
					given.days.includes(weekdayOf(day)) &&
					!locked(weekdayOf(day)) &&
					(given.period === null || periodOf(day, grid) === given.period);
				const message = `${text(schedule)} → ${text(after)}`;
				dates.forEach((day, rank) => {
					if (rank === 0) return;
					const [yesterday, isTouched] = [addDays(day, -1), touched(day)];
					if (ofSeptember(day) || ofSeptember(yesterday)) return;
					if (!isTouched && !touched(yesterday)) expect(read[rank], message).toEqual(before[rank]);
					if (!isTouched || speaks(grid.kept, day)) return;
					edited++;
					const spill = before[rank].open.filter((minute) => minute === 0).length > 0 || read[rank].open[0] === 0;
					if (!spill) expect(read[rank].open, message).toEqual(open(given.day));
				});
			}),
			{ numRuns: 120 }
		);
		expect(edited).toBeGreaterThan(1000);
	});

	it('gives the days of school holidays in September what was drawn or leaves them, as a whole', () => {
		fc.assert(
			fc.property(published, edit, (schedule, given) => {
				const grid = weekGridOf(schedule);
				const after = apply(schedule, given);
				const [before, read] = [scheduleReader(schedule), scheduleReader(after)];
				for (const day of dates.filter(ofSeptember)) {
					const [was, is] = [before.day(day, calendar), read.day(day, calendar)];
					if (speaks(grid.kept, day) || was.open[0] === 0) continue;
					const drawn =
						given.days.includes(weekdayOf(day)) && JSON.stringify(is.open) === JSON.stringify(open(given.day));
					if (!drawn) expect(is, `${text(schedule)} → ${text(after)}`).toEqual(was);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('leaves their force to rules left out: where one settles the day after all that is shown, it still does', () => {
		let settled = 0;
		fc.assert(
			fc.property(published, edit, (schedule, given) => {
				const { kept } = weekGridOf(schedule);
				const after = apply(schedule, given);
				const message = `${text(schedule)} → ${text(after)}`;
				const [before, read] = [scheduleReader(schedule), scheduleReader(after)];
				for (const day of dates) {
					const holding = schedule.rules.filter((one) => ruleMatches(one, day, holidays));
					const last = holding.at(-1);
					if (last === undefined || !kept.includes(last) || last.joins !== 'override') continue;
					if (last.state === 'closed' && last.times.length > 0) continue;
					settled++;
					const was = before.day(day, calendar);
					if (was.open[0] !== 0) expect(read.day(day, calendar).open, message).toEqual(was.open);
				}
			}),
			{ numRuns: 200 }
		);
		expect(settled).toBeGreaterThan(100);
	});

	it('shows what was drawn, is written and read back the same, and keeps every rule left out', () => {
		fc.assert(
			fc.property(schedules, edit, (schedule, given) => {
				const grid = weekGridOf(schedule);
				const after = apply(schedule, given);
				const parsed = parseOsmHours(text(after));
				expect(parsed.ok && parsed.schedule.rules, text(after)).toEqual(after.rules);
				const shown = weekGridOf(after);
				for (const weekday of given.days) {
					if (grid.locks[given.period ?? 'all'][weekday] !== null) continue;
					expect(shown.days[given.period ?? 'summer'][weekday], text(after)).toEqual(given.day);
				}
				expect(shown.kept.map((one) => text({ ...after, rules: [{ ...one, joins: 'override' }] }))).toEqual(
					grid.kept.map((one) => text({ ...after, rules: [{ ...one, joins: 'override' }] }))
				);
			}),
			{ numRuns: 400 }
		);
	});

	it('then undone by hand gives the openings of before on every day of two years', () => {
		fc.assert(
			fc.property(published, edit, (schedule, given) => {
				const grid = weekGridOf(schedule);
				fc.pre(given.period !== null || grid.sameEveryWeek);
				const after = apply(schedule, given);
				const back = withGridDays(
					after,
					given.period,
					new Map(given.days.map((weekday) => [weekday, grid.days[given.period ?? 'term'][weekday]]))
				);
				// Where kinds of days that a period puts together held different hours, drawing made them one.
				const plain = schedule.rules.every(({ dates, holidays }) => dates.length === 0 || holidays.length > 0);
				fc.pre(plain);
				expect(openings(back), `${text(schedule)} → ${text(after)} → ${text(back)}`).toEqual(openings(schedule));
			}),
			{ numRuns: 100 }
		);
	});
});
