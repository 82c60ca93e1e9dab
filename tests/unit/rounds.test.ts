import { describe, expect, it } from 'vitest';
import type { Rounds } from '#domain/scenario.ts';
import { readWeek } from '#core/hours/reference-week.ts';
import { roundsSchedule } from '#workers/jobs/scenario/rounds.ts';
import { territoryCalendar } from '#workers/jobs/site-weeks.ts';
import { rounds } from '../scenario-session.ts';

describe('the hours of a stop', () => {
	const { calendar } = territoryCalendar({ zone: 'B', communes: [] });
	const minutes = (of: Rounds, isoYear: number, isoWeek: number) => {
		const schedule = roundsSchedule(of);
		if (schedule === null) throw new Error('no hours');
		return readWeek(schedule, { kind: 'civil', isoYear, isoWeek }, calendar).weekly.minutes;
	};

	it('are on its weekday, every week of school that has no public holiday then', () => {
		expect(minutes(rounds(), 2026, 12)).toBe(90);
		// The winter holidays of zone B begin on 14 February 2026; Thursday 14 May 2026 is Ascension Day.
		expect(minutes(rounds(), 2026, 8)).toBe(0);
		expect(minutes(rounds({ inSchoolHolidays: true }), 2026, 8)).toBe(90);
		expect(minutes(rounds({ weekday: 3 }), 2026, 20)).toBe(0);
	});

	it('are of odd or of even ISO weeks; the odd weeks 53 and 1 follow each other', () => {
		const [odd, even] = (['odd', 'even'] as const).map((weeks) => rounds({ weeks, inSchoolHolidays: true }));
		expect([10, 11, 12, 13].map((week) => minutes(odd, 2026, week))).toEqual([0, 90, 0, 90]);
		expect([10, 11, 12, 13].map((week) => minutes(even, 2026, week))).toEqual([90, 0, 90, 0]);
		const of2020 = rounds({ weeks: 'odd', inSchoolHolidays: true });
		expect([minutes(of2020, 2020, 53), minutes(of2020, 2021, 1)]).toEqual([90, 90]);
	});

	it('are none for a time that ends before it begins, or after midnight', () => {
		expect(roundsSchedule(rounds({ start: 600, end: 600 }))).toBeNull();
		expect(roundsSchedule(rounds({ start: NaN }))).toBeNull();
		expect(roundsSchedule(rounds({ end: 1441 }))).toBeNull();
		expect(roundsSchedule(rounds({ end: 1440 }))).not.toBeNull();
	});
});
