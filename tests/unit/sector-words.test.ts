import { describe, expect, it } from 'vitest';
import type { Sector } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { InseeCode } from '#domain/units.ts';
import {
	agesWords,
	byDeficit,
	causeShares,
	cureText,
	distanceAloneText,
	leftOverTexts,
	nearestText,
	numbered,
	sectorLine
} from '../../src/lib/ui/sectors/sector-words.ts';
import { sectorColumns, sectorHeadings, sectorRows } from '../../src/lib/ui/sectors/sectors-rows.ts';
import { hideSectors, sectorsShown } from '../../src/lib/ui/sectors/sectors-shown.ts';
import { minimumPeopleOf, thresholdText, usableMinutesOf } from '../../src/lib/ui/sectors/threshold.ts';
import { accountText, causesText } from '../../src/lib/ui/territory/sectors-account.ts';
import { NOTHING_CHOSEN } from '../../src/lib/state/map-url.ts';
import { TABLE_COLUMNS } from '#domain/table-columns.ts';
import { DEFAULT_SECTORS } from '#domain/question.ts';
import { question, site, summary } from '../summary-fixture.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function sector(changes: Partial<Sector> = {}): Sector {
	return {
		name: 'Le Val-Haut',
		communeCodes: ['01004' as InseeCode],
		points: Uint32Array.of(0),
		people: 1236,
		ages: null,
		peopleByCause: { distance: 300, hours: 900, capacity: 0 },
		peopleTakenIn: 36,
		mainCause: 'hours',
		cures: [],
		nearest: null,
		deficit: 800,
		rankAgents: 1,
		shape: { kind: 'points', positions: [[5, 45]] },
		...changes
	};
}

function answer(sectors: readonly Sector[], changes: Partial<SectorsAnswer> = {}): SectorsAnswer {
	return {
		threshold: { minimumUsableMinutes: 240, distanceAlone: null, lowSupplyPer1000: 4 },
		sectors,
		people: {
			below: 0,
			belowByCause: { distance: 0, hours: 0, capacity: 0 },
			hoursUnknown: 0,
			unattached: 0,
			takenIn: 0,
			leftOut: 0,
			inSectors: sectors.reduce((sum, { people }) => sum + people, 0),
			notIndividualised: 0
		},
		...changes
	};
}

describe('the list of sectors', () => {
	const list = numbered([
		sector({ name: 'A', rankAgents: 2 }),
		sector({ name: 'B', rankAgents: 3 }),
		sector({ name: 'C', rankAgents: 1 })
	]);

	it('keeps to each sector its alphabetical number, whatever the order', () => {
		expect(list.map(({ number, sector: { name } }) => `${number} ${name}`)).toEqual(['1 A', '2 B', '3 C']);
		expect(byDeficit(list).map(({ number }) => number)).toEqual([3, 1, 2]);
	});

	it('says people to the nearest ten and the cause in the field’s words', () => {
		expect(plain(sectorLine(sector(), 'fr'))).toBe('1 240 habitants — l’inadéquation des horaires');
		expect(plain(sectorLine(sector({ mainCause: null }), 'fr'))).toBe('1 240 habitants — cause non établie');
		expect(plain(sectorLine(sector(), 'en'))).toBe('1,240 residents — unsuitable opening hours');
	});

	it('says what is in no sector, and nothing of what is nobody', () => {
		expect(leftOverTexts(answer([]), question(), 'fr')).toEqual([]);
		const people = { ...answer([]).people, notIndividualised: 120, hoursUnknown: null, unattached: 1, leftOut: 0.2 };
		const lines = leftOverTexts(answer([], { people }), question(), 'fr').map(plain);
		expect(lines).toEqual([
			'Secteurs non individualisés (moins de 300 habitants chacun) : 120 habitants.',
			'Hors de tout secteur : 1 habitant non relié au réseau routier.'
		]);
	});
});

describe('the threshold', () => {
	it('is said in words, and without hours once nothing is asked of them', () => {
		expect(plain(thresholdText(question(), 'fr'))).toBe(
			'Sous le seuil : à plus de 15 min de tout lieu compté, en voiture, ou moins de 4 h d’ouverture utilisable par semaine au rythme d’un actif à temps plein.'
		);
		const distance = question({ mode: 'foot', sectors: { ...DEFAULT_SECTORS, minimumUsableMinutes: 0 } });
		expect(plain(thresholdText(distance, 'fr'))).toBe('Sous le seuil : à plus de 15 min de tout lieu compté, à pied.');
	});

	it('is of half hours and whole people; what is no such number is not taken', () => {
		expect([0, 0.5, 4.1, 80].map(usableMinutesOf)).toEqual([0, 30, 240, 4800]);
		expect([-1, NaN, 81, Infinity].map(usableMinutesOf)).toEqual([null, null, null, null]);
		expect([0, 299.6, 100_000].map(minimumPeopleOf)).toEqual([0, 300, 100_000]);
		expect([-1, NaN, 1e6].map(minimumPeopleOf)).toEqual([null, null, null]);
	});
});

describe('the card of a sector', () => {
	it('splits its people by cause, those taken in apart: together all of them', () => {
		const shares = causeShares(sector(), 'fr');
		expect(shares.map(({ label }) => plain(label))).toEqual([
			'l’inadéquation des horaires (environ 900 habitants)',
			'l’éloignement (environ 300 habitants)',
			'au-dessus du seuil, pris avec leurs voisins par lissage (environ 40 habitants)'
		]);
		expect(shares.reduce((sum, { share }) => sum + (share ?? NaN), 0)).toBeCloseTo(1);
	});

	it('tells ages as shares of known ages, never of fewer than 200 people, and says why not', () => {
		const ages = [
			{ fromAge: 0, toAge: 10, people: 300 },
			{ fromAge: 11, toAge: null, people: 900 }
		];
		const { rows } = agesWords(sector({ ages }), 'fr');
		expect(rows?.map(({ label, share }) => [plain(label), share])).toEqual([
			['0-10 ans (environ 300 habitants)', 0.25],
			['11 ans ou plus (environ 900 habitants)', 0.75]
		]);
		expect(agesWords(sector({ ages, people: 199 }), 'fr').why).toContain('Moins de 200 habitants');
		expect(agesWords(sector(), 'fr').why).toContain('ne donne pas les âges');
		const partly = agesWords(sector({ ages: [ages[0], { ...ages[1], people: null }] }), 'fr').rows;
		expect(partly?.map(({ share }) => share)).toEqual([1, null]);
	});

	it('says what would cure it, by cause, with the most useful moments', () => {
		const territory = summary({ sites: [site('du Val')] });
		const text = (cure: Sector['cures'][number]) => plain(cureText(cure, question(), territory, 'fr'));
		expect(text({ kind: 'closer-site', people: 300 })).toBe(
			'Un lieu plus proche : environ 300 habitants à plus de 15 min de tout lieu compté.'
		);
		const moments = [
			{ moment: 'saturday-afternoon', hours: 3.5 },
			{ moment: 'weekday-evening', hours: 2 },
			{ moment: 'sunday', hours: 1 }
		];
		expect(text({ kind: 'open-more', people: 900, site: 0, missingHours: 1.5, moments })).toBe(
			'Ouvrir davantage « Bibliothèque du Val (Le Val-Haut) » : il manque 1 h 30 d’ouverture utilisable par semaine, en moyenne, à environ 900 habitants. Le plus utile : le samedi dès 13 h (jusqu’à 3 h 30 de plus) et en soirée, en semaine, dès 18 h (jusqu’à 2 h de plus).'
		);
		expect(text({ kind: 'open-more', people: 900, site: 0, missingHours: 1.5, moments: [] })).not.toContain('utile :');
		expect(text({ kind: 'bigger', people: 40, site: 0, hoursPer1000: 2, lowUnderPer1000: 4.5 })).toContain(
			'sous 4 h 30'
		);
	});

	it('says what is not known of the nearest site, never zero', () => {
		expect(nearestText({ site: 0, seconds: null, weeklyHours: null }, question(), 'fr').map(plain)).toEqual([
			'plus de la moitié des habitants au-delà des temps calculés en voiture',
			'horaires non connus'
		]);
		expect(nearestText({ site: 0, seconds: 1321, weeklyHours: 10 }, question(), 'fr').map(plain)).toEqual([
			'la moitié des habitants à 23 min ou moins en voiture',
			'10 h d’ouverture par semaine scolaire'
		]);
	});
});

describe('the table of sectors', () => {
	it('has a heading for each column of the file, in both languages', () => {
		for (const locale of ['fr', 'en'] as const) {
			expect(sectorHeadings(question(), locale).filter((text) => text !== '')).toHaveLength(
				TABLE_COLUMNS.sectors.length
			);
		}
	});

	it('has a value for each column; without known hours the causes that hang on them are not known', () => {
		const territory = summary({ sites: [site('du Val')] });
		const columns = sectorColumns(question(), 'fr').map(({ id }) => id);
		const [row] = sectorRows(answer([sector()]), territory, 'fr');
		expect(columns.filter((id) => row.values[id] === undefined)).toEqual([]);
		expect(row.values).toMatchObject({ number: 1, people: 1240, 'people-hours': 900, 'nearest-minutes': null });
		const threshold = { minimumUsableMinutes: null, distanceAlone: 'no-hours', lowSupplyPer1000: null } as const;
		const [unknown] = sectorRows(answer([sector()], { threshold }), territory, 'fr');
		expect(unknown.values).toMatchObject({ 'people-distance': 300, 'people-hours': null, 'people-capacity': null });
	});
});

describe('why distance alone decides', () => {
	it('is said where it does, and what is missing', () => {
		const told = (distanceAlone: SectorsAnswer['threshold']['distanceAlone']) =>
			distanceAloneText(
				answer([], { threshold: { minimumUsableMinutes: null, distanceAlone, lowSupplyPer1000: null } }),
				'fr'
			);
		expect([told(null), told('no-hours'), told('free-time-unknown')].map((text) => text && plain(text))).toEqual([
			null,
			'Aucun horaire n’est connu : seule la distance décide.',
			'Cette semaine est hors du calendrier scolaire connu : le temps libre ne l’est pas, et seule la distance décide.'
		]);
	});
});

describe('whether sectors are seen', () => {
	it('follows the box, the table and what is pinned; hiding them leaves nothing of them', () => {
		const states = [
			{ ...NOTHING_CHOSEN, sectors: true },
			{ ...NOTHING_CHOSEN, table: 'sectors' as const },
			{ ...NOTHING_CHOSEN, selection: { kind: 'sector', name: 'A' } as const }
		];
		expect(sectorsShown(NOTHING_CHOSEN)).toBe(false);
		for (const state of states) {
			expect(sectorsShown(state)).toBe(true);
			expect(sectorsShown({ ...state, ...hideSectors(state) })).toBe(false);
		}
		const other = { ...NOTHING_CHOSEN, table: 'sites' as const, selection: { kind: 'site', site: 0 } as const };
		expect(hideSectors({ ...other, sectors: true })).toMatchObject({ table: 'sites', selection: other.selection });
	});
});

describe('the account of people below the threshold', () => {
	it('tells what smoothing took in and left out, and nothing of what is nobody', () => {
		const people = {
			...answer([]).people,
			below: 1000,
			belowByCause: { distance: 400, hours: 600, capacity: 0 },
			takenIn: 50,
			leftOut: 30,
			inSectors: 820,
			notIndividualised: 200
		};
		expect(plain(accountText(answer([], { people }), 'fr'))).toBe(
			'1 000 habitants sous le seuil, plus 50 habitants pris avec leurs voisins par lissage, moins 30 habitants laissés de côté par lissage : 820 habitants dans un secteur, 200 habitants non individualisés.'
		);
		const none = accountText(answer([], { people: { ...people, takenIn: 0, leftOut: 0 } }), 'fr');
		expect(none).not.toContain('lissage');
		expect(plain(causesText(answer([], { people }), 'fr') ?? '')).toBe(
			'Sous le seuil, par cause : l’éloignement (400 habitants), l’inadéquation des horaires (600 habitants).'
		);
		expect(causesText(answer([]), 'fr')).toBeNull();
	});
});
