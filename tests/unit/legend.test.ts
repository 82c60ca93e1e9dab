import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED, type Classes, type Paint } from '#domain/atlas-answers.ts';
import { classPeopleText, legendText, levelNote } from '#i18n/legend.ts';
import { question } from '../summary-fixture.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const goingOn = (froms: readonly number[]) => froms.map((from, rank) => ({ from, to: froms[rank + 1] ?? null }));
const TIMES = [0, 5, 10, 15, 20].map((from, rank, froms) => ({ from, to: froms[rank + 1] ?? 30 }));

function paint(changes: Partial<Classes>, level: Partial<Paint> = {}): Paint {
	const bounds = changes.bounds ?? TIMES;
	return {
		level: 'cells',
		resolution: null,
		marks: new Uint8Array(),
		...level,
		classes: {
			indicator: 'nearest',
			unit: 'minutes',
			method: 'fixed',
			bounds,
			peoplePerClass: bounds.map((_, rank) => 100 * rank),
			peopleBeyond: 70,
			peopleWithoutData: 0,
			peopleUnattached: 0,
			...changes
		}
	};
}
const labels = (changes: Partial<Classes>, locale: 'fr' | 'en' = 'fr') =>
	legendText(paint(changes), question(), locale).rows.map(({ label }) => plain(label));

describe('the legend', () => {
	it('names times by their bounds, then what is beyond the longest', () => {
		expect(labels({})).toEqual([
			'0 à 5 min',
			'5 à 10 min',
			'10 à 15 min',
			'15 à 20 min',
			'20 à 30 min',
			'plus de 30 min'
		]);
		expect(labels({ indicator: 'open-now' }).at(-1)).toBe('aucune ouverture connue à 30 min au plus');
	});

	it('names hours and numbers of libraries from none up', () => {
		expect(labels({ indicator: 'open-hours', unit: 'hours', bounds: goingOn([0, 4, 10]) })).toEqual([
			'aucune ouverture connue',
			'moins de 4 h',
			'4 à 10 h',
			'10 h et plus'
		]);
		expect(labels({ indicator: 'sites', unit: 'sites', bounds: goingOn([1, 2, 3, 5, 10]) })).toEqual([
			'aucune',
			'1',
			'2',
			'3 à 4',
			'5 à 9',
			'10 et plus'
		]);
	});

	it('has no class beyond for what people are, and says how classes were made', () => {
		const density = paint({
			indicator: 'density',
			unit: 'people-per-km2',
			method: 'quantiles',
			bounds: goingOn([0, 64, 1100])
		});
		const { rows, method } = legendText(density, question(), 'fr');
		expect(rows.map(({ label }) => plain(label))).toEqual(['moins de 64', '64 à 1 100', '1 100 et plus']);
		expect(method).toBe('Quantiles pondérés par la population');
		expect(labels({ indicator: 'poor-households', unit: 'percent', bounds: goingOn([0, 7.5]) })).toEqual([
			'moins de 7,5 %',
			'7,5 % et plus'
		]);
	});

	it('keeps every person in one of its lines', () => {
		const whole = paint({ peopleWithoutData: 12, peopleUnattached: 30 });
		const { rows } = legendText(whole, question(), 'fr');
		expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(100 + 200 + 300 + 400 + 70 + 12 + 30);
		expect(rows.slice(-3).map(({ mark }) => mark)).toEqual([CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED]);
	});

	it('states mode, cutoff, week and moment where they matter', () => {
		const said = (indicator: 'open-now' | 'open-hours') =>
			plain(legendText(paint({ indicator }), question({ mode: 'bike' }), 'fr').conditions);
		expect(said('open-now')).toBe('À vélo, en semaine scolaire, le samedi à 15 h');
		expect(said('open-hours')).toBe('À vélo, à 15 min au plus, en semaine scolaire ; heures par semaine');
	});

	it('counts everyone, and says so where the question is of others', () => {
		const heading = (asked: Parameters<typeof question>[0]) => legendText(paint({}), question(asked), 'fr').whom;
		expect(heading({})).toBe('habitants');
		expect(heading({ who: { kind: 'poor-households' } })).toBe('tous les habitants');
	});

	it('rounds people to ten: a class may be one cell', () => {
		expect(plain(classPeopleText(12_404.2, 'fr'))).toBe('12 400');
		expect(classPeopleText(3, 'fr')).toBe('moins de 5');
		expect(classPeopleText(0, 'fr')).toBe('0');
	});
});

describe('the legend of a change', () => {
	const mirrored = (steps: readonly [number, number, number], sign: 1 | -1) => {
		const rising = [0, ...steps].slice(0, 3).map((from, rank) => ({ from, to: steps[rank] }));
		const falling = rising.map(({ from, to }) => ({ from: -to, to: -from }));
		const [better, worse] = sign === 1 ? [rising, falling] : [falling, rising];
		return [...better.toReversed(), { from: 0, to: 0 }, ...worse];
	};

	it('names classes from better to worse, with what is more and what is less, whichever is better', () => {
		expect(labels({ indicator: 'change', unit: 'minutes', bounds: mirrored([2, 5, 10], -1) })).toEqual([
			'plus de 5 min de moins',
			'2 à 5 min de moins',
			'jusqu’à 2 min de moins',
			'inchangé',
			'jusqu’à 2 min de plus',
			'2 à 5 min de plus',
			'plus de 5 min de plus'
		]);
		expect(labels({ indicator: 'change', unit: 'hours', bounds: mirrored([0.5, 1, 2], 1) }, 'en').slice(0, 4)).toEqual([
			'more than 1 h more',
			'30 min to 1 h more',
			'up to 30 min more',
			'unchanged'
		]);
	});

	it('says of the moment that a library is open, or no longer is', () => {
		const bounds = [
			{ from: 0, to: 1 },
			{ from: 0, to: 0 },
			{ from: -1, to: 0 }
		];
		expect(labels({ indicator: 'change', unit: 'open', bounds })).toEqual([
			'une bibliothèque ouverte, il n’y en avait pas',
			'inchangé',
			'plus de bibliothèque ouverte'
		]);
	});

	it('states what is compared, and that its classes are symmetric', () => {
		const change = paint({ indicator: 'change', unit: 'hours', bounds: mirrored([1, 3, 6], 1) });
		const { conditions, method } = legendText(change, question({ form: 'openings', mode: 'bike' }), 'fr');
		expect(plain(conditions)).toBe('À vélo, à 15 min au plus, en semaine scolaire ; heures par semaine');
		expect(method).toContain('symétriques autour de zéro');
	});
});

describe('what a mark is', () => {
	it('says the cell, the hexagon and whose value it shows', () => {
		expect(plain(levelNote(paint({}), 'grid-200m', 'fr'))).toBe('carreaux de 200 m');
		expect(plain(levelNote(paint({}), 'grid-1km', 'en'))).toBe('1 km cells');
		expect(plain(levelNote(paint({}, { level: 'hexagons', resolution: 8 }), 'grid-200m', 'fr'))).toBe(
			'hexagones d’environ 0,74 km² : leur couleur est la valeur qu’atteint la moitié de leurs habitants'
		);
		expect(levelNote(paint({}), 'point', 'fr')).toBe('points de population');
		for (const level of ['cells', 'communes'] as const)
			expect(levelNote(paint({}, { level }), 'commune', 'fr')).toBe('communes');
		const shares = paint({ indicator: 'share-65-over', unit: 'percent' }, { level: 'communes' });
		expect(levelNote(shares, 'grid-200m', 'fr')).toBe('communes');
	});
});
