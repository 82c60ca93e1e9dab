import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralised, writeCsv, writeRejectedCsv } from '#io/tables/csv-writer.ts';
import { readTable } from '#io/tables/table.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('CSV written', () => {
	it('reads back cell for cell, whatever the texts, in both dialects', () => {
		const text = fc
			.string({ unit: 'grapheme', maxLength: 12 })
			.filter((one) => !one.includes('\r') && !one.includes('\0'));
		fc.assert(
			fc.property(
				fc.array(fc.tuple(text, fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 8 }),
				fc.constantFrom('plain' as const, 'french-excel' as const),
				(rows, dialect) => {
					const named = rows.map(([one, number], index) => [`id${index}`, one, number]);
					const table = readTable(writeCsv(['id', 'texte', 'nombre'], named, dialect), 'x.csv');
					expect(table.rows.map(({ cells }) => cells[1])).toEqual(rows.map(([one]) => neutralised(one)));
					expect(table.rows.map(({ cells }) => Number(cells[2].replace(',', '.')))).toEqual(
						rows.map(([, number]) => number + 0)
					);
				}
			)
		);
	});

	it('lets no text begin as a formula does', () => {
		fc.assert(
			fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
				const cell = neutralised(first + rest);
				expect(cell.startsWith("'") || /^[+-]\d+([.,]\d+)?$/.test(cell)).toBe(true);
			})
		);
	});

	it('keeps negative numbers numbers, and blanks blank', () => {
		expect(decode(writeCsv(['a', 'b', 'c'], [[-1.5, null, '-3,5']]))).toBe('a,b,c\n-1.5,,"-3,5"\n');
		expect(decode(writeCsv(['a', 'b'], [[-1.5, NaN]], 'french-excel'))).toBe('\ufeffa;b\r\n-1,5;\r\n');
	});

	it('gives rejected rows with their reasons before their own columns', () => {
		const note = {
			severity: 'rejected',
			message: { code: 'x', params: {} },
			file: 'f.csv',
			row: 3,
			column: 'lat',
			read: 'abc'
		} as const;
		const written = decode(
			writeRejectedCsv([{ note, cells: { nom: '=HYPERLINK("x")', lat: 'abc' } }], () => 'pas un nombre')
		);
		expect(written).toBe('\ufeffligne;colonne;motif;nom;lat\r\n3;lat;pas un nombre;"\'=HYPERLINK(""x"")";abc\r\n');
	});
});
