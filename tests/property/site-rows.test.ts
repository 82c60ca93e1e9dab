import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherRows, withinCap, withoutSite, withSites, type SiteRow } from '#core/travel/site-rows.ts';
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

const placed = (rank: number, row: SiteRow) => new Map([[rank, { row, isAttached: true }]]);

describe('times patched site by site', () => {
	it('are those gathered anew, after adding, moving and closing', () => {
		fc.assert(
			fc.property(fc.array(rows, { maxLength: 5 }), rows, fc.nat(4), (sites, row, some) => {
				const times = timesOf(sites);
				expect(withSites(times, placed(sites.length, row))).toEqual(timesOf([...sites, row]));
				if (sites.length === 0) return;
				const site = some % sites.length;
				expect(withSites(times, placed(site, row))).toEqual(timesOf(sites.with(site, row)));
				expect(withoutSite(times, site)).toEqual(timesOf(sites.filter((_, other) => other !== site)));
			})
		);
	});

	it('are those gathered anew, several moved and added at once, in any order', () => {
		const some = fc.array(rows, { minLength: 2, maxLength: 5 });
		fc.assert(
			fc.property(some, rows, rows, rows, (sites, moved, added, last) => {
				const rowsOf = (changes: readonly (readonly [number, SiteRow])[]) =>
					new Map(changes.map(([rank, row]) => [rank, { row, isAttached: true }]));
				const changes = [[1, moved] as const, [sites.length, added] as const, [sites.length + 1, last] as const];
				const anew = timesOf([...sites.with(1, moved), added, last]);
				expect(withSites(timesOf(sites), rowsOf(changes))).toEqual(anew);
				expect(withSites(timesOf(sites), rowsOf(changes.toReversed()))).toEqual(anew);
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
