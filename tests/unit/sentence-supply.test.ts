import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/question.ts';
import type { EquityFigures, SupplyAnswer, SupplyFigures } from '#domain/supply-answers.ts';
import { CAPACITIES, NEAREST_RANKS, SUPPLY_METHODS, type SupplyMeasure } from '#domain/supply-measure.ts';
import { sentenceContext } from '#i18n/sentence-context.ts';
import { sentenceParts, sentenceText } from '#i18n/sentence.ts';
import { measureUnitText, methodExplanation } from '#i18n/supply-words.ts';
import { supplyAnswer } from '../form-answers.ts';
import { answers, question, share, summary } from '../summary-fixture.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
type Whole = Partial<SupplyFigures & EquityFigures>;
const said = (
	locale: 'fr' | 'en',
	measure: Partial<SupplyMeasure>,
	whole: Whole = {},
	asked: Partial<Question> = {}
) => {
	const supply = supplyAnswer(measure, whole);
	const of = question({ form: 'supply', measure: supply.measure, ...asked });
	return plain(sentenceText(of, summary(), { ...answers(), supply }, locale));
};
const fr = (measure: Partial<SupplyMeasure> = {}, whole: Whole = {}) => said('fr', measure, whole);
const en = (measure: Partial<SupplyMeasure> = {}, whole: Whole = {}) => said('en', measure, whole);

describe('the sentence of supply', () => {
	it('says what half of the people have, and what the half with least shares', () => {
		expect(fr()).toBe(
			'En voiture, en semaine scolaire, la moitié des habitants d’Entre-Val-et-Monts disposent d’au moins 18 h d’ouverture hebdomadaire pour 1 000 habitants (E2SFCA) ; la moitié la moins bien servie se partage 31 % de l’offre.'
		);
		expect(en()).toBe(
			'By car, in a school week, half of residents in Entre-Val-et-Monts have at least 18 h of weekly opening per 1,000 residents (E2SFCA); the half with least shares 31% of the supply.'
		);
	});

	it('says of each measure its unit, and of the question only what the measure follows', () => {
		expect(fr({ method: '2sfca' })).toContain('En voiture, à 15 min au plus, en semaine scolaire, la moitié');
		expect(fr({ method: '2sfca', capacity: 'surface' }, { median: 84.26 })).toMatch(
			/^En voiture, à 15 min au plus, la moitié .*au moins 84,3 m² de bibliothèque pour 1 000 habitants \(2SFCA\) ;/
		);
		expect(fr({ capacity: 'surface' }, { median: 84 })).toMatch(/^En voiture, la moitié .* 84 m² de bibliothèque pour/);
		expect(fr({ capacity: 'hours-surface' }, { median: 1234.4 })).toContain(
			'au moins 1 230 h × m² par semaine pour 1 000 habitants (E2SFCA)'
		);
		expect(fr({ method: 'cumulative' }, { median: 62.5 })).toContain(
			'à 15 min au plus, en semaine scolaire, la moitié des habitants d’Entre-Val-et-Monts disposent d’au moins 62 h 30 d’ouverture hebdomadaire à portée (cumul) ; la moitié la moins bien servie a 31 % du total.'
		);
		expect(fr({ method: 'gravity', capacity: 'surface' })).toContain('18 m² de bibliothèque à portée (gravité)');
		expect(en({ method: 'gravity', capacity: 'hours-surface' })).toContain(
			'at least 18 h × m² a week within reach (gravity); the half with least has 31% of the total.'
		);
	});

	it('says the minutes to the n-th nearest site, and who is beyond', () => {
		expect(fr({ method: 'nearest', rank: 2 }, { median: 11.2, none: share(0.04) })).toBe(
			'En voiture, la moitié des habitants d’Entre-Val-et-Monts résident à 12 min au plus de la deuxième bibliothèque la plus proche ; 4 % en sont à plus de 30 min.'
		);
		expect(en({ method: 'nearest' }, { median: 7, none: share(0) })).toBe(
			'By car, half of residents in Entre-Val-et-Monts live within 7 min of the nearest library; none are more than 30 min away.'
		);
		expect(fr({ method: 'nearest' }, { median: null, none: share(0.6) })).toContain(
			'60 % des habitants d’Entre-Val-et-Monts, plus de la moitié, résident à plus de 30 min de la bibliothèque la plus proche.'
		);
		expect(fr({ method: 'nearest', rank: 3 }, { median: null, none: share(1) })).toContain(
			'tous les habitants d’Entre-Val-et-Monts résident à plus de 30 min de la troisième bibliothèque'
		);
		const nobody = { median: null, none: { people: 0, ofPeople: 0, share: null } };
		expect(fr({ method: 'nearest' }, nobody)).toMatch(
			/^En voiture, on ne sait pas .* : aucun n’a de temps d’accès calculé\.$/
		);
		expect(en({ method: 'nearest' }, nobody)).toMatch(/^By car, it is not known how far from the nearest library/);
	});

	it('says it otherwise where half have none, nobody has any, no share can be told', () => {
		expect(fr({}, { median: 0, none: share(0.7) })).toContain(
			'70 % des habitants d’Entre-Val-et-Monts, plus de la moitié, ne disposent d’aucune heure d’ouverture hebdomadaire pour 1 000 habitants (E2SFCA).'
		);
		expect(en({ capacity: 'surface' }, { median: 0, none: share(0.7) })).toContain(
			'more than half, have no m² of library per 1,000 residents (E2SFCA).'
		);
		expect(fr({ capacity: 'surface' }, { median: 0, none: share(1) })).toContain(
			'tous les habitants d’Entre-Val-et-Monts sont sans offre : aucun m² de bibliothèque pour 1 000 habitants (E2SFCA).'
		);
		expect(fr({}, { lowerHalfShare: null })).toMatch(
			/18 h d’ouverture hebdomadaire pour 1 000 habitants \(E2SFCA\)\.$/
		);
	});

	it('says why nothing is known, and never a figure then', () => {
		const nothing: Whole = { median: null, none: share(null), lowerHalfShare: null, gini: null };
		expect(fr({}, nothing)).toMatch(
			/on ne sait pas de combien d’heures d’ouverture hebdomadaire pour 1 000 habitants \(E2SFCA\) disposent les habitants .* : aucun horaire n’est connu parmi les lieux à portée\.$/
		);
		expect(fr({ capacity: 'surface' }, nothing)).toMatch(
			/de combien de m² de bibliothèque .* : aucune surface n’est connue/
		);
		expect(fr({ capacity: 'hours-surface' }, nothing)).toMatch(/aucun n’a ses horaires et sa surface connus\.$/);
		expect(en({ capacity: 'surface' }, nothing)).toMatch(/how many m² of library .* have: no surface is known/);
		expect(fr({}, { ...nothing, none: { people: null, ofPeople: 0, share: null } })).toMatch(
			/: aucun n’a de temps d’accès calculé\.$/
		);
		const supply = supplyAnswer({}, nothing);
		const parts = sentenceParts(question({ form: 'supply' }), summary(), { ...answers(), supply }, 'fr');
		expect(parts.filter(({ kind }) => kind === 'figure')).toEqual([]);
	});

	it('never says a figure in the unit of another measure', () => {
		const stale = (measure: SupplyMeasure, supply: SupplyAnswer) =>
			sentenceText(question({ form: 'supply', measure }), summary(), { ...answers(), supply }, 'fr');
		const hours = supplyAnswer();
		expect(stale({ method: 'e2sfca', capacity: 'surface', rank: 1 }, hours)).toContain('au moins … de bibliothèque');
		expect(stale({ method: 'nearest', capacity: 'hours', rank: 1 }, hours)).toContain('à … au plus');
		expect(stale({ method: 'nearest', capacity: 'hours', rank: 2 }, supplyAnswer({ method: 'nearest' }))).toContain(
			'…'
		);
		// Ranks and capacities that the method does not use make no difference.
		expect(stale({ method: 'e2sfca', capacity: 'hours', rank: 3 }, hours)).not.toContain('…');
	});

	it('has words for every measure in both languages', () => {
		for (const locale of ['fr', 'en'] as const) {
			const units = new Set<string>();
			for (const method of SUPPLY_METHODS) {
				expect(methodExplanation(method, locale).length).toBeGreaterThan(20);
				for (const capacity of CAPACITIES)
					for (const rank of NEAREST_RANKS) units.add(measureUnitText({ method, capacity, rank }, locale));
			}
			// Four methods of three capacities, and three ranks.
			expect(units.size).toBe(15);
		}
	});
});

describe('what is read with supply', () => {
	const context = (supply: SupplyAnswer, asked: Partial<Question> = {}, of = summary()) => {
		const made = sentenceContext(
			question({ form: 'supply', measure: supply.measure, ...asked }),
			of,
			{ ...answers(), supply },
			'fr'
		);
		return { facts: (made?.facts ?? []).map(plain), cautions: (made?.cautions ?? []).map(plain), made };
	};

	it('tells how evenly it is shared, with whom, and what the method assumes', () => {
		const { facts, made } = context(
			supplyAnswer({}, {}, { margin: { people: 26_900, unattachedPeople: 34, capacity: 20 } })
		);
		expect(facts.slice(1)).toEqual([
			'2 % sans aucune offre',
			'indice de Gini 0,32 (0 : tous autant, 1 : tout à un seul)',
			'26 866 habitants des environs partagent aussi ces lieux'
		]);
		expect(made?.method).toBe('offre');
		expect(made?.assumption).toMatch(/^La capacité de chaque lieu est partagée/);
	});

	it('tells of how many sites the capacity is known', () => {
		const some = { sitesWithCapacity: 40 };
		expect(context(supplyAnswer({}, {}, some)).cautions).toEqual([
			'Horaires connus : 40 lieux comptés sur 45 ; les autres n’entrent pas dans l’offre'
		]);
		expect(context(supplyAnswer({ capacity: 'surface' }, {}, some)).cautions[0]).toMatch(/^Surface connue : 40/);
		expect(context(supplyAnswer({ capacity: 'hours-surface' }, {}, some)).cautions[0]).toMatch(/^Horaires et surface/);
		expect(context(supplyAnswer({ method: 'nearest' }, {}, some)).cautions).toEqual([]);
	});

	it('tells that a margin whose people are not known shares nothing, where people share', () => {
		const hasMargin = summary({ hasMargin: true });
		const unknown = /^La population des environs n’est pas connue/;
		expect(context(supplyAnswer(), {}, hasMargin).cautions.at(-1)).toMatch(unknown);
		expect(context(supplyAnswer({ method: 'gravity' }), {}, hasMargin).cautions).toEqual([]);
		expect(context(supplyAnswer(), { withNeighbours: false }, hasMargin).cautions).toEqual([]);
	});

	it('warns of summer only where hours are in the measure', () => {
		const residents = /^Population résidente/;
		expect(context(supplyAnswer(), { week: 'summer' }).cautions.at(-1)).toMatch(residents);
		expect(context(supplyAnswer({ capacity: 'surface' }), { week: 'summer' }).cautions).toEqual([]);
	});

	it('gives the median with the neighbours the other way, in its unit', () => {
		const otherNeighbours: SupplyFigures = supplyAnswer({}, { median: 15.25 }).whole;
		expect(context(supplyAnswer({}, {}, { otherNeighbours })).facts.at(-1)).toBe('sans les lieux voisins : 15 h 15');
	});
});
