import { describe, expect, it } from 'vitest';
import type { Question, Who } from '#domain/question.ts';
import { ofPlace } from '#i18n/french-names.ts';
import { sentenceContext } from '#i18n/sentence-context.ts';
import { sentenceParts, sentenceText } from '#i18n/sentence.ts';
import { answers, question, share, summary } from '../summary-fixture.ts';

/** No-break spaces are no matter here: tests/unit/messages.test.ts looks at them. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const fr = (asked: Parameters<typeof question>[0], given: ReturnType<typeof answers> | null = answers()) =>
	plain(sentenceText(question(asked), summary(), given, 'fr'));
const en = (asked: Parameters<typeof question>[0], given: ReturnType<typeof answers> | null = answers()) =>
	plain(sentenceText(question(asked), summary(), given, 'en'));

describe('names in French', () => {
	it.each([
		['Entre-Val-et-Monts', 'd’Entre-Val-et-Monts'],
		['Étampes', 'd’Étampes'],
		['Lille', 'de Lille'],
		['Le Mans', 'du Mans'],
		['Les Lilas', 'des Lilas'],
		['La Ciotat', 'de La Ciotat'],
		['L’Haÿ-les-Roses', 'de L’Haÿ-les-Roses'],
		['Lesquin', 'de Lesquin'],
		['Léry', 'de Léry'],
		['Œting', 'd’Œting'],
		['Yvetot', 'd’Yvetot'],
		['Yutz', 'de Yutz'],
		['Honfleur', 'de Honfleur'],
		['Métropole européenne de Lille', 'de la Métropole européenne de Lille'],
		['Grand Lyon', 'du Grand Lyon'],
		['Grand-Champ', 'de Grand-Champ'],
		['Ville-en-Woëvre', 'de Ville-en-Woëvre'],
		['Eurométropole de Strasbourg', 'de l’Eurométropole de Strasbourg'],
		['', 'de ']
	])('%s → %s', (name, said) => expect(ofPlace(name)).toBe(said));
});

describe('the sentence of coverage', () => {
	it('says the share of people within the cutoff', () => {
		expect(fr({})).toBe(
			'En voiture, 97 % des habitants d’Entre-Val-et-Monts résident à 15 min au plus d’une bibliothèque.'
		);
		expect(en({})).toBe('By car, 97% of residents in Entre-Val-et-Monts live within 15 min of a library.');
	});

	it('says all, none and not known in words, and never 100 % of what is not all', () => {
		const said = (value: number | null) => fr({}, answers({ coverage: share(value) }));
		expect(said(1)).toContain('tous les habitants d’Entre-Val-et-Monts résident');
		expect(said(0)).toContain('aucun des habitants d’Entre-Val-et-Monts ne réside');
		expect(said(0.9999)).toContain('99,9 % des habitants');
		expect(said(0.0001)).toContain('0,1 % des habitants');
		expect(said(null)).toContain('on ne sait pas quelle part des habitants');
		expect(said(null)).not.toMatch(/\d %/);
		expect(en({}, answers({ coverage: share(0) }))).toContain('none of the residents');
		expect(en({}, answers({ coverage: share(1) }))).toContain('all residents');
	});

	it('counts age groups and poor households', () => {
		const of = (who: Who) => fr({ who });
		expect(of({ kind: 'ages', fromAge: 0, toAge: 10 })).toContain('des 0-10 ans d’Entre');
		expect(of({ kind: 'ages', fromAge: 65, toAge: null })).toContain('des 65 ans ou plus d’Entre');
		expect(of({ kind: 'poor-households' })).toContain('97 % des ménages pauvres d’Entre');
		expect(en({ who: { kind: 'ages', fromAge: 65, toAge: null } })).toContain('97% of people aged 65 or over in');
	});

	it('names a commune, and a code that the territory does not know as it is', () => {
		expect(fr({ scope: { kind: 'commune', code: summary().communes[0].code } })).toContain('des habitants du Val-Haut');
		expect(fr({ scope: { kind: 'epci', code: '200093201' } })).toContain('de 200093201');
		const codes = [summary().communes[0].code];
		expect(fr({ scope: { kind: 'communes', codes, name: 'Les Trois Vallées' } })).toContain('des Trois Vallées');
		expect(fr({ scope: { kind: 'drawn', name: '<b>Ouest</b> {0}', ring: [] } })).toContain('de <b>Ouest</b> {0}');
	});

	it('leaves room for figures that are being computed', () => {
		expect(fr({}, null)).toContain('En voiture, … des habitants');
		const figuresOf = (form: 'moment' | 'openings') =>
			sentenceParts(question({ form }), summary(), null, 'fr').filter(({ kind }) => kind === 'figure');
		expect(figuresOf('moment').map(({ text }) => text)).toEqual([null, null, null]);
		expect(figuresOf('openings').map(({ text }) => text)).toEqual([null, null]);
	});
});

describe('the sentence of a moment', () => {
	const asked = { form: 'moment' } as const;
	const sites = (open: number | null, withKnownHours: number, counted = 45) =>
		fr(asked, answers({}, { sitesOpen: { open, withKnownHours, counted, outsideWithKnownHours: 0 } }));

	it('says who has an open library, and how many are', () => {
		expect(fr(asked)).toBe(
			'En voiture, à 15 min au plus, en semaine scolaire, le samedi à 15 h, 84 % des habitants d’Entre-Val-et-Monts ont une bibliothèque ouverte : 9 des 42 lieux dont les horaires sont connus.'
		);
		expect(en(asked)).toBe(
			'By car, within 15 min, in a school week, on Saturday at 15:00, 84% of residents in Entre-Val-et-Monts have an open library: 9 of the 42 sites whose hours are known.'
		);
	});

	it('says none, one and all of the places', () => {
		expect(sites(0, 42)).toContain(': aucun des 42 lieux dont les horaires sont connus n’est ouvert.');
		expect(sites(42, 42)).toContain(': les 42 lieux dont les horaires sont connus, tous ouverts.');
		expect(sites(1, 1)).toContain(': le seul lieu dont les horaires sont connus est ouvert.');
		expect(sites(0, 1)).toContain(': le seul lieu dont les horaires sont connus est fermé.');
		expect(sites(null, 0)).toContain(': aucun horaire n’est connu.');
		expect(sites(null, 0, 0)).toContain(': aucun lieu n’est compté dans l’offre.');
	});

	it('does not lend the open places to people who reach none', () => {
		expect(fr(asked, answers({ moment: share(0) }))).toMatch(
			/aucun des habitants .* n’a de bibliothèque ouverte ; lieux ouverts : 9 des 42 dont les horaires sont connus\.$/
		);
	});

	it('of a commune counts the places within reach, and lends none where no hours of these are known', () => {
		const scope = { kind: 'commune', code: summary().communes[0].code } as const;
		const said = (open: number | null, withKnownHours: number, counted: number) =>
			fr(
				{ form: 'moment', scope },
				answers({ moment: share(0) }, { sitesOpen: { open, withKnownHours, counted, outsideWithKnownHours: 0 } })
			);
		expect(said(0, 3, 4)).toContain(': aucun des 3 lieux à portée dont les horaires sont connus n’est ouvert.');
		expect(said(null, 0, 0)).toMatch(/aucun des habitants .* : aucun lieu compté dans l’offre n’est à portée\.$/);
		expect(said(null, 0, 2)).toMatch(/on ne sait pas .* : aucun horaire n’est connu parmi les lieux à portée\.$/);
	});

	it('is not known without hours', () => {
		const said = fr(
			asked,
			answers(
				{ moment: share(null) },
				{ sitesOpen: { open: null, withKnownHours: 0, counted: 45, outsideWithKnownHours: 0 } }
			)
		);
		expect(said).toContain(
			'on ne sait pas quelle part des habitants d’Entre-Val-et-Monts a une bibliothèque ouverte :'
		);
		expect(said).not.toContain('0 %');
	});
});

describe('the sentence of openings', () => {
	const asked = { form: 'openings' } as const;

	it('says what half of the people have, and who has none', () => {
		expect(fr(asked)).toBe(
			'En voiture, à 15 min au plus, en semaine scolaire, la moitié des habitants d’Entre-Val-et-Monts disposent d’au moins 33 h 30 d’ouverture par semaine ; 1 % n’en ont aucune connue.'
		);
		expect(en(asked)).toContain(
			'half of residents in Entre-Val-et-Monts have at least 33 h 30 of opening a week; 1% have none known.'
		);
	});

	it('says it otherwise where half have none, nobody has any, everybody has some, nothing is known', () => {
		const said = (medianWeeklyHours: number | null, without: number | null) =>
			fr(asked, answers({ medianWeeklyHours, withoutHours: share(without) }));
		expect(said(0, 0.62)).toContain(
			'62 % des habitants d’Entre-Val-et-Monts, plus de la moitié, n’ont aucune heure d’ouverture connue'
		);
		expect(said(0, 1)).toContain('tous les habitants d’Entre-Val-et-Monts sont sans aucune heure d’ouverture connue.');
		expect(said(12, 0)).toContain('; aucun n’en est dépourvu.');
		expect(said(null, null)).toContain('on ne sait pas de combien d’heures d’ouverture disposent les habitants');
		for (const week of ['small-holidays', 'summer'] as const) expect(fr({ ...asked, week })).toMatch(/vacances|l’été/);
	});
});

describe('the small line under the sentence', () => {
	const context = (asked: Parameters<typeof question>[0], given = answers(), of = summary()) => {
		const made = sentenceContext(question(asked), of, given, 'fr');
		return { facts: (made?.facts ?? []).map(plain), cautions: (made?.cautions ?? []).map(plain) };
	};

	it('counts everybody asked about, those off the network apart', () => {
		const { facts } = context({}, answers({ coverage: share(0.97, 103_978), unattachedPeople: 1 }));
		expect(facts[0]).toBe('Population : 103 979 habitants (Filosofi 2019)');
		expect(facts[1]).toBe('dont 1 sans liaison au réseau routier, hors des pourcentages');
		expect(context({}, answers({ unattachedPeople: 0 })).facts).toHaveLength(1);
	});

	it('says who reaches only sites of unknown hours, beside figures of hours alone', () => {
		const told = (form: Question['form'], changes = {}) =>
			context({ form }, answers({ hoursUnknownPeople: 1200.4, ...changes })).facts.filter((fact) =>
				fact.includes('inconnus')
			);
		const said = 'dont 1 200 à portée de lieux aux horaires inconnus seulement, hors de ces chiffres';
		expect(told('moment').map(plain)).toEqual([said]);
		expect(told('openings').map(plain)).toEqual([said]);
		expect(told('coverage')).toEqual([]);
		expect(told('openings', { hoursUnknownPeople: 0 })).toEqual([]);
		// Nobody's hours are known: the sentence says so.
		expect(told('moment', { moment: share(null) })).toEqual([]);
	});

	it('says the figure of the form with the neighbours the other way', () => {
		const otherNeighbours = answers({ coverage: share(0.95), medianWeeklyHours: 28 }).whole;
		expect(context({}, answers({}, { otherNeighbours })).facts.at(-1)).toBe('sans les lieux voisins : 95 %');
		expect(context({ withNeighbours: false }, answers({}, { otherNeighbours })).facts.at(-1)).toBe(
			'avec les lieux voisins : 95 %'
		);
		expect(context({ form: 'openings' }, answers({}, { otherNeighbours })).facts.at(-1)).toBe(
			'sans les lieux voisins : 28 h'
		);
	});

	it('tells hours that are not known where hours count, and only there', () => {
		expect(context({ form: 'moment' }).cautions).toEqual([
			'Horaires connus : 42 lieux sur 45 ; les autres n’apportent aucune heure'
		]);
		expect(context({}).cautions).toEqual([]);
	});

	it('tells the neighbours among the places of a moment', () => {
		const sitesOpen = { open: 9, withKnownHours: 52, counted: 52, outsideWithKnownHours: 10 };
		expect(context({ form: 'moment' }, answers({}, { sitesOpen })).facts).toContain(
			'lieux aux horaires connus : 52, dont 10 hors territoire'
		);
		expect(context({ form: 'coverage' }, answers({}, { sitesOpen })).facts.join()).not.toContain('hors territoire');
	});

	it('tells estimated times and residents in summer', () => {
		const estimated = summary({ travel: { ...summary().travel, origin: 'estimated' } });
		expect(context({}, answers(), estimated).cautions[0]).toMatch(/^Temps estimés/);
		expect(context({ form: 'openings', week: 'summer' }).cautions.at(-1)).toMatch(/^Population résidente/);
	});
});
