import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import { fingerprintOf, readTimesBin, writeTimesBin, type TravelTimesBasis } from '#io/territory-folder/times-bin.ts';

const times: TravelTimes = {
	mode: 'bike',
	origin: 'roads',
	demandCount: 3,
	siteCount: 2,
	capSeconds: 1800,
	first: Uint32Array.of(0, 2, 2, 3),
	site: Uint32Array.of(1, 0, 0),
	toSite: Uint32Array.of(60, 61, 1800),
	fromSite: Uint32Array.of(70, UNREACHABLE, 5),
	attached: Uint8Array.of(1, 0, 1),
	siteAttached: Uint8Array.of(1, 1)
};
const basis: TravelTimesBasis = {
	demandLon: Float64Array.of(2, 2.1, -2.2),
	demandLat: Float64Array.of(47, 47.1, 47.2),
	siteLon: Float64Array.of(2.05, 2.15),
	siteLat: Float64Array.of(47.05, 47.15),
	snapMetres: 1000,
	graphChecksum: 0xfedc_ba98
};
const fingerprint = fingerprintOf(basis);
const bytes = writeTimesBin(times, fingerprint);

describe('the file of travel times', () => {
	it('gives back the times', () => {
		expect(readTimesBin(bytes.slice().buffer, 'bike', fingerprint)).toEqual(times);
	});

	it('is not read as another mode’s, or where it is not whole', () => {
		expect(readTimesBin(bytes.slice().buffer, 'car', fingerprint)).toBeNull();
		for (const length of [0, 3, 40, bytes.length - 4]) {
			expect(readTimesBin(bytes.slice(0, length).buffer, 'bike', fingerprint)).toBeNull();
		}
	});

	it('is not read once any bit of it has changed', () => {
		fc.assert(
			fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
				const altered = bytes.slice();
				altered[bit >> 3] ^= 1 << (bit & 7);
				expect(readTimesBin(altered.buffer, 'bike', fingerprint)).toBeNull();
			})
		);
	});

	it('is not read where its rows lead out of it, its checksum put right or not', () => {
		for (const unsound of [{ site: Uint32Array.of(1, 0, 2) }, { first: Uint32Array.of(0, 2, 1, 3) }]) {
			const forged = writeTimesBin({ ...times, ...unsound }, fingerprint);
			expect(readTimesBin(forged.slice().buffer, 'bike', fingerprint)).toBeNull();
		}
	});
});

describe('the fingerprint of what travel times are computed from', () => {
	const placed = (name: keyof TravelTimesBasis, values: number[]) => ({ ...basis, [name]: Float64Array.from(values) });

	it('is the same for the same places and roads', () => {
		expect(fingerprintOf({ ...basis, siteLon: basis.siteLon.slice() })).toEqual(fingerprint);
	});

	it('changes with every place by less than a millimetre, every side of the map, the reach of a road, the roads', () => {
		const changed = [
			placed('demandLon', [2, 2.1 + 1e-9, -2.2]),
			placed('demandLat', [47, 47.2, 47.1]),
			placed('siteLon', [2.05, 2.150_000_001]),
			placed('siteLat', [47.05]),
			// Two signs at once: bits that some hashes let cancel.
			placed('demandLon', [-2, -2.1, -2.2]),
			{ ...basis, demandLon: basis.demandLat, demandLat: basis.demandLon },
			{ ...basis, snapMetres: 999.5 },
			{ ...basis, graphChecksum: basis.graphChecksum + 1 }
		].map(fingerprintOf);
		for (const one of changed) expect(readTimesBin(bytes.slice().buffer, 'bike', one)).toBeNull();
		expect(new Set([fingerprint, ...changed].map(String)).size).toBe(changed.length + 1);
	});

	it('changes when a demand point becomes a site', () => {
		const moved = {
			...basis,
			demandLon: Float64Array.of(2, 2.1),
			demandLat: Float64Array.of(47, 47.1),
			siteLon: Float64Array.of(-2.2, 2.05, 2.15),
			siteLat: Float64Array.of(47.2, 47.05, 47.15)
		};
		expect(fingerprintOf(moved)).not.toEqual(fingerprint);
	});
});
