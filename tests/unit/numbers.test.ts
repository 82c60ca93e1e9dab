import { expect, it } from 'vitest';
import { isMissing, parseNumber } from '#io/tables/numbers.ts';

it.each([
	['0', 0],
	['12', 12],
	['-3,5', -3.5],
	['−3,5', -3.5],
	['1.25', 1.25],
	['1,234', 1.234],
	['1 234,5', 1234.5],
	['1\u202f234\u202f567', 1234567],
	['1\u00a0234', 1234],
	["1'234", 1234],
	['1.234,5', 1234.5],
	['1,234.5', 1234.5],
	['1.234.567', 1234567],
	['1e+05', 100000],
	[' .5 ', 0.5],
	['48.', 48]
])('reads %j', (text, number) => {
	expect(parseNumber(text)).toBe(number);
});

it.each([
	'',
	' ',
	'NA',
	'n.d.',
	'-',
	'douze',
	'12 h',
	'12 34',
	'1;2',
	'1,2,3',
	'1e999',
	'NaN',
	'Infinity',
	'0x10',
	'--1',
	'.'
])('finds no number in %j, and never zero', (text) => {
	expect(parseNumber(text)).toBeNull();
});

it('tells what is missing from what is text', () => {
	for (const text of ['', '  ', 'NA', 'n/a', 'null', 'n.d.', '-']) expect(isMissing(text)).toBe(true);
	for (const text of ['0', 'douze', 'aucun']) expect(isMissing(text)).toBe(false);
});
