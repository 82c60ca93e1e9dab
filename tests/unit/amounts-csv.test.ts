import { describe, expect, it } from 'vitest';
import { importAmounts } from '#io/tables/amounts-csv.ts';

const read = (text: string, kind: 'people' | 'capacity' = 'people') =>
	importAmounts(new TextEncoder().encode(text), 'table.csv', kind);

describe('amounts by place', () => {
	it('are read with semicolons, decimal commas and usual names, zero included', () => {
		expect(read('nom;Population;code\nHaut;12,5;a\nBas;0;b\n').value).toEqual({
			ids: ['a', 'b'],
			amount: Float64Array.of(12.5, 0)
		});
		expect(read('id,Capacité\nx,20\n', 'capacity').value.amount).toEqual(Float64Array.of(20));
	});

	it('are left out row by row, with the reason: blank is not zero', () => {
		const { value, rejected, rowsRead, rowsKept } = read('id,people\na,1\n,2\na,3\nb,\nc,-4\nd,NA\ne,cinq\nf,6\n');
		expect(value).toEqual({ ids: ['a', 'f'], amount: Float64Array.of(1, 6) });
		expect(rejected.map(({ note }) => [note.row, note.column, note.message.code])).toEqual([
			[3, 'id', 'note_amount_without_id'],
			[4, 'id', 'note_amount_id_taken'],
			[5, 'people', 'note_amount_blank'],
			[6, 'people', 'note_amount_negative'],
			[7, 'people', 'note_amount_blank'],
			[8, 'people', 'note_amount_not_number']
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});

	it('need their two columns, and one row that can be used', () => {
		const refused = (text: string, kind: 'people' | 'capacity', detail: object) =>
			expect(() => read(text, kind)).toThrow(expect.objectContaining({ file: 'table.csv', detail }));
		refused('id,people\na,1\n', 'capacity', {
			code: 'error_amounts_columns',
			params: { expected: 'capacity', kind: 'capacity', columns: 'id, people' }
		});
		refused('people\n1\n', 'people', {
			code: 'error_amounts_columns',
			params: { expected: 'id', kind: 'people', columns: 'people' }
		});
		refused('id,people\na,-1\nb,\n', 'people', {
			code: 'error_amounts_nothing_kept',
			params: { count: 2, expected: 'people' }
		});
	});
});
