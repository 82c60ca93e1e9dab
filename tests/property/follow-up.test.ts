import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagnosticSite } from '#domain/diagnostic.ts';
import type { FollowedYear, FollowUpRow, MatchDecision } from '#domain/follow-up.ts';
import type { Site } from '#domain/site.ts';
import { nameLikeness } from '#core/follow-up/name-likeness.ts';
import { followUp } from '#workers/jobs/follow-up/follow-up.ts';
import { BLANK_FIGURES } from '../blank-figures.ts';
import { testFigure } from '../fixtures/diagnostic.ts';

const WORDS = [
	'bibliothèque',
	'médiathèque',
	'municipale',
	'Voreppe',
	'Rives',
	'Saint-Égrève',
	'centre',
	'',
	'__proto__'
];

/** Places crowded in a few streets, under few names and identifiers: every doubt there can be. */
const place = fc.record({
	name: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(' ')),
	east: fc.integer({ min: 0, max: 40 }),
	north: fc.integer({ min: 0, max: 3 }),
	communeCode: fc.constantFrom('38001', '38002', null),
	weeklyHours: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
	counted: fc.boolean()
});
const sites = fc
	.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }).map(String), place), { selector: ([id]) => id, maxLength: 8 })
	.map((list) =>
		list.map(([id, { name, east, north, communeCode, weeklyHours, counted }]): DiagnosticSite => {
			// 40 m steps to the east.
			const site = { id, name, position: [5.6 + east * 0.0005, 45.3 + north * 0.01], communeCode, figures: {} };
			return { site: site as unknown as Site, counted, weeklyHours, yearHours: null } as unknown as DiagnosticSite;
		})
	);
const decisions = fc.array(
	fc.record<MatchDecision>({
		before: fc.integer({ min: 0, max: 9 }).map(String),
		after: fc.integer({ min: 0, max: 9 }).map(String),
		same: fc.boolean()
	}),
	{ maxLength: 4 }
);

const year = (all: readonly DiagnosticSite[]): FollowedYear => ({
	area: { name: 'A', territoryName: 'A', fictional: true, communeCodes: [] },
	sites: all.map((one) => ({
		...one,
		site: { ...one.site, figures: BLANK_FIGURES }
	})),
	communes: [],
	figures: {},
	vintage: null,
	travel: 'estimated',
	sources: {}
});
const idsOf = (rows: readonly FollowUpRow[], side: 'before' | 'after') =>
	rows.flatMap((row) => row[side]?.site.id ?? []).sort();
const pairKeys = (rows: readonly FollowUpRow[], turned = false) =>
	rows
		.map(({ before, after, state }) => [
			state === 'opened' ? 'alone' : state === 'closed' ? 'alone' : state,
			...(turned
				? [after?.site.id ?? null, before?.site.id ?? null]
				: [before?.site.id ?? null, after?.site.id ?? null])
		])
		.map((one) => JSON.stringify(one))
		.sort();

describe('two times of one territory', () => {
	it('names communes as the territory does, and as the file of sites where it does not know them', () => {
		const written = (communeCode: string | null, communeName: string) =>
			({
				site: { id: communeName, name: 'A', position: [5.6, 45.3], communeCode, communeName },
				counted: true,
				weeklyHours: null,
				yearHours: null
			}) as unknown as DiagnosticSite;
		const side = year([written('38001', 'SAINT EGREVE'), written('38002', 'VOREPPE'), written(null, 'RIVES')]);
		const commune = { code: '38001', name: 'Saint-Égrève' } as unknown as FollowedYear['communes'][number];
		const { rows } = followUp(side, { ...side, communes: [commune] });
		expect(rows.flatMap(({ after }) => after?.site.communeName ?? []).sort()).toEqual([
			'RIVES',
			'Saint-Égrève',
			'VOREPPE'
		]);
	});

	it('every site of both sides is in exactly one row, whatever was decided', () => {
		fc.assert(
			fc.property(sites, sites, decisions, (before, after, decided) => {
				const { rows } = followUp(year(before), year(after), decided);
				expect(idsOf(rows, 'before')).toEqual(before.map(({ site }) => site.id).sort());
				expect(idsOf(rows, 'after')).toEqual(after.map(({ site }) => site.id).sort());
				for (const row of rows) {
					if (row.state === 'opened') expect(row.before).toBeNull();
					else if (row.state === 'closed') expect(row.after).toBeNull();
					else expect([row.before, row.after]).not.toContain(null);
				}
			})
		);
	});

	it('a territory held against itself: every site kept, nothing moved, renamed or changed', () => {
		fc.assert(
			fc.property(sites, (all) => {
				const { rows, measures } = followUp(year(all), year(all));
				for (const row of rows) expect(row).toMatchObject({ state: 'kept', match: 'id', moved: false, renamed: false });
				for (const row of rows) expect(row.before?.site.id).toBe(row.after?.site.id);
				for (const { before, after } of measures) expect(after).toBe(before);
			})
		);
	});

	it('as many sites without hours, but not the same ones, are no change of the hours of the whole', () => {
		const at = (id: string, east: number, weeklyHours: number | null) => {
			const site = { id, name: `Bibliothèque ${id}`, position: [5.6 + east, 45.3], communeCode: '38001' };
			return { site, counted: true, weeklyHours, yearHours: null } as unknown as DiagnosticSite;
		};
		const told = (all: readonly DiagnosticSite[]): FollowedYear => ({
			...year(all),
			figures: { 'hours.mean-weekly': testFigure('hours.mean-weekly', 'hours', 10, { known: 1, of: 2, what: 'sites' }) }
		});
		const before = told([at('1', 0, 10), at('2', 0.1, null)]);
		const [swapped] = followUp(before, told([at('1', 0, null), at('2', 0.1, 10)])).figures;
		expect(swapped.isOfSameSites).toBe(false);
		const [same] = followUp(before, told([at('1', 0, 12), at('2', 0.1, null)])).figures;
		expect(same.isOfSameSites).toBe(true);
		const [closed] = followUp(before, told([at('1', 0, 12)])).figures;
		expect(closed.isOfSameSites).toBe(false);
	});

	it('the same sites are matched the other way round', () => {
		fc.assert(
			fc.property(sites, sites, decisions, (before, after, decided) => {
				const there = followUp(year(before), year(after), decided);
				const turned = decided.map((one) => ({ ...one, before: one.after, after: one.before }));
				const back = followUp(year(after), year(before), turned);
				expect(pairKeys(back.rows, true)).toEqual(pairKeys(there.rows));
			})
		);
	});

	it('what was refused is never matched, what was confirmed alone always is', () => {
		fc.assert(
			fc.property(sites, sites, (before, after) => {
				fc.pre(before.length > 0 && after.length > 0);
				const pair = { before: before[0].site.id, after: after[0].site.id };
				const refused = followUp(year(before), year(after), [{ ...pair, same: false }]);
				expect(refused.rows.some((row) => isPair(row, pair))).toBe(false);
				const confirmed = followUp(year(before), year(after), [{ ...pair, same: true }]);
				expect(confirmed.rows.find((row) => isPair(row, pair))).toMatchObject({ state: 'kept', match: 'confirmed' });
			})
		);
	});

	it('likeness of names is the same both ways, 1 for the same name, within 0 and 1', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				expect(nameLikeness(one, other)).toBe(nameLikeness(other, one));
				expect(nameLikeness(one, one)).toBe(1);
				expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(0);
				expect(nameLikeness(one, other)).toBeLessThanOrEqual(1);
			})
		);
	});
});

function isPair({ before, after }: FollowUpRow, pair: { before: string; after: string }): boolean {
	return before?.site.id === pair.before && after?.site.id === pair.after;
}
