import { fenced, over, row, sub, type Term } from './math.ts';

/** People of place i. */
export const P = sub('P', 'i');
export const people = over('∑', 'i', P);
/** Access time from place i to site j, and that it is within the longest. */
export const t = sub('t', row('i', 'j'));
export const inReach = row(t, '≤', 'T');
/** Between two formulas. */
export const and = row(',', '\u2003');
export const call = (name: Term, ...terms: readonly Term[]) => row(name, fenced('(', ')', ...terms));
