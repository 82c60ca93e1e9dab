import type { Explained } from '#domain/cost.ts';
import type { Message } from '#domain/notes.ts';

/** A figure with its formula. */
export function explained(
	value: number | null,
	code: string,
	params: Message['params'] = {},
	terms: readonly Message[] = []
): Explained {
	return { value, formula: { code, params }, terms };
}

/** Nothing to show, and what is missing. */
export const notSaid = (code: string, params: Message['params'] = {}): Explained => explained(null, code, params);

/** Euros as formulas write them: whole. */
export const wholeEuros = (euros: number): number => Math.round(euros) + 0;
