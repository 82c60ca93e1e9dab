import { fenced, over, row, sub, type MathNode, type Term } from './math.ts';

/** People of place i. */
export const P = sub('P', 'i');
export const people = over('∑', 'i', P);
/** Access time from place i to site j, and that it is within the longest. */
export const t = sub('t', row('i', 'j'));
export const inReach = row(t, '≤', 'T');
/** Between two formulas. */
export const and: MathNode = row(',');

/** The formulas that stand beside each other in one, each but the last with its comma: where there is no room, one under the other. */
export function formulasOf(formula: MathNode): readonly MathNode[] {
	const terms = 'children' in formula ? formula.children : [formula];
	const end = terms.indexOf(and);
	if (end === -1) return [row(...terms)];
	return [row(...terms.slice(0, end + 1)), ...formulasOf(row(...terms.slice(end + 1)))];
}
export const call = (name: Term, ...terms: readonly Term[]) => row(name, fenced('(', ')', ...terms));
