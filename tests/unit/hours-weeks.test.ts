import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { compileWeek, weeklyMinutes } from '#core/hours/reference-week.ts';
import { yearMinutes } from '#core/hours/year-hours.ts';
import type { ReferenceWeek, SchoolZone } from '#domain/calendar.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

const X = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';
const TERM: ReferenceWeek = { kind: 'term', year: 2026 };
const SMALL: ReferenceWeek = { kind: 'small-holidays', year: 2026 };
const SUMMER: ReferenceWeek = { kind: 'summer', year: 2026 };
const civil = (isoYear: number, isoWeek: number): ReferenceWeek => ({ kind: 'civil', isoYear, isoWeek });

function schedule(text: string): OpeningSchedule {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.schedule;
}
const calendar = (zone: SchoolZone = 'B', departement = '59') =>
	civilCalendar({ school: schoolCalendar(zone), departement });
const week = (text: string, reference: ReferenceWeek, zone: SchoolZone = 'B') =>
	weeklyMinutes(schedule(text), reference, calendar(zone));
const hours = (text: string, reference: ReferenceWeek, zone: SchoolZone = 'B') => {
	const { minutes } = week(text, reference, zone);
	return minutes === null ? null : minutes / 60;
};

describe('reference weeks of schedules by weekday and kind of day', () => {
	it('hold 13.5 h for X in every kind of week', () => {
		for (const reference of [TERM, SMALL, SUMMER]) expect(hours(X, reference)).toBe(13.5);
		expect(hours('Mo-Fr 10:00-12:00, We 14:00-18:00', TERM)).toBe(14);
		expect(hours('Mo-Fr 10:00-12:00; We 14:00-18:00', TERM)).toBe(12);
	});

	it('need no calendar: Corse and 2040 are known, and what holidays change is told', () => {
		expect(hours(`${X}; SH off`, TERM, 'Corse')).toBe(13.5);
		expect(hours(`${X}; SH off`, SUMMER, 'Corse')).toBe(0);
		expect(hours(`${X}; SH Tu 14:00-18:00`, { kind: 'small-holidays', year: 2040 })).toBe(15);
	});

	it('have no public holiday', () => {
		expect(hours(`${X}; PH off`, TERM)).toBe(13.5);
		expect(hours('24/7; PH off', SMALL)).toBe(168);
	});

	it('join Sunday night to Monday', () => {
		expect(hours('Su 22:00-26:00', TERM)).toBe(4);
		expect([...compileWeek(schedule('Su 22:00-26:00'), TERM, calendar()).intervals]).toEqual([0, 120, 9960, 10080]);
	});
});

const SATURDAY_MORNING = [5 * 1440 + 600, 5 * 1440 + 720];
const compiled = (text: string, reference: ReferenceWeek = { kind: 'term', year: 2025 }, zone: SchoolZone = 'B') => [
	...compileWeek(schedule(text), reference, calendar(zone)).intervals
];

describe('reference weeks of dated schedules', () => {
	it('count "Sa[1]" for its share of the Saturdays of that kind in the year', () => {
		// Zone B, 2025: 52 Saturdays, 21 of them in holidays; first ones in term: Feb 1, Mar 1, May 3, Jun 7, Sep 6, Oct 4, Dec 6.
		const { minutes, knownUntil } = week('Sa[1] 10:00-12:00', { kind: 'term', year: 2025 });
		expect(knownUntil).toBeNull();
		expect(minutes).toBeCloseTo((120 * 7) / 31, 10);
	});

	it('leave out of the compiled week what is open on two thirds of the dates or less', () => {
		expect(compiled('Sa[1] 10:00-12:00')).toEqual([]);
		expect(compiled('Sa 10:00-12:00; Sa[1] 10:00-18:00')).toEqual(SATURDAY_MORNING);
		// Zone B, 2025, Saturdays of term by rank: 1st 7, 2nd 7, 3rd 7 (21 of 31 in all), 4th 8, 5th 2.
		expect(compiled('Sa[1,2,3] 10:00-12:00')).toEqual(SATURDAY_MORNING);
		expect(compiled('Sa[1,2] 10:00-12:00')).toEqual([]);
		expect(compiled('Sa[1,2,5] 10:00-12:00')).toEqual([]);
	});

	it('hold in the compiled week three weeks in four, and never one week in two, whichever weeks it is', () => {
		// Zone B, 2025: 16 Saturdays of term are in odd weeks, 15 in even ones.
		expect(week('week 1-53/2 Sa 10:00-12:00', { kind: 'term', year: 2025 }).minutes).toBeCloseTo((120 * 16) / 31, 10);
		expect(week('week 2-52/2 Sa 10:00-12:00', { kind: 'term', year: 2025 }).minutes).toBeCloseTo((120 * 15) / 31, 10);
		expect(compiled('week 1-53/4,2-50/4,3-51/4 Sa 10:00-12:00')).toEqual(SATURDAY_MORNING);
		for (const zone of ['A', 'B', 'C'] as const) {
			for (let year = 2016; year <= 2025; year++) {
				for (const kind of ['term', 'small-holidays', 'summer'] as const) {
					for (const weeks of ['1-53/2', '2-52/2']) {
						const told = `${weeks} ${kind} ${year} ${zone}`;
						expect(compiled(`week ${weeks} Mo-Su 10:00-12:00`, { kind, year }, zone), told).toEqual([]);
					}
				}
				const butOne = compiled('Sa 10:00-12:00; Sa[1] off', { kind: 'term', year }, zone);
				expect(butOne, `${year} ${zone}`).toEqual(SATURDAY_MORNING);
			}
		}
	});

	it('hold in the compiled week what holds all term but for a bridging closure', () => {
		const bridge = '2025 May 30 off; 2025 Nov 10 off; 2025 Dec 19 off';
		expect(compiled(`Mo,Fr 16:00-18:00; ${bridge}`)).toEqual([960, 1080, 4 * 1440 + 960, 4 * 1440 + 1080]);
	});

	it('say up to when the year is known', () => {
		expect(week('Sa[1] 10:00-12:00', TERM).knownUntil).not.toBeNull();
		expect(week('Sa[1] 10:00-12:00', { kind: 'term', year: 2025 }).knownUntil).toBeNull();
	});

	it('are null where no date of the kind is known', () => {
		expect(week('Sa[1] 10:00-12:00', TERM, 'Corse')).toMatchObject({
			minutes: null,
			reasons: [{ code: 'reason_no_day_of_kind', params: { year: '2026' } }]
		});
		expect(hours('Sa[1] 10:00-12:00', { kind: 'term', year: 2028 })).toBeNull();
	});

	it('read seasons: "Jul-Aug" is the summer, and no term', () => {
		const text = `${X}; Jul-Aug off; Jul-Aug Tu 10:00-12:00`;
		expect(hours(text, SUMMER)).toBe(2);
		expect(week(text, { kind: 'term', year: 2025 }).minutes).toBeCloseTo(13.5 * 60 - lostToJuly(), 10);
	});
});

/** July 1 to 4, 2025 (Tuesday to Friday) are term in zone B: their share of the term's Tuesdays, Wednesdays, Thursdays. */
function lostToJuly(): number {
	const termDays = (weekday: string) => {
		const all = yearMinutes(schedule(`${weekday} 10:00-10:01`), 2025, calendar()).byKind;
		return all?.term ?? 0;
	};
	return (150 - 120) / termDays('Tu') + 360 / termDays('We') + 150 / termDays('Th');
}

describe('civil weeks', () => {
	it('of the March change a 24/7 week is 167 h, of the October change 169 h, else 168 h', () => {
		expect(hours('24/7', civil(2026, 13))).toBe(167);
		expect(hours('24/7', civil(2026, 43))).toBe(169);
		expect(hours('24/7', civil(2026, 14))).toBe(168);
		expect(hours(X, civil(2026, 13))).toBe(13.5);
		expect(weeklyMinutes(schedule('24/7'), civil(2026, 13), calendar('B', '974')).minutes).toBe(168 * 60);
	});

	it('hold public and school holidays', () => {
		expect(hours(`${X}; PH off`, civil(2026, 29))).toBe(11);
		expect(hours(`${X}; SH off`, civil(2026, 8))).toBe(0);
		expect(hours(`${X}; SH off`, civil(2026, 7))).toBe(11);
	});

	it('are null where they hang on unknown holidays, with what is sure', () => {
		expect(week(`${X}; SH Tu-Sa 14:00-18:00`, civil(2026, 43))).toMatchObject({
			minutes: null,
			atLeastMinutes: 120 + 240 + 120,
			reasons: [{ code: 'reason_school_holidays_unknown' }]
		});
		expect(hours(X, civil(2026, 43))).toBe(13.5);
	});

	it('begin with what runs over from the Sunday before', () => {
		const { intervals } = compileWeek(schedule('2026 Jun 7 22:00-26:00'), civil(2026, 24), calendar());
		expect([...intervals]).toEqual([0, 120]);
	});
});

describe('hours not stated', () => {
	it('make the week null and never zero; what is sure is told', () => {
		expect(week('Sa[2,4]', TERM)).toMatchObject({ minutes: null, reasons: [{ code: 'reason_hours_not_stated' }] });
		expect(week('Tu 10:00-12:00; We 16:00+', TERM)).toMatchObject({ minutes: null, atLeastMinutes: 120 });
	});

	it('restricted hours are told apart and leave the week known', () => {
		expect(week('Tu 10:00-12:00; We 14:00-16:00 "classes"', TERM)).toMatchObject({
			minutes: 120,
			restrictedMinutes: 120
		});
	});

	it('by appointment without hours: none for the public, and no amount for the others', () => {
		for (const text of ['"sur rendez-vous"', 'We "sur rendez-vous"', 'off; Tu "classes"']) {
			expect(week(text, TERM), text).toMatchObject({ minutes: 0, restrictedMinutes: null, reasons: [] });
		}
	});

	it('an empty week is known: none, and not unknown', () => {
		for (const text of ['off', 'Mo-Su off', '24/7 off']) {
			for (const reference of [TERM, SMALL, SUMMER, civil(2026, 13)])
				expect(week(text, reference), text).toMatchObject({ minutes: 0, atLeastMinutes: 0, reasons: [] });
		}
	});
});

describe('the civil year', () => {
	const year = (text: string, of = 2026, zone: SchoolZone = 'B', departement = '59') =>
		yearMinutes(schedule(text), of, calendar(zone, departement));

	it('holds 704.5 h for X in 2026 and 688.5 h without public holidays', () => {
		expect(year(X).minutes).toBe(704.5 * 60);
		expect(year(`${X}; PH off`).minutes).toBe(688.5 * 60);
		expect(year('off')).toMatchObject({ minutes: 0, restrictedMinutes: 0 });
		expect(year('"sur rendez-vous"')).toMatchObject({ minutes: 0, restrictedMinutes: null });
		expect(year('24/7').minutes).toBe(8760 * 60);
		expect(year('24/7', 2024).minutes).toBe(8784 * 60);
	});

	it('is split by kind of day where all of it is known, and the parts add up', () => {
		const { minutes, byKind, known } = year(`${X}; SH Tu-Sa 14:00-18:00`, 2025);
		expect(known).toBeNull();
		expect((byKind?.term ?? 0) + (byKind?.['small-holidays'] ?? 0) + (byKind?.summer ?? 0)).toBe(minutes);
		// Saturday July 5, then eight weeks.
		expect(byKind?.summer).toBe((1 + 8 * 5) * 240);
	});

	it('is null where it hangs on unknown holidays, with what is known before', () => {
		expect(year(`${X}; SH off`)).toMatchObject({
			minutes: null,
			byKind: null,
			known: { from: '2026-01-01', to: '2026-08-30', minutes: 289.5 * 60 },
			reasons: [
				{ code: 'reason_school_holidays_unknown_from', params: { date: '2026-09-01' } },
				{ code: 'reason_periods_unknown_from', params: { date: '2026-08-31' } }
			]
		});
		expect(year(`${X}; SH off`, 2026, 'Corse')).toMatchObject({ minutes: null, known: null });
		expect(year(`${X}; SH off`, 2028).minutes).toBeNull();
	});

	it('is known whole where holidays change nothing, though its split is not', () => {
		expect(year(X, 2028)).toMatchObject({ byKind: null, known: null });
		expect(year(X, 2028).minutes).not.toBeNull();
	});
});
