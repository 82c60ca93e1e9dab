import type { Message } from '#domain/notes.ts';

/** One thing done, with what was there before and after: nothing is computed back, so that undoing restores to the bit. */
export interface Step<Present> {
	/** What was done, in the reader's words: "ajouter une modification". */
	readonly name: Message;
	readonly before: Present;
	readonly after: Present;
	/** Scenario that was looked at, before and after; null for the baseline. */
	readonly chosenBefore: string | null;
	readonly chosenAfter: string | null;
	/** Steps of one gesture (a drag) are undone together; null: a step of its own. */
	readonly gesture: string | null;
}

/** What stands now and the way that led to it. What is kept is never edited in place. */
export interface History<Present> {
	readonly present: Present;
	/** Oldest first. */
	readonly done: readonly Step<Present>[];
	/** What was undone, the next one to redo last. */
	readonly undone: readonly Step<Present>[];
}

/** Steps that can be undone; older ones are forgotten. */
export const MOST_STEPS = 200;

export function historyOf<Present>(present: Present): History<Present> {
	return { present, done: [], undone: [] };
}

/** Goes a step on; what had been undone can then no more be redone. A step that changes nothing is none. */
export function commit<Present>(history: History<Present>, step: Omit<Step<Present>, 'before'>): History<Present> {
	const { present, done } = history;
	if (step.after === present) return history;
	const last = done.at(-1);
	const isSameGesture = step.gesture !== null && last?.gesture === step.gesture && history.undone.length === 0;
	const [kept, from] = isSameGesture ? [done.slice(0, -1), last] : [done, { before: present, ...step }];
	const whole = { ...step, before: from.before, chosenBefore: from.chosenBefore };
	return { present: step.after, done: [...kept, whole].slice(-MOST_STEPS), undone: [] };
}

/** The former state and what it undid; the same history where nothing is left to undo. */
export function undo<Present>(history: History<Present>): History<Present> {
	const step = history.done.at(-1);
	if (step === undefined) return history;
	return { present: step.before, done: history.done.slice(0, -1), undone: [...history.undone, step] };
}

export function redo<Present>(history: History<Present>): History<Present> {
	const step = history.undone.at(-1);
	if (step === undefined) return history;
	return { present: step.after, done: [...history.done, step], undone: history.undone.slice(0, -1) };
}

/** The same way through other states: what came from elsewhere stands in each of them, so that undoing never takes it back. */
export function mapped<Present>(history: History<Present>, to: (present: Present) => Present): History<Present> {
	const step = (one: Step<Present>): Step<Present> => ({ ...one, before: to(one.before), after: to(one.after) });
	return { present: to(history.present), done: history.done.map(step), undone: history.undone.map(step) };
}
