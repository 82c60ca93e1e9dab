import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherRows, withinCap, withoutSite, withSite, type SiteRow } from '#core/travel/site-rows.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';

const DEMAND = 12;
const CAP = 60;

/** Rows as searches yield them: some demand points, times within the cap, a way back or none. */
const rows: fc.Arbitrary<SiteRow> = fc
	.array(
		fc.option(
			fc.tuple(fc.integer({ min: 0, max: CAP }), fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constant(UNREACHABLE))),
			{ freq: 2 }
		),
		{ minLength: DEMAND, maxLength: DEMAND }
	)
	.map((times) => {
		const near = [...times.keys()].filter((point) => times[point] !== null);
		return {
			demand: Uint32Array.from(near),
			toSite: Uint32Array.from(near, (point) => times[point]?.[0] ?? 0),
			fromSite: Uint32Array.from(near, (point) => times[point]?.[1] ?? 0)
		};
	});

function timesOf(sites: readonly SiteRow[], capSeconds = CAP): TravelTimes {
	const kept = sites.map(({ demand, toSite, fromSite }) => {
		const within = [...demand.keys()].filter((i) => toSite[i] <= capSeconds);
		const pick = (values: Uint32Array) => Uint32Array.from(within, (i) => values[i]);
		return { demand: pick(demand), toSite: pick(toSite), fromSite: pick(fromSite) };
	});
	return {
		mode: 'car',
		origin: 'roads',
		demandCount: DEMAND,
		siteCount: sites.length,
		capSeconds,
		...gatherRows(kept, DEMAND),
		attached: new Uint8Array(DEMAND).fill(1),
		siteAttached: new Uint8Array(sites.length).fill(1)
	};
}

describe('times patched site by site', () => {
	it('are those gathered anew, after adding, moving and closing', () => {
		fc.assert(
			fc.property(fc.array(rows, { maxLength: 5 }), rows, fc.nat(4), (sites, row, some) => {
				const times = timesOf(sites);
				expect(withSite(times, sites.length, row, true)).toEqual(timesOf([...sites, row]));
				if (sites.length === 0) return;
				const site = some % sites.length;
				expect(withSite(times, site, row, true)).toEqual(timesOf(sites.with(site, row)));
				expect(withoutSite(times, site)).toEqual(timesOf(sites.filter((_, other) => other !== site)));
			})
		);
	});

	it('are those of a lower cap, without a search', () => {
		fc.assert(
			fc.property(fc.array(rows, { maxLength: 5 }), fc.integer({ min: 0, max: CAP }), (sites, capSeconds) => {
				expect(withinCap(timesOf(sites), capSeconds)).toEqual(timesOf(sites, capSeconds));
			})
		);
	});

	it('rise at each demand point', () => {
		fc.assert(
			fc.property(fc.array(rows, { maxLength: 6 }), (sites) => {
				const { first, toSite } = timesOf(sites);
				for (let point = 0; point < DEMAND; point++) {
					for (let entry = first[point] + 1; entry < first[point + 1]; entry++) {
						expect(toSite[entry]).toBeGreaterThanOrEqual(toSite[entry - 1]);
					}
				}
			})
		);
	});

	it('cannot tell what was not searched', () => {
		const times = timesOf([]);
		expect(() => withinCap(times, CAP + 1)).toThrow(RangeError);
		expect(() => withoutSite(times, 0)).toThrow(RangeError);
	});
});
