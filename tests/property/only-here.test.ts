import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TravelTimes } from '#domain/travel.ts';
import { coverageByGroup, nearestSeconds } from '#core/access/coverage.ts';
import { peopleOnlyHere } from '#core/access/only-here.ts';
import { gatherRows } from '#core/travel/site-rows.ts';

const DEMAND = 15;
const SITES = 6;
const CUTOFF = 900;

const second = fc.option(fc.oneof(fc.integer({ min: 0, max: 1800 }), fc.constantFrom(CUTOFF, CUTOFF + 1)), { freq: 2 });
const table = fc.array(fc.array(second, { minLength: DEMAND, maxLength: DEMAND }), {
	minLength: SITES,
	maxLength: SITES
});
const flags = (length: number) =>
	fc.array(fc.constantFrom(0, 1), { minLength: length, maxLength: length }).map((values) => Uint8Array.from(values));
/** Whole numbers, so that sums are exact whatever their order. */
const weights = fc
	.array(fc.oneof(fc.nat(1000), fc.constant(NaN)), { minLength: DEMAND, maxLength: DEMAND })
	.map((values) => Float64Array.from(values));

function timesOf(seconds: readonly (readonly (number | null)[])[]): TravelTimes {
	const rows = seconds.map((row) => {
		const demand = [...row.keys()].filter((point) => row[point] !== null);
		const toSite = Uint32Array.from(demand, (point) => row[point] ?? 0);
		return { demand: Uint32Array.from(demand), toSite, fromSite: toSite };
	});
	return {
		mode: 'car',
		origin: 'roads',
		demandCount: DEMAND,
		siteCount: SITES,
		capSeconds: 1800,
		...gatherRows(rows, DEMAND),
		attached: new Uint8Array(DEMAND).fill(1),
		siteAttached: new Uint8Array(SITES).fill(1)
	};
}

function covered(times: TravelTimes, counted: Uint8Array, people: Float64Array, inScope: Uint8Array): number {
	const group = Int32Array.from(inScope, (scope) => scope - 1);
	return coverageByGroup(nearestSeconds(times, counted), people, times.attached, group, 1, CUTOFF).within[0];
}

describe('people whom one site alone serves', () => {
	it('are those covered with it and not without it, whether it counts or not', () => {
		fc.assert(
			fc.property(table, flags(SITES), weights, flags(DEMAND), (seconds, counted, people, inScope) => {
				const times = timesOf(seconds);
				const only = peopleOnlyHere(times, counted, people, inScope, CUTOFF);
				for (let site = 0; site < SITES; site++) {
					const withIt = covered(times, counted.with(site, 1), people, inScope);
					expect(only[site]).toBe(withIt - covered(times, counted.with(site, 0), people, inScope));
				}
			})
		);
	});

	it('add up, over the sites that count, to people covered at most', () => {
		fc.assert(
			fc.property(table, flags(SITES), weights, flags(DEMAND), (seconds, counted, people, inScope) => {
				const times = timesOf(seconds);
				const only = peopleOnlyHere(times, counted, people, inScope, CUTOFF);
				const sum = only.reduce((total, one, site) => total + one * counted[site], 0);
				expect(sum).toBeLessThanOrEqual(covered(times, counted, people, inScope));
			})
		);
	});
});
