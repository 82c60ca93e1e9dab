import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { ProfileFigures, UsableAnswer } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import { sentenceContext } from '#i18n/sentence-context.ts';
import { sentenceParts, sentenceText } from '#i18n/sentence.ts';
import { usableAnswer, usableFigures } from '../form-answers.ts';
import { answers, question, share, summary } from '../summary-fixture.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const territory = summary({
	whoChoices: [{ kind: 'everyone' }, { kind: 'ages', fromAge: 25, toAge: 64 }]
});
const said = (locale: 'fr' | 'en', usable: UsableAnswer | null, asked: Partial<Question> = {}) =>
	plain(sentenceText(question({ form: 'usable', ...asked }), territory, { ...answers(), usable }, locale));
const fr = (whole: Partial<ProfileFigures> = {}, asked: Partial<Question> = {}) =>
	said('fr', usableAnswer(whole), asked);
const en = (whole: Partial<ProfileFigures> = {}, asked: Partial<Question> = {}) =>
	said('en', usableAnswer(whole), asked);

describe('the sentence of usable hours', () => {
	it('says what half of the people have, and who has none', () => {
		expect(fr()).toBe(
			'En voiture, à 15 min au plus, en semaine scolaire, la moitié des 25-64 ans d’Entre-Val-et-Monts, au rythme d’un actif à temps plein, disposent d’au moins 11 h 30 d’ouverture utilisable par semaine ; 8 % n’en ont aucune.'
		);
		expect(en()).toBe(
			'By car, within 15 min, in a school week, half of people aged 25–64 in Entre-Val-et-Monts, with the free time of a full-time worker, have at least 11 h 30 of usable opening a week; 8% have none.'
		);
	});

	it('says it otherwise where everybody has some, half have none, nobody has any', () => {
		expect(fr({ none: share(0) })).toContain(
			'au moins 11 h 30 d’ouverture utilisable par semaine ; aucun n’en est dépourvu.'
		);
		expect(en({ none: share(0) })).toContain('at least 11 h 30 of usable opening a week; none go without.');
		const mostlyNone = { medianHours: 0, none: share(0.62) };
		expect(fr(mostlyNone)).toMatch(
			/62 % des 25-64 ans d’Entre-Val-et-Monts, plus de la moitié, n’ont, au rythme d’un actif à temps plein, aucune heure d’ouverture utilisable\.$/
		);
		expect(en(mostlyNone)).toMatch(/62% of people aged 25–64 in .*, more than half, have no usable opening hours/);
		const nobody = { medianHours: 0, none: share(1) };
		expect(fr(nobody)).toMatch(/tous les 25-64 ans .* sont, au rythme .*, sans aucune heure d’ouverture utilisable\.$/);
		expect(en(nobody)).toMatch(/all people aged 25–64 .* are without any usable opening hours/);
	});

	it('says why nothing is known, and never a figure then', () => {
		const nothing = { medianHours: null, none: share(null), belowMinimum: share(null) };
		const unknown: readonly (readonly [Partial<ProfileFigures>, Partial<Question>, string, string])[] = [
			[
				nothing,
				{},
				'aucun horaire n’est connu parmi les lieux à portée.',
				'no hours are known of the sites within reach.'
			],
			[
				{ ...nothing, freeMinutes: null },
				{ week: '2026-W47' },
				'les vacances scolaires de cette semaine ne sont pas connues.',
				'the school holidays of that week are not known.'
			],
			[
				{ ...nothing, basis: 'not-covered' },
				{},
				'la population chargée ne donne pas tous ces âges.',
				'the population loaded does not give all of these ages.'
			],
			[
				{ ...nothing, none: { people: 0, ofPeople: 0, share: null } },
				{},
				'aucun n’a de temps d’accès calculé.',
				'none of them has a computed travel time.'
			]
		];
		for (const [whole, asked, inFrench, inEnglish] of unknown) {
			expect(fr(whole, asked)).toContain(
				'on ne sait pas de combien d’heures d’ouverture utilisables disposent les 25-64 ans'
			);
			expect(fr(whole, asked).endsWith(inFrench)).toBe(true);
			expect(en(whole, asked)).toContain('it is not known how many usable opening hours people aged 25–64');
			expect(en(whole, asked).endsWith(inEnglish)).toBe(true);
			const parts = sentenceParts(
				question({ form: 'usable', ...asked }),
				territory,
				{ ...answers(), usable: usableAnswer(whole) },
				'fr'
			);
			expect(parts.filter(({ kind }) => kind === 'figure')).toEqual([]);
		}
	});

	it('speaks of everybody where the population has no ages', () => {
		expect(fr({ basis: 'everyone' })).toContain('la moitié des habitants d’Entre-Val-et-Monts, au rythme d’un actif');
		const waiting = sentenceText(question({ form: 'usable' }), summary(), { ...answers(), usable: null }, 'fr');
		expect(plain(waiting)).toContain('la moitié des habitants d’Entre-Val-et-Monts');
	});

	it('names every profile after "au rythme d’un", as it was edited, and a given week', () => {
		const words = DEFAULT_PROFILES.map(
			({ id }) => /au rythme d’un ([^,]+), disposent/.exec(fr({}, { profile: id }))?.[1]
		);
		expect(words).toEqual([
			'actif à temps plein',
			'actif à temps partiel ou décalé',
			'collégien ou lycéen',
			'étudiant',
			'enfant accompagné',
			'retraité',
			'demandeur d’emploi'
		]);
		for (const { id } of DEFAULT_PROFILES)
			expect(en({}, { profile: id })).toMatch(/with the free time of an? [a-z -]+, have/);
		const retired = { ...DEFAULT_PROFILES[5], ages: { fromAge: 60, toAge: null } };
		expect(fr({}, { profile: 'retired', editedProfiles: [retired] })).toContain(
			'la moitié des 60 ans ou plus d’Entre-Val-et-Monts, au rythme d’un retraité (modifié), disposent'
		);
		expect(fr({}, { week: '2026-W47' })).toContain(', la semaine du 16 novembre 2026, la moitié');
		expect(en({}, { week: '2026-W47' })).toContain(', in the week of November 16, 2026, half of');
	});

	it('leaves room for figures that are being computed', () => {
		expect(said('fr', null)).toMatch(
			/disposent d’au moins … d’ouverture utilisable par semaine ; … n’en ont aucune\.$/
		);
	});
});

describe('what is read with usable hours', () => {
	const context = (usable: UsableAnswer | null, asked: Partial<Question> = {}) => {
		const made = sentenceContext(question({ form: 'usable', ...asked }), territory, { ...answers(), usable }, 'fr');
		return made && { facts: made.facts.map(plain), cautions: made.cautions.map(plain), method: made.method };
	};

	it('is nothing until they are computed', () => {
		expect(context(null)).toBeNull();
	});

	it('counts the people of the ages, the visit, shorter visits and the minimum', () => {
		expect(context(usableAnswer({ unattachedPeople: 12 }))?.facts).toEqual([
			'Population : 50 012 personnes de 25 à 64 ans (Filosofi 2019)',
			'dont 12 sans liaison au réseau routier, hors des pourcentages',
			'visites d’au moins 30 min, trajets depuis le domicile et retour',
			'avec des visites de 15 min (emprunt-retour) : 12 h 15 (7 % sans aucune)',
			'23 % ont moins de 4 h',
			'les profils se recoupent : leurs effectifs ne s’additionnent pas'
		]);
		expect(context(usableAnswer())?.method).toBe('heures-utilisables');
		expect(context(usableAnswer({ belowMinimum: share(0) }))?.facts).toContain('aucun n’a moins de 4 h');
		expect(context(usableAnswer({ belowMinimum: share(1) }))?.facts).toContain('tous ont moins de 4 h');
	});

	it('says where the ages come from', () => {
		expect(context(usableAnswer({ basis: 'everyone' }))?.facts.slice(0, 2)).toEqual([
			'Population : 50 000 habitants (Filosofi 2019)',
			'le public n’est pas connu par âge : toute la population'
		]);
		expect(context(usableAnswer({ basis: 'split' }))?.facts[1]).toBe(
			'tranches d’âge de la source partagées au prorata des années'
		);
		expect(context(usableAnswer({ basis: 'not-covered' }))?.cautions).toContain(
			'La population chargée ne donne pas tous les âges de ce profil : rien n’est calculé'
		);
	});

	it('gives the figure with the neighbours the other way', () => {
		const otherNeighbours = usableFigures({ medianHours: 9, none: share(0.12) });
		expect(context(usableAnswer({}, { otherNeighbours }))?.facts.at(-1)).toBe(
			'sans les lieux voisins : 9 h (12 % sans aucune)'
		);
		expect(context(usableAnswer({}, { otherNeighbours }), { withNeighbours: false })?.facts.at(-1)).toBe(
			'avec les lieux voisins : 9 h (12 % sans aucune)'
		);
		const unknown = usableFigures({ medianHours: null, none: share(null) });
		expect(context(usableAnswer({}, { otherNeighbours: unknown }))?.facts.join()).not.toContain('voisins');
	});

	it('says what a week beyond the school calendar leaves out', () => {
		expect(context(usableAnswer(), { week: '2026-W47' })?.cautions).toContain(
			'Vacances scolaires non connues cette semaine-là : seules comptent les heures sûres, en classe comme en vacances'
		);
	});
});
