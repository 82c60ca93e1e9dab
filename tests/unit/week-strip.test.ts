import { describe, expect, it } from 'vitest';
import type { WeekStripAnswer } from '#domain/atlas-answers.ts';
import {
	HEAT_LEVELS,
	heatLevel,
	heatPaths,
	hourRange,
	minuteAt,
	placeOf,
	plotHeight,
	steppedMinute,
	weekShares,
	type WeekLayout
} from '../../src/lib/ui/week/week-geometry.ts';
import { cursorText, momentDetail } from '../../src/lib/ui/week/strip-words.ts';
import type { Question } from '#domain/question.ts';

const wide: WeekLayout = {
	stacked: false,
	fromHour: 7,
	toHour: 22,
	width: 1000,
	bandHeight: 18,
	gap: 6,
	profileHeight: 26
};
const stacked: WeekLayout = { ...wide, stacked: true, width: 320, profileHeight: 0, gap: 4 };

function strip(quarters: Readonly<Record<number, { people: number; sites: number }>>): WeekStripAnswer {
	const [people, sitesOpen] = [new Float64Array(672), new Uint16Array(672)];
	for (const [quarter, open] of Object.entries(quarters)) {
		people[Number(quarter)] = open.people;
		sitesOpen[Number(quarter)] = open.sites;
	}
	return { people, ofPeople: 1000, sitesOpen };
}
const SATURDAY_AT_THREE = 5 * 1440 + 15 * 60;
const question = { who: { kind: 'everyone' } } as Question;

describe('the strip of the week', () => {
	it('gives back the quarter of an hour it drew there, in both layouts', () => {
		for (const layout of [wide, stacked]) {
			for (let minute = 0; minute < 10_080; minute += 15) {
				const hour = (minute % 1440) / 60;
				if (hour < layout.fromHour || hour >= layout.toHour) continue;
				const { x, y } = placeOf(minute, layout);
				expect(minuteAt(x + 0.5, y + 1, layout)).toBe(minute);
			}
		}
	});

	it('keeps points outside it on its edge, and the night at the edge of its day', () => {
		expect(minuteAt(-50, -50, wide)).toBe(7 * 60);
		expect(minuteAt(5000, 5000, stacked)).toBe(6 * 1440 + 21 * 60 + 45);
		expect(placeOf(1440 + 120, wide)).toEqual(placeOf(1440 + 7 * 60, wide));
	});

	it('shows 7–22 h, and earlier or later hours where a site is open then', () => {
		expect(hourRange(strip({ 40: { people: 1, sites: 1 } }))).toEqual({ fromHour: 7, toHour: 22 });
		const lateAndEarly = strip({ [96 + 22 * 4]: { people: 0, sites: 1 }, [2 * 96 + 25]: { people: 5, sites: 1 } });
		expect(hourRange(lateAndEarly)).toEqual({ fromHour: 6, toHour: 23 });
	});

	it('has a class for nobody alone, and the bounds belong to the class they end', () => {
		expect(heatLevel(0)).toBe(0);
		expect(heatLevel(0.0001)).toBe(1);
		expect(heatLevel(0.1)).toBe(1);
		expect(heatLevel(0.1001)).toBe(2);
		expect(heatLevel(1)).toBe(HEAT_LEVELS - 1);
		expect(heatLevel(1.000001)).toBe(HEAT_LEVELS - 1);
	});

	it('draws each day whole: the widths of all rectangles add up to seven days', () => {
		const shares = Float64Array.from({ length: 672 }, (_, quarter) => (quarter % 13) / 12);
		const widths = heatPaths(shares, wide)
			.flatMap((path) => [...path.matchAll(/M[\d.]+ [\d.]+h([\d.]+)/g)])
			.map(([, width]) => Number(width));
		const drawn = widths.reduce((sum, width) => sum + width, 0);
		// Each width is rounded to a hundredth of a pixel.
		expect(Math.abs(drawn - (1000 - 6 * 6))).toBeLessThanOrEqual(widths.length * 0.005);
	});

	it('is as high as its bands', () => {
		expect(plotHeight(wide)).toBe(44);
		expect(plotHeight(stacked)).toBe(7 * 18 + 6 * 4);
	});

	it('steps around the week by quarters', () => {
		expect(steppedMinute(10_065, 15)).toBe(0);
		expect(steppedMinute(0, -60)).toBe(10_020);
		expect(steppedMinute(7, 15)).toBe(15);
	});

	it('says the share, and only the moment where hours are not known', () => {
		const known = strip({ [SATURDAY_AT_THREE / 15]: { people: 840, sites: 9 } });
		expect(cursorText(SATURDAY_AT_THREE, known, 'fr')).toBe('samedi 15\u00a0h\u00a0: 84\u00a0%');
		expect(momentDetail(SATURDAY_AT_THREE, known, question, 'fr')).toEqual({
			people: '840\u00a0habitants',
			sites: '9\u00a0lieux ouverts'
		});
		const unknown = { ...known, people: null };
		expect(weekShares(unknown)).toBeNull();
		expect(cursorText(SATURDAY_AT_THREE, unknown, 'en')).toBe('Saturday 15:00');
		expect(momentDetail(SATURDAY_AT_THREE, unknown, question, 'fr')).toBeNull();
		expect(weekShares({ ...known, ofPeople: 0 })).toBeNull();
	});
});
