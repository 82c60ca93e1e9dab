import { describe, expect, it } from 'vitest';
import type { Change, Modification, Rounds, Scenario } from '#domain/scenario.ts';
import type { ChangeAnswer, ChangeOfPeople, Comparison } from '#domain/scenario-answers.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import { candidateLines } from '../../src/lib/ui/simulation/candidate-words.ts';
import { changeSentence, distanceText, metresBetween } from '../../src/lib/ui/simulation/change-words.ts';
import { gainSentence, meanChangeText } from '../../src/lib/ui/simulation/gain-words.ts';
import { modificationLines, modificationsAlone } from '../../src/lib/ui/simulation/modification-lines.ts';
import { changeParts, communesByChange } from '../../src/lib/ui/simulation/people-changes.ts';
import { newSiteId, siteChoices, surfaceOf } from '../../src/lib/ui/simulation/site-choices.ts';
import { slotChanges, ToldSlots } from '../../src/lib/ui/simulation/slot-changes.ts';
import { question, side, site } from '../summary-fixture.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const at = (day: number, hour: number) => (day * 1440 + hour * 60) as MinuteOfWeek;
const NAMES: Record<string, string> = { a: 'Annexe du Port', b: 'La Source', c: 'Le Centre' };
const siteOf = (id: string) => (id in NAMES ? { name: NAMES[id], position: [5, 45] as const } : null);
const said = (change: Change, locale: 'fr' | 'en' = 'fr') => plain(changeSentence(change, siteOf, null, locale));

const NOBODY: ChangeOfPeople = {
	improved: 0,
	reduced: 0,
	unchanged: 1000,
	unknown: 0,
	unattached: 0,
	peopleTimesChange: 0
};
function answer(changes: Partial<ChangeAnswer> = {}): ChangeAnswer {
	return {
		scenarioId: 's',
		unit: 'hours',
		lessIsBetter: false,
		whole: NOBODY,
		largestGain: null,
		largestLoss: null,
		communes: [],
		ages: null,
		profiles: [],
		moments: [],
		...changes
	};
}

describe('a change in words', () => {
	it('names the sites, whatever they are called, and what becomes of them', () => {
		expect(said({ kind: 'close', siteId: 'a' })).toBe('Fermer « Annexe du Port »');
		expect(said({ kind: 'surface', siteId: 'b', surfaceSquareMetres: 1200 })).toBe(
			'Porter la surface de « La Source » à 1 200 m²'
		);
		expect(said({ kind: 'merge', siteIds: ['a', 'b'], into: 'c', surfaceSquareMetres: 400 })).toBe(
			'Réunir Annexe du Port et La Source dans « Le Centre », portée à 400 m²'
		);
		expect(said({ kind: 'close', siteId: 'gone' })).toBe('Fermer « gone »');
	});

	it('says how far a site is moved: one degree of latitude is 111 km', () => {
		expect(metresBetween([5, 45], [5, 46])).toBeCloseTo(111_195, 0);
		expect(plain(distanceText(846, 'fr'))).toBe('850 m');
		expect(said({ kind: 'move', siteId: 'a', position: [5, 45.01] })).toBe('Déplacer « Annexe du Port » de 1,1 km');
	});

	it('says the rounds of a bookmobile', () => {
		const stop: Change = {
			kind: 'bookmobile-stop',
			site: {
				id: 'new-1',
				name: 'Place du marché',
				kind: 'bookmobile-stop',
				position: [5, 45],
				communeCode: null,
				communeName: 'Landrecelle',
				surfaceSquareMetres: null
			},
			rounds: { weekday: 1, start: 14 * 60, end: 15 * 60 + 30, weeks: 'odd', inSchoolHolidays: false }
		};
		expect(said(stop)).toBe(
			'Créer un arrêt de bibliobus, « Place du marché » (Landrecelle), le mardi de 14 h à 15 h 30, une semaine sur deux (semaines impaires), hors vacances scolaires'
		);
	});

	it('tells the slots that new hours add and take away', () => {
		const change = { kind: 'hours', siteId: 'a', schedule: { rules: [], sourceText: '', syntax: 'grid' } } as const;
		const before = [{ from: at(1, 9), to: at(1, 12) }];
		const after = [
			{ from: at(1, 10), to: at(1, 12) },
			{ from: at(5, 14), to: at(5, 17) }
		];
		const slots = slotChanges(before, after);
		expect(slots).toEqual({
			added: [{ from: at(5, 14), to: at(5, 17) }],
			removed: [{ from: at(1, 9), to: at(1, 10) }]
		});
		expect(plain(changeSentence(change, siteOf, slots, 'fr'))).toBe(
			'Ouvrir « Annexe du Port » le samedi de 14 h à 17 h, et non plus le mardi de 9 h à 10 h'
		);
		expect(said(change)).toBe('Donner d’autres horaires à « Annexe du Port »');
	});

	it('keeps the slots that it told while the week is asked again, and while it is off, unless it is edited', () => {
		const told = new ToldSlots();
		const change = (siteId: string): Change => ({
			kind: 'hours',
			siteId,
			schedule: { rules: [], sourceText: '', syntax: 'grid' }
		});
		const [first, edited] = [change('a'), change('a')];
		const slots = slotChanges([], [{ from: at(5, 14), to: at(5, 17) }]);
		expect(told.tell('s/m1', first, undefined)).toBeNull();
		expect(told.tell('s/m1', first, slots)).toBe(slots);
		expect(told.tell('s/m1', first, undefined)).toBe(slots);
		expect(told.tell('s/m1', edited, undefined)).toBe(slots);
		expect(told.recall('s/m1', first)).toBe(slots);
		expect(told.recall('s/m1', edited)).toBeNull();
		expect(told.tell('other/m1', first, undefined)).toBeNull();
		expect(told.tell('s/m1', first, null)).toBeNull();
		expect(told.tell('s/m1', first, undefined)).toBeNull();
	});

	it('splits a stretch round what is open within it', () => {
		const hole = slotChanges([{ from: at(2, 11), to: at(2, 12) }], [{ from: at(2, 9), to: at(2, 18) }]);
		expect(hole.added).toEqual([
			{ from: at(2, 9), to: at(2, 11) },
			{ from: at(2, 12), to: at(2, 18) }
		]);
		expect(hole.removed).toEqual([]);
	});
});

describe('what a scenario brings, in words', () => {
	it('says people and the most that they would gain or lose', () => {
		const whole = { ...NOBODY, improved: 8400.4, reduced: 1 };
		expect(plain(gainSentence(answer({ whole, largestGain: 3, largestLoss: 0.5 }), question(), 'fr'))).toBe(
			'8 400 habitants gagneraient jusqu’à 3 h par semaine. 1 habitant perdrait jusqu’à 30 min par semaine.'
		);
	});

	it('names the people of the profile where usable hours are compared and ages known', () => {
		const ages = [{ ...NOBODY, fromAge: 0, toAge: null }];
		const whole = { ...NOBODY, improved: 120 };
		const usable = gainSentence(answer({ whole, ages, largestGain: 1 }), question({ form: 'usable' }), 'fr');
		expect(plain(usable)).toMatch(/^120 personnes de 25 à 64 ans gagneraient/);
	});

	it('says nobody where nobody’s access changes, and that it is not known where it is not', () => {
		expect(gainSentence(answer(), question(), 'fr')).toMatch(/^Personne n’y gagne ni n’y perd/);
		const unknown = answer({ whole: { ...NOBODY, unknown: 300 } });
		expect(gainSentence(unknown, question(), 'fr')).toMatch(/n’est pas connu/);
	});

	it('keeps the sign of a mean, minutes not rounded up', () => {
		expect(plain(meanChangeText(-1.25, 'minutes', 'fr'))).toBe('− 1,3 min');
		expect(plain(meanChangeText(0.025, 'open', 'fr'))).toBe('+ 2,5 points');
		expect(plain(meanChangeText(1.5, 'hours', 'fr'))).toBe('+ 1 h 30');
	});
});

describe('people by what becomes of their access', () => {
	it('are all of the group', () => {
		const change = { ...NOBODY, improved: 30, reduced: 20, unchanged: 40, unknown: 10 };
		const parts = changeParts(change);
		expect(parts.map(({ part }) => part)).toEqual(['improved', 'unchanged', 'reduced', 'unknown']);
		expect(parts.reduce((sum, { share: part }) => sum + part, 0)).toBeCloseTo(1);
	});

	it('rank communes by people × change, less being better of minutes', () => {
		const commune = (code: string, change: number) => ({
			...NOBODY,
			code: code as InseeCode,
			people: 100,
			meanChange: change / 100,
			peopleTimesChange: change
		});
		const communes = [commune('1', -50), commune('2', 30), commune('3', -80), commune('4', 0)];
		const ranked = communesByChange({ communes, lessIsBetter: true });
		expect(ranked.up.map(({ code }) => code)).toEqual(['3', '1']);
		expect(ranked.down.map(({ code }) => code)).toEqual(['2']);
	});
});

describe('a place under the pointer', () => {
	it('says who lives near and what it would add; no road is no figure', () => {
		const lines = candidateLines(
			{
				peopleWithin: 1234,
				coveredPeople: 9000,
				coveredBefore: 8400,
				change: { ...NOBODY, improved: 2100, reduced: 40 }
			},
			question(),
			'fr'
		).map(plain);
		expect(lines).toEqual([
			'1 234 habitants à 15 min au plus d’ici, en voiture.',
			'En tout 9 000 habitants auraient un lieu à portée, au lieu de 8 400 (+ 600).',
			'Par rapport à la situation actuelle, trajet plus court pour 2 100 habitants, plus long pour 40.'
		]);
		const none = { peopleWithin: null, coveredPeople: 8400, coveredBefore: 8400, change: NOBODY };
		expect(candidateLines(none, question(), 'fr')).toEqual([expect.stringMatching(/^Aucune route/)]);
	});
});

describe('the list of modifications', () => {
	const scenario: Scenario = {
		id: 's',
		name: 'Essai',
		costs: DEFAULT_COSTS,
		modifications: [
			{ id: 'm1', on: true, change: { kind: 'close', siteId: 'a' }, cost: NO_COST_SAID },
			{ id: 'm2', on: false, change: { kind: 'close', siteId: 'b' }, cost: NO_COST_SAID }
		]
	};
	const compared = (id: string): Comparison => ({
		baseline: side(),
		scenarios: [{ id, figures: side(), change: answer({ whole: { ...NOBODY, reduced: 40 }, largestLoss: 2 }) }]
	});
	const comparison = compared('s');
	const linesOf = (of: Scenario, told: Comparison) =>
		modificationLines(
			of,
			{ siteOf, slotsOf: () => null, applied: null, alone: { question: question(), comparison: told } },
			'fr'
		);

	it('asks each of several that are on alone, and tells it its own gain', () => {
		const third: Modification = { id: 'm3', on: true, change: { kind: 'close', siteId: 'c' }, cost: NO_COST_SAID };
		const several = { ...scenario, modifications: [...scenario.modifications, third] };
		expect(modificationsAlone(several).map(({ id }) => id)).toEqual(['s/m1', 's/m3']);
		const lines = linesOf(several, compared('s/m1'));
		expect(plain(lines[0].gain ?? '')).toBe('40 habitants perdraient jusqu’à 2 h par semaine.');
		expect(lines[1].gain).toBeNull();
		expect(lines[2].gain).toBeNull();
	});

	it('asks nothing more of one that is on alone: what the scenario brings is its own', () => {
		expect(modificationsAlone(scenario)).toEqual([]);
		const lines = linesOf(scenario, comparison);
		expect(plain(lines[0].gain ?? '')).toBe('40 habitants perdraient jusqu’à 2 h par semaine.');
		expect(lines[1].gain).toBeNull();
	});

	it('says beside its gain that a stop every other week is not in the typical week', () => {
		const cautionOf = (weeks: Rounds['weeks'], asked = question({ form: 'usable' }), on = true) => {
			const rounds: Rounds = { weekday: 1, start: 840, end: 930, weeks, inSchoolHolidays: false };
			const where = { position: [5, 45], communeCode: null, communeName: null, surfaceSquareMetres: null } as const;
			const stop: Change = {
				kind: 'bookmobile-stop',
				site: { id: 'new-1', name: 'Place du marché', kind: 'bookmobile-stop', ...where },
				rounds
			};
			const modifications = [{ id: 'm1', on, change: stop, cost: NO_COST_SAID }];
			const alone = { question: asked, comparison };
			const of = { siteOf, slotsOf: () => null, applied: null, alone };
			return modificationLines({ ...scenario, modifications }, of, 'fr')[0].caution;
		};
		expect(cautionOf('odd')).toContain('semaine type');
		expect(cautionOf('even')).toBe(cautionOf('odd'));
		expect(cautionOf('every')).toBeNull();
		expect(cautionOf('odd', question({ form: 'usable', week: '2026-W12' }))).toBeNull();
		expect(cautionOf('odd', question({ form: 'coverage' }))).toBeNull();
		expect(cautionOf('odd', question({ form: 'usable' }), false)).toBeNull();
	});
});

describe('sites to choose from', () => {
	it('are those of the territory that people enter, by name', () => {
		const sites = [site('b'), site('a'), site('m', 'library', { margin: true }), site('d', 'departmental')];
		expect(siteChoices(sites, 'fr').map(({ id }) => id)).toEqual(['a', 'b']);
	});

	it('a new one takes an identifier that none has', () => {
		expect(newSiteId(new Set(['new-1', 'new-3']))).toBe('new-2');
	});

	it('blank is no surface, nor is nothing or less', () => {
		expect([surfaceOf(null), surfaceOf(undefined), surfaceOf(0), surfaceOf(-3), surfaceOf(120)]).toEqual([
			null,
			null,
			null,
			null,
			120
		]);
	});
});
