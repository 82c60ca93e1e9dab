import { describe, expect, it } from 'vitest';
import { importPoints } from '#io/tables/points-csv.ts';

const read = (text: string) => importPoints(new TextEncoder().encode(text), 'points.csv');

describe('points to route between', () => {
	it('are read in any column order, with semicolons and decimal commas', () => {
		const { value } = read('lat;id;lon\n45,5;a;5,25\n46;b;6\n');
		expect(value).toEqual({ ids: ['a', 'b'], lon: Float64Array.of(5.25, 6), lat: Float64Array.of(45.5, 46) });
	});

	it('are left out one by one, each with its reason and its row', () => {
		const { value, rejected, rowsRead, rowsKept } = read(
			'id,lon,lat\na,5,45\n,5,45\na,6,46\nb,est,45\nc,5,\nd,5,95\ne,6,46\n'
		);
		expect(value.ids).toEqual(['a', 'e']);
		expect(rejected.map(({ note }) => [note.row, note.column, note.message.code])).toEqual([
			[3, 'id', 'note_point_without_id'],
			[4, 'id', 'note_point_id_taken'],
			[5, 'lon', 'note_point_coordinate'],
			[6, 'lat', 'note_point_coordinate'],
			[7, 'lat', 'note_point_coordinate']
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});

	it('need their three columns', () => {
		expect(() => read('id,lon\na,5\n')).toThrow(
			expect.objectContaining({
				detail: { code: 'error_points_columns', params: { expected: 'lat', columns: 'id, lon' } }
			})
		);
	});
});
