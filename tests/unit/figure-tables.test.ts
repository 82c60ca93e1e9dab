import { describe, expect, it } from 'vitest';
import type { Answers, Figures } from '#domain/atlas-answers.ts';
import { QUESTION_FORMS, type Question } from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import { columnsUnder } from '#domain/table-columns.ts';
import type { CommuneSummary, SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import { communeColumns, communeRows, communeTotal } from '../../src/lib/ui/tables/communes-rows.ts';
import { tableHeadings, tableWords } from '../../src/lib/ui/tables/headings.ts';
import { siteRows, siteTotal } from '../../src/lib/ui/tables/sites-rows.ts';
import {
	cellText,
	searchRows,
	sortAfterClick,
	sortRows,
	type TableColumn,
	type TableRow
} from '../../src/lib/ui/tables/table-model.ts';
import { BLANK_FIGURES } from '../blank-figures.ts';
import { questionOf } from '../question.ts';

const question = questionOf({ minute: (5 * 1440 + 15 * 60) as Question['minute'] });

const COLUMNS: TableColumn[] = [
	{ id: 'name', heading: 'Commune', kind: 'text' },
	{ id: 'people', heading: 'Habitants', kind: 'count' }
];
const row = (name: string, people: number | null | ''): TableRow => ({ key: name, values: { name, people } });
const ROWS = [row('Étrevaux', 1446), row('Œuilly', null), row('L’Isle-d’Abeau', 0), row('Bazoncelles', 2213)];
const names = (rows: readonly TableRow[]) => rows.map(({ values }) => values.name);

describe('rows of a table', () => {
	it('stand by the alphabet of the language, accents with their letters', () => {
		expect(names(sortRows(ROWS, { column: 'name', descending: false }, 'fr'))).toEqual([
			'Bazoncelles',
			'Étrevaux',
			'L’Isle-d’Abeau',
			'Œuilly'
		]);
	});

	it('have what is not known last in both directions, apart from zero', () => {
		const by = (descending: boolean) => names(sortRows(ROWS, { column: 'people', descending }, 'fr'));
		expect(by(true)).toEqual(['Bazoncelles', 'Étrevaux', 'L’Isle-d’Abeau', 'Œuilly']);
		expect(by(false)).toEqual(['L’Isle-d’Abeau', 'Étrevaux', 'Bazoncelles', 'Œuilly']);
	});

	it('keep their order where they tie, and are not changed in place', () => {
		const same = [row('b', 1), row('a', 1), row('c', 1)];
		expect(names(sortRows(same, { column: 'people', descending: true }, 'fr'))).toEqual(['b', 'a', 'c']);
		expect(names(same)).toEqual(['b', 'a', 'c']);
	});

	it('are found without accents, case, hyphens or apostrophes', () => {
		expect(names(searchRows(ROWS, COLUMNS, 'etre'))).toEqual(['Étrevaux']);
		expect(names(searchRows(ROWS, COLUMNS, 'OEUILLY'))).toEqual(['Œuilly']);
		expect(names(searchRows(ROWS, COLUMNS, "l'isle d abeau"))).toEqual(['L’Isle-d’Abeau']);
		expect(searchRows(ROWS, COLUMNS, '  ')).toHaveLength(4);
		// Figures are not searched.
		expect(searchRows(ROWS, COLUMNS, '1446')).toEqual([]);
	});

	it('turn at a second click; a new heading begins with names from A, figures from the largest', () => {
		const first = sortAfterClick({ column: 'name', descending: false }, COLUMNS[1]);
		expect(first).toEqual({ column: 'people', descending: true });
		expect(sortAfterClick(first, COLUMNS[1])).toEqual({ column: 'people', descending: false });
		expect(sortAfterClick(first, COLUMNS[0])).toEqual({ column: 'name', descending: false });
	});

	it('say what is not known, and never as a zero', () => {
		expect(cellText(null, 'count', 'fr')).toBe('–');
		expect(cellText(0, 'count', 'fr')).toBe('0');
		expect(cellText('', 'share', 'fr')).toBe('');
		expect(cellText(0.9999, 'share', 'fr')).toBe('99,9');
		expect(cellText(33.5, 'hours', 'fr')).toBe('33\u00a0h\u00a030');
		expect(cellText(1.25, 'decimal', 'fr')).toBe('1,3');
		expect(cellText(true, 'yes-no', 'fr')).toBe('oui');
	});
});

const figures = (people: number, share: number): Figures => ({
	coverage: { people, ofPeople: people / share, share },
	unattachedPeople: 0,
	hoursUnknownPeople: 0,
	moment: { people: null, ofPeople: people / share, share: null },
	medianWeeklyHours: null,
	withoutHours: { people: null, ofPeople: people / share, share: null }
});
const commune = (code: string, name: string, epciCode: string, more: Partial<CommuneSummary> = {}) =>
	({ code, name, epciCode, epciName: `EPCI ${epciCode}`, municipalPopulation: 100, margin: false, ...more }) as never;
const summary = {
	name: 'Entre-Val-et-Monts',
	hasMargin: true,
	communes: [
		commune('01001', 'A', 'e1'),
		commune('01002', 'B', 'e1', { municipalPopulation: null }),
		commune('01003', 'C', 'e2'),
		commune('02001', 'Au-delà', 'e9', { margin: true })
	],
	epcis: [
		{ code: 'e1', name: 'EPCI e1' },
		{ code: 'e2', name: 'EPCI e2' }
	],
	population: { people: 1234, municipale: 1300 },
	sites: [
		{
			id: 's',
			name: 'Médiathèque',
			kind: 'book-point',
			counted: { counted: true, reason: 'counted_reason_listed', byUser: false },
			communeCode: '01001',
			communeName: 'A',
			margin: false,
			weeklyHours: { term: 8, 'small-holidays': null, summer: 0 },
			figures: { ...BLANK_FIGURES, paidStaffFte: 0 }
		} as unknown as SiteSummary
	]
} as unknown as TerritorySummary;
const answers = {
	whole: figures(1000, 0.8),
	otherNeighbours: null,
	sitesOpen: { open: null, withKnownHours: 0, counted: 1, outsideWithKnownHours: 0 },
	communes: [
		{ code: '01001', people: 500, countedSites: 1, ...figures(400, 0.8) },
		{ code: '01002', people: 300, countedSites: 0, ...figures(300, 1) },
		{ code: '01003', people: 434, countedSites: 2, ...figures(300, 0.7) }
	],
	epcis: [],
	sites: [{ counted: true, open: null, peopleWithin: null, peopleOnlyHere: 12 }]
} as unknown as Answers;

describe('the table of communes', () => {
	it('holds the perimeter’s communes alone, with the figures of the answer', () => {
		const rows = communeRows(summary, answers, question);
		expect(rows.map(({ key }) => key)).toEqual(['01001', '01002', '01003']);
		expect(rows[0].values).toMatchObject({ people: 500, 'people-covered': 400, 'share-covered': 0.8 });
		expect(rows[1].values).toMatchObject({ 'municipal-population': null, 'share-at-moment': null });
	});

	it('has the whole territory above, by its own figures and not by sums of shares', () => {
		const { values } = communeTotal(summary, answers, question);
		expect(values).toMatchObject({
			name: 'Entre-Val-et-Monts',
			'municipal-population': 1300,
			people: 1234,
			'counted-sites': 3,
			'people-covered': 1000,
			'share-covered': 0.8
		});
	});

	it('of one EPCI holds its communes; a sum with one unknown is unknown', () => {
		const ofEpci: Question = { ...question, scope: { kind: 'epci', code: 'e1' } };
		expect(communeRows(summary, answers, ofEpci).map(({ key }) => key)).toEqual(['01001', '01002']);
		expect(communeTotal(summary, answers, ofEpci).values).toMatchObject({
			name: 'EPCI e1',
			'municipal-population': null,
			people: 800,
			'counted-sites': 1
		});
	});

	it('of one commune keeps the others to compare with, and is headed by that one', () => {
		const ofCommune = { ...question, scope: { kind: 'commune', code: '01003' } } as unknown as Question;
		expect(communeRows(summary, answers, ofCommune)).toHaveLength(3);
		expect(communeTotal(summary, answers, ofCommune).values).toMatchObject({ name: 'C', people: 434 });
	});

	it('of a group keeps its communes and adds them up', () => {
		const codes = ['01003', '01001'];
		const ofGroup = { ...question, scope: { kind: 'communes', codes, name: 'A et C' } } as unknown as Question;
		const rows = communeRows(summary, answers, ofGroup);
		expect(rows.map(({ key }) => key)).toEqual(['01001', '01003']);
		const [first, second] = rows.map(({ values }) => Number(values.people));
		expect(communeTotal(summary, answers, ofGroup).values).toMatchObject({ name: 'A et C', people: first + second });
	});

	it('of a drawn sector keeps every commune, and does not know what is counted by commune', () => {
		const ofSector: Question = { ...question, scope: { kind: 'drawn', name: 'Ouest', ring: [] } };
		expect(communeRows(summary, answers, ofSector)).toHaveLength(3);
		expect(communeTotal(summary, answers, ofSector).values).toMatchObject({
			name: 'Ouest',
			people: null,
			'municipal-population': null,
			'counted-sites': null
		});
	});

	it('is blank, not zero and not unknown, while it is computed', () => {
		const [first] = communeRows(summary, null, question);
		expect(first.values).toMatchObject({ name: 'A', people: '', 'people-covered': '', 'counted-sites': '' });
		expect(communeTotal(summary, null, question).values['counted-sites']).toBe('');
	});

	it('names the EPCI only where there are several', () => {
		const ids = (of: TerritorySummary) => communeColumns(of, question, 'fr').map(({ id }) => id);
		expect(ids(summary)).toContain('epci');
		expect(ids({ ...summary, epcis: summary.epcis.slice(0, 1) })).not.toContain('epci');
	});
});

describe('the table of sites', () => {
	it('keeps blanks apart from zeros', () => {
		const [{ values }] = siteRows(summary, answers, 'fr');
		expect(values).toMatchObject({
			kind: 'point d’accès au livre',
			'hours-small-holidays': null,
			'hours-summer': 0,
			surface: null,
			staff: 0,
			'open-at-moment': null,
			'people-within': null,
			'people-only-here': 12
		});
		expect(siteTotal(summary, answers, 'fr').values).toMatchObject({ counted: '1 sur 1', 'open-at-moment': null });
	});
});

describe('headings', () => {
	it('are one for each column, all different, and say the question', () => {
		for (const table of ['communes', 'sites', 'hours'] as const) {
			for (const locale of ['fr', 'en'] as const) {
				for (const form of QUESTION_FORMS) {
					const headings = tableHeadings(table, { ...question, form }, locale);
					expect(headings).toHaveLength(columnsUnder(table, form).length);
					expect(new Set(headings).size).toBe(headings.length);
				}
			}
		}
		const columns = columnsUnder('communes', question.form);
		const french = tableHeadings('communes', question, 'fr');
		expect(french[columns.indexOf('people-covered')]).toBe('Habitants à 15\u00a0min au plus en voiture');
		expect(french[columns.indexOf('people-without-hours')]).toBe(
			'Habitants sans aucune heure d’ouverture, semaine scolaire'
		);
		expect(french[columns.indexOf('share-at-moment')]).toBe(
			'Part ayant un lieu ouvert, semaine scolaire, samedi 15\u00a0h (%)'
		);
	});

	it('come with a word for each kind of site', () => {
		const kind: SiteKind = 'bookmobile-stop';
		expect(tableWords('fr')).toMatchObject({ [kind]: 'arrêt de bibliobus', yes: 'oui', no: 'non' });
	});
});
