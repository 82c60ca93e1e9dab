import { fenced, fraction, over, row, sub, sup, type MathNode, type Term } from './math.ts';

const P = sub('P', 'i');
const t = sub('t', row('i', 'j'));
const go = sub('t', '→');
const back = sub('t', '←');
/** Between two formulas. */
const and = row(',', '\u2003');
const inReach = row(t, '≤', 'T');
const people = over('∑', 'i', P);
const call = (name: Term, ...terms: readonly Term[]) => row(name, fenced('(', ')', ...terms));

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
	change: row(
		sub('Δ', 'i'),
		'=',
		'σ',
		fenced('(', ')', sub('x′', 'i'), '−', sub('x', 'i')),
		and,
		sup('N', '+'),
		'=',
		over('∑', row(sub('Δ', 'i'), '>', '0'), P),
		and,
		sup('N', '−'),
		'=',
		over('∑', row(sub('Δ', 'i'), '<', '0'), P)
	),
	'staff-cost': row(
		'C',
		'=',
		fenced('(', ')', 'H′', '−', 'H'),
		'×',
		'a',
		'×',
		fenced('(', ')', '1', '+', 'ρ'),
		'×',
		'q',
		and,
		'B',
		'=',
		fenced('(', ')', 'H′', '−', 'H'),
		'×',
		'v'
	),
	'state-share': row(
		'A',
		'=',
		'λ',
		over('∑', 's', sub('r', 's'), call('max', '0', ',', sub('C', 's'))),
		and,
		'λ',
		'=',
		fraction(call('max', '0', ',', over('∑', 's', sub('C', 's'))), over('∑', 's', call('max', '0', ',', sub('C', 's'))))
	),
	'cost-of-year': row(
		sub('G', '1'),
		'=',
		'C',
		'+',
		'F',
		'+',
		'I',
		and,
		sub('G', 'y'),
		'=',
		'C',
		'+',
		'F',
		and,
		sub('R', 'y'),
		'=',
		call('max', '0', ',', row(sub('G', 'y'), '−', sub('A', 'y'), '−', 'O'))
	),
	'euros-per-hour': row(
		'K',
		'=',
		fraction(
			row('C', '+', 'F'),
			over(
				'∑',
				'w',
				sub('n', 'w'),
				over('∑', 'i', P, fenced('(', ')', sub('U′', row('i', 'w')), '−', sub('U', row('i', 'w'))))
			)
		)
	),
	mclp: row(
		'max',
		over('∑', 'i', sub('p', 'i'), sub('z', 'i')),
		and,
		sub('z', 'i'),
		'≤',
		over('∑', inReach, sub('y', 'j')),
		and,
		over('∑', 'j', sub('y', 'j')),
		'≤',
		'n'
	),
	lscp: row('min', over('∑', 'j', sub('y', 'j')), and, '∀', 'i', ':', over('∑', inReach, sub('y', 'j')), '≥', '1'),
	'p-median': row(
		'min',
		over('∑', 'i', sub('p', 'i'), row(sub('min', row('j', '∈', 'S')), t)),
		and,
		fenced('|', '|', 'S'),
		'≤',
		'n'
	),
	'p-center': row(
		'min',
		row(sub('max', 'i'), row(sub('min', row('j', '∈', 'S')), t)),
		and,
		fenced('|', '|', 'S'),
		'≤',
		'n'
	),
	gap: row('E', '=', fraction(fenced('|', '|', 'B', '−', 'V'), call('max', 'B', ',', 'V'))),
	'hours-added': row(
		'max',
		over('∑', 'a', sub('ω', 'a'), over('∑', 'i', sub('P', row('i', 'a')), call(sub('U', row('i', 'a')), 'S'))),
		and,
		over('∑', row('s', '∈', 'S'), fenced('|', '|', 's')),
		'≤',
		'N'
	),
	'hours-bound': row(
		'B',
		'=',
		over('∑', row('i', ',', 'b'), P, fenced('(', ')', '1', '−', sub('σ', row('i', 'b'))), sub('g', row('i', 'b'))),
		'+',
		row(
			sub('max', 'S'),
			over(
				'∑',
				row('s', '∈', 'S'),
				over('∑', row('i', ',', 'b'), P, sub('σ', row('i', 'b')), sub('d', row('s', 'i', 'b')))
			)
		)
	),
	'typical-week': row('3', call(sub('n', 'd'), 'm'), '>', '2', sub('n', 'd'))
} as const satisfies Readonly<Record<string, MathNode>>;

export type FormulaId = keyof typeof FORMULAS;
