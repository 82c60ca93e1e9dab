import { and, call, inReach, P, people, t } from './formula-parts.ts';
import { fenced, fraction, over, row, sub, sup, type MathNode } from './math.ts';
import { SCENARIO_FORMULAS } from './scenario-formulas.ts';

const go = sub('t', '→');
const back = sub('t', '←');

/** The formulas of the methods. Their letters are told beside them, in each language. */
export const FORMULAS = {
	'roads-time': row(
		't',
		'=',
		fraction(sub('d', 'i'), 'a'),
		'+',
		over('∑', 'e', fraction(sub('ℓ', 'e'), sub('v', 'e'))),
		'+',
		over('∑', 'c', sub('p', 'c')),
		'+',
		fraction(sub('d', 'j'), 'a')
	),
	'estimated-time': row(
		call('t', 'd'),
		'=',
		'τ',
		'+',
		fraction(row('δ', 'd'), call('v', 'd')),
		and,
		call('v', 'd'),
		'=',
		sub('v', '0'),
		'+',
		fenced('(', ')', sub('v', '1'), '−', sub('v', '0')),
		fraction('d', row('d', '+', 'h'))
	),
	coverage: row('C', '=', fraction(over('∑', row(sub('t', 'i'), '≤', 'T'), P), people)),
	'coverage-at': row(
		call('C', 'm'),
		'=',
		fraction(over('∑', row(call(sub('t', 'i'), 'm'), '≤', 'T'), P), people),
		and,
		call(sub('t', 'i'), 'm'),
		'=',
		row(sub('min', row('j', '∈', call('B', 'm'))), t)
	),
	openings: row(sub('H', 'i'), '=', fenced('|', '|', over('⋃', inReach, sub('O', 'j')))),
	median: row(
		'M',
		'=',
		'max',
		fenced('{', '}', 'x', ':', over('∑', row(sub('H', 'i'), '≥', 'x'), P), '≥', fraction('1', '2'), people)
	),
	visit: row(
		'V',
		'=',
		fenced('[', ']', call('max', 'o', ',', row('s', '+', go)), ',', call('min', 'c', ',', row('e', '−', back))),
		and,
		fenced('|', '|', 'V'),
		'≥',
		'δ'
	),
	usable: row(sub('U', 'i'), '=', fenced('|', '|', over('⋃', inReach, sub('V', row('i', 'j'))))),
	profile: row(sub('Q', 'i'), '=', over('∑', 'b', sub('P', row('i', 'b')), fraction(sub('n', 'b'), sub('N', 'b')))),
	'two-step': row(
		sub('R', 'j'),
		'=',
		fraction(sub('S', 'j'), over('∑', 'k', sub('P', 'k'), call('w', sub('t', row('k', 'j'))))),
		and,
		sub('A', 'i'),
		'=',
		over('∑', 'j', sub('R', 'j'), call('w', t))
	),
	'supply-given': row(over('∑', 'i', P, sub('A', 'i')), '=', over('∑', 'j', sub('S', 'j'))),
	'supply-in-reach': row(
		sub('K', 'i'),
		'=',
		over('∑', inReach, sub('S', 'j')),
		and,
		sub('G', 'i'),
		'=',
		over('∑', inReach, sub('S', 'j'), sup('e', row('−', 'β', t)))
	),
	gini: row(
		'G',
		'=',
		fraction(
			over('∑', 'i', over('∑', 'k', P, sub('P', 'k'), fenced('|', '|', sub('x', 'i'), '−', sub('x', 'k')))),
			row('2', sup('P', '2'), 'μ')
		)
	),
	palma: row('K', '=', fraction(row('1', '−', call('L', '90 %')), call('L', '40 %'))),
	fgt: row(
		sub('F', 'α'),
		'=',
		fraction('1', 'P'),
		over('∑', row(sub('x', 'i'), '<', 'z'), P, sup(fenced('(', ')', fraction(row('z', '−', sub('x', 'i')), 'z')), 'α'))
	),
	deficit: row(
		'D',
		'=',
		people,
		sub('q', 'i'),
		and,
		sub('q', 'i'),
		'=',
		'1',
		'−',
		fraction(sub('U', 'i'), sub('U', 'min'))
	),
	'mean-week': row('H', '=', over('∑', 'd', fraction('1', sub('n', 'd')), over('∑', 'k', sub('h', row('d', 'k'))))),
	'typical-week': row('3', call(sub('n', 'd'), 'm'), '>', '2', sub('n', 'd')),
	...SCENARIO_FORMULAS
} as const satisfies Readonly<Record<string, MathNode>>;

export type FormulaId = keyof typeof FORMULAS;
