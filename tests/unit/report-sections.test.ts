import { describe, expect, it } from 'vitest';
import type { DiagnosticData, DiagnosticFigure, DiagnosticSectionId, FigureId } from '#domain/diagnostic.ts';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import type { ReportContext } from '../../src/lib/report/report-context.ts';
import {
	TEST_EDITS,
	TEST_SHEET,
	testContext,
	testData,
	testFigure,
	testFigures,
	testSector,
	valuesOf
} from '../fixtures/diagnostic.ts';
import { blockTexts } from '../fixtures/report-text.ts';
import { questionOf } from '../question.ts';

const many = testFigures(valuesOf(12, 0.42));
const one = testFigures(valuesOf(1, 0.42));
const none = testFigures(valuesOf(0, 0));
const unknown = testFigures(() => null);

/** Texts of one section of the document, no-break spaces as plain ones. */
function section(
	id: DiagnosticSectionId,
	figures: DiagnosticData['figures'],
	changes: Partial<DiagnosticData> = {},
	context: Partial<ReportContext> = {}
): string[] {
	const document = buildDocument(testData({ figures, ...changes }), TEST_EDITS, testContext('fr', context));
	const found = document.sections.find((one) => one.id === id);
	return (found?.blocks ?? []).flatMap(blockTexts).map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));
}

const text = (...args: Parameters<typeof section>) => section(...args).join('\n');

describe('frame', () => {
	it('tells the area, the question and that nothing is validated yet', () => {
		const said = text('frame', many);
		expect(said).toContain('Ce diagnostic porte sur Entre-Val-et-Monts (12 communes).');
		expect(said).toContain(
			'Sauf mention contraire, les temps d’accès sont ceux d’un trajet en voiture, de 15 min au plus'
		);
		expect(said).toContain('Ce document de travail n’est pas encore validé.');
		expect(text('frame', one)).toContain('Ce diagnostic porte sur Entre-Val-et-Monts.');
		expect(text('frame', none)).toContain('La population municipale y est nulle.');
		expect(text('frame', unknown)).toContain('Données manquantes : communes');
	});

	it('names the territory that an area is part of', () => {
		const area = { name: 'Val-Haut', territoryName: 'Entre-Val-et-Monts', fictional: false, communeCodes: [] };
		const said = text('frame', many, { area });
		expect(said).toContain('Ce périmètre fait partie du territoire « Entre-Val-et-Monts ».');
		expect(said).toContain('Les lieux du reste du territoire comptent aussi pour l’accès');
	});

	it('tells that a drawn sector may hold a part of its communes only', () => {
		const question = questionOf({ scope: { kind: 'drawn', name: 'Boucle', ring: [] } });
		expect(text('frame', many, { question })).toContain('un secteur dessiné (tout ou partie de 12 communes).');
		expect(text('territory', many, { question })).toContain(
			'Le secteur dessiné s’étend sur tout ou partie de 12 communes.'
		);
	});
});

describe('territory', () => {
	it('tells people counted both ways', () => {
		const said = text('territory', many);
		expect(said).toContain('Le périmètre réunit 12 communes.');
		expect(said).toContain('La densité est de 12 habitants au km².');
		expect(said).toContain('Parmi ces habitants, 42 % résident dans des carreaux dont l’INSEE a imputé les valeurs');
		expect(text('territory', one)).toContain('Le périmètre est celui d’une seule commune.');
		expect(text('territory', none)).toContain('Aucun de ces habitants ne réside dans un carreau');
		expect(text('territory', unknown)).not.toMatch(/\d+ habitants/);
	});
});

describe('equipment, means, activity', () => {
	it('say how many answered beside what they told', () => {
		expect(text('equipment', many)).toContain(
			'La surface connue des lieux comptés est de 12 m² en tout (3 lieux renseignés sur 5).'
		);
		expect(text('equipment', one)).toContain('La commune n’a pas de lieu compté');
		expect(text('means', one)).toContain('Le réseau déclare 1 bénévole (3 lieux renseignés sur 5');
		expect(text('means', none)).toContain(
			'Chaque lieu renseigné a au moins un agent salarié (3 lieux renseignés sur 5).'
		);
		expect(text('means', unknown)).toContain('Aucun chiffre de moyens n’est connu : ');
		expect(text('activity', many)).toContain('Le réseau déclare 12 entrées dans l’année');
		expect(text('activity', unknown)).toContain('Aucun chiffre d’activité n’est connu : ');
	});

	it('keep the staff of so few sites that each is recognised out of what is shared', () => {
		const two = { known: 2, of: 5, what: 'sites' } as const;
		const figures = {
			...many,
			...Object.fromEntries(
				(['staff.fte', 'staff.volunteers', 'staff.sites-without-paid'] as const).map((id) => [
					id,
					testFigure(id, 'volunteers', 7, two)
				])
			)
		};
		expect(text('means', figures)).toContain('Moins de trois lieux renseignés');
		expect(text('means', figures)).not.toContain('7 bénévoles');
		expect(text('swot', figures)).not.toContain('7 bénévoles');
		expect(text('means', figures, {}, { audience: 'working' })).toContain(
			'Le réseau déclare 7 bénévoles (2 lieux renseignés sur 5).'
		);
	});

	it('read figures beside published values that can be compared, and tell the others apart', () => {
		const stated = {
			says: { code: 'table_yes', params: {} },
			publisher: 'Ministère',
			year: '2018',
			url: null
		} as const;
		const references: DiagnosticData['references'] = [
			{
				...stated,
				id: 'a',
				figure: 'sites.surface-per-person',
				value: 0.06,
				unit: 'square-metres-per-person',
				certainty: 'published'
			},
			{ ...stated, id: 'b', figure: 'communes.without-site', value: 0.85, unit: 'share', certainty: 'second-hand' }
		];
		const said = section('equipment', many, { references });
		expect(said).toContain('0,06 m²');
		expect(said).toContain('Oui : 85 % (Ministère, 2018, seconde main).');
	});
});

describe('access', () => {
	it('tells none, some and all apart', () => {
		expect(text('access', many)).toContain(
			'En voiture, 42 % des habitants résident à 15 min au plus d’un lieu de lecture publique, soit 12 habitants.'
		);
		expect(text('access', one)).toContain('soit 1 habitant.');
		expect(text('access', none)).toContain('À pied, aucun des habitants ne réside à 15 min au plus');
		expect(text('access', testFigures(valuesOf(1, 1)))).toContain('tous les habitants résident');
		expect(text('access', unknown)).toContain(
			'Données manquantes : part des habitants à 10 min au plus d’un lieu, en voiture'
		);
	});

	it('says what neighbours bring, where they bring something', () => {
		const figures = { ...many, ...only('coverage.car.15.without-neighbours.share', 0.3) };
		expect(text('access', figures)).toContain('Sans les lieux voisins, cette part serait de 30 %.');
		expect(text('access', many)).not.toContain('Sans les lieux voisins, cette part');
	});

	it('asks for roads or a matrix where there is no time at all', () => {
		expect(text('access', {})).toContain('ni routes ni matrice de temps ne sont chargées.');
	});

	it('speaks of the people asked about', () => {
		const who = { kind: 'ages', fromAge: 25, toAge: 64 } as const;
		expect(text('access', one, { question: questionOf({ who }) })).toContain(
			'42 % des 25-64 ans résident à 15 min au plus d’un lieu de lecture publique, soit 1 personne de 25 à 64 ans.'
		);
	});
});

describe('hours', () => {
	it('tells what half of the people have, and who has nothing', () => {
		expect(text('hours', many)).toContain('En semaine scolaire, un lieu compté ouvre en moyenne 12 h par semaine.');
		expect(text('hours', many)).toContain(
			'la moitié des 25-64 ans, au rythme d’un actif à temps plein, disposent d’au moins 12 h d’ouverture utilisable par semaine ; 42 % n’en ont aucune.'
		);
		expect(text('hours', testFigures(valuesOf(12, 0)))).toContain('aucun n’en est dépourvu');
		expect(text('hours', testFigures(valuesOf(0, 0.6)))).toContain('60 % des 25-64 ans, plus de la moitié');
		expect(text('hours', testFigures(valuesOf(0, 1)))).toContain('aucun des 25-64 ans');
		expect(text('hours', unknown)).toContain('Aucun horaire n’est connu : ');
	});

	it('names no ages in the table of profiles where everybody was counted for want of them', () => {
		expect(section('hours', many).filter((cell) => cell === '25-64 ans')).toHaveLength(3);
		const ofAll = {
			...many['usable.retired.people'],
			formula: { code: 'diagnostic_formula_profile_everyone', params: {} }
		};
		const said = section('hours', { ...many, 'usable.retired.people': ofAll as DiagnosticFigure });
		expect(said.filter((cell) => cell === 'Tous âges')).toHaveLength(1);
		expect(said).not.toContain('Habitants');
	});

	it('names the best and the least served moment, only where they differ', () => {
		const figures = { ...many, ...only('moment.sunday.share', 0.05), ...only('moment.saturday-morning.share', 0.9) };
		expect(text('hours', figures)).toContain(
			'c’est le samedi à 10 h que la part des habitants ayant un lieu ouvert à 15 min au plus est la plus grande (90 %), et le dimanche à 15 h qu’elle est la plus faible (5 %).'
		);
		expect(text('hours', many)).not.toContain('la plus grande');
	});
});

describe('sectors', () => {
	it('tells the rule, the areas and what would cure them', () => {
		const said = section('sectors', many);
		expect(said).toContain('1. Le Hameau');
		expect(said).toContain('510');
		expect(said.join('\n')).toContain('Un secteur est prioritaire quand au moins 300 habitants voisins');
		expect(text('sectors', none, { sectors: [] })).toContain(
			'Aucun secteur prioritaire ne ressort à ce seuil. Personne n’est sous le seuil.'
		);
		// Nothing was told that they would be besides.
		expect(text('sectors', { ...many, ...only('sectors', 0) }, { sectors: [] })).toContain(
			'Aucun secteur prioritaire ne ressort à ce seuil. Sous ce seuil vivent toutefois 12 habitants, en groupes trop petits'
		);
		expect(text('sectors', many)).toContain('S’y ajoutent 12 habitants sous le seuil');
		expect(text('sectors', one, { sectors: [testSector('Le Hameau', 512, null)] })).toContain(
			'À ce seuil ressort 1 secteur prioritaire, où réside 1 habitant du périmètre.'
		);
	});
});

describe('strengths, weaknesses, opportunities, threats', () => {
	it('are proposals, each with its rule', () => {
		const said = text('swot', many);
		expect(said).toContain('Points proposés à la discussion');
		expect(said).toContain(
			'En voiture, seulement 42 % des habitants sont à 15 min au plus d’un lieu de lecture publique (règle : moins de 75 %).'
		);
		expect(text('swot', testFigures(valuesOf(12, 0.95)))).toContain('(règle : 90 % ou plus)');
		expect(text('swot', unknown)).toContain('Aucun point ne ressort des chiffres.');
	});

	it('put a figure on the side of its reference', () => {
		const reference = {
			id: 'a',
			figure: 'hours.mean-weekly',
			value: 15,
			unit: 'hours',
			says: { code: 'table_yes', params: {} },
			publisher: 'Ministère',
			year: '2018',
			certainty: 'published',
			url: null
		} as const;
		const low = text('swot', many, { references: [reference] });
		expect(low).toContain(
			'Ouverture par lieu et par semaine, en moyenne : 12 h, sous le repère de 15 h (Ministère, 2018).'
		);
		const larger = { ...reference, id: 'b', value: 45, certainty: 'second-hand' } as const;
		const both = text('swot', many, { references: [reference, larger] });
		expect(both).toContain('sous le repère de 15 h');
		expect(both).not.toContain('sous le repère de 45 h');
		const high = text('swot', testFigures(valuesOf(20, 0.5)), { references: [reference] });
		expect(high).toContain('20 h, au niveau ou au-dessus du repère de 15 h');
	});
});

describe('scenarios', () => {
	const scenario = {
		name: 'Samedis',
		modifications: [
			{ kind: 'hours', sentence: 'Ouvrir la médiathèque le samedi' },
			{ kind: 'close', sentence: 'Fermer l’annexe' }
		]
	} as const;

	it('says that there is none', () => {
		expect(text('scenarios', many)).toContain('Ce document ne présente pas de scénario.');
	});

	it('tells its changes and its costs, closings apart', () => {
		const said = text('scenarios', many, {}, { scenario });
		expect(said).toContain('Ouvrir la médiathèque le samedi.');
		expect(said).not.toContain('Fermer l’annexe');
		expect(said).toContain('1 modification n’est pas détaillée');
		expect(said).toContain(
			'Le scénario améliorerait l’accès de 12 personnes de 25 à 64 ans et réduirait celui de 12 personnes de 25 à 64 ans.'
		);
		expect(text('scenarios', many, { question: questionOf({ form: 'coverage' }) }, { scenario })).toContain(
			'l’accès de 12 habitants'
		);
		expect(text('scenarios', many, {}, { scenario, audience: 'working' })).toContain('Fermer l’annexe.');
		expect(text('scenarios', none, {}, { scenario })).toContain('Le scénario ne changerait l’accès de personne.');
		expect(text('scenarios', unknown, {}, { scenario })).toContain('Le coût du scénario n’est pas encore connu.');
	});

	it('says what its cost lacks before the author’s own headings, not under the follow-up', () => {
		const said = section('scenarios', unknown, {}, { scenario });
		const missing = said.findIndex((one) => one.startsWith('Donnée'));
		expect(missing).toBeGreaterThan(-1);
		expect(missing).toBeLessThan(said.indexOf('Préconisations'));
		expect(said.slice(said.indexOf('Suivi')).filter((one) => one.startsWith('Donnée'))).toEqual([]);
	});

	it('says who pays while the State helps, and after', () => {
		const euros = (id: FigureId, value: number) => ({ [id]: testFigure(id, 'euros', value) });
		const figures = {
			...many,
			...euros('scenario.yearly-euros', 12_000),
			...euros('scenario.state-euros', 7_200),
			...euros('scenario.own-euros-first-year', 4_800),
			...euros('scenario.own-euros-without-aid', 12_000)
		};
		expect(text('scenarios', figures, {}, { scenario })).toContain(
			'Le scénario coûterait 12 000 € par an, dont 4 800 € à la charge de la collectivité la première année, pendant l’aide de l’État, et 12 000 € ensuite.'
		);
	});
});

describe('sources and annexes', () => {
	it('print the sources, their licences and what is not known', () => {
		expect(section('sources', many)).toContain('Licence Ouverte 2.0');
		expect(text('sources', many)).toContain('Tous les chiffres de ce document ont pu être calculés.');
		expect(text('sources', unknown)).toMatch(/Communes ; communes sans lieu compté.*\. Non connu\./);
	});

	it('give the staff of a site only where the document is for internal use', () => {
		expect(text('annexes', many)).not.toContain('Agents salariés');
		expect(text('annexes', many, {}, { audience: 'working' })).toContain('Agents salariés (équivalents temps plein)');
		expect(section('annexes', many)).toContain('mercredi 14 h–18 h ; samedi 9 h–12 h 30');
	});

	it('say of hours that do not hold every week that the mean beside the others counts them', () => {
		const often = [{ ...TEST_SHEET, weeklyHours: 8.5 }];
		const said = 'mercredi 14 h–18 h ; samedi 9 h–12 h 30 ; d’autres heures certaines semaines, que la moyenne compte';
		expect(text('annexes', many, { sites: often })).toContain(said);
	});

	it('leave a cell empty where nothing is known, and say what that means', () => {
		expect(text('annexes', many)).toContain('Une case vide : non renseigné.');
	});
});

/** One figure with another value. */
function only(id: FigureId, value: number) {
	return { [id]: testFigure(id, 'share', value) };
}
