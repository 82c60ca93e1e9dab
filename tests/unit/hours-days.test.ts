import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import type { CivilDay } from '#core/hours/civil-date.ts';
import { parseIsoDate } from '#core/hours/civil-date.ts';
import { openIntervals } from '#core/hours/day-openings.ts';
import type { SchoolZone } from '#domain/calendar.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

function schedule(text: string): OpeningSchedule {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.schedule;
}

function on(text: string, date: string, zone: SchoolZone = 'B', departement = '59') {
	const calendar = civilCalendar({ school: schoolCalendar(zone), departement });
	return openIntervals(schedule(text), parseIsoDate(date) as CivilDay, calendar);
}
const open = (text: string, date: string) => on(text, date).open;

// 2026-06-01 is a Monday, 2026-06-06 a Saturday.
const [MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY] = [
	'2026-06-01',
	'2026-06-03',
	'2026-06-05',
	'2026-06-06',
	'2026-06-07'
];

describe('rules on one day', () => {
	it('";" replaces, "," adds, "||" fills what is shut', () => {
		expect(open('Mo-Fr 10:00-12:00; We 14:00-18:00', WEDNESDAY)).toEqual([840, 1080]);
		expect(open('Mo-Fr 10:00-12:00, We 14:00-18:00', WEDNESDAY)).toEqual([600, 720, 840, 1080]);
		expect(open('Mo-Fr 10:00-12:00 || We 11:00-18:00', WEDNESDAY)).toEqual([600, 1080]);
		const asked = on('Mo-Fr 10:00-12:00 || "sur rendez-vous"', WEDNESDAY);
		expect(asked.open).toEqual([600, 720]);
		expect(asked.restricted).toEqual([0, 600, 720, 1440]);
	});

	it('"off" shuts the day, "off" with hours those hours', () => {
		expect(open('Mo-Fr 10:00-18:00; We off', WEDNESDAY)).toEqual([]);
		expect(open('Mo-Fr 10:00-18:00; Mo-Fr 12:00-14:00 off', WEDNESDAY)).toEqual([600, 720, 840, 1080]);
		expect(open('24/7; We off', WEDNESDAY)).toEqual([]);
	});

	it('counts overlapping hours once', () => {
		expect(open('Mo 10:00-12:00,11:00-13:00', MONDAY)).toEqual([600, 780]);
		expect(open('Mo 10:00-12:00, Mo 11:00-13:00', MONDAY)).toEqual([600, 780]);
	});

	it('an empty day is empty', () => {
		expect(on('Mo off', MONDAY)).toEqual({ open: [], restricted: [], unknown: [], undetermined: false });
		expect(open('Tu 10:00-12:00', MONDAY)).toEqual([]);
	});
});

describe('midnight', () => {
	it('what crosses it belongs to the day it begins on, and reaches the next', () => {
		expect(open('Fr 22:00-02:00', FRIDAY)).toEqual([1320, 1440]);
		expect(open('Fr 22:00-26:00', SATURDAY)).toEqual([0, 120]);
		expect(open('Fr 22:00-26:00; Sa off', SATURDAY)).toEqual([0, 120]);
		expect(open('Fr 22:00-26:00; Sa 10:00-12:00', SATURDAY)).toEqual([0, 120, 600, 720]);
		expect(open('Fr 22:00-26:00; Fr off', SATURDAY)).toEqual([]);
		expect(open('Fr 18:00-24:00', SATURDAY)).toEqual([]);
	});

	it('joins the spill of the day before with the day’s own hours', () => {
		expect(open('Sa 22:00-26:00; Su 01:00-03:00', SUNDAY)).toEqual([0, 180]);
	});
});

describe('dates', () => {
	it('ranks in the month', () => {
		for (const [rank, date] of [
			['1', '2026-05-02'],
			['3', '2026-05-16'],
			['5', '2026-05-30'],
			['-1', '2026-05-30'],
			['-2', '2026-05-23']
		]) {
			expect(open(`Sa[${rank}] 10:00-12:00`, date), `${rank} ${date}`).toEqual([600, 720]);
		}
		expect(open('Sa[5] 10:00-12:00', '2026-06-27')).toEqual([]);
		expect(open('Sa[1] +1 day 10:00-12:00', '2026-05-03')).toEqual([600, 720]);
	});

	it('odd weeks: W53 of 2026 and W1 of 2027 follow each other', () => {
		const odd = 'week 1-53/2 Sa 10:00-12:00';
		const saturdays = ['2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09', '2027-01-16'];
		expect(saturdays.map((date) => open(odd, date).length > 0)).toEqual([true, false, true, true, false]);
	});

	it('periods that wrap over the new year, dated or not, and feasts', () => {
		expect(open('Nov-Feb Mo-Su 10:00-12:00', '2026-01-15')).toEqual([600, 720]);
		expect(open('Nov-Feb Mo-Su 10:00-12:00', '2026-03-01')).toEqual([]);
		const closed = '24/7; 2025 Dec 20-2026 Jan 4 off';
		expect(['2025-12-19', '2025-12-20', '2026-01-04', '2026-01-05'].map((date) => open(closed, date).length)).toEqual([
			2, 0, 0, 2
		]);
		expect(open(closed, '2026-12-24')).toEqual([0, 1440]);
		expect(open('easter -2 days 10:00-12:00', '2026-04-03')).toEqual([600, 720]);
		expect(open('2026 Sep 1+ Mo-Su 10:00-12:00', '2027-01-05')).toEqual([600, 720]);
		expect(open('Sep 1+ Mo-Su 10:00-12:00', '2027-01-05')).toEqual([]);
	});

	it('February 29 is a day of leap years alone', () => {
		expect(open('Feb 29 10:00-12:00', '2024-02-29')).toEqual([600, 720]);
		expect(open('Feb 29 10:00-12:00', '2026-03-01')).toEqual([]);
		expect(open('Feb 10-29 10:00-12:00', '2026-02-28')).toEqual([600, 720]);
		expect(open('Feb 10-29 10:00-12:00', '2026-03-01')).toEqual([]);
	});
});

describe('public holidays', () => {
	it('shut what "PH off" says, and nothing else', () => {
		expect(open('Tu 10:00-12:00', '2026-07-14')).toEqual([600, 720]);
		expect(open('Tu 10:00-12:00; PH off', '2026-07-14')).toEqual([]);
		expect(open('PH -1 day 10:00-12:00', '2026-07-13')).toEqual([600, 720]);
	});

	it('are those of the place: Good Friday in Moselle', () => {
		expect(on('Fr 10:00-12:00; PH off', '2026-04-03', 'B', '57').open).toEqual([]);
		expect(on('Fr 10:00-12:00; PH off', '2026-04-03', 'B', '59').open).toEqual([600, 720]);
	});
});

describe('school holidays', () => {
	const hours = 'Tu-Sa 10:00-18:00; SH Tu-Sa 14:00-18:00';

	it('hold on the days the calendar says', () => {
		expect(open(hours, '2026-02-13')).toEqual([600, 1080]);
		expect(open(hours, '2026-02-14')).toEqual([840, 1080]);
	});

	it('unknown make the day undetermined, with what is open either way', () => {
		expect(on(hours, '2026-10-20')).toMatchObject({ undetermined: true, open: [840, 1080] });
		expect(on('Tu-Sa 10:00-18:00; SH off', '2026-10-20')).toMatchObject({ undetermined: true, open: [] });
	});

	it('unknown leave known the days that do not hang on them', () => {
		expect(on(hours, '2026-10-19')).toMatchObject({ undetermined: false, open: [] });
		expect(on('Tu 10:00-12:00; SH Tu 10:00-12:00', '2026-10-20')).toMatchObject({
			undetermined: false,
			open: [600, 720]
		});
		expect(on('Tu 10:00-12:00; PH,SH off', '2026-11-11', 'Corse')).toMatchObject({ undetermined: false, open: [] });
	});

	it('unknown the day before make undetermined what runs over midnight', () => {
		const night = 'Mo 22:00-26:00; SH Mo off';
		expect(on(night, '2026-10-20')).toMatchObject({ undetermined: true, open: [] });
		expect(on(night, '2026-10-21').undetermined).toBe(false);
	});
});

describe('hours that do not count', () => {
	it('by appointment, classes: apart', () => {
		const day = on('We 10:00-12:00 "classes", We 14:00-18:00', WEDNESDAY);
		expect(day).toMatchObject({ open: [840, 1080], restricted: [600, 720], unknown: [] });
	});

	it('unknown and open ends: apart, the sure part counted', () => {
		expect(on('We 16:00+', WEDNESDAY)).toMatchObject({ open: [], unknown: [960, 1440] });
		expect(on('We 10:00-12:00+', WEDNESDAY)).toMatchObject({ open: [600, 720], unknown: [720, 1440] });
		expect(on('Sa[1]', SATURDAY)).toMatchObject({ open: [], unknown: [0, 1440] });
	});
});
