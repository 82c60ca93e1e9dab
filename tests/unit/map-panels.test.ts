import { describe, expect, it } from 'vitest';
import { countingRule } from '#domain/supply.ts';
import type { InseeCode } from '#domain/units.ts';
import { indicatorChoices } from '../../src/lib/ui/map-panels/indicator-choices.ts';
import { shapeRows, SIZE_ROWS } from '#domain/site-key.ts';
import { supplyRows, withKind } from '../../src/lib/ui/map-panels/supply-rows.ts';
import { matchingChoices, scopeChoices } from '../../src/lib/ui/sentence/scope-choices.ts';
import { question, site, summary } from '../summary-fixture.ts';

const leftOutByImport = { counted: { counted: false, reason: 'counted_reason_university', byUser: false } };
const sites = [
	site('1'),
	site('2', 'branch'),
	site('3', 'branch'),
	site('u', 'library', leftOutByImport),
	site('r', 'return-box', leftOutByImport),
	site('m', 'library', { margin: true })
];
const supply = { kindsLeftOut: [], takenIn: [], leftOut: [] };
const countedUnder = (changes: Parameters<typeof question>[0]) =>
	sites.filter(countingRule(question(changes))).map(({ id }) => id);

describe('what counts in the supply', () => {
	it('is the import’s choice, less kinds, then what the user decided', () => {
		expect(countedUnder({})).toEqual(['1', '2', '3', 'm']);
		expect(countedUnder({ withNeighbours: false })).toEqual(['1', '2', '3']);
		expect(countedUnder({ supply: withKind(supply, 'branch', false) })).toEqual(['1', 'm']);
		expect(countedUnder({ supply: { ...supply, kindsLeftOut: ['branch'], takenIn: ['2', 'u'] } })).toEqual([
			'1',
			'2',
			'u',
			'm'
		]);
		expect(countedUnder({ supply: { ...supply, takenIn: ['1', 'r'], leftOut: ['1'] } })).toEqual(['2', '3', 'm']);
	});

	it('is told by numbers that agree with it', () => {
		const rows = supplyRows(question({ supply: { ...supply, leftOut: ['1'] } }), { sites });
		expect([rows.counted, rows.all, rows.neighbours]).toEqual([3, 6, 1]);
		expect(rows.byImport.map(({ id }) => id)).toEqual(['r', 'u']);
		expect(rows.byUser.map(({ id }) => id)).toEqual(['1']);
		expect(rows.kinds).toEqual([
			{ kind: 'library', places: 2, counted: true },
			{ kind: 'branch', places: 2, counted: true }
		]);
		const alone = supplyRows(question({ withNeighbours: false }), { sites });
		expect([alone.counted, alone.all]).toEqual([3, 5]);
	});

	it('takes a kind back as it was', () => {
		expect(withKind(withKind(supply, 'branch', false), 'branch', true)).toEqual(supply);
	});
});

describe('indicators', () => {
	it('are those the population knows', () => {
		expect(indicatorChoices(summary(), null)).not.toContain('share-65-over');
		const whoChoices = [{ kind: 'ages', fromAge: 65, toAge: null }, { kind: 'poor-households' }] as const;
		expect(indicatorChoices({ whoChoices }, null)).toEqual(
			expect.arrayContaining(['nearest', 'share-65-over', 'poor-households'])
		);
	});
});

describe('the change', () => {
	it('is offered under a scenario alone', () => {
		expect(indicatorChoices(summary(), null)).not.toContain('change');
		expect(indicatorChoices(summary(), 'samedis')).toContain('change');
	});
});

describe('the key of places', () => {
	it('has a line for each shape there is, and sizes that follow each other', () => {
		expect(shapeRows(sites)).toEqual([
			{ shape: 'ringed-disc', kinds: ['library'] },
			{ shape: 'disc', kinds: ['branch'] },
			{ shape: 'cross', kinds: ['return-box'] }
		]);
		SIZE_ROWS.slice(1).forEach(({ over }, rank) => expect(over).toBe(SIZE_ROWS[rank].upTo));
	});
});

describe('places figures can be of', () => {
	const named = (names: readonly string[], margin = false) =>
		names.map((name, rank) => ({
			...summary().communes[0],
			name,
			margin,
			code: String((margin ? 2000 : 1000) + rank).padStart(5, '0') as InseeCode
		}));
	const communes = [
		...named(['Zuydcoote', 'Étampes', 'Saint-Denis', 'Denisville', 'Arles']),
		...named(['Voisine'], true)
	];

	it('are the territory, its EPCI where there are several, its own communes by name', () => {
		const one = scopeChoices(summary({ communes, epcis: [{ code: '1', name: 'CC du Val' }] }), 'fr');
		expect(one.epcis).toEqual([]);
		expect(one.communes.map(({ name }) => name)).toEqual([
			'Arles',
			'Denisville',
			'Étampes',
			'Saint-Denis',
			'Zuydcoote'
		]);
	});

	it('are found without accents, hyphens or case, first those that begin so, and by code', () => {
		const { communes: all } = scopeChoices(summary({ communes }), 'fr');
		const found = (typed: string) => matchingChoices(all, typed).map(({ name }) => name);
		expect(found('etam')).toEqual(['Étampes']);
		expect(found('saint den')).toEqual(['Saint-Denis']);
		expect(found('DENIS')).toEqual(['Denisville', 'Saint-Denis']);
		expect(found('01004')).toEqual(['Arles']);
		expect(found('xyz')).toEqual([]);
		expect(found(' ')).toHaveLength(5);
	});
});
