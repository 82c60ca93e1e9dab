import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { writeOsmPbf } from '../../data/demo/generator/files/osm-pbf-writer.ts';
import { osmHours, weeklyHours, type Spans } from '../../data/demo/generator/libraries/opening-hours.ts';
import { Network } from '../../data/demo/generator/roads/network.ts';
import { cosine, exponential, sine } from '../../data/demo/generator/tools/arithmetic.ts';
import { crossing, type Point } from '../../data/demo/generator/tools/geometry.ts';
import { simplified } from '../../data/demo/generator/tools/polyline.ts';
import { projectOnPolyline } from '../../data/demo/generator/tools/geometry.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';

const point = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));

describe('arithmetic without transcendental functions', () => {
	it('agrees with Math', () => {
		fc.assert(
			fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
				expect(sine(x)).toBeCloseTo(Math.sin(x), 11);
				expect(cosine(x)).toBeCloseTo(Math.cos(x), 11);
				expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 11);
			})
		);
	});
});

describe('the plane network', () => {
	it('has no two pieces that cross away from a node, whatever lines are drawn', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(point, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
				(lines) => {
					const net = new Network();
					for (const line of lines) net.draw(line, net.addRoad({ road: 'residential', route: -1 }));
					const alive = net.pieces.filter(({ gone }) => !gone);
					for (const first of alive) {
						for (const second of alive) {
							if ([second.a, second.b].some((node) => node === first.a || node === first.b)) continue;
							const hit = crossing(net.point(first.a), net.point(first.b), net.point(second.a), net.point(second.b));
							// Within 5 cm: a node cut into a piece may stand a rounding error off it.
							if (hit !== null) expect(distanceToEnds(net, first, hit.t)).toBeLessThan(0.05);
						}
					}
				}
			),
			{ numRuns: 150 }
		);
	});
});

function distanceToEnds(net: Network, { a, b }: { a: number; b: number }, t: number): number {
	const metres = Math.hypot(net.x[a] - net.x[b], net.y[a] - net.y[b]);
	return Math.min(t, 1 - t) * metres;
}

describe('Douglas–Peucker', () => {
	it('leaves no point of the line farther than the tolerance', () => {
		fc.assert(
			fc.property(
				fc.array(point, { minLength: 2, maxLength: 30 }),
				fc.integer({ min: 1, max: 200 }),
				(line, tolerance) => {
					const kept = simplified(line as Point[], tolerance);
					for (const p of line) expect(projectOnPolyline(p, kept).metres).toBeLessThanOrEqual(tolerance + 1e-6);
				}
			)
		);
	});
});

describe('the .osm.pbf writer', () => {
	it('is read back by the road reader: ways, tags, positions', async () => {
		const degrees = fc.tuple(
			fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
			fc.integer({ min: -900_000_000, max: 900_000_000 })
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(degrees, { minLength: 2, maxLength: 40 }),
				fc.constantFrom('primary', 'track'),
				async (places, highway) => {
					const nodes = places.map(([lon, lat], i) => ({ id: 3 * i + 1, lon: lon / 1e7, lat: lat / 1e7, tags: [] }));
					const ways = [{ id: 7, refs: nodes.map(({ id }) => id), tags: [['highway', highway] as const] }];
					const bytes = writeOsmPbf({ nodes, ways, relations: [] }, { program: 'test', source: 'test', timestamp: 1 });
					const { value } = await readOsmPbf(bytesSource('test.osm.pbf', bytes));
					const way = Array.from(value.wayNodes.subarray(value.wayFirst[0], value.wayFirst[1]));
					expect(value.tagSets[value.wayTagSet[0]]).toMatchObject({ highway });
					expect(way.map((node) => [value.nodeLon[node], value.nodeLat[node]].map((d) => Math.round(d * 1e7)))).toEqual(
						places
					);
				}
			),
			{ numRuns: 60 }
		);
	});
});

describe('hours as written', () => {
	it('are read without a fault, and every week comes back whole', () => {
		const span = fc.tuple(fc.integer({ min: 8, max: 12 }), fc.integer({ min: 14, max: 20 }));
		fc.assert(
			fc.property(fc.array(fc.option(span), { minLength: 7, maxLength: 7 }), (days) => {
				const week = new Map<number, Spans>();
				days.forEach((day, i) => {
					if (day) week.set(i, [[day[0] * 60, day[1] * 60]]);
				});
				fc.pre(week.size > 0);
				const hours = { week, some: [], exceptions: [], closedOnPublicHolidays: true };
				const parsed = parseOsmHours(osmHours(hours));
				if (!parsed.ok) throw new Error(osmHours(hours));
				const minutes = parsed.schedule.rules
					.filter((rule) => rule.state === 'open')
					.flatMap((rule) =>
						rule.weekdays.flatMap(({ from, to }) => rule.times.map(({ start, end }) => (end - start) * (to - from + 1)))
					);
				expect(minutes.reduce((a, b) => a + b, 0) / 60).toBeCloseTo(weeklyHours(hours), 9);
			})
		);
	});
});
