import { describe, expect, it } from 'vitest';
import { civilCalendar, dayKind } from '#core/hours/calendar.ts';
import {
	addDays,
	civilDay,
	easterSunday,
	isoDateOf,
	isoWeekOf,
	isoWeeksInYear,
	lastSundayOf,
	mondayOfIsoWeek,
	parseIsoDate,
	weekdayOf
} from '#core/hours/civil-date.ts';
import type { CivilDay } from '#core/hours/civil-date.ts';
import { clockChangeMinutes, livedMinutes } from '#core/hours/clock-change.ts';
import { publicHolidays } from '#core/hours/public-holidays.ts';
import type { SchoolZone } from '#domain/calendar.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

function day(text: string): CivilDay {
	const parsed = parseIsoDate(text);
	if (parsed === null) throw new Error(`${text} is no date`);
	return parsed;
}

const holidays = (year: number, departement: string | null) =>
	[...publicHolidays(year, departement).keys()].toSorted((one, other) => one - other).map(isoDateOf);
const kindOf = (text: string, zone: SchoolZone, departement = '59') =>
	dayKind(day(text), { school: schoolCalendar(zone), departement });

describe('civil dates', () => {
	it('know the weekday of dates of record', () => {
		expect(weekdayOf(day('1969-07-20'))).toBe(6);
		expect(weekdayOf(day('2000-02-29'))).toBe(1);
		expect(weekdayOf(day('2026-01-01'))).toBe(3);
	});

	it('refuse what is no date', () => {
		for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '', '2026-01-01T00:00']) {
			expect(parseIsoDate(text)).toBeNull();
		}
	});

	it('number ISO weeks: 2026 has 53, and an odd week follows an odd week', () => {
		expect(isoWeeksInYear(2026)).toBe(53);
		expect([2015, 2020, 2026, 2032].map(isoWeeksInYear)).toEqual([53, 53, 53, 53]);
		expect([2021, 2024, 2025, 2027].map(isoWeeksInYear)).toEqual([52, 52, 52, 52]);
		expect(isoWeekOf(day('2026-12-28'))).toEqual({ isoYear: 2026, isoWeek: 53 });
		expect(isoWeekOf(day('2027-01-03'))).toEqual({ isoYear: 2026, isoWeek: 53 });
		expect(isoWeekOf(day('2027-01-04'))).toEqual({ isoYear: 2027, isoWeek: 1 });
		expect(isoWeekOf(day('2024-12-30'))).toEqual({ isoYear: 2025, isoWeek: 1 });
		expect(isoDateOf(mondayOfIsoWeek(2026, 1))).toBe('2025-12-29');
	});

	it('find Easter (table of the Bureau des longitudes)', () => {
		const easters = [1961, 2000, 2008, 2011, 2024, 2025, 2026, 2027, 2038].map((year) => isoDateOf(easterSunday(year)));
		expect(easters).toEqual([
			'1961-04-02',
			'2000-04-23',
			'2008-03-23',
			'2011-04-24',
			'2024-03-31',
			'2025-04-20',
			'2026-04-05',
			'2027-03-28',
			'2038-04-25'
		]);
	});

	it('find the Sundays of the clock changes', () => {
		expect(isoDateOf(lastSundayOf(2026, 3))).toBe('2026-03-29');
		expect(isoDateOf(lastSundayOf(2026, 10))).toBe('2026-10-25');
		expect(isoDateOf(lastSundayOf(2027, 10))).toBe('2027-10-31');
	});
});

describe('public holidays', () => {
	it('are eleven in 2026, thirteen in Alsace-Moselle', () => {
		const common = [
			'2026-01-01',
			'2026-04-06',
			'2026-05-01',
			'2026-05-08',
			'2026-05-14',
			'2026-05-25',
			'2026-07-14',
			'2026-08-15',
			'2026-11-01',
			'2026-11-11',
			'2026-12-25'
		];
		expect(holidays(2026, '59')).toEqual(common);
		expect(holidays(2026, null)).toEqual(common);
		for (const departement of ['57', '67', '68']) {
			expect(holidays(2026, departement)).toEqual([...common, '2026-04-03', '2026-12-26'].toSorted());
		}
		expect(holidays(2026, '54')).toEqual(common);
	});

	it('hold the abolition of slavery overseas', () => {
		expect(holidays(2026, '974')).toContain('2026-12-20');
		expect(holidays(2026, '972')).toContain('2026-05-22');
		expect(holidays(2026, '59')).not.toContain('2026-12-20');
	});

	it('are ten days where two fall on one: Ascension on May 8, 2008 on May 1', () => {
		expect(holidays(2008, '59')).toHaveLength(10);
		expect(publicHolidays(2008, '59').get(civilDay(2008, 5, 1))).toBe('public_holiday_ascension');
	});
});

describe('school holidays', () => {
	it('begin on the Saturday and end on the Sunday before school', () => {
		expect(kindOf('2026-02-13', 'B').school).toBe('term');
		expect(kindOf('2026-02-14', 'B').school).toBe('small-holidays');
		expect(kindOf('2026-03-01', 'B').school).toBe('small-holidays');
		expect(kindOf('2026-03-02', 'B').school).toBe('term');
	});

	it('tell zones apart, and the summer from the others', () => {
		expect((['A', 'B', 'C'] as const).map((zone) => kindOf('2026-02-10', zone).school)).toEqual([
			'small-holidays',
			'term',
			'term'
		]);
		expect(kindOf('2026-07-14', 'C')).toEqual({ school: 'summer', publicHoliday: 'public_holiday_bastille_day' });
	});

	it('are unknown beyond the source, never term: Toussaint 2026, and Corse always', () => {
		expect(kindOf('2026-08-30', 'B').school).toBe('summer');
		for (const date of ['2026-08-31', '2026-10-20', '2026-12-25', '2028-06-01', '2015-08-31']) {
			expect(kindOf(date, 'B').school).toBe('unknown');
		}
		expect(schoolCalendar('Corse')).toBeNull();
		expect(kindOf('2026-02-14', 'Corse', '2A').school).toBe('unknown');
	});

	it('that are no dates are refused', () => {
		const school = {
			zone: 'A' as const,
			knownFrom: '2026-02-30' as const,
			knownTo: '2026-03-01' as const,
			holidays: []
		};
		expect(() => civilCalendar({ school, departement: null })).toThrow(/2026-02-30/);
	});
});

describe('clock changes', () => {
	it('take an hour on the last Sunday of March and give one on the last of October, not overseas', () => {
		expect(clockChangeMinutes(day('2026-03-29'), '59')).toBe(-60);
		expect(clockChangeMinutes(day('2026-10-25'), '59')).toBe(60);
		expect(clockChangeMinutes(day('2026-03-22'), '59')).toBe(0);
		expect(clockChangeMinutes(day('2026-03-29'), '974')).toBe(0);
	});

	it('touch only what is open between 2:00 and 3:00', () => {
		expect(livedMinutes([0, 1440], -60)).toBe(1380);
		expect(livedMinutes([0, 1440], 60)).toBe(1500);
		expect(livedMinutes([0, 150], -60)).toBe(120);
		expect(livedMinutes([600, 720], -60)).toBe(120);
	});
});

describe('a whole year of days', () => {
	it('has 365 or 366, each weekday 52 or 53 times', () => {
		for (const [year, length] of [
			[2024, 366],
			[2026, 365],
			[2100, 365]
		]) {
			const first = civilDay(year, 1, 1);
			expect(civilDay(year + 1, 1, 1) - first).toBe(length);
			expect(isoDateOf(addDays(first, length - 1))).toBe(`${year}-12-31`);
		}
	});
});
