import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weekGridOf } from '#domain/week-grid.ts';
import { CLOSED_DAY, type GridDay } from '#domain/week-grid-content.ts';
import { openMinutes, withHoursOf } from '#domain/week-slots.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import {
	cursorAfter,
	drawnHours,
	placedAt,
	segmentsOf,
	slotOfQuarter,
	stretchBetween
} from '../../src/lib/ui/week-grid/gestures.ts';
import { drawingText, segmentText } from '../../src/lib/ui/week-grid/grid-words.ts';
import { WEEK_TEMPLATES } from '../../src/lib/ui/week-grid/templates.ts';
import { minutesOfTime, timeOfMinutes } from '../../src/lib/ui/week-grid/time-field.ts';
import { realData } from '../realdata.ts';

const slot = (start: number, end: number, state: 'open' | 'restricted' = 'open') => ({
	start,
	end,
	state,
	comment: null
});
const day = (...slots: ReturnType<typeof slot>[]): GridDay => ({ slots, wholeDay: null });
const DAYTIME = { from: 420, to: 1320 };

describe('the grid drawn', () => {
	it('goes from 7 h to 22 h, and further where hours do', () => {
		expect(drawnHours([CLOSED_DAY])).toEqual(DAYTIME);
		expect(drawnHours([day(slot(390, 600)), day(slot(1200, 1330))])).toEqual({ from: 360, to: 1380 });
		expect(drawnHours([day(slot(1320, 1560))])).toEqual({ from: 420, to: 1440 });
	});

	it('is filled by its slots and what lies between them', () => {
		const segments = segmentsOf(day(slot(400, 500), slot(970, 1110)), DAYTIME);
		expect(segments.map(({ start, end, slot }) => [start, end, slot?.state ?? null])).toEqual([
			[420, 500, 'open'],
			[500, 970, null],
			[970, 1110, 'open'],
			[1110, 1320, null]
		]);
		expect(
			segments.reduce((sum, { start, end }) => sum + placedAt(end, DAYTIME) - placedAt(start, DAYTIME), 0)
		).toBeCloseTo(100, 9);
	});

	it('says its slots and what is drawn', () => {
		const tuesday = day(slot(960, 1110));
		expect(segmentText(1, tuesday, segmentsOf(tuesday, DAYTIME)[1], 'fr')).toBe(
			'mardi, 16\u00a0h à 18\u00a0h\u00a030, ouvert'
		);
		expect(segmentText(1, tuesday, segmentsOf(tuesday, DAYTIME)[0], 'en')).toBe('Tuesday, 07:00 to 16:00, closed');
		const stretch = stretchBetween({ day: 3, minute: 1095 }, { day: 1, minute: 960 });
		expect(stretch).toEqual({ days: [1, 2, 3], start: 960, end: 1110 });
		expect(drawingText(stretch, true, 'fr')).toBe('Ouvrir\u00a0: mardi à jeudi, 16\u00a0h à 18\u00a0h\u00a030');
	});

	it('is walked by keys within its edges', () => {
		expect(cursorAfter('later', { day: 1, minute: 960 }, DAYTIME)).toEqual({ day: 1, minute: 975 });
		expect(cursorAfter('dayBefore', { day: 0, minute: 960 }, DAYTIME)).toEqual({ day: 0, minute: 960 });
		expect(cursorAfter('dayEnd', { day: 6, minute: 960 }, DAYTIME)).toEqual({ day: 6, minute: 1305 });
		expect(cursorAfter('leave', { day: 6, minute: 960 }, DAYTIME)).toBe(null);
	});

	it('holds a slot of any minutes by each quarter that it touches', () => {
		const odd = day(slot(970, 1105));
		expect([945, 960, 1095, 1110].map((minute) => slotOfQuarter(odd, minute) !== null)).toEqual([
			false,
			true,
			true,
			false
		]);
	});
});

describe('templates and copies', () => {
	const week = [
		CLOSED_DAY,
		day(slot(540, 600, 'restricted'), slot(600, 720), slot(840, 1080)),
		...Array(5).fill(CLOSED_DAY)
	] as GridDay[];
	const hoursAfter = (rank: number) => {
		const changed = WEEK_TEMPLATES[rank].days(week);
		return openMinutes(week.map((one, day) => changed.get(day as 0) ?? one)) / 60;
	};

	it('give the hours that they are named by', () => {
		expect(WEEK_TEMPLATES.map((_, rank) => hoursAfter(rank))).toEqual([30, 10, 8, 9, 10, 8]);
	});

	it('keep the reserved hours of each day', () => {
		for (const { days } of WEEK_TEMPLATES)
			expect((days(week).get(1) ?? week[1]).slots).toContainEqual(slot(540, 600, 'restricted'));
		expect(withHoursOf(week[1], day(slot(570, 660))).slots).toEqual([slot(540, 570, 'restricted'), slot(570, 660)]);
		expect(withHoursOf(CLOSED_DAY, week[1]).slots).toEqual([slot(600, 720), slot(840, 1080)]);
	});
});

describe('fields of time', () => {
	it('read what they write, to the minute', () => {
		for (const minute of [0, 5, 965, 1439]) expect(minutesOfTime(timeOfMinutes(minute))).toBe(minute);
		expect(timeOfMinutes(1440)).toBe('00:00');
		expect(minutesOfTime('')).toBe(null);
	});
});

describe('hours as libraries publish them', () => {
	const locked = (texts: readonly string[]) =>
		texts.filter((text) => {
			const parsed = parseOsmHours(text);
			return (
				parsed.ok && Object.values(weekGridOf(parsed.schedule).locks).some((days) => days.some((one) => one !== null))
			);
		});

	it('can all be edited: the demonstration', () => {
		const rows = readFileSync(join(import.meta.dirname, '../../data/demo/raw/horaires_fictif.csv'), 'utf8').split('\n');
		const texts = rows.flatMap((row) => /;"([^"]+)";/.exec(row)?.[1] ?? []);
		expect(texts.length).toBeGreaterThan(30);
		expect(locked(texts)).toEqual([]);
	});

	const mel = realData('mel/bibliotheques-mel.json');
	it.skipIf(mel === null)('can all be edited: MEL (skipped: no real data where absent)', () => {
		const records = JSON.parse(readFileSync(mel ?? '', 'utf8')) as { fields: { horairesosm?: string } }[];
		const texts = records.flatMap(({ fields }) => fields.horairesosm ?? []);
		expect(texts.length).toBeGreaterThan(100);
		expect(locked(texts)).toEqual([]);
	});
});
