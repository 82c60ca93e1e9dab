import type { Message } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';

/** One thing done, with what was there before and after: nothing is computed back, so that undoing restores to the bit. */
export interface Step {
	/** What was done, in the reader's words: "ajouter une modification". */
	readonly name: Message;
	readonly before: readonly Scenario[];
	readonly after: readonly Scenario[];
	/** Scenario that was looked at, before and after; null for the baseline. */
	readonly chosenBefore: string | null;
	readonly chosenAfter: string | null;
	/** Steps of one gesture (a drag) are undone together; null: a step of its own. */
	readonly gesture: string | null;
}

/** All scenarios of a territory and the way that led to them. */
export interface History {
	readonly present: readonly Scenario[];
	/** Oldest first. */
	readonly done: readonly Step[];
	/** What was undone, the next one to redo last. */
	readonly undone: readonly Step[];
}

/** Steps that can be undone; older ones are forgotten. */
export const MOST_STEPS = 200;

export function historyOf(present: readonly Scenario[]): History {
	return { present, done: [], undone: [] };
}

/** Goes a step on; what had been undone can then no more be redone. A step that changes nothing is none. */
export function commit(history: History, step: Omit<Step, 'before'>): History {
	const { present, done } = history;
	if (step.after === present) return history;
	const last = done.at(-1);
	const isSameGesture = step.gesture !== null && last?.gesture === step.gesture && history.undone.length === 0;
	const [kept, from] = isSameGesture ? [done.slice(0, -1), last] : [done, { before: present, ...step }];
	const whole = { ...step, before: from.before, chosenBefore: from.chosenBefore };
	return { present: step.after, done: [...kept, whole].slice(-MOST_STEPS), undone: [] };
}

/** The former state and what it undid; the same history where nothing is left to undo. */
export function undo(history: History): History {
	const step = history.done.at(-1);
	if (step === undefined) return history;
	return { present: step.before, done: history.done.slice(0, -1), undone: [...history.undone, step] };
}

export function redo(history: History): History {
	const step = history.undone.at(-1);
	if (step === undefined) return history;
	return { present: step.after, done: [...history.done, step], undone: history.undone.slice(0, -1) };
}
