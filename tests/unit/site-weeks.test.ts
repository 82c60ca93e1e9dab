import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '#core/hours/civil-date.ts';
import { weeklyMinutes } from '#core/hours/reference-week.ts';
import { SCHOOL_ZONES } from '#domain/calendar.ts';
import { WEEK_KINDS } from '#domain/question.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { territoryCalendar, yearOfAbstractWeeks } from '#workers/jobs/site-weeks.ts';

function known(fromText: string, toText: string) {
	const [from, to] = [parseIsoDate(fromText), parseIsoDate(toText)];
	if (from === null || to === null) throw new Error(`${fromText} or ${toText} is no date`);
	return { from, to };
}

describe('the year that abstract weeks are made of', () => {
	it('is the last one that the school calendar holds whole', () => {
		expect(yearOfAbstractWeeks(known('2015-09-01', '2026-08-30'))).toBe(2025);
		expect(yearOfAbstractWeeks(known('2025-01-01', '2026-12-30'))).toBe(2025);
		expect(yearOfAbstractWeeks(known('2025-01-01', '2026-12-31'))).toBe(2026);
	});

	it('is the last one begun where none is whole', () => {
		expect(yearOfAbstractWeeks(known('2025-01-02', '2026-08-30'))).toBe(2026);
		expect(yearOfAbstractWeeks(known('2026-02-01', '2026-08-30'))).toBe(2026);
	});

	it('leaves nothing to tell of a dated schedule in a zone whose calendar is held; in Corse it is not known', () => {
		const parsed = parseOsmHours('week 1-53/2 Sa 10:00-12:00');
		if (!parsed.ok) throw new Error(parsed.error.message.code);
		for (const zone of SCHOOL_ZONES) {
			const { calendar, year } = territoryCalendar({ zone, communes: [] });
			for (const kind of WEEK_KINDS) {
				const week = weeklyMinutes(parsed.schedule, { kind, year }, calendar);
				if (zone === 'Corse') expect([week.minutes, week.reasons[0].code]).toEqual([null, 'reason_no_day_of_kind']);
				else expect([year, week.knownUntil, week.reasons]).toEqual([2025, null, []]);
			}
		}
	});
});
