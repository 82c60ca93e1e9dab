import { describe, expect, it } from 'vitest';
import { importSites } from '#io/sites/sites-import.ts';

const read = (text: string) => importSites(new TextEncoder().encode(text), 'lieux.csv');

describe('a pair of coordinates in one column', () => {
	it('is read as Opendatasoft and WKT write it', () => {
		const { value } = read('nom;geo_point_2d\nA;50.63, 3.06\nB;POINT (3.07 50.64)\n');
		expect(value.map(({ position }) => position)).toEqual([
			[3.06, 50.63],
			[3.07, 50.64]
		]);
	});

	it('of one number is no place: half a pair is not both halves', () => {
		const { value, rejected } = read('nom;geo_point_2d\nA;50.63, 3.06\nB;3.06\nC;ici\n');
		expect(value.map(({ name }) => name)).toEqual(['A']);
		expect(rejected.map(({ note }) => [note.row, note.read])).toEqual([
			[3, '3.06'],
			[4, 'ici']
		]);
	});
});
