import { describe, expect, it } from 'vitest';
import type { Answers } from '#domain/atlas-answers.ts';
import type { SupplyAnswer, SupplyFigures } from '#domain/supply-answers.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';
import { coverageQuestion, withAndWithout } from '../../src/lib/ui/territory/coverage.ts';
import { equityRows, groupRows, lorenzAt, notesOf, nothingText } from '../../src/lib/ui/territory/equity.ts';
import { supplyCellText, supplyColumns, supplyRows } from '../../src/lib/ui/territory/supply-communes.ts';
import { territoryFacts } from '../../src/lib/ui/territory/territory-facts.ts';
import { BLANK_FIGURES } from '../blank-figures.ts';
import { answers, commune, figures, question, share, site, summary } from '../summary-fixture.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const UNKNOWN = { people: null, ofPeople: 0, share: null };

function supplyFigures(changes: Partial<SupplyFigures> = {}): SupplyFigures {
	return { median: 6, mean: 7, none: share(0.02), unknownPeople: 0, unattachedPeople: 0, ...changes };
}

function supplyAnswer(whole: Partial<SupplyAnswer['whole']> = {}, changes: Partial<SupplyAnswer> = {}): SupplyAnswer {
	return {
		measure: { method: 'e2sfca', capacity: 'hours', rank: 1 },
		unit: 'hours-per-1000',
		whole: {
			...supplyFigures(),
			gini: 0.25,
			palma: 0.5,
			lowerHalfShare: 0.3,
			fgt: { line: 3, headcount: 0.1, gap: 0.06, severity: 0.04 },
			lorenz: { people: Float64Array.of(0, 0.5, 1), amount: Float64Array.of(0, 0.3, 1) },
			...whole
		},
		otherNeighbours: null,
		groups: [],
		communes: [],
		epcis: [],
		countedSites: 5,
		sitesWithCapacity: 4,
		capacityReachingNobody: 0,
		margin: null,
		...changes
	};
}

const MINUTES: Partial<SupplyAnswer> = {
	measure: { method: 'nearest', capacity: 'hours', rank: 2 },
	unit: 'minutes-to-nth'
};
const NO_EQUITY = { gini: null, palma: null, lowerHalfShare: null, fgt: null, lorenz: null };

describe('the territory in figures', () => {
	const facts = (sites: readonly SiteSummary[], counted: readonly boolean[], changes = {}) => {
		const given: Answers = answers(
			{},
			{
				sites: counted.map((one) => ({
					counted: one,
					open: null,
					weeklyHours: null,
					peopleWithin: null,
					peopleOnlyHere: null
				})),
				communes: [
					{ ...figures(), code: '01004' as InseeCode, people: 100, countedSites: 1 },
					{ ...figures(), code: '01005' as InseeCode, people: 50, countedSites: 0 }
				]
			}
		);
		return territoryFacts(summary({ sites, ...changes }), given, 'fr').map(({ term, value, notes }) =>
			plain([term, value, ...notes].join(' | '))
		);
	};

	it('counts the sites that count under the question, neighbours apart, and of how many hours and surfaces are known', () => {
		const sites = [
			site('a', 'library', { figures: { ...BLANK_FIGURES, surfaceSquareMetres: 120 } }),
			site('b', 'branch', { weeklyHours: { term: null, 'small-holidays': null, summer: null } }),
			site('c', 'library'),
			site('d', 'library', { margin: true })
		];
		const told = facts(sites, [true, true, false, true]);
		expect(told).toContain(
			'Lieux comptés dans l’offre | 2 | bibliothèque : 1 ; annexe : 1 | 1 lieu voisin compte aussi'
		);
		expect(told).toContain('Horaires connus | 1 sur 2 lieux comptés');
		expect(told).toContain('Surfaces connues | 1 sur 2 lieux comptés');
		expect(told).toContain('Communes | 2 | 1 avec un lieu compté, 1 sans');
	});

	it('says what is not known, and of nothing no count', () => {
		const told = facts([], []);
		expect(told).toContain('Population municipale | non connue : celle d’une commune au moins manque');
		expect(told.find((line) => line.startsWith('Population localisée'))).toContain('part imputée non connue');
		expect(told).toContain('Lieux comptés dans l’offre | aucun');
		expect(told).toContain('Horaires connus | sans objet : aucun lieu compté');
		expect(told).toContain('Surfaces connues | sans objet : aucun lieu compté');
	});
});

describe('the table of coverage', () => {
	it('asks the same again whatever the words that it does not follow', () => {
		const one = coverageQuestion(question({ week: 'summer', profile: 'student' }), 'bike', 10);
		const other = coverageQuestion(
			question({ form: 'supply', measure: { method: 'gravity', capacity: 'surface', rank: 3 } }),
			'bike',
			10
		);
		expect(one).toEqual(other);
		expect(one).toMatchObject({ mode: 'bike', cutoffMinutes: 10 });
		expect(coverageQuestion(question({ withNeighbours: false }), 'bike', 10)).not.toEqual(one);
	});

	it('tells the figures with neighbours from those without, whichever were asked', () => {
		const [asked, other] = [figures({ coverage: share(0.9) }), figures({ coverage: share(0.8) })];
		expect(withAndWithout(asked, other, question({ withNeighbours: true })).without).toBe(other);
		expect(withAndWithout(asked, other, question({ withNeighbours: false })).without).toBe(asked);
		expect(withAndWithout(asked, null, question({ withNeighbours: true }))).toEqual({
			withNeighbours: asked,
			without: null
		});
	});
});

describe('figures of equity', () => {
	const rows = (answer: SupplyAnswer) =>
		new Map(equityRows(answer, question(), 'fr').map(({ figure, value }) => [plain(figure), plain(value)]));

	it('are given with their meaning', () => {
		const told = rows(supplyAnswer());
		expect(told.get('Médiane')).toBe('6 h');
		expect(told.get('Sans offre')).toBe('2 %');
		expect(told.get('Part de la moitié la moins bien servie')).toBe('30 %');
		expect(told.get('Indice de Gini')).toBe('0,25');
		expect(told.get('Ratio de Palma')).toBe('0,50');
		expect(told.get('Manque moyen (FGT 1)')).toBe('0,06');
		const fgt = equityRows(supplyAnswer(), question(), 'fr').find(({ figure }) => figure.includes('FGT 0'));
		expect(fgt && plain(fgt.meaning)).toBe('ont moins de 3 h');
	});

	it('say that a ratio is not defined, never that it is zero', () => {
		expect(rows(supplyAnswer({ palma: null })).get('Ratio de Palma')).toContain('non défini');
	});

	it('are neither Gini nor Lorenz of minutes, whose median may be beyond the times computed', () => {
		const told = rows(supplyAnswer({ ...NO_EQUITY, median: null }, MINUTES));
		expect([...told.keys()]).toEqual(['Médiane', 'Au-delà']);
		expect(told.get('Médiane')).toBe('au-delà des temps calculés');
		expect(notesOf(supplyAnswer(NO_EQUITY, MINUTES), question(), 'fr')[0]).toContain('un temps ne se partage pas');
	});

	it('are told impossible without a counted site or a known capacity', () => {
		expect(nothingText(supplyAnswer(), 'fr')).toBeNull();
		expect(nothingText(supplyAnswer({}, { countedSites: 0, sitesWithCapacity: 0 }), 'fr')).toContain('Aucun lieu');
		expect(nothingText(supplyAnswer({}, { sitesWithCapacity: 0 }), 'fr')).toContain('Aucune capacité');
		expect(nothingText(supplyAnswer({ none: UNKNOWN, median: null }), 'fr')).toContain('Aucune capacité');
	});

	it('say of how many sites the capacity is known and who is in no figure, people or households', () => {
		const answer = supplyAnswer({ unknownPeople: 12.4 });
		expect(notesOf(answer, question(), 'fr').map(plain)).toEqual([
			'Capacité connue pour 4 lieux comptés sur 5.',
			'12 personnes ne rejoignent que des lieux de capacité inconnue : hors de ces chiffres.'
		]);
		const poor = notesOf(answer, question({ who: { kind: 'poor-households' } }), 'fr');
		expect(plain(poor[1])).toContain('12 ménages');
	});
});

describe('groups', () => {
	it('stand on one line from zero to the largest median; what is not known has no place on it', () => {
		const ages = { kind: 'ages', fromAge: 0, toAge: 10 } as const;
		const dense = { kind: 'density', density: 'dense' } as const;
		const answer = supplyAnswer(
			{},
			{
				groups: [
					{ ...supplyFigures({ median: 12 }), group: ages, gini: 0.2 },
					{ ...supplyFigures({ median: null, none: UNKNOWN }), group: dense, gini: null }
				]
			}
		);
		const told = groupRows(answer, { kind: 'everyone' }, 'fr').map((row) => [
			plain(row.name),
			plain(row.value),
			row.position,
			row.gini
		]);
		expect(told).toEqual([
			['tous (habitants)', '6 h', 0.5, '0,25'],
			['0-10 ans', '12 h', 1, '0,20'],
			['où l’on compte 1 500 habitants au km² ou plus', 'non connu', null, 'non connu']
		]);
	});

	it('have no Gini of minutes', () => {
		const told = groupRows(supplyAnswer(NO_EQUITY, MINUTES), { kind: 'everyone' }, 'fr');
		expect(told.map(({ gini, value }) => [gini, plain(value)])).toEqual([[null, '6 min']]);
	});
});

describe('the Lorenz curve', () => {
	it('is read between its points', () => {
		const curve = { people: Float64Array.of(0, 0.5, 1), amount: Float64Array.of(0, 0.3, 1) };
		expect([0, 0.25, 0.5, 0.75, 1].map((at) => Number(lorenzAt(curve, at).toFixed(9)))).toEqual([
			0, 0.15, 0.3, 0.65, 1
		]);
	});
});

describe('supply by commune', () => {
	const territory = summary({
		communes: [commune('01004', 'Le Val', { epciCode: '1' }), commune('01005', 'Les Monts', { epciCode: '2' })]
	});
	const answer = supplyAnswer(
		{},
		{
			communes: [
				{ ...supplyFigures(), code: '01004' as InseeCode },
				{ ...supplyFigures({ median: null, mean: null, none: UNKNOWN }), code: '01005' as InseeCode }
			]
		}
	);

	it('writes what is not known as a dash, and keeps the communes of the EPCI asked about', () => {
		const columns = supplyColumns(answer, 'fr').map(({ id }) => id);
		const rows = supplyRows(answer, territory, { kind: 'territory' }).map(({ values }) =>
			columns.map((id) => plain(supplyCellText(id, values[id], answer, 'fr')))
		);
		expect(rows).toEqual([
			['Le Val', '6 h', '7 h', '2', '0'],
			['Les Monts', '–', '–', '–', '0']
		]);
		expect(supplyRows(answer, territory, { kind: 'epci', code: '2' }).map(({ key }) => key)).toEqual(['01005']);
	});
});
