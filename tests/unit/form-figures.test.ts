import { describe, expect, it } from 'vitest';
import type { Classes, Paint } from '#domain/atlas-answers.ts';
import type { CellCard, HexagonCard } from '#domain/cards.ts';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { QUESTION_FORMS, type Question } from '#domain/question.ts';
import { columnsUnder } from '#domain/table-columns.ts';
import { legendText } from '#i18n/legend.ts';
import { windowsText } from '#i18n/profile-words.ts';
import { aboutLines } from '../../src/lib/ui/about-lines.ts';
import { cellSentence, hexagonSentence } from '../../src/lib/ui/cards/place-words.ts';
import { communeColumns, communeRows, communeTotal } from '../../src/lib/ui/tables/communes-rows.ts';
import { communeHeading, tableHeadings } from '../../src/lib/ui/tables/headings.ts';
import { supplyAnswer, usableAnswer, usableFigures } from '../form-answers.ts';
import { answers, figures, question, share, summary } from '../summary-fixture.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const usable = question({ form: 'usable' });
const supply = question({ form: 'supply' });
const code = summary().communes[0].code;
const base = answers({}, { communes: [{ ...figures(), code, people: 14_000, countedSites: 2 }] });

describe('the table of communes under a form', () => {
	const ids = (of: Question) => communeColumns(summary(), of, 'fr').map(({ id }) => id);

	it('has the columns of the form and of no other, on screen and in a file', () => {
		expect(ids(usable)).toEqual(expect.arrayContaining(['median-usable-hours', 'people-without-usable-hours']));
		expect(ids(usable)).not.toContain('median-supply');
		expect(ids(supply)).toContain('median-supply');
		expect(ids(question())).not.toContain('median-usable-hours');
		for (const form of QUESTION_FORMS) {
			const exported: readonly string[] = columnsUnder('communes', form);
			expect(ids(question({ form })).filter((id) => !exported.includes(id))).toEqual([]);
			expect(tableHeadings('communes', question({ form }), 'fr')).toHaveLength(exported.length);
		}
	});

	it('has the figures of each commune and of the whole; blank while they are computed, null when not known', () => {
		const unknown = usableFigures({ medianHours: null, none: share(null) });
		const given = { ...base, usable: usableAnswer({}, { communes: [{ ...unknown, code }] }), supply: null };
		expect(communeRows(summary(), given, usable)[0].values).toMatchObject({
			'median-usable-hours': null,
			'people-without-usable-hours': null,
			'median-supply': ''
		});
		expect(communeTotal(summary(), given, usable).values).toMatchObject({
			'median-usable-hours': 11.5,
			'people-without-usable-hours': 4000
		});
		expect(communeTotal(summary(), { ...base, supply: supplyAnswer() }, supply).values['median-supply']).toBe(18);
	});

	it('says whose free time, which week and which measure', () => {
		const heading = (column: 'median-usable-hours' | 'median-supply', of: Question) =>
			plain(communeHeading(column, of, 'fr'));
		expect(heading('median-usable-hours', { ...usable, profile: 'student' })).toBe(
			'Heures utilisables dont dispose la moitié au moins, étudiant, semaine scolaire (h par semaine)'
		);
		expect(heading('median-supply', supply)).toBe(
			'Offre dont dispose la moitié au moins, h par semaine pour 1 000 habitants (E2SFCA)'
		);
		expect(heading('median-supply', { ...supply, measure: { method: 'nearest', capacity: 'hours', rank: 2 } })).toBe(
			'Temps que ne dépasse pas la moitié au moins : minutes jusqu’à la deuxième bibliothèque la plus proche'
		);
	});
});

describe('the legend', () => {
	const paint = (changes: Partial<Classes>): Paint => ({
		level: 'cells',
		resolution: null,
		marks: new Uint8Array(),
		classes: {
			indicator: 'supply',
			unit: 'hours-per-1000',
			method: 'quantiles',
			bounds: [
				{ from: 0, to: 4.6 },
				{ from: 4.6, to: null }
			],
			peoplePerClass: [10, 20],
			peopleBeyond: 5,
			peopleWithoutData: 0,
			peopleUnattached: 0,
			...changes
		}
	});
	const legend = (changes: Partial<Classes>, of: Question) => {
		const { conditions, rows } = legendText(paint(changes), of, 'fr');
		return { conditions: plain(conditions), labels: rows.map(({ label }) => plain(label)) };
	};

	it('of supply states its unit and what it follows; nothing is the worst', () => {
		expect(legend({}, supply)).toEqual({
			conditions: 'En voiture, en semaine scolaire ; heures d’ouverture par semaine pour 1 000 habitants (E2SFCA)',
			labels: ['aucune offre', 'moins de 4,6', '4,6 et plus']
		});
	});

	it('of the n-th nearest site has times, and what is beyond last', () => {
		const bounds = [
			{ from: 0, to: 5 },
			{ from: 5, to: 30 }
		];
		const measure = { method: 'nearest', capacity: 'hours', rank: 2 } as const;
		expect(legend({ unit: 'minutes-to-nth', method: 'fixed', bounds }, { ...supply, measure })).toEqual({
			conditions: 'En voiture ; minutes jusqu’à la deuxième bibliothèque la plus proche',
			labels: ['0 à 5 min', '5 à 30 min', 'plus de 30 min']
		});
	});

	it('of usable hours states the profile and the week', () => {
		const bounds = [{ from: 0, to: null }];
		expect(legend({ indicator: 'usable-hours', unit: 'hours', bounds }, usable)).toEqual({
			conditions:
				'En voiture, à 15 min au plus, en semaine scolaire, au rythme d’un actif à temps plein ; heures par semaine',
			labels: ['aucune heure utilisable', '0 h et plus']
		});
	});
});

describe('what stands under a picture or a file', () => {
	const lines = (of: Question) => aboutLines(of, summary(), 'fr').map(plain);

	it('tells the profile in force and its free time, where usable hours are said', () => {
		expect(lines(usable)[2]).toBe(
			'Profil : 25-64 ans, au rythme d’un actif à temps plein ; visites d’au moins 30 min ; trajets depuis le domicile. Temps libre (semaine scolaire) : lundi à vendredi 18 h–20 h ; samedi 9 h–19 h ; dimanche 10 h–18 h.'
		);
		const [fullTime] = DEFAULT_PROFILES;
		const edited = { ...fullTime, freeWindows: { ...fullTime.freeWindows, summer: [600, 720] } };
		expect(lines({ ...usable, week: 'summer', editedProfiles: [edited] })[2]).toMatch(
			/actif à temps plein \(modifié\) ; .* Temps libre \(été\) : lundi 10 h–12 h\.$/
		);
		expect(lines(question()).join(' ')).not.toContain('Profil');
	});

	it('tells how supply is measured', () => {
		expect(lines(supply)[2]).toBe('Offre : heures d’ouverture par semaine pour 1 000 habitants (E2SFCA).');
	});

	it('says windows by day, those over midnight on both days, and none', () => {
		expect(plain(windowsText([1320, 1500], 'fr'))).toBe('lundi 22 h–24 h ; mardi 0 h–1 h');
		expect(windowsText([], 'fr')).toBe('aucun temps libre');
		expect(windowsText([600, 720, 2040, 2160], 'en')).toBe('Monday, Tuesday 10:00–12:00');
	});
});

describe('cards under the form of usable hours', () => {
	const cell = {
		placeName: 'Le Hameau',
		communeName: null,
		peopleRounded: 30,
		attached: true,
		nearestSeconds: 650,
		weeklyHours: 14
	} as unknown as CellCard;
	const hexagon = {
		...cell,
		cells: 12,
		medianSeconds: 600,
		medianWeeklyHours: 14,
		attachedPeopleRounded: 30
	} as unknown as HexagonCard;

	it('say what can be used of the hours, none and not known apart', () => {
		const said = (usableHours: number | null) => plain(cellSentence({ ...cell, usableHours }, usable, 'fr'));
		expect(said(8.5)).toBe(
			'Le Hameau, environ 30 habitants : bibliothèque la plus proche à 11 min en voiture ; 8 h 30 utilisables par semaine à 15 min au plus, au rythme d’un actif à temps plein.'
		);
		expect(said(0)).toContain('; aucune heure utilisable à 15 min au plus');
		expect(said(null)).toContain('; heures utilisables non connues à 15 min au plus');
		expect(plain(cellSentence({ ...cell, usableHours: 8 }, question(), 'fr'))).toContain(
			'14 h d’ouverture par semaine'
		);
	});

	it('say of a hexagon what half of its people have', () => {
		const said = (usableHours: number | null) => plain(hexagonSentence({ ...hexagon, usableHours }, usable, 'fr'));
		expect(said(8.5)).toContain('; la moitié au moins dispose de 8 h 30 utilisables par semaine');
		expect(said(0)).toContain('; la moitié au moins n’a aucune heure utilisable');
		expect(said(null)).toContain('; heures utilisables non connues');
	});
});
