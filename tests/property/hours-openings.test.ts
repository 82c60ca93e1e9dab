import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import type { CivilCalendar } from '#core/hours/calendar.ts';
import type { CivilDay } from '#core/hours/civil-date.ts';
import { addDays, civilDay, isoWeeksInYear, mondayOfIsoWeek } from '#core/hours/civil-date.ts';
import { livedMinutes } from '#core/hours/clock-change.ts';
import { scheduleReader } from '#core/hours/day-openings.ts';
import {
	intersectIntervals,
	normalizeIntervals,
	openAt,
	sameIntervals,
	totalMinutes,
	unionIntervals,
	unionMinutes
} from '#core/hours/intervals.ts';
import { LUNCH_HOURS, minutesByMoment, MOMENTS } from '#core/hours/moments.ts';
import { openSitesAt, packOpenings, sitesOpenAt, unionOfOpenings } from '#core/hours/openings-kernel.ts';
import { compileWeek, weeklyMinutes } from '#core/hours/reference-week.ts';
import { yearMinutes } from '#core/hours/year-hours.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { anySchedule } from '../hours-arbitraries.ts';

const WEEK = 10_080;
const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '59' });
const anyDay = fc.integer({ min: civilDay(2024, 1, 1), max: civilDay(2027, 12, 31) }).map((day) => day as CivilDay);
const pairs = fc
	.array(fc.tuple(fc.integer({ min: 0, max: WEEK }), fc.integer({ min: 0, max: 700 })), { maxLength: 12 })
	.map((spans) => spans.flatMap(([start, minutes]) => [start, Math.min(start + minutes, WEEK)]));
const week = pairs.map(normalizeIntervals);

function minuteSet(intervals: readonly number[]): Set<number> {
	const minutes = new Set<number>();
	for (let at = 0; at < intervals.length; at += 2) {
		for (let minute = intervals[at]; minute < intervals[at + 1]; minute++) minutes.add(minute);
	}
	return minutes;
}

describe('intervals', () => {
	it('are sorted, disjoint, not touching, and hold the minutes given', () => {
		fc.assert(
			fc.property(pairs, (given) => {
				const intervals = normalizeIntervals(given);
				for (let at = 1; at < intervals.length; at++) expect(intervals[at]).toBeGreaterThan(intervals[at - 1]);
				expect(minuteSet(intervals)).toEqual(minuteSet(given));
			})
		);
	});

	it('unite and intersect as sets of minutes', () => {
		fc.assert(
			fc.property(week, week, fc.integer({ min: 0, max: WEEK }), (one, other, minute) => {
				const inOther = minuteSet(other);
				const both = new Set([...minuteSet(one)].filter((minute) => inOther.has(minute)));
				expect(minuteSet(intersectIntervals(one, other))).toEqual(both);
				expect(unionMinutes([one, other])).toBe(totalMinutes(one) + totalMinutes(other) - both.size);
				expect(openAt(unionIntervals([one, other]), minute)).toBe(openAt(one, minute) || openAt(other, minute));
			})
		);
	});
});

describe('moments', () => {
	it('are a partition of the week', () => {
		const times = new Uint8Array(WEEK);
		for (const moment of Object.values(MOMENTS)) for (const minute of minuteSet(moment)) times[minute]++;
		expect(times.every((count) => count === 1)).toBe(true);
		expect(totalMinutes(LUNCH_HOURS)).toBe(7 * 120);
	});

	it('share the hours of a week out whole', () => {
		fc.assert(
			fc.property(week, (open) => {
				const byMoment = Object.values(minutesByMoment(open));
				expect(byMoment.reduce((sum, minutes) => sum + minutes, 0)).toBe(totalMinutes(open));
			})
		);
	});

	it('begin and end where DESIGN says', () => {
		const only = (day: number, hour: number) => minutesByMoment([day * 1440 + hour * 60, day * 1440 + hour * 60 + 60]);
		expect(only(2, 12)['wednesday-afternoon']).toBe(60);
		expect(only(2, 11)['weekday-daytime']).toBe(60);
		expect(only(4, 18)['weekday-evening']).toBe(60);
		expect(only(2, 18)['weekday-evening']).toBe(60);
		expect(only(5, 12)['saturday-morning']).toBe(60);
		expect(only(5, 13)['saturday-afternoon']).toBe(60);
		expect(only(6, 20).sunday).toBe(60);
	});
});

const network = fc.integer({ min: 0, max: 8 }).chain((siteCount) =>
	fc.record({
		weeks: fc.array(week, { minLength: siteCount, maxLength: siteCount }),
		reach: fc.array(
			siteCount === 0
				? fc.constant<[number, number][]>([])
				: fc.array(fc.tuple(fc.integer({ min: 0, max: siteCount - 1 }), fc.integer({ min: 0, max: 1800 })), {
						maxLength: 5
					}),
			{ maxLength: 6 }
		)
	})
);

describe('union of openings over the sites in reach', () => {
	it('is that of a plain union of minutes, and no more than the sum', () => {
		fc.assert(
			fc.property(
				network,
				fc.integer({ min: 0, max: 1800 }),
				fc.integer({ min: 0, max: WEEK - 1 }),
				(given, cutoff, minute) => {
					const rows = given.reach.map((row) => row.toSorted((one, other) => one[1] - other[1]));
					const first = new Uint32Array(rows.length + 1);
					rows.forEach((row, demand) => (first[demand + 1] = first[demand] + row.length));
					const reach = {
						demandCount: rows.length,
						siteCount: given.weeks.length,
						first,
						site: Uint32Array.from(rows.flat().map(([site]) => site)),
						toSite: Uint32Array.from(rows.flat().map(([, seconds]) => seconds))
					};
					const openings = packOpenings(given.weeks.map((open) => Uint16Array.from(open)));
					const union = unionOfOpenings(reach, cutoff, openings);
					const open = openSitesAt(reach, cutoff, openings, minute);
					rows.forEach((row, demand) => {
						const near = row.filter(([, seconds]) => seconds <= cutoff).map(([site]) => given.weeks[site]);
						expect(union[demand]).toBe(unionMinutes(near));
						expect(union[demand]).toBeLessThanOrEqual(near.reduce((sum, one) => sum + totalMinutes(one), 0));
						expect(open[demand]).toBe(near.filter((one) => openAt(one, minute)).length);
					});
					expect([...sitesOpenAt(openings, minute)]).toEqual(given.weeks.map((one) => Number(openAt(one, minute))));
				}
			),
			{ numRuns: 500 }
		);
	});

	it('refuses openings of other sites than those of the travel times', () => {
		const reach = {
			demandCount: 0,
			siteCount: 2,
			first: new Uint32Array(1),
			site: new Uint32Array(),
			toSite: new Uint32Array()
		};
		expect(() => unionOfOpenings(reach, 900, packOpenings([new Uint16Array()]))).toThrow(
			/1 sites, expected those of the 2/
		);
	});
});

/** The same calendar with every unknown school day taken for what `taken` says. */
function supposing(taken: boolean): CivilCalendar {
	return { ...calendar, isSchoolHoliday: (day) => calendar.isSchoolHoliday(day) ?? taken };
}

describe('days of any schedule', () => {
	it('are sorted intervals of the day, in lists that share no minute', () => {
		fc.assert(
			fc.property(anySchedule, anyDay, (schedule, day) => {
				const { open, restricted, unknown } = scheduleReader(schedule).day(day, calendar);
				for (const list of [open, restricted, unknown]) {
					expect(normalizeIntervals(list)).toEqual(list);
					expect(list.every((minute) => minute >= 0 && minute <= 1440)).toBe(true);
				}
				expect(totalMinutes(intersectIntervals(open, restricted))).toBe(0);
				expect(totalMinutes(intersectIntervals(unionIntervals([open, restricted]), unknown))).toBe(0);
			}),
			{ numRuns: 1000 }
		);
	});

	it('that hang on unknown holidays hold no more than either case; the others are the same in both', () => {
		fc.assert(
			fc.property(anySchedule, anyDay, (schedule, day) => {
				const reader = scheduleReader(schedule);
				const told = reader.day(day, calendar);
				for (const taken of [false, true]) {
					const supposed = reader.day(day, supposing(taken)).open;
					expect(sameIntervals(intersectIntervals(told.open, supposed), told.open)).toBe(true);
					if (!told.undetermined) expect(told.open).toEqual(supposed);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('weeks and years of any schedule', () => {
	const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

	it('civil weeks of an ISO year add up to its days', () => {
		fc.assert(
			fc.property(anySchedule, fc.constantFrom(2024, 2025), (schedule, isoYear) => {
				const reader = scheduleReader(schedule);
				const weeks = Array.from({ length: isoWeeksInYear(isoYear) }, (_, rank) => rank + 1);
				const byWeek = weeks.map(
					(isoWeek) => weeklyMinutes(schedule, { kind: 'civil', isoYear, isoWeek }, calendar).atLeastMinutes
				);
				const days: number[] = [];
				for (let day = mondayOfIsoWeek(isoYear, 1); day < mondayOfIsoWeek(isoYear + 1, 1); day = addDays(day, 1)) {
					days.push(livedMinutes(reader.day(day, calendar).open, calendar.clockChange(day)));
				}
				expect(sum(byWeek)).toBe(sum(days));
			}),
			{ numRuns: 40 }
		);
	});

	it('the parts of a known year add up to it', () => {
		fc.assert(
			fc.property(anySchedule, (schedule) => {
				const year = yearMinutes(schedule, 2025, calendar);
				if (year.minutes === null) expect(year.reasons).not.toEqual([]);
				else expect(sum(Object.values(year.byKind ?? {}))).toBe(year.minutes);
			}),
			{ numRuns: 60 }
		);
	});

	it('a compiled civil week holds the sure minutes of its days', () => {
		fc.assert(
			fc.property(anySchedule, fc.integer({ min: 1, max: 52 }), (schedule, isoWeek) => {
				const reference = { kind: 'civil', isoYear: 2025, isoWeek } as const;
				const { intervals } = compileWeek(schedule, reference, { ...calendar, clockChange: () => 0 });
				const { atLeastMinutes } = weeklyMinutes(schedule, reference, { ...calendar, clockChange: () => 0 });
				expect(normalizeIntervals([...intervals])).toEqual([...intervals]);
				expect(totalMinutes(intervals)).toBe(atLeastMinutes);
			}),
			{ numRuns: 200 }
		);
	});
});
