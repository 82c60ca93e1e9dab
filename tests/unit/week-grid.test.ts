import { describe, expect, it } from 'vitest';
import type { WeekKind } from '#domain/audience-profile.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { weekGridOf } from '#domain/week-grid.ts';
import { CLOSED_DAY, type GridDay } from '#domain/week-grid-content.ts';
import { withGridDays } from '#domain/week-grid-edit.ts';
import { openedDay, openMinutes, retimedDay, shutDay, slotAt } from '#domain/week-slots.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';

function schedule(text: string): OpeningSchedule {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(text);
	return parsed.schedule;
}
const at = (...hours: [number, number][]): GridDay => ({
	slots: hours.map(([start, end]) => ({ start: start * 60, end: end * 60, state: 'open', comment: null })),
	wholeDay: null
});
const edited = (text: string, period: WeekKind | null, days: readonly [Weekday, GridDay][]) =>
	writeOsmHours(withGridDays(schedule(text), period, new Map(days)));

describe('the rules after an edit', () => {
	it.each<[string, WeekKind | null, [Weekday, GridDay][], string]>([
		['Tu 16:00-18:00', null, [[1, at([14, 19])]], 'Tu 14:00-19:00'],
		['Tu,Fr 16:00-18:30; PH off', 'term', [[3, at([9, 12])]], 'Tu,Fr 16:00-18:30; Th 09:00-12:00; SH Th off; PH off'],
		[
			'Tu,Fr 16:00-18:30; SH off; PH off',
			'term',
			[[1, at([14, 19])]],
			'Fr 16:00-18:30; Tu 14:00-19:00; SH off; PH off'
		],
		[
			'Tu,Fr 16:00-18:30; Sa[1] 10:00-12:00; PH off',
			null,
			[[5, at([14, 16])]],
			'Tu,Fr 16:00-18:30; Sa 14:00-16:00; Sa[1] 10:00-12:00; PH off'
		],
		[
			'Tu,Fr 16:00-18:30; PH off',
			'small-holidays',
			[[1, at([10, 12])]],
			'Tu,Fr 16:00-18:30; Oct-Jun SH Tu 10:00-12:00; PH off'
		],
		['Tu,Fr 16:00-18:30; PH off', 'summer', [[1, CLOSED_DAY]], 'Tu,Fr 16:00-18:30; Jul-Sep SH Tu off; PH off'],
		[
			'Tu,Fr 16:00-18:30; Jul-Aug Tu 10:00-12:00; PH off',
			'summer',
			[[1, at([9, 12])]],
			'Tu,Fr 16:00-18:30; Jul-Aug Tu 09:00-12:00; PH off'
		],
		[
			'Tu,Fr 16:00-18:30; Jul-Aug Tu 10:00-12:00; PH off',
			'term',
			[[1, at([9, 12])]],
			'Fr 16:00-18:30; Tu 09:00-12:00; SH Tu 16:00-18:30; Jul-Aug Tu 10:00-12:00; PH off'
		],
		[
			'Tu,Fr 16:00-18:30; PH off',
			'term',
			[
				[1, at([9, 12])],
				[2, at([9, 12])],
				[3, at([9, 12])],
				[4, at([9, 12])]
			],
			'Tu-Fr 09:00-12:00; SH Tu,Fr 16:00-18:30; SH We,Th off; PH off'
		],
		['SH off; SH Tu 14:00-16:00', 'small-holidays', [[1, CLOSED_DAY]], 'SH Tu 14:00-16:00; Oct-Jun SH Tu off'],
		['Tu 14:00-18:00, Tu 09:00-10:00 "classes"', null, [[1, at([14, 19])]], 'Tu 14:00-19:00'],
		[
			'Mo-Fr 09:00-12:00; PH off, Tu 14:00-16:00',
			null,
			[[1, at([14, 19])]],
			'Mo-Fr 09:00-12:00; PH off, Tu 14:00-16:00'
		],
		['Tu,PH 09:00-12:00', null, [[1, at([14, 19])]], 'Tu 14:00-19:00; PH 09:00-12:00'],
		['Tu 09:00-12:00 || Mo-Fr 14:00-16:00', null, [[1, at([14, 19])]], 'Tu 09:00-12:00 || Mo-Fr 14:00-16:00'],
		['24/7', null, [[1, at([14, 19])]], '24/7; Tu 14:00-19:00']
	])('of "%s" in %s', (text, period, days, expected) => {
		expect(edited(text, period, days)).toBe(expected);
	});
});

describe('the week shown', () => {
	it('tells periods apart only where the rules do', () => {
		expect(weekGridOf(schedule('Tu 16:00-18:00; Aug off; PH off')).sameEveryWeek).toBe(true);
		expect(weekGridOf(schedule('Tu 16:00-18:00; SH off')).sameEveryWeek).toBe(false);
		expect(weekGridOf(schedule('Tu 16:00-18:00; Jul-Aug Tu 10:00-12:00')).summerByMonths).toBe(true);
		expect(weekGridOf(schedule('Tu 16:00-18:00; Jul-Aug SH Tu 10:00-12:00')).summerByMonths).toBe(false);
	});

	it('names what it leaves out, and what cannot be changed', () => {
		const { kept } = weekGridOf(schedule('Tu,Sa[1] 10:00-12:00; Aug off; SH,PH off; week 1-53/2 We 10:00-12:00'));
		expect(kept.map((rule) => writeOsmHours({ ...schedule('off'), rules: [rule] }))).toEqual([
			'Sa[1] 10:00-12:00',
			'Aug off',
			'PH off',
			'week 01-53/2 We 10:00-12:00'
		]);
		expect(weekGridOf(schedule('Tu 09:00-12:00 || Mo 14:00-16:00')).locks.all.slice(0, 2)).toEqual(['fallback', null]);
		expect(weekGridOf(schedule('Mo-Fr 09:00-12:00; PH off, Tu 14:00-16:00')).locks.term[1]).toBe('mixed');
	});

	it('of reserved and unsure hours keeps them beside those of the public', () => {
		const [, tuesday, wednesday] = weekGridOf(schedule('Tu 14:00-18:00, Tu 09:00-10:10 "classes"; We unknown')).days
			.term;
		expect(tuesday.slots).toEqual([
			{ start: 540, end: 610, state: 'restricted', comment: 'classes' },
			{ start: 840, end: 1080, state: 'open', comment: null }
		]);
		expect(wednesday).toEqual({ slots: [], wholeDay: { state: 'unknown', comment: null } });
		expect(openMinutes([tuesday, wednesday])).toBe(240);
		expect(edited('Tu 14:00-18:00, Tu 09:00-10:10 "classes"', null, [[1, openedDay(tuesday, 1080, 1140)]])).toBe(
			'Tu 09:00-10:10 "classes", Tu 14:00-19:00'
		);
		expect(edited('We unknown; PH off', null, [[2, openedDay(wednesday, 840, 1080)]])).toBe('We 14:00-18:00; PH off');
	});
});

describe('slots of a day', () => {
	const day: GridDay = {
		slots: [
			{ start: 610, end: 725, state: 'open', comment: 'entrée libre' },
			{ start: 840, end: 1080, state: 'open', comment: null }
		],
		wholeDay: null
	};
	it('keep minutes that are no quarters until they are edited', () => {
		expect(openedDay(day, 1080, 1140).slots[0]).toBe(day.slots[0]);
		expect(openedDay(day, 720, 765).slots[0]).toEqual({ start: 610, end: 765, state: 'open', comment: 'entrée libre' });
		expect(shutDay(day, 600, 615).slots[0]).toMatchObject({ start: 615, end: 725 });
	});
	it('become one when they meet, two when they are cut', () => {
		expect(openedDay(day, 725, 840).slots).toEqual([{ start: 610, end: 1080, state: 'open', comment: 'entrée libre' }]);
		expect(shutDay(day, 900, 960).slots.map(({ start, end }) => [start, end])).toEqual([
			[610, 725],
			[840, 900],
			[960, 1080]
		]);
	});
	it('are given other times with their comment', () => {
		expect(retimedDay(day, day.slots[0], 600, 720).slots[0]).toEqual({
			start: 600,
			end: 720,
			state: 'open',
			comment: 'entrée libre'
		});
		expect(slotAt(day, 725)).toBe(null);
		expect(slotAt(day, 1079)).toBe(day.slots[1]);
	});
});
