import { describe, expect, it } from 'vitest';
import { locatePair, usualReading, type UsualReading } from '#io/geo/coordinates.ts';
import { fromLonLat } from '#io/geo/projection.ts';

const LILLE = [3.0586, 50.6333] as const;
const LYON = [4.8357, 45.764] as const;
const PORTO_ALEGRE = [-51.2, -30.05] as const;
const usual = (...pairs: (readonly [number, number])[]) =>
	usualReading(
		Float64Array.from(pairs, ([x]) => x),
		Float64Array.from(pairs, ([, y]) => y),
		null
	);
const degrees: UsualReading = { crs: 4326, swapped: false, inFrance: true };

describe('how a file writes its coordinates', () => {
	it('is told from where most of them fall', () => {
		expect(usual(LILLE, LYON)).toEqual(degrees);
		expect(usual([50.6333, 3.0586], [45.764, 4.8357])).toEqual({ crs: 4326, swapped: true, inFrance: true });
		expect(usual(fromLonLat(2154, ...LILLE))).toEqual({ crs: 2154, swapped: false, inFrance: true });
		expect(usual(fromLonLat(3035, ...LYON))).toEqual({ crs: 3035, swapped: false, inFrance: true });
		expect(usual([55.45, -20.88])).toEqual(degrees);
	});
	it('is taken as degrees abroad', () => {
		expect(usual(PORTO_ALEGRE, PORTO_ALEGRE)).toEqual({ crs: 4326, swapped: false, inFrance: false });
	});
	it('is not told by unreadable or absent pairs', () => {
		expect(usual([NaN, NaN], [NaN, 3], LILLE)).toEqual(degrees);
	});
	it('is unknown when the numbers are no degrees and no known system takes them to France', () => {
		expect(usual([1e7, 2e7], [1e7, 2e7])).toBeNull();
	});
	it('is the stated one for pairs that it takes to France', () => {
		const [x, y] = fromLonLat(3035, ...LYON);
		expect(usualReading(Float64Array.of(x), Float64Array.of(y), 3035)).toEqual({
			crs: 3035,
			swapped: false,
			inFrance: true
		});
	});
});

describe('one pair of a file of France in degrees', () => {
	const near = (pair: readonly [number, number], place: readonly [number, number]) => {
		const found = locatePair(...pair, degrees);
		if (!('position' in found)) throw new Error(found.fault);
		expect(found.position[0]).toBeCloseTo(place[0], 6);
		expect(found.position[1]).toBeCloseTo(place[1], 6);
		return found.repaired;
	};
	it('is left as it is', () => expect(near(LILLE, LILLE)).toBeNull());
	it('is turned round when latitude came first', () => {
		expect(near([50.6333, 3.0586], LILLE)).toEqual({ crs: 4326, swapped: true });
	});
	it('is converted when it is in Lambert-93, turned round or not', () => {
		const [x, y] = fromLonLat(2154, ...LILLE);
		expect(near([x, y], LILLE)).toEqual({ crs: 2154, swapped: false });
		expect(near([y, x], LILLE)).toEqual({ crs: 2154, swapped: true });
	});
	it('is no place at 0,0, elsewhere on Earth, or beyond it', () => {
		expect(locatePair(0, 0, degrees)).toEqual({ fault: 'zero' });
		expect(locatePair(...PORTO_ALEGRE, degrees)).toEqual({ fault: 'outside_france' });
		expect(locatePair(999, 999, degrees)).toEqual({ fault: 'not_on_earth' });
	});
});

it('a pair of a foreign file is never turned round into France', () => {
	const abroad: UsualReading = { crs: 4326, swapped: false, inFrance: false };
	expect(locatePair(50.6333, 3.0586, abroad)).toEqual({ position: [50.6333, 3.0586], repaired: null });
	expect(locatePair(0, 0, abroad)).toEqual({ fault: 'zero' });
});
