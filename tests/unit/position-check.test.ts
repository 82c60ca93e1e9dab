import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPositions } from '#io/sites/position-check.ts';
import { fromLonLat } from '#io/geo/projection.ts';

/** A file of France: what one pair means among sound ones. */
function among(lon: string, lat: string) {
	const sound = { lon: '3,06', lat: '50,63' };
	return readPositions([sound, { lon, lat }, sound], null).positions[1];
}

describe('a pair of coordinates in a file of France', () => {
	it.each([
		['', '50.6', 'note_site_without_coordinates'],
		['3.06', '', 'note_site_without_coordinates'],
		['est', '50.6', 'note_site_coordinates_text'],
		['0', '0.0', 'note_site_coordinates_zero'],
		['3.06', '150', 'note_site_coordinates_nowhere'],
		['-51.2', '-30.1', 'note_site_coordinates_nowhere']
	])('%s ; %s is refused, with what was read', (lon, lat, code) => {
		expect(among(lon, lat)).toEqual({ position: null, message: { code, params: { x: lon, y: lat } } });
	});

	it.each([
		['3.0633', '50.6372'],
		['3,0633', '50,6372'],
		['55.45', '-20.88'],
		['166.4572', '-22.2672']
	])('%s ; %s is a place as it is', (lon, lat) => {
		expect(among(lon, lat)).toEqual({
			position: [Number(lon.replace(',', '.')), Number(lat.replace(',', '.'))],
			message: null
		});
	});

	it('is put right when swapped, or in Lambert-93, or both', () => {
		expect(among('50.6372', '3.0633')).toMatchObject({
			position: [3.0633, 50.6372],
			message: { code: 'note_site_coordinates_swapped' }
		});
		const [x, y] = fromLonLat(2154, 3.0633, 50.6372);
		for (const [lon, lat, code] of [
			[x, y, 'note_site_coordinates_projected'],
			[y, x, 'note_site_coordinates_projected_swapped']
		] as const) {
			const { position, message } = among(String(lon), String(lat));
			expect(message).toMatchObject({ code, params: { crs: 'EPSG:2154', x: String(lon) } });
			expect(position?.[0]).toBeCloseTo(3.0633, 6);
			expect(position?.[1]).toBeCloseTo(50.6372, 6);
		}
	});

	it('comes back from Lambert-93 anywhere on the mainland', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -4.5, max: 8, noNaN: true }),
				fc.double({ min: 42.5, max: 50.8, noNaN: true }),
				(lon, lat) => {
					const [x, y] = fromLonLat(2154, lon, lat);
					const { position } = among(x.toFixed(3), y.toFixed(3));
					expect(position?.[0]).toBeCloseTo(lon, 5);
					expect(position?.[1]).toBeCloseTo(lat, 5);
				}
			)
		);
	});
});

describe('a file as a whole', () => {
	it('is read the way most of it is written, without a word for each row', () => {
		const [x, y] = fromLonLat(2154, 5.72, 45.18);
		const { positions, usual } = readPositions([{ lon: String(x), lat: String(y) }], null);
		expect(usual).toMatchObject({ crs: 2154, swapped: false });
		expect(positions[0].message).toBeNull();
		expect(readPositions([{ lon: '45.18', lat: '5.72' }], null).usual).toMatchObject({ crs: 4326, swapped: true });
	});

	it('may be of another country, where nothing is put right', () => {
		const { positions } = readPositions(
			[
				{ lon: '-51.22', lat: '-30.03' },
				{ lon: '0', lat: '0' }
			],
			null
		);
		expect(positions.map(({ position }) => position)).toEqual([[-51.22, -30.03], null]);
	});
});
