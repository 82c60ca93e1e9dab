import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import { peopleInReach, sitesInReach } from '#core/access/catchment.ts';
import { coverageByGroup, nearestSeconds } from '#core/access/coverage.ts';
import { weightedQuantile } from '#core/access/weighted.ts';

/** Travel times from a plain table, null where there is no way. */
function timesOf(table: (number | null)[][], siteCount: number, attached = table.map(() => 1)): TravelTimes {
	const first = [0];
	const site: number[] = [];
	const seconds: number[] = [];
	for (const row of table) {
		const reached = row.flatMap((time, index) => (time === null ? [] : [{ time, index }]));
		for (const { time, index } of reached.sort((one, other) => one.time - other.time)) {
			site.push(index);
			seconds.push(time);
		}
		first.push(site.length);
	}
	return {
		mode: 'car',
		origin: 'matrix',
		demandCount: table.length,
		siteCount,
		capSeconds: 1800,
		first: Uint32Array.from(first),
		site: Uint32Array.from(site),
		toSite: Uint32Array.from(seconds),
		fromSite: Uint32Array.from(seconds),
		attached: Uint8Array.from(attached),
		siteAttached: new Uint8Array(siteCount).fill(1)
	};
}

const one = new Int32Array(4);
const everySite = Uint8Array.of(1, 1);

describe('coverage, by hand', () => {
	// Four points; the last one hangs on no road. Site 0 is 300 s, site 1 at 600 s…
	const times = timesOf(
		[
			[300, 600],
			[null, 600],
			[900, null],
			[null, null]
		],
		2,
		[1, 1, 1, 0]
	);
	const people = Float64Array.of(100, 50, 25, 10);

	it('counts people within, inclusive of the cutoff, and sets the unattached apart', () => {
		const nearest = nearestSeconds(times, everySite);
		expect([...nearest]).toEqual([300, 600, 900, UNREACHABLE]);
		const at600 = coverageByGroup(nearest, people, times.attached, one, 1, 600);
		expect([at600.within[0], at600.attached[0]]).toEqual([150, 175]);
		const at599 = coverageByGroup(nearest, people, times.attached, one, 1, 599);
		expect(at599.within[0]).toBe(100);
	});

	it('leaves out sites that do not count', () => {
		expect([...nearestSeconds(times, Uint8Array.of(0, 1))]).toEqual([600, 600, UNREACHABLE, UNREACHABLE]);
	});

	it('leaves a missing weight out of both sums', () => {
		const { within, attached } = coverageByGroup(
			nearestSeconds(times, everySite),
			Float64Array.of(NaN, 50, 25, 10),
			times.attached,
			one,
			1,
			600
		);
		expect([within[0], attached[0]]).toEqual([50, 75]);
	});

	it('gives each site its catchment, and each point its number of sites', () => {
		expect([...peopleInReach(times, people, 600)]).toEqual([100, 150]);
		expect([...sitesInReach(times, everySite, 600)]).toEqual([2, 1, 0, 0]);
	});
});

const seconds = fc.option(fc.integer({ min: 0, max: 1800 }), { nil: null });
const network = fc.integer({ min: 1, max: 5 }).chain((siteCount) =>
	fc.record({
		siteCount: fc.constant(siteCount),
		table: fc.array(fc.array(seconds, { minLength: siteCount, maxLength: siteCount }), { minLength: 1, maxLength: 12 })
	})
);

describe('coverage, laws', () => {
	it('grows with the cutoff, and closing a site helps nobody', () => {
		fc.assert(
			fc.property(network, fc.nat(), fc.integer({ min: 0, max: 1800 }), ({ siteCount, table }, closed, cutoff) => {
				const times = timesOf(table, siteCount);
				const people = new Float64Array(table.length).fill(1);
				const group = new Int32Array(table.length);
				const all = nearestSeconds(times, new Uint8Array(siteCount).fill(1));
				const kept = new Uint8Array(siteCount).fill(1);
				kept[closed % siteCount] = 0;
				const less = nearestSeconds(times, kept);
				const within = (nearest: Uint32Array, at: number) =>
					coverageByGroup(nearest, people, times.attached, group, 1, at).within[0];
				expect(within(all, cutoff)).toBeLessThanOrEqual(within(all, cutoff + 60));
				expect(within(less, cutoff)).toBeLessThanOrEqual(within(all, cutoff));
			})
		);
	});

	it('never counts more than the sum of the catchments (union ≤ sum)', () => {
		fc.assert(
			fc.property(network, fc.integer({ min: 0, max: 1800 }), ({ siteCount, table }, cutoff) => {
				const times = timesOf(table, siteCount);
				const people = Float64Array.from(table, (_, index) => index + 1);
				const nearest = nearestSeconds(times, new Uint8Array(siteCount).fill(1));
				const union = coverageByGroup(nearest, people, times.attached, new Int32Array(table.length), 1, cutoff)
					.within[0];
				const sum = peopleInReach(times, people, cutoff).reduce((total, one) => total + one, 0);
				expect(union).toBeLessThanOrEqual(sum);
			})
		);
	});
});

describe('weighted quantile', () => {
	it('is a value somebody has: half of 4 people have at most 2 h', () => {
		expect(weightedQuantile([1, 2, 10], [1, 1, 2], 0.5)).toBe(2);
		expect(weightedQuantile([1, 2, 10], [1, 1, 3], 0.5)).toBe(10);
	});

	it('is absent when there is nobody', () => {
		expect(weightedQuantile([], [], 0.5)).toBeNull();
		expect(weightedQuantile([3], [0], 0.5)).toBeNull();
		expect(weightedQuantile([NaN], [5], 0.5)).toBeNull();
	});
});
