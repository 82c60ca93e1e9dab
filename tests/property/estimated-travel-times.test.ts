import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODES, type TravelTimes } from '#domain/travel.ts';
import { estimatedTravelTimes } from '#core/travel/estimated/estimated-travel-times.ts';
import { estimateSeconds, reachableMetres, type EstimatedModel } from '#core/travel/estimated/model.ts';
import stored from '../../data/reference/estimated-model.json';

const model: EstimatedModel = stored;
const mode = fc.constantFrom(...MODES);
const metres = fc.double({ min: 0, max: 500_000, noNaN: true });
const points = (maxLength: number) =>
	fc.array(fc.tuple(fc.double({ min: 4.5, max: 6.5, noNaN: true }), fc.double({ min: 44.5, max: 46, noNaN: true })), {
		maxLength
	});

/** Metres by the haversine formula, the textbook way. */
function haversine([lonA, latA]: readonly [number, number], [lonB, latB]: readonly [number, number]): number {
	const radians = Math.PI / 180;
	const h =
		Math.sin(((latB - latA) * radians) / 2) ** 2 +
		Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(((lonB - lonA) * radians) / 2) ** 2;
	return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

function rowsOf(times: TravelTimes): { site: number; toSite: number; fromSite: number }[][] {
	return Array.from({ length: times.demandCount }, (_, i) =>
		Array.from({ length: times.first[i + 1] - times.first[i] }, (_, k) => {
			const entry = times.first[i] + k;
			return { site: times.site[entry], toSite: times.toSite[entry], fromSite: times.fromSite[entry] };
		})
	);
}

const times = (from: [number, number][], to: [number, number][], cap: number, by: 'car' | 'bike' | 'foot') =>
	estimatedTravelTimes(
		model,
		by,
		Float64Array.from(from, ([lon]) => lon),
		Float64Array.from(from, ([, lat]) => lat),
		Float64Array.from(to, ([lon]) => lon),
		Float64Array.from(to, ([, lat]) => lat),
		cap
	);

describe('estimated model', () => {
	it('takes the terminal time over no distance', () => {
		for (const by of MODES) expect(estimateSeconds(model, by, 0)).toBe(model.modes[by].terminalSeconds);
	});

	it('never falls as distance grows', () => {
		fc.assert(
			fc.property(mode, metres, metres, (by, a, b) => {
				expect(estimateSeconds(model, by, Math.min(a, b))).toBeLessThanOrEqual(
					estimateSeconds(model, by, Math.max(a, b))
				);
			})
		);
	});

	it('reaches exactly as far as the reachable distance says', () => {
		fc.assert(
			fc.property(mode, fc.integer({ min: 60, max: 7200 }), (by, cap) => {
				const reach = reachableMetres(model, by, cap);
				if (reach === null) {
					expect(estimateSeconds(model, by, 0)).toBeGreaterThan(cap);
				} else {
					expect(estimateSeconds(model, by, reach * (1 - 1e-9))).toBeLessThanOrEqual(cap);
					expect(estimateSeconds(model, by, reach * (1 + 1e-9))).toBeGreaterThan(cap);
				}
			})
		);
	});

	it('reaches nothing below the terminal time', () => {
		expect(reachableMetres(model, 'car', model.modes.car.terminalSeconds - 1)).toBeNull();
	});
});

describe('estimated travel times', () => {
	it('equal the model on haversine distances, pair by pair, within the cap', () => {
		fc.assert(
			fc.property(points(12), points(8), fc.integer({ min: 0, max: 5400 }), mode, (demand, sites, cap, by) => {
				const found = rowsOf(times(demand, sites, cap, by));
				for (const [i, row] of found.entries()) {
					const seconds = new Map(row.map((entry) => [entry.site, entry.toSite]));
					for (const [j, site] of sites.entries()) {
						const distance = haversine(demand[i], site);
						const low = estimateSeconds(model, by, distance - 1e-4);
						const high = estimateSeconds(model, by, distance + 1e-4);
						const entry = seconds.get(j);
						if (entry === undefined) expect(high).toBeGreaterThan(cap);
						else expect(low <= entry && entry <= high && entry <= cap).toBe(true);
					}
					expect(row.map(({ toSite }) => toSite)).toEqual(row.map(({ fromSite }) => fromSite));
					expect(row.map(({ toSite }) => toSite)).toEqual(row.map(({ toSite }) => toSite).toSorted((a, b) => a - b));
				}
			})
		);
	});

	it('are the same both ways', () => {
		fc.assert(
			fc.property(points(6), points(6), (a, b) => {
				const there = rowsOf(times(a, b, 3600, 'car'));
				const back = rowsOf(times(b, a, 3600, 'car'));
				for (const [i, row] of there.entries()) {
					for (const { site, toSite } of row) {
						expect(back[site].find((entry) => entry.site === i)?.toSite).toBe(toSite);
					}
				}
			})
		);
	});

	it('hold no pair for a point without coordinates, and say so', () => {
		const result = times(
			[
				[NaN, 45],
				[5.7, 45.2]
			],
			[[5.7, 45.2]],
			900,
			'foot'
		);
		expect([...result.first]).toEqual([0, 0, 1]);
		expect([...result.attached]).toEqual([0, 1]);
		expect([...result.siteAttached]).toEqual([1]);
	});
});
