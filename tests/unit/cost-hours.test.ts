import { describe, expect, it } from 'vitest';
import { SLOT_KINDS, type SlotKind } from '#domain/cost.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { moreMinutes, slotMinutes } from '#core/cost/slot-minutes.ts';
import { weeksOfYear } from '#core/cost/weeks-of-year.ts';
import { civilCalendar } from '#core/hours/calendar.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

const zoneB = civilCalendar({ school: schoolCalendar('B'), departement: '59' });
const corse = civilCalendar({ school: null, departement: '2A' });

function read(text: string, year: number, calendar = zoneB) {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(`"${text}" is no schedule`);
	return slotMinutes(parsed.schedule, year, calendar);
}

/** Hours of the kinds given, none of the others. */
function hours(figures: Partial<Record<SlotKind, number>>) {
	return Object.fromEntries(SLOT_KINDS.map((kind) => [kind, 60 * (figures[kind] ?? 0)]));
}

describe('opening minutes of a year by kind of slot', () => {
	it('counts an evening a week in term: 36 term Tuesdays in 2025, zone B, 11 November among them', () => {
		// 52 Tuesdays, less 2 in February, 2 in April, 8 in summer, 2 in October, 2 in December.
		const minutes = read('Tu 19:00-21:00; SH off', 2025);
		expect(minutes.bySlot).toEqual(hours({ 'weekday-evening': 72 }));
		expect(minutes.total).toBe(72 * 60);
		expect(read('Tu 19:00-21:00; SH off; PH off', 2025).total).toBe(70 * 60);
	});

	it('counts a Sunday as one in school holidays too: 52 in 2025', () => {
		expect(read('Su 14:00-18:00', 2025).bySlot).toEqual(hours({ sunday: 208 }));
	});

	it('cuts weekdays at 19:00 and Saturdays at 13:00, in term alone', () => {
		// 36 term Tuesdays and 16 in holidays; 31 term Saturdays and 21 in holidays, which begin on the Saturday.
		const minutes = read('Tu 08:00-20:00; Sa 12:00-15:00', 2025);
		expect(minutes.bySlot).toEqual(
			hours({
				'weekday-day': 36 * 11,
				'weekday-evening': 36,
				'saturday-morning': 31,
				'saturday-afternoon': 31 * 2,
				'school-holidays': 16 * 12 + 21 * 3
			})
		);
		expect(minutes.weekdayBeforeNine).toBe(36 * 60);
	});

	it('takes a public holiday for the weekday it falls on: 8 May 2025 is a Thursday of term', () => {
		expect(read('2025 May 8 10:00-12:00', 2025).bySlot).toEqual(hours({ 'weekday-day': 2 }));
	});

	it('counts one week in two as ISO weeks fall: 27 odd Wednesdays and 26 even ones in 2020, a year of 53 weeks', () => {
		expect(read('week 1-53/2 We 10:00-12:00', 2020).total).toBe(27 * 120);
		expect(read('week 2-53/2 We 10:00-12:00', 2020).total).toBe(26 * 120);
	});

	it('counts a leap year whole: 53 Mondays in 2024; 8 784 h of it, the changes of clocks making up for each other', () => {
		expect(read('Mo 10:00-11:00', 2024).total).toBe(53 * 60);
		expect(read('24/7', 2024).total).toBe(8784 * 60);
	});

	it('does not guess what school holidays decide where they are not known', () => {
		const weekly = read('Tu 10:00-12:00', 2025, corse);
		expect(weekly.total).toBe(52 * 120);
		expect(weekly.bySlot).toBeNull();
		expect(read('Su 10:00-12:00', 2025, corse).bySlot).toEqual(hours({ sunday: 104 }));
		expect(read('Tu 10:00-12:00; SH off', 2025, corse).total).toBeNull();
	});

	it('gives no hours where the schedule does not state some', () => {
		expect(read('Tu 16:00+', 2025).total).toBeNull();
		expect(moreMinutes(read('Tu 16:00+', 2025), read('Tu 16:00-18:00', 2025)).total).toBeNull();
	});
});

describe('weeks of a year by kind', () => {
	it('adds up to the 365 days of the year: zone B in 2025 has 58 days of summer', () => {
		const weeks = weeksOfYear(2025, zoneB);
		expect(weeks && weeks.term + weeks['small-holidays'] + weeks.summer).toBeCloseTo(365 / 7, 12);
		expect(weeks?.summer).toBe(58 / 7);
		expect(weeksOfYear(2025, corse)).toBeNull();
	});
});
