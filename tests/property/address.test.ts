import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PROFILES, type DefaultProfile } from '#domain/default-profiles.ts';
import type { LonLat } from '#domain/geometry.ts';
import {
	CUTOFF_CHOICES,
	FEWEST_RING_CORNERS,
	MAP_INDICATORS,
	MOST_GROUP_COMMUNES,
	MOST_RING_CORNERS,
	MOST_SCOPE_NAME_LETTERS,
	QUESTION_FORMS,
	WEEK_KINDS,
	type Question
} from '#domain/question.ts';
import { CAPACITIES, NEAREST_RANKS, SUPPLY_METHODS } from '#domain/supply-measure.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import type { CivilWeek } from '#domain/week-choice.ts';
import { defaultQuestion } from '#domain/default-question.ts';
import { readMapState, writeMapState, type MapState } from '../../src/lib/state/map-url.ts';
import { readQuestion, writeQuestion } from '../../src/lib/state/question-url.ts';
import { roundedRing, scopeOfWord, scopeWord } from '../../src/lib/state/scope-url.ts';
import { historyStep } from '../../src/lib/state/address.ts';
import { commune, site, summary } from '../summary-fixture.ts';

const territory = summary({
	communes: [
		commune('96001', 'Essai-le-Haut', { epciCode: '240096016' }),
		commune('96002', 'Essai-le-Bas', { epciCode: '240096016' }),
		commune('96900', 'Voisine', { margin: true })
	],
	epcis: [{ code: '240096016', name: 'CC d’Essai' }],
	sites: [site('A-1'), site('B 2', 'branch')],
	hasMargin: true,
	population: { ...summary().population, demandPoints: 10 },
	travel: { ...summary().travel, modes: ['car', 'foot'] },
	whoChoices: [
		{ kind: 'everyone' },
		{ kind: 'ages', fromAge: 25, toAge: 64 },
		{ kind: 'ages', fromAge: 65, toAge: null },
		{ kind: 'poor-households' }
	],
	hexagons: [
		{
			resolution: 8,
			mesh: { count: 2, first: new Uint32Array(3), lonLat: new Float64Array(0) },
			people: new Float32Array(2)
		}
	]
});

const profileId = fc.constantFrom(...DEFAULT_PROFILES.map(({ id }) => id));
// Rising and apart, some of them over midnight.
const windows = fc
	.uniqueArray(fc.integer({ min: 0, max: 10_080 }), { maxLength: 12 })
	.map((minutes) => minutes.sort((one, other) => one - other).slice(minutes.length % 2));
const edit: fc.Arbitrary<DefaultProfile> = fc.record({
	id: profileId,
	ages: fc.constantFrom({ fromAge: 25, toAge: 64 }, { fromAge: 60, toAge: null }),
	freeWindows: fc.record({ term: windows, 'small-holidays': windows, summer: windows }),
	minimumVisitMinutes: fc.integer({ min: 0, max: 480 })
});

// Names hold anything that somebody may type.
const scopeName = fc
	.oneof(
		fc.string({ unit: 'grapheme', maxLength: 20 }),
		fc.constantFrom('Nord_est', 'a.b-c&ou=1', '<b>×</b>', '__proto__')
	)
	.filter((name) => name.trim() !== '');
const ring: fc.Arbitrary<LonLat[]> = fc.array(
	fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
	{ minLength: FEWEST_RING_CORNERS, maxLength: MOST_RING_CORNERS }
);

const questions: fc.Arbitrary<Question> = fc.record({
	form: fc.constantFrom(...QUESTION_FORMS),
	mode: fc.constantFrom(...territory.travel.modes),
	cutoffMinutes: fc.constantFrom(...CUTOFF_CHOICES),
	week: fc.oneof(fc.constantFrom(...WEEK_KINDS), fc.constantFrom<CivilWeek>('2026-W01', '2026-W53', '2031-W40')),
	minute: fc.integer({ min: 0, max: 671 }).map((quarter) => (quarter * 15) as MinuteOfWeek),
	who: fc.constantFrom(...territory.whoChoices),
	scope: fc.oneof(
		fc.constantFrom(
			{ kind: 'territory' as const },
			{ kind: 'epci' as const, code: '240096016' },
			{ kind: 'commune' as const, code: '96002' as InseeCode }
		),
		fc.record({
			kind: fc.constant('communes' as const),
			codes: fc.constantFrom<InseeCode[]>(['96001' as InseeCode], ['96002', '96001'] as InseeCode[]),
			name: scopeName
		}),
		fc.record({ kind: fc.constant('drawn' as const), name: scopeName, ring: ring.map(roundedRing) })
	),
	withNeighbours: fc.boolean(),
	supply: fc.record({
		kindsLeftOut: fc.uniqueArray(fc.constantFrom('branch' as const, 'book-point' as const, 'bookmobile-stop' as const)),
		takenIn: fc.constantFrom<string[]>([], ['A-1']),
		leftOut: fc.constantFrom<string[]>([], ['B 2'])
	}),
	profile: profileId,
	editedProfiles: fc.uniqueArray(edit, { selector: ({ id }) => id, maxLength: 3 }),
	measure: fc.record({
		method: fc.constantFrom(...SUPPLY_METHODS),
		capacity: fc.constantFrom(...CAPACITIES),
		rank: fc.constantFrom(...NEAREST_RANKS)
	}),
	sectors: fc.record({
		profile: profileId,
		minimumUsableMinutes: fc.integer({ min: 0, max: 10_080 }),
		minimumPeople: fc.integer({ min: 0, max: 100_000 })
	}),
	scenario: fc.constantFrom(null, 'k3f9a2')
});

const maps: fc.Arbitrary<MapState> = fc.record({
	indicator: fc.constantFrom(null, ...MAP_INDICATORS),
	selection: fc.constantFrom(
		null,
		{ kind: 'cell' as const, cell: 9 },
		{ kind: 'hexagon' as const, resolution: 8, hexagon: 1 },
		{ kind: 'commune' as const, code: '96900' as InseeCode },
		{ kind: 'site' as const, site: 1 },
		{ kind: 'sector' as const, name: 'Essai-le-Haut, Le Hameau' }
	),
	isochrone: fc.constantFrom(null, 'counted' as const, 0),
	camera: fc.constantFrom(null, { lon: 5.9, lat: 48.1, zoom: 11.25 }),
	table: fc.constantFrom(null, 'communes' as const, 'sites' as const, 'sectors' as const),
	sectors: fc.boolean()
});

describe('the address', () => {
	test('says the whole question, and only it', () => {
		fc.assert(
			fc.property(questions, (question) => {
				const parameters = new URLSearchParams('lang=en');
				writeQuestion(question, parameters);
				expect(readQuestion(new URLSearchParams(parameters.toString()), territory)).toEqual(question);
				expect(parameters.get('lang')).toBe('en');
			})
		);
	});

	test('says all that the map shows', () => {
		fc.assert(
			fc.property(maps, (map) => {
				const parameters = new URLSearchParams();
				writeMapState(map, parameters, territory);
				expect(readMapState(new URLSearchParams(parameters.toString()), territory)).toEqual(map);
			})
		);
	});

	test('whatever it holds, a question of the territory is read from it', () => {
		const words = fc.dictionary(
			fc.constantFrom('dire', 'mode', 'minutes', 'semaine', 'moment', 'qui', 'ou', 'sans', 'avec-lieu', 'fiche', 'vue'),
			fc.oneof(fc.string(), fc.constantFrom('sa-99h99', 'commune-59350', 'epci-1', 'lieu-', 'carreau-10', '1e999,0,0'))
		);
		fc.assert(
			fc.property(words, (parameters) => {
				const address = new URLSearchParams(parameters);
				const question = readQuestion(address, territory);
				expect(territory.travel.modes).toContain(question.mode);
				expect(question.minute % 15).toBe(0);
				expect(question.minute).toBeLessThan(10080);
				if (question.scope.kind === 'commune') expect(['96001', '96002']).toContain(question.scope.code);
				const { selection } = readMapState(address, territory);
				if (selection?.kind === 'cell') expect(selection.cell).toBeLessThan(10);
			})
		);
	});

	test('a mode the territory has not falls back on its own', () => {
		expect(readQuestion(new URLSearchParams('mode=velo'), territory)).toEqual(defaultQuestion(territory));
	});

	test('a group or a drawn sector that this territory cannot have is none', () => {
		const corner = '1.1';
		const refused = [
			'communes-_Groupe',
			'communes-96001',
			'communes-96001_',
			'communes-96001_ ',
			'communes-96001.96900_De la marge',
			'communes-96001.59350_D’ailleurs',
			`communes-${Array(MOST_GROUP_COMMUNES + 1)
				.fill('96001')
				.join('.')}_Trop`,
			`communes-96001_${'a'.repeat(MOST_SCOPE_NAME_LETTERS + 1)}`,
			`secteur-${corner}.${corner}_Trait`,
			`secteur-${corner}.${corner}.1_Impair`,
			`secteur-${Array(MOST_RING_CORNERS + 1)
				.fill(corner)
				.join('.')}_Trop`,
			'secteur-zzzzzz.1.1.1.1.1_Hors du monde',
			'secteur-1e5.N.1.1.1.1_Lettres',
			'secteur-1.1.1.1.1.1'
		];
		for (const word of refused) expect([word, scopeOfWord(word, territory)]).toEqual([word, null]);
		fc.assert(
			fc.property(fc.string(), fc.constantFrom('communes-', 'secteur-', 'epci-', ''), (text, kind) => {
				const scope = scopeOfWord(kind + text, territory);
				if (scope !== null) expect(scopeOfWord(scopeWord(scope), territory)).toEqual(scope);
			})
		);
	});

	test('a drawn sector takes some eleven letters a corner', () => {
		// Corners of a sector are near each other.
		const corners = Array.from({ length: MOST_RING_CORNERS }, (_, rank): LonLat => {
			const angle = (2 * Math.PI * rank) / MOST_RING_CORNERS;
			return [5.9 + 0.1 * Math.cos(angle), 48.1 + 0.1 * Math.sin(angle)];
		});
		const word = scopeWord({ kind: 'drawn', name: 'Rond', ring: corners }) ?? '';
		expect(word.length).toBeLessThan(11 * MOST_RING_CORNERS);
	});

	test('a word is a step to go back by, the cursor and the camera are none', () => {
		const url = (search: string) => new URL(`https://exemple.fr/${search}`);
		expect(historyStep(url(''), url('?dire=moment'))).toBe('replace');
		expect(historyStep(url('?dire=moment&mode=pied'), url('?dire=moment&mode=velo'))).toBe('push');
		expect(historyStep(url('?dire=moment&moment=sa-15h00'), url('?dire=moment&moment=sa-15h15&vue=5,48,10'))).toBe(
			'replace'
		);
		expect(historyStep(url('?dire=moment'), url('?dire=moment'))).toBe(null);
	});
});
