import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import { countedSites, viewOf } from '#workers/jobs/atlas/view.ts';
import { LeastRecent } from '#workers/jobs/atlas/least-recent.ts';
import { everyoneEverywhere, madeSession, type MadeSite } from '../atlas-session.ts';

const site = (kind: SiteKind, counted: boolean, margin = false): MadeSite => ({
	kind,
	counted,
	margin,
	commune: 0,
	week: null
});
const session = madeSession({
	communes: 2,
	sites: [
		site('library', true),
		site('branch', true),
		site('departmental', false),
		site('return-box', false),
		site('library', true, true)
	],
	points: [
		{ people: 10, peopleOver65: 4, commune: 0, attached: true, seconds: [60, null, null, null, 120] },
		{ people: 20, peopleOver65: 5, commune: 1, attached: true, seconds: [null, 900, 30, 30, null] }
	]
});
const counted = (supply: Partial<Question['supply']>, withNeighbours = true) => [
	...countedSites(session.territory, {
		...everyoneEverywhere,
		withNeighbours,
		supply: { ...everyoneEverywhere.supply, ...supply }
	})
];

describe('the sites that count', () => {
	it('are those of the import, neighbours in or out', () => {
		expect(counted({})).toEqual([1, 1, 0, 0, 1]);
		expect(counted({}, false)).toEqual([1, 1, 0, 0, 0]);
	});

	it('lose the kinds that are left out, but for the sites taken in one by one', () => {
		expect(counted({ kindsLeftOut: ['library'] })).toEqual([0, 1, 0, 0, 0]);
		expect(counted({ kindsLeftOut: ['library'], takenIn: ['s0'] })).toEqual([1, 1, 0, 0, 0]);
	});

	it('are as the user decides, save a return box, and a neighbour while neighbours do not count', () => {
		expect(counted({ takenIn: ['s2', 's3', 's4'], leftOut: ['s0'] }, false)).toEqual([0, 1, 1, 0, 0]);
	});

	it('do not change for identifiers that are of no site', () => {
		expect(counted({ takenIn: ['__proto__', 'constructor'], leftOut: ['toString'] })).toEqual([1, 1, 0, 0, 1]);
	});
});

describe('the view of a question', () => {
	it('shares what demand points reach between questions that differ in form, cursor, people or scope', async () => {
		const one = await viewOf(session, everyoneEverywhere);
		const other = await viewOf(session, {
			...everyoneEverywhere,
			form: 'moment',
			minute: 900 as Question['minute'],
			who: { kind: 'ages', fromAge: 65, toAge: null },
			scope: { kind: 'commune', code: session.territory.communes[1].code }
		});
		expect(other.access).toBe(one.access);
		expect([...one.weights]).toEqual([10, 20]);
		expect([...other.weights]).toEqual([4, 5]);
		expect([...other.inScope]).toEqual([0, 1]);
		const further = await viewOf(session, { ...everyoneEverywhere, cutoffMinutes: 20 });
		expect(further.access).not.toBe(one.access);
	});

	it('refuses what the territory does not have', async () => {
		const refusal = (question: Partial<Question>) =>
			viewOf(session, { ...everyoneEverywhere, ...question }).then(
				() => null,
				(error: { detail: unknown }) => error.detail
			);
		expect(await refusal({ mode: 'bike' })).toEqual({ code: 'error_question_mode', params: { mode: 'bike' } });
		const scope = { kind: 'epci', code: '999999999' } as const;
		expect(await refusal({ scope })).toEqual({ code: 'error_question_scope', params: { code: '999999999' } });
		// Ages that cut a band in two; households that the data does not have.
		const [ages, poor] = [{ kind: 'ages', fromAge: 60, toAge: null } as const, { kind: 'poor-households' } as const];
		for (const who of [ages, poor]) expect(await refusal({ who })).toEqual({ code: 'error_question_who', params: {} });
		// A commune of the margin is none of the territory's.
		const margin = { kind: 'commune', code: session.territory.communes[2].code } as const;
		expect(await refusal({ scope: margin })).toMatchObject({ code: 'error_question_scope' });
	});
});

describe('what is kept', () => {
	it('is let go of when it was asked for the longest ago', () => {
		const kept = new LeastRecent<string>(2);
		const made: string[] = [];
		const ask = (key: string) => kept.get(key, () => (made.push(key), key));
		for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key);
		expect(made).toEqual(['a', 'b', 'c', 'b']);
	});
});
