import { and, call, inReach, P, t } from './formula-parts.ts';
import { fenced, fraction, over, row, sub, sup, type MathNode } from './math.ts';

/** After an operator that a word names. */
const thin = '\u2009';
const prime = (name: string) => sup(name, '′');

/** The formulas of scenarios, of their costs and of what is proposed. */
export const SCENARIO_FORMULAS = {
	change: row(
		sub('Δ', 'i'),
		'=',
		'σ',
		fenced('(', ')', sub(prime('x'), 'i'), '−', sub('x', 'i')),
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
		fenced('(', ')', prime('H'), '−', 'H'),
		'×',
		'a',
		'×',
		fenced('(', ')', '1', '+', 'ρ'),
		'×',
		'q',
		and,
		'B',
		'=',
		fenced('(', ')', prime('H'), '−', 'H'),
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
				over('∑', 'i', P, fenced('(', ')', sub(prime('U'), row('i', 'w')), '−', sub('U', row('i', 'w'))))
			)
		)
	),
	mclp: row(
		'max',
		thin,
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
	lscp: row(
		'min',
		thin,
		over('∑', 'j', sub('y', 'j')),
		and,
		'∀',
		'i',
		':',
		over('∑', inReach, sub('y', 'j')),
		'≥',
		'1'
	),
	'p-median': row(
		'min',
		thin,
		over('∑', 'i', sub('p', 'i'), row(sub('min', row('j', '∈', 'S')), thin, t)),
		and,
		fenced('|', '|', 'S'),
		'≤',
		'n'
	),
	'p-center': row(
		'min',
		thin,
		row(sub('max', 'i'), thin, row(sub('min', row('j', '∈', 'S')), thin, t)),
		and,
		fenced('|', '|', 'S'),
		'≤',
		'n'
	),
	gap: row('E', '=', fraction(fenced('|', '|', 'B', '−', 'V'), call('max', 'B', ',', 'V'))),
	'hours-added': row(
		'max',
		thin,
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
			thin,
			over(
				'∑',
				row('s', '∈', 'S'),
				over('∑', row('i', ',', 'b'), P, sub('σ', row('i', 'b')), sub('d', row('s', 'i', 'b')))
			)
		)
	)
} as const satisfies Readonly<Record<string, MathNode>>;
