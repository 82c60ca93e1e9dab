import { describe, expect, it } from 'vitest';
import { stateAidedSquareMetres } from '#workers/jobs/diagnostic/references.ts';

describe('the surface from which the State aids a main library (CGCT, art. R. 1614-79)', () => {
	it('is 0.07 m² a person up to 25,000, 0.015 beyond, 100 m² at least', () => {
		expect(stateAidedSquareMetres(1)).toBe(100);
		expect(stateAidedSquareMetres(1428)).toBe(100);
		expect(stateAidedSquareMetres(10_000)).toBeCloseTo(700, 9);
		expect(stateAidedSquareMetres(25_000)).toBeCloseTo(1750, 9);
		// The example that the ministry's own page works out.
		expect(stateAidedSquareMetres(31_000)).toBeCloseTo(1840, 9);
	});
});
