import { describe, expect, it } from 'vitest';
import type { CellCard, CommuneCard, HexagonCard, SiteFromPlace } from '#domain/cards.ts';
import type { Question } from '#domain/question.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import { hoverText } from '../../src/lib/ui/cards/hover-words.ts';
import { cellSentence, hexagonSentence } from '../../src/lib/ui/cards/place-words.ts';
import { countedReason, servingText } from '../../src/lib/ui/cards/site-state.ts';
import { drawnMinutes, openingsByDay, totalHours } from '../../src/lib/ui/cards/week-bars.ts';
import { questionOf } from '../question.ts';

const question = questionOf({ minute: (5 * 1440 + 15 * 60) as Question['minute'] });

const cell: CellCard = {
	cell: 3,
	peopleRounded: 30,
	imputed: false,
	communeCode: null,
	communeName: 'Marvaucourt',
	placeName: 'Le Hameau',
	attached: true,
	nearestSeconds: 643,
	weeklyHours: 14,
	usableHours: 6,
	sitesInReach: 2,
	nearest: []
};
/** Spaces of every width as one, to read the expected sentence. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const cellText = (more: Partial<CellCard>) => plain(cellSentence({ ...cell, ...more }, question, 'fr'));

describe('the sentence of a cell', () => {
	it('says its hamlet, its people to the ten, the nearest library and the hours within reach', () => {
		expect(cellText({})).toBe(
			'Le Hameau, environ 30 habitants : bibliothèque la plus proche à 11 min en voiture ; 14 h d’ouverture par semaine à 15 min au plus.'
		);
		expect(plain(cellSentence(cell, question, 'en'))).toBe(
			'Le Hameau, about 30 residents: nearest library 11 min away by car; 14 h of opening a week within 15 min.'
		);
	});

	it('names the commune where no hamlet is near, and never says zero people', () => {
		expect(cellText({ placeName: null, peopleRounded: 0 })).toMatch(/^Marvaucourt, moins de 5 habitants : /);
	});

	it('tells unknown hours from none', () => {
		expect(cellText({ weeklyHours: null })).toMatch(/horaires non connus à 15 min au plus\.$/);
		expect(cellText({ weeklyHours: 0 })).toMatch(/aucune heure d’ouverture connue à 15 min au plus\.$/);
	});

	it('says nothing of hours where no library was found, and no time off the network', () => {
		expect(cellText({ nearestSeconds: null, weeklyHours: 0 })).toBe(
			'Le Hameau, environ 30 habitants : aucune bibliothèque à 30 min ou moins en voiture.'
		);
		expect(cellText({ attached: false, nearestSeconds: null })).toBe(
			'Le Hameau, environ 30 habitants : non relié au réseau routier, donc sans temps d’accès calculé.'
		);
	});
});

describe('the sentence of a hexagon', () => {
	const hexagon: HexagonCard = {
		resolution: 7,
		hexagon: 2,
		peopleRounded: 1250,
		cells: 1,
		communeName: 'Mervanges',
		placeName: null,
		medianSeconds: 120,
		medianWeeklyHours: 32,
		usableHours: null,
		attachedPeopleRounded: 1250
	};
	it('is of half its people', () => {
		expect(plain(hexagonSentence(hexagon, question, 'fr'))).toBe(
			'Mervanges, environ 1 250 habitants sur 1 carreau peuplé : la moitié au moins réside à 2 min ou moins d’une bibliothèque, en voiture ; la moitié au moins dispose de 32 h d’ouverture par semaine à 15 min au plus.'
		);
	});
	it('beyond what was searched gives no time', () => {
		expect(plain(hexagonSentence({ ...hexagon, medianSeconds: null }, question, 'fr'))).toMatch(
			/ : plus de la moitié réside à plus de 30 min de toute bibliothèque, en voiture\.$/
		);
	});
});

describe('why a site does not serve', () => {
	const site: SiteFromPlace = {
		site: 0,
		seconds: 1080,
		secondsBack: 1080,
		weeklyHours: 8,
		open: false,
		opensNext: (2 * 1440 + 14 * 60) as MinuteOfWeek,
		notServing: 'closed'
	};
	const said = (more: Partial<SiteFromPlace>) => plain(servingText({ ...site, ...more }, question, 'fr'));
	it('is said for each reason', () => {
		expect(said({})).toBe('n’accueille pas le public ; ouvre mercredi à 14 h');
		expect(said({ notServing: 'too-far' })).toBe('au-delà de 15 min');
		expect(said({ notServing: 'hours-unknown', open: null })).toBe('horaires inconnus');
		expect(said({ notServing: 'not-counted' })).toBe('hors de l’offre comptée');
		expect(said({ notServing: null, open: true })).toBe('accueille le public');
	});
	it('a bookmobile of every other week is not said closed for good', () => {
		expect(said({ opensNext: null, weeklyHours: 0.75 })).toBe(
			'n’accueille pas le public ; n’ouvre pas toutes les semaines'
		);
		expect(said({ opensNext: null, weeklyHours: 0 })).toBe('n’ouvre pas de la semaine');
	});
});

describe('why a site is counted or not', () => {
	const site = {
		id: 'x',
		kind: 'library',
		margin: false,
		counted: { counted: true, reason: 'counted_reason_public_building', byUser: false }
	} as SiteSummary;
	const reason = (more: Partial<Question>, of = site) => plain(countedReason(of, { ...question, ...more }, 'fr'));
	it('is the user’s choice, else a filter, else the import’s reason', () => {
		expect(reason({})).toBe('bâtiment ouvert au public');
		const supply = { kindsLeftOut: ['library'] as const, takenIn: [], leftOut: [] };
		expect(reason({ supply })).toBe('type de lieu écarté par le filtre');
		expect(reason({ supply: { ...supply, takenIn: ['x'] } })).toBe('choix de l’utilisateur');
		expect(reason({ withNeighbours: false }, { ...site, margin: true })).toBe(
			'lieu voisin : les voisins ne sont pas comptés'
		);
	});
});

describe('the week of a site', () => {
	const at = (day: number, hour: number) => (day * 1440 + hour * 60) as MinuteOfWeek;
	it('is cut at midnight, Sunday night goes on Monday, and no hour is lost', () => {
		const openings = [
			{ from: at(1, 16), to: at(1, 18) },
			{ from: at(4, 22), to: at(5, 1) },
			{ from: at(6, 23), to: at(7, 2) }
		];
		const days = openingsByDay(openings);
		expect(days[1]).toEqual([{ from: 960, to: 1080 }]);
		expect(days[4]).toEqual([{ from: 1320, to: 1440 }]);
		expect(days[5]).toEqual([{ from: 0, to: 60 }]);
		expect(days[0]).toEqual([{ from: 0, to: 120 }]);
		const drawn = days.flat().reduce((sum, { from, to }) => sum + to - from, 0);
		expect(drawn / 60).toBe(totalHours(openings));
	});
	it('is drawn from 8 to 20 h, and further where something is open', () => {
		expect(drawnMinutes([[{ from: 600, to: 720 }]])).toEqual({ from: 480, to: 1200 });
		expect(drawnMinutes([[{ from: 450, to: 1230 }]])).toEqual({ from: 420, to: 1260 });
	});
});

describe('words under the pointer', () => {
	const summary = {
		communes: [{ code: '01001', name: 'Bazoncelles' }],
		sites: [{ name: 'Médiathèque', kind: 'library' }],
		population: { kind: 'grid-200m' }
	} as unknown as TerritorySummary;
	const code = '01001' as InseeCode;
	const card = {
		code,
		figures: { coverage: { people: 80, ofPeople: 100, share: 0.8 } }
	} as unknown as CommuneCard;

	it('are the name until its card is there; a card of something else is not used', () => {
		const text = (target: Parameters<typeof hoverText>[0]) =>
			hoverText(target, { question, kind: 'commune', card }, question, summary, 'fr');
		expect(text({ kind: 'site', site: 0 })).toEqual({ name: 'Médiathèque', sentence: null });
		const said = text({ kind: 'commune', code });
		expect(said.name).toBe('Bazoncelles');
		expect(plain(said.sentence ?? '')).toBe('80 % des habitants à 15 min au plus en voiture');
	});
});
