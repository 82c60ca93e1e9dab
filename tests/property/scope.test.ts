import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import type { Question, Scope } from '#domain/question.ts';
import type { InseeCode } from '#domain/units.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { hoursTable } from '#workers/jobs/atlas/hours/hours-table.ts';
import { profiles } from '#workers/jobs/atlas/hours/profiles.ts';
import { weekHeat } from '#workers/jobs/atlas/hours/week-heat.ts';
import { communesInScope, pointsInScope, standsInScope } from '#workers/jobs/atlas/scope.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { alone, madeSession, positionOf } from '../atlas-session.ts';

/** Around all demand points and sites of a made territory. */
const AROUND: readonly LonLat[] = [
	[2, 47],
	[5, 47],
	[5, 49],
	[2, 49]
];

interface Case {
	readonly session: AtlasSession;
	readonly question: Question;
	readonly codes: readonly InseeCode[];
}

const cases = fc.tuple(anyTerritory, anyQuestion).map(([made, question]): Case => {
	// Everybody lives in a commune: a group of all of them leaves nobody out.
	const points = made.points.map((point) => ({ ...point, commune: Math.max(0, point.commune) }));
	const session = madeSession({ ...made, points });
	const codes = session.territory.communes.flatMap(({ code, margin }) => (margin ? [] : [code]));
	return { session, question, codes };
});

const holds = (law: (one: Case) => Promise<void>) => fc.assert(fc.asyncProperty(cases, law), { numRuns: 25 });

/** All that is said of the people of a scope, and of the sites that stand in it. */
async function said(session: AtlasSession, question: Question, scope: Scope) {
	const asked = { ...question, scope };
	const { whole, otherNeighbours, sites } = await answer(session, asked, alone);
	const { open, ofPeople, usable, ofProfile } = await weekHeat(session, { question: asked, cell: null }, alone);
	const rows = (await hoursTable(session, asked, alone)).rows.filter(
		({ site }) => !session.territory.sites[site].margin
	);
	return {
		whole,
		otherNeighbours,
		sites,
		week: { open, ofPeople, usable, ofProfile },
		rows,
		profiles: await profiles(session, asked, alone)
	};
}

const group = (codes: readonly InseeCode[]): Scope => ({ kind: 'communes', codes, name: 'Groupe' });

describe('a scope', () => {
	it('of all communes, or drawn around everything, is the territory', () =>
		holds(async ({ session, question, codes }) => {
			const whole = await said(session, question, { kind: 'territory' });
			expect(await said(session, question, group(codes))).toEqual(whole);
			expect(await said(session, question, { kind: 'drawn', name: 'Tout', ring: AROUND })).toEqual(whole);
		}));

	it('of an EPCI, or of one commune, is that of the group of its communes', () =>
		holds(async ({ session, question, codes }) => {
			const epci = session.territory.communes.flatMap(({ code, epciCode, margin }) =>
				epciCode === '200000001' && !margin ? [code] : []
			);
			const [first] = codes;
			expect(await said(session, question, { kind: 'epci', code: '200000001' })).toEqual(
				await said(session, question, group(epci))
			);
			expect(await said(session, question, { kind: 'commune', code: first })).toEqual(
				await said(session, question, group([first]))
			);
		}));

	it('has the communes of its demand points, in the territory’s order', () =>
		holds(async ({ session: { territory }, codes }) => {
			const communes = (scope: Scope) => communesInScope(territory, scope).map(({ code }) => code);
			expect(communes({ kind: 'territory' })).toEqual(codes);
			expect(communes(group(codes.toReversed()))).toEqual(codes);
			const inhabited = codes.filter((code) => territory.population.communeCodes.includes(code));
			// A commune without demand points has no known place here.
			expect(communes({ kind: 'drawn', name: 'Tout', ring: AROUND })).toEqual(inhabited);
		}));

	it('of several communes adds up what each has', () =>
		holds(async ({ session, question, codes }) => {
			const some = codes.filter((_, rank) => rank % 2 === 0);
			const { whole } = await answer(session, { ...question, scope: group(some) }, alone);
			let [covered, people] = [0, 0];
			for (const code of some) {
				const { coverage } = (await answer(session, { ...question, scope: { kind: 'commune', code } }, alone)).whole;
				covered += coverage.people ?? NaN;
				people += coverage.ofPeople;
			}
			expect([whole.coverage.people, whole.coverage.ofPeople]).toEqual([covered, people]);
		}));

	it('drawn holds the demand points and the sites inside, whichever way it is drawn', () =>
		fc.assert(
			fc.property(cases, fc.integer({ min: 0, max: 12 }), ({ session: { territory } }, count) => {
				// The first demand points stand in a row to the east of each other; the sites at the first one's place.
				const east = positionOf(count)[0] - 0.001;
				const ring: LonLat[] = [
					[2.999, 47.999],
					[east, 47.999],
					[east, 48.001],
					[2.999, 48.001]
				];
				const scope = { kind: 'drawn', name: 'Rangée', ring } as const;
				const expected = Array.from({ length: territory.population.count }, (_, point) => (point < count ? 1 : 0));
				expect([...pointsInScope(territory, scope)]).toEqual(expected);
				expect([...pointsInScope(territory, { ...scope, ring: ring.toReversed() })]).toEqual(expected);
				const stands = standsInScope(territory, scope);
				for (const site of territory.sites) expect(stands(site)).toBe(!site.margin && count > 0);
			})
		));

	it('that names what the territory has not is refused', () => {
		fc.assert(
			fc.property(cases, ({ session: { territory } }) => {
				const refused = (scope: Scope) => expect(() => pointsInScope(territory, scope)).toThrow('error_question_scope');
				refused(group([]));
				refused(group(['10001', '99999'] as InseeCode[]));
				// Of the margin.
				refused(group([territory.communes[territory.communes.length - 1].code]));
				refused({ kind: 'drawn', name: 'Trait', ring: AROUND.slice(0, 2) });
			}),
			{ numRuns: 5 }
		);
	});
});
