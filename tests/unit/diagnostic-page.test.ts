import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagnosticData, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { ToldFollowUp } from '#domain/follow-up.ts';
import { figuresName, ownFiguresName } from '../../src/lib/state/figures-name.ts';
import { isFollowed } from '../../src/lib/report/printed.ts';
import { Plan, VIEW, wholeView, zoomed } from '../../src/lib/ui/plan-map/plan-view.ts';
import { today } from '../../src/lib/report/today.ts';
import type { ReportBlock } from '../../src/lib/report/document.ts';
import { followUpOf } from '../fixtures/follow-up.ts';
import { questionOf } from '../question.ts';

const figure = (id: FigureId, value: number | null): DiagnosticFigure => ({
	id,
	value,
	why: null,
	unit: 'people',
	respondents: null,
	formula: { code: '', params: {} },
	method: 'couverture',
	inputs: [],
	estimated: false
});
const dataOf = (value: number | null, minutes: 10 | 15 = 15): Pick<DiagnosticData, 'question' | 'figures'> => ({
	question: questionOf({ cutoffMinutes: minutes }),
	figures: { sites: figure('sites', value) }
});

describe('the name of the figures that a document is validated with', () => {
	it('is the same of the same figures, and of other ones another', () => {
		expect(figuresName(dataOf(12))).toBe(figuresName(dataOf(12)));
		const names = [dataOf(12), dataOf(13), dataOf(null), dataOf(12, 10)].map((one) => figuresName(one));
		expect(new Set(names).size).toBe(names.length);
	});

	it('is another once another time stands beside them, is other or is gone; a page that tells none has the same', () => {
		const told = (value: number): ToldFollowUp => ({
			followUp: followUpOf([{ id: 'sites', before: value, after: 12 }]),
			experiment: null
		});
		const names = [null, told(10), told(11)].map((one) => figuresName(dataOf(12), one));
		expect(new Set(names).size).toBe(names.length);
		expect(figuresName(dataOf(12), told(10))).toBe(names[1]);
		expect(names.map(ownFiguresName)).toEqual(names.map(() => names[0]));
	});
});

describe('a heading', () => {
	const heading: ReportBlock = { kind: 'heading', text: 'Schéma' };
	const own: ReportBlock = { kind: 'own', slot: 'a', prompt: '', text: '' };
	const said: ReportBlock = { kind: 'paragraph', words: [] };

	it('is printed where something stands under it, before the next one', () => {
		expect(isFollowed([heading, own, heading, said], 0, {})).toBe(false);
		expect(isFollowed([heading, own, heading, said], 0, { a: ' \n' })).toBe(false);
		expect(isFollowed([heading, own, heading, said], 0, { a: 'Écrit' })).toBe(true);
		expect(isFollowed([heading, own, heading, said], 2, {})).toBe(true);
		expect(isFollowed([said, heading], 1, {})).toBe(false);
	});
});

describe('the small map of a drawn sector', () => {
	const whole = wholeView([5, 44, 7, 46]);
	const at = fc.double({ min: 0, max: 1, noNaN: true });

	it('gives back the place that it shows, and holds the territory', () => {
		const plan = new Plan(whole);
		fc.assert(
			fc.property(at, at, (x, y) => {
				const place = [5 + 2 * x, 44 + 2 * y] as const;
				const [px, py] = plan.at(place);
				expect(px).toBeGreaterThanOrEqual(0);
				expect(px).toBeLessThanOrEqual(VIEW.width);
				expect(py).toBeGreaterThanOrEqual(0);
				expect(py).toBeLessThanOrEqual(VIEW.height);
				const [lon, lat] = plan.placeAt(px, py);
				expect(lon).toBeCloseTo(place[0], 9);
				expect(lat).toBeCloseTo(place[1], 9);
			})
		);
	});

	it('keeps the place that is looked at where it is while it zooms, and is never smaller than the whole', () => {
		fc.assert(
			fc.property(at, at, (x, y) => {
				const around = [5 + 2 * x, 44 + 2 * y] as const;
				const [before, near] = [new Plan(whole).at(around), zoomed(whole, 4, around, whole)];
				// East and west are as long as at the middle of the view: within a pixel or so.
				const after = new Plan(near).at(around);
				expect(Math.abs(after[0] - before[0])).toBeLessThan(8);
				expect(after[1]).toBeCloseTo(before[1], 6);
				expect(zoomed(near, 0.01, around, whole)).toEqual(whole);
			})
		);
	});
});

it('the date of a document is that of the reader', () => {
	expect(today(new Date(2026, 0, 5, 0, 10))).toBe('2026-01-05');
});
