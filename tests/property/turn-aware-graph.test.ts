import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph, type RoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints, UNATTACHED, type Snaps } from '#core/travel/snap.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees } from '../fixtures/made-roads.ts';
import { naiveTimes } from '../naive-road-times.ts';
import { networkOf, plans, pointsOn, type Plan } from '../road-plans.ts';

describe('the turn-aware graph', () => {
	it('gives the times of a naive search that remembers the streets driven', () => {
		fc.assert(
			fc.property(plans, fc.nat(100), (plan, someOrigin) => {
				const graph = buildRoadGraph(networkOf(plan, true), 'car');
				const [from, to] = [pointsOn(graph, plan, 0.3), pointsOn(graph, plan, 0.6)];
				const origin = someOrigin % plan.streets.length;
				const seconds = manyToManySeconds(graph, from, to);
				const naive = naiveTimes(graph, plan, from, to, origin);
				const row = [...seconds.subarray(origin * to.count, (origin + 1) * to.count)];
				expect(row).toEqual(naive.map((time) => (time === Infinity ? UNREACHABLE : Math.floor((time + 5) / 10))));
			}),
			{ numRuns: 300 }
		);
	});

	it('gives the same times whether or not roads are compressed between junctions', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const cut = buildRoadGraph(networkOf(plan, true), 'car');
				const compressed = buildRoadGraph(networkOf(plan, false), 'car');
				expect(compressed.edges.edgeCount).toBeLessThanOrEqual(cut.edges.edgeCount);
				const cutPoints = pointsAt(cut, plan);
				const points = pointsAt(compressed, plan);
				const isOnBoth = (point: number) => cutPoints.edge[point] !== UNATTACHED && points.edge[point] !== UNATTACHED;
				const expected = manyToManySeconds(cut, cutPoints, cutPoints);
				const times = manyToManySeconds(compressed, points, points);
				times.forEach((time, pair) => {
					if (!isOnBoth(Math.floor(pair / points.count)) || !isOnBoth(pair % points.count)) return;
					if (expected[pair] === UNREACHABLE) expect(time).toBe(UNREACHABLE);
					// Each piece of a road is rounded to 0.1 s, the whole of it once.
					else expect(Math.abs(time - expected[pair])).toBeLessThanOrEqual(1);
				});
			}),
			{ numRuns: 200 }
		);
	});
});

/** Points a third along each street, hung on the graph within half a metre. */
function pointsAt(graph: RoadGraph, { places, streets }: Plan): Snaps {
	const spots = streets.map(({ a, b }) =>
		degrees(
			places[a].east + (places[b].east - places[a].east) / 3,
			places[a].north + (places[b].north - places[a].north) / 3
		)
	);
	return snapPoints(
		graph,
		spots.map(({ lon }) => lon),
		spots.map(({ lat }) => lat),
		0.5
	);
}
