import { describe, expect, it } from 'vitest';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import { HeldScenarios, inForce, type HeldScenario } from '../../src/lib/state/held-scenarios.ts';
import * as edit from '../../src/lib/state/scenario-list.ts';
import {
	answersOfSites,
	editionsAsked,
	questionInForce,
	withinSites,
	withSitesMoved
} from '../../src/lib/state/under-scenario.ts';
import { NOTHING_CHOSEN } from '../../src/lib/state/map-url.ts';
import type { ScenarioInForce } from '../../src/lib/compute/jobs.ts';
import { answers, question, site } from '../summary-fixture.ts';

const applied = (id: string): AppliedScenario => ({
	id,
	sites: [],
	closed: [],
	moved: [],
	added: [],
	otherHours: [],
	otherSurface: [],
	notApplied: []
});

/** A worker that answers when it is told to, and what the page learned. */
function held() {
	const sent: (readonly ScenarioInForce[])[] = [];
	const atOnce: boolean[] = [];
	const answer: (() => void)[] = [];
	const fail: ((error: unknown) => void)[] = [];
	const seen: (readonly HeldScenario[])[] = [];
	const failures: unknown[] = [];
	const scenarios = new HeldScenarios(
		(list, isWaitedFor) => {
			sent.push(list);
			atOnce.push(isWaitedFor);
			return new Promise((resolve, reject) => {
				answer.push(() => resolve(list.map(({ id }) => applied(id))));
				fail.push(reject);
			});
		},
		(list) => seen.push(list),
		(error) => failures.push(error)
	);
	const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
	return { scenarios, sent, atOnce, answer, fail, seen, failures, settled };
}

const closing = (siteId: string) => ({ kind: 'close', siteId }) as const;
const scenario = (id: string, ...sites: string[]) =>
	edit.withChanges([edit.newScenario(id, id)], id, sites.map(closing))[0];

describe('what the worker holds of scenarios', () => {
	it('is sent one at a time; of those wanted meanwhile the newest alone follows', async () => {
		const { scenarios, sent, answer, seen, settled } = held();
		for (const sites of [['1'], ['1', '2'], ['1', '2', '3']]) scenarios.want(inForce([scenario('a', ...sites)]));
		expect(sent).toHaveLength(1);
		answer[0]();
		await settled();
		expect(sent.map(([{ modifications }]) => modifications.length)).toEqual([1, 3]);
		answer[1]();
		await settled();
		expect(sent).toHaveLength(2);
		expect(seen.at(-1)?.[0].modifications).toHaveLength(3);
	});

	it('is not sent again by a name, a cost of the whole, or what is switched off', async () => {
		const { scenarios, sent, answer, settled } = held();
		const list = [scenario('a', '1')];
		scenarios.want(inForce(list));
		answer[0]();
		await settled();
		scenarios.want(inForce(edit.renamed(list, 'a', 'other')));
		const switchedOff = edit.withModification(edit.withChanges(list, 'a', [closing('2')]), 'a', 'm2', { on: false });
		scenarios.want(inForce(switchedOff));
		await settled();
		expect(sent).toHaveLength(1);
	});

	it('is sent in one go with what a page compares beside it, as it is by then', async () => {
		const { scenarios, sent, answer, settled } = held();
		let list: edit.Scenarios = [scenario('a', '1')];
		scenarios.alongside(() => list[0].modifications.map((one) => ({ id: `a/${one.id}`, modifications: [one] })));
		answer[0]();
		await settled();
		list = edit.withChanges(list, 'a', [closing('2')]);
		scenarios.want(inForce(list));
		expect(sent).toHaveLength(2);
		expect(sent[1].map(({ id }) => id)).toEqual(['a', 'a/m1', 'a/m2']);
	});

	it('has another edition where it changed, and the same where it did not', async () => {
		const { scenarios, answer, seen, settled } = held();
		const list = [scenario('a', '1'), scenario('b', '1')];
		scenarios.want(inForce(list));
		answer[0]();
		await settled();
		scenarios.want(inForce(edit.withChanges(list, 'b', [closing('2')])));
		answer[1]();
		await settled();
		const [before, after] = seen.slice(-2).map((list) => list.map(({ edition }) => edition));
		expect(after[0]).toBe(before[0]);
		expect(after[1]).not.toBe(before[1]);
	});

	it('is held at once where hours alone change, with the sites of before, and not where a site comes, goes or moves', async () => {
		const { scenarios, sent, atOnce, answer, seen, settled } = held();
		const surface = (surfaceSquareMetres: number) => ({ kind: 'surface', siteId: '1', surfaceSquareMetres }) as const;
		const list = edit.withChanges([edit.newScenario('a', 'a')], 'a', [surface(100)]);
		scenarios.want(inForce(list));
		expect(seen).toHaveLength(0);
		answer[0]();
		await settled();
		const [before] = seen.at(-1) ?? [];
		const larger = edit.withModification(list, 'a', 'm1', { change: surface(200) });
		scenarios.want(inForce(larger));
		expect(sent).toHaveLength(2);
		const [ahead] = seen.at(-1) ?? [];
		expect(ahead.modifications[0].change).toEqual(surface(200));
		expect(ahead.edition).not.toBe(before.edition);
		expect(atOnce).toEqual([true, false]);
		expect(ahead.applied.sites).toBe(before.applied.sites);
		const told = seen.length;
		answer[1]();
		await settled();
		// The worker says nothing else: nothing is made again.
		expect(seen).toHaveLength(told);
		scenarios.want(inForce(edit.withChanges(larger, 'a', [closing('2')])));
		expect(seen).toHaveLength(told);
		answer[2]();
		await settled();
		expect(seen).toHaveLength(told + 1);
	});

	it('runs ahead of a worker that then refuses: none is held', async () => {
		const { scenarios, answer, fail, seen, failures, settled } = held();
		const surface = (surfaceSquareMetres: number) => ({ kind: 'surface', siteId: '1', surfaceSquareMetres }) as const;
		const list = edit.withChanges([edit.newScenario('a', 'a')], 'a', [surface(100)]);
		scenarios.want(inForce(list));
		answer[0]();
		await settled();
		scenarios.want(inForce(edit.withModification(list, 'a', 'm1', { change: surface(200) })));
		expect(seen.at(-1)).toHaveLength(1);
		fail[1](new Error('no'));
		await settled();
		expect([seen.at(-1), failures.length]).toEqual([[], 1]);
	});

	it('is sent again to a worker that began anew, whatever the former one answers', async () => {
		const { scenarios, sent, answer, seen, settled } = held();
		scenarios.want(inForce([scenario('a', '1')]));
		const again = scenarios.again();
		answer[0]();
		await settled();
		expect(seen).toHaveLength(0);
		answer[1]();
		await again;
		expect(sent).toHaveLength(2);
		expect(seen.at(-1)).toHaveLength(1);
	});

	it('is nothing once the worker refused: nothing is then asked under it; another edit tries again', async () => {
		const { scenarios, sent, fail, seen, failures, settled } = held();
		scenarios.want(inForce([scenario('a', '1')]));
		fail[0](new Error('no'));
		await settled();
		expect(failures).toHaveLength(1);
		expect(seen.at(-1)).toEqual([]);
		scenarios.want(inForce([scenario('a', '2')]));
		expect(sent).toHaveLength(2);
	});
});

describe('a question under a scenario', () => {
	const a: HeldScenario = { ...inForce([scenario('a', '1')])[0], applied: applied('a'), edition: 7 };

	it('is asked under it once the worker holds it, and under none while the baseline is looked at', () => {
		const stated = question({ scenario: 'a' });
		expect(questionInForce(stated, [], false)?.scenario).toBeNull();
		expect(questionInForce(stated, [a], false)).toBe(stated);
		expect(questionInForce(stated, [a], true)?.scenario).toBeNull();
	});

	it('is asked again once that scenario is another, whatever the job; a question of the baseline is not', () => {
		const under = question({ scenario: 'a' });
		expect(editionsAsked(under, [a])).toBe('a:7');
		expect(editionsAsked({ question: under, cell: 3 }, [a])).toBe('a:7');
		expect(editionsAsked({ question: question(), scenarios: ['a'] }, [a])).toBe('a:7');
		expect(editionsAsked({ question: question(), scenario: 'a', settings: {} }, [a])).toBe('a:7');
		expect(editionsAsked({ question: question(), sites: [1] }, [a])).toBe('');
	});
});

describe('ranks of sites', () => {
	const [one, two, added, other] = ['1', '2', 'new-1', 'new-2'].map((id) => site(id));
	const pinned = (rank: number) => ({ ...NOTHING_CHOSEN, selection: { kind: 'site', site: rank } as const });

	it('that are not there are not shown', () => {
		expect(withinSites(pinned(2), [one, two]).selection).toBeNull();
		expect(withinSites(pinned(1), [one, two])).toEqual(pinned(1));
		expect(withinSites({ ...NOTHING_CHOSEN, isochrone: 2 }, [one, two]).isochrone).toBeNull();
		expect(withinSites({ ...NOTHING_CHOSEN, isochrone: 'counted' }, []).isochrone).toBe('counted');
	});

	it('keep to their site where others come or go', () => {
		const [before, after] = [
			[one, two, added, other],
			[one, two, other]
		];
		expect(withSitesMoved(pinned(3), before, after).selection).toEqual({ kind: 'site', site: 2 });
		expect(withSitesMoved(pinned(2), before, after).selection).toBeNull();
		expect(withSitesMoved(pinned(1), before, after).selection).toEqual({ kind: 'site', site: 1 });
	});

	it('of sites just added have answers that say nothing, never a figure', () => {
		const known = answers(
			{},
			{ sites: [{ counted: true, open: true, weeklyHours: 3, peopleWithin: 9, peopleOnlyHere: 0 }] }
		);
		const padded = answersOfSites(known, [one, added])?.sites ?? [];
		expect(padded).toHaveLength(2);
		expect(padded[1]).toEqual({
			counted: false,
			open: null,
			weeklyHours: null,
			peopleWithin: null,
			peopleOnlyHere: null
		});
		expect(answersOfSites(known, [one])).toBe(known);
	});
});
