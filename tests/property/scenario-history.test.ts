import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#domain/scenario.ts';
import { commit, historyOf, MOST_STEPS, redo, undo, type History } from '../../src/lib/state/scenario-history.ts';
import * as edit from '../../src/lib/state/scenario-list.ts';
import { anyChange, anyCosts } from '../scenario-arbitraries.ts';

type ScenarioHistory = History<readonly Scenario[]>;
type Edit = (list: edit.Scenarios, rank: number) => edit.Scenarios;

const idOf = (list: edit.Scenarios, n: number) => list[n % Math.max(1, list.length)]?.id ?? 'none';
const modificationOf = (list: edit.Scenarios, n: number) => {
	const { modifications } = list[n % Math.max(1, list.length)] ?? { modifications: [] };
	return modifications[n % Math.max(1, modifications.length)]?.id ?? 'none';
};

/** Every edit that a user can make, of some scenario. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
	fc.nat(9).map(
		(n): Edit =>
			(list, rank) =>
				edit.withScenario(list, edit.newScenario(`s${rank}`, `Scénario ${n}`))
	),
	fc.nat(9).map(
		(n): Edit =>
			(list, rank) =>
				edit.duplicated(list, idOf(list, n), { id: `d${rank}`, name: 'copie' })
	),
	fc.nat(9).map(
		(n): Edit =>
			(list) =>
				edit.withoutScenario(list, idOf(list, n))
	),
	fc.tuple(fc.nat(9), fc.nat(9)).map(
		([n, to]): Edit =>
			(list) =>
				edit.reordered(list, idOf(list, n), to)
	),
	fc.tuple(fc.nat(9), fc.string()).map(
		([n, name]): Edit =>
			(list) =>
				edit.renamed(list, idOf(list, n), name)
	),
	fc.tuple(fc.nat(9), anyCosts).map(
		([n, costs]): Edit =>
			(list) =>
				edit.withCosts(list, idOf(list, n), costs)
	),
	fc.tuple(fc.nat(9), fc.array(anyChange('new-1'), { maxLength: 3 })).map(
		([n, changes]): Edit =>
			(list) =>
				edit.withChanges(list, idOf(list, n), changes)
	),
	fc.tuple(fc.nat(9), anyChange('new-2')).map(
		([n, change]): Edit =>
			(list) =>
				edit.withModification(list, idOf(list, n), modificationOf(list, n), { change })
	),
	fc.tuple(fc.nat(9), fc.boolean()).map(
		([n, on]): Edit =>
			(list) =>
				edit.withModification(list, idOf(list, n), modificationOf(list, n), { on })
	),
	fc.nat(9).map(
		(n): Edit =>
			(list) =>
				edit.withoutModification(list, idOf(list, n), modificationOf(list, n))
	),
	fc.tuple(fc.nat(9), fc.nat(9)).map(
		([n, to]): Edit =>
			(list) =>
				edit.reorderedModification(list, idOf(list, n), modificationOf(list, n), to)
	)
);
/** An edit, and the gesture that it is of, if any. */
const anyStep = fc.record({ done: anyEdit, gesture: fc.option(fc.constantFrom('drag 1', 'drag 2'), { freq: 3 }) });

const step = (after: readonly Scenario[], gesture: string | null) => ({
	name: { code: 'scenario_step_add', params: {} },
	after,
	chosenBefore: null,
	chosenAfter: null,
	gesture
});

function historyAfter(steps: readonly { done: Edit; gesture: string | null }[]): ScenarioHistory {
	return steps.reduce(
		(history, { done, gesture }, rank) => commit(history, step(done(history.present, rank), gesture)),
		historyOf<readonly Scenario[]>([])
	);
}

function all(history: ScenarioHistory, go: (history: ScenarioHistory) => ScenarioHistory): ScenarioHistory[] {
	const met = [history];
	for (let next = go(history); next !== met.at(-1); next = go(next)) met.push(next);
	return met;
}

describe('the history of scenarios', () => {
	it('undoes every edit to the bit, whatever was done, and does it again', () => {
		fc.assert(
			fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
				const copies: string[] = [];
				let history = historyOf<readonly Scenario[]>([]);
				for (const [rank, { done, gesture }] of steps.entries()) {
					const next = commit(history, step(done(history.present, rank), gesture));
					const isJoined = next !== history && next.done.length === history.done.length;
					if (next !== history && !isJoined) copies.push(JSON.stringify(history.present));
					history = next;
				}
				const last = JSON.stringify(history.present);
				const undone = all(history, undo);
				expect(undone.slice(1).map(({ present }) => JSON.stringify(present))).toEqual(copies.toReversed());
				const redone = all(undone[undone.length - 1], redo);
				expect(redone.map(({ present }) => present)).toEqual(undone.map(({ present }) => present).toReversed());
				expect(JSON.stringify(redone[redone.length - 1].present)).toBe(last);
			}),
			{ numRuns: 300 }
		);
	});

	it('has one step for all edits of one gesture', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 10 }), (edits) => {
				const history = historyAfter(edits.map((done) => ({ done, gesture: 'drag' })));
				expect(history.done.length).toBeLessThanOrEqual(1);
				expect(undo(history).present).toEqual([]);
			})
		);
	});

	it('forgets what was undone once something else is done, and keeps no edit that changes nothing', () => {
		const first = edit.withScenario([], edit.newScenario('a', 'A'));
		const history = undo(commit(historyOf<readonly Scenario[]>([]), step(first, null)));
		expect(commit(history, step(history.present, null))).toBe(history);
		const other = commit(history, step(edit.withScenario([], edit.newScenario('b', 'B')), null));
		expect(redo(other)).toBe(other);
	});

	it('goes back as far as its limit', () => {
		let history = historyOf<readonly Scenario[]>([]);
		for (let i = 0; i < MOST_STEPS + 50; i++) {
			history = commit(history, step(edit.withScenario(history.present, edit.newScenario(`s${i}`, '')), null));
		}
		expect(all(history, undo).at(-1)?.present).toHaveLength(50);
	});
});

describe('edits', () => {
	it('never give one identifier to two modifications of a scenario', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
				const { present } = historyAfter(edits.map((done) => ({ done, gesture: null })));
				for (const { modifications } of present) {
					expect(new Set(modifications.map(({ id }) => id)).size).toBe(modifications.length);
				}
			})
		);
	});
});
