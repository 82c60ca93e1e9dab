import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '#domain/calendar.ts';
import { datesOfWeek, schoolDayKind, schoolWeekKinds, weeksLater } from '#domain/school-week.ts';
import { isoWeeksOf } from '#domain/week-choice.ts';
import { civilCalendar } from '#core/hours/calendar.ts';
import { parseIsoDate } from '#core/hours/civil-date.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { civilWeekSpanText, schoolWeekText } from '#i18n/question-words.ts';
import { summary } from '../summary-fixture.ts';

const zoneB = schoolCalendar('B');

describe('the school days of a civil week', () => {
	it('are those that the hours are computed with, on every date of the calendars and beyond', () => {
		for (const zone of ['A', 'B', 'C', 'Corse'] as const) {
			const school = schoolCalendar(zone);
			const calendar = civilCalendar({ school, departement: null });
			for (const year of [2017, 2025, 2026, 2027])
				for (let week = 1; week <= isoWeeksOf(year); week++)
					for (const date of datesOfWeek(`${year}-W${String(week).padStart(2, '0')}`)) {
						const day = parseIsoDate(date);
						expect([zone, date, schoolDayKind(date, school)]).toEqual([
							zone,
							date,
							calendar.dayKind(day as NonNullable<typeof day>).school
						]);
					}
		}
	});

	it('begin on Monday and run to Sunday, over the end of a year too', () => {
		expect(datesOfWeek('2026-W53')).toEqual([
			'2026-12-28',
			'2026-12-29',
			'2026-12-30',
			'2026-12-31',
			'2027-01-01',
			'2027-01-02',
			'2027-01-03'
		]);
	});

	it('follow each other over years of 52 and of 53 weeks', () => {
		expect(weeksLater('2026-W53', 1)).toBe('2027-W01');
		expect(weeksLater('2026-W01', -1)).toBe('2025-W52');
		expect(weeksLater('2020-W53', 53)).toBe('2022-W01');
	});

	it('are told once each, in their order, and never taken for term where nothing is known', () => {
		const school = {
			zone: 'B',
			knownFrom: '2026-01-01',
			knownTo: '2026-04-15',
			holidays: [{ name: 'Printemps', from: '2026-04-11', to: '2026-04-14', summer: false }]
		} as const satisfies SchoolCalendar;
		expect(schoolWeekKinds('2026-W15', school)).toEqual(['term', 'small-holidays']);
		expect(schoolWeekKinds('2026-W16', school)).toEqual(['small-holidays', 'term', 'unknown']);
		expect(schoolWeekKinds('2026-W16', null)).toEqual(['unknown']);
	});

	it('are said with the zone', () => {
		const territory = summary({ zone: 'B', calendar: { ...summary().calendar, school: zoneB } });
		expect(schoolWeekText('2026-W29', territory, 'fr')).toBe('vacances d’été (zone B)');
		expect(schoolWeekText('2026-W47', territory, 'fr')).toBe('vacances scolaires non connues (zone B)');
		expect(schoolWeekText('2026-W47', { ...territory, zone: 'Corse' }, 'en')).toBe(
			'school holidays not known (Corsica)'
		);
		expect(civilWeekSpanText('2026-W47', 'fr').replace(/[\u00a0\u202f\u2009]/g, ' ')).toBe(
			'semaine 47 : 16–22 novembre 2026'
		);
	});
});
