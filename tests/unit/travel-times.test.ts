import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { arrivals, departures } from '#core/travel/attachments.ts';
import { BucketDijkstra } from '#core/travel/dijkstra.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { FAR, reverseGraph } from '#core/travel/search-graph.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { travelTimesToSites } from '#core/travel/travel-times.ts';
import { vertexDeciseconds } from '#core/travel/vertex-times.ts';
import { UNITS_PER_DEGREE } from '#core/roads/edges.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees, madeNetwork, type MadeNode } from '../fixtures/made-roads.ts';

/** A one-way ring of 2 km round a two-way street across it: going and coming back differ. */
const nodes: Record<string, MadeNode> = {
	sw: { east: 0, north: 0 },
	se: { east: 500, north: 0 },
	ne: { east: 500, north: 500 },
	nw: { east: 0, north: 500 },
	west: { east: 0, north: 250 },
	east: { east: 500, north: 250 }
};
const network = madeNetwork(nodes, [
	{ nodes: ['sw', 'se', 'east', 'ne', 'nw', 'west', 'sw'], tags: { highway: 'residential', oneway: 'yes' } },
	{ nodes: ['west', 'east'], tags: { highway: 'residential' } }
]);
const graph = buildRoadGraph(network, 'car');
const points = (places: readonly (readonly [number, number])[]) => {
	const at = places.map(([east, north]) => degrees(east, north));
	return snapPoints(
		graph,
		at.map(({ lon }) => lon),
		at.map(({ lat }) => lat),
		100
	);
};
const demand = points([
	[100, 0],
	[400, 0],
	[250, 250],
	[0, 100],
	[5000, 5000],
	[500, 400]
]);
const sites = points([
	[250, 0],
	[200, 255],
	[9000, 0]
]);

describe('times between demand points and sites', () => {
	const times = travelTimesToSites(graph, demand, sites, { capSeconds: 200 });
	const there = manyToManySeconds(graph, demand, sites);
	const back = manyToManySeconds(graph, sites, demand);

	it('are those of point-to-point searches, there and back', () => {
		for (let point = 0; point < demand.count; point++) {
			const near = [...sites.edge.keys()].filter((site) => there[point * sites.count + site] <= 200);
			const entries = Array.from(
				{ length: times.first[point + 1] - times.first[point] },
				(_, i) => times.first[point] + i
			);
			expect(entries.map((entry) => times.site[entry]).sort()).toEqual(near);
			for (const entry of entries) {
				const site = times.site[entry];
				expect(times.toSite[entry]).toBe(there[point * sites.count + site]);
				expect(times.fromSite[entry]).toBe(back[site * demand.count + point]);
			}
		}
	});

	it('rise along each demand point', () => {
		for (let point = 0; point < demand.count; point++) {
			for (let entry = times.first[point] + 1; entry < times.first[point + 1]; entry++) {
				expect(times.toSite[entry]).toBeGreaterThanOrEqual(times.toSite[entry - 1]);
			}
		}
	});

	it('differ going and coming on one-way roads', () => {
		// 150 m on; back all round the ring, or across: never 150 m.
		expect(there[0]).toBe(Math.round(150 * 0.144));
		expect(back[0]).toBeGreaterThan(100);
	});

	it('tell who is off the network', () => {
		expect([...times.attached]).toEqual([1, 1, 1, 1, 0, 1]);
		expect([...times.siteAttached]).toEqual([1, 1, 0]);
		expect(times.first[5] - times.first[4]).toBe(0);
		expect(there[4 * sites.count]).toBe(UNREACHABLE);
	});

	it('include the cap itself, once rounded', () => {
		const capSeconds = there[0];
		const capped = travelTimesToSites(graph, demand, sites, { capSeconds });
		expect(capped.toSite[0]).toBe(capSeconds);
		expect(capped.fromSite[0]).toBe(back[0]);
		const below = travelTimesToSites(graph, demand, sites, { capSeconds: capSeconds - 1 });
		expect([...below.toSite.subarray(0, below.first[1])]).not.toContain(capSeconds);
	});
});

describe('times at the vertices of the roads', () => {
	const site = 0;
	const searchFrom = () => {
		const leaves = departures(graph, sites);
		const search = new BucketDijkstra(graph.search);
		const [a, b] = [leaves.first[site], leaves.first[site + 1]];
		search.run(leaves.node.subarray(a, b), leaves.deciseconds.subarray(a, b), Infinity);
		return vertexDeciseconds(graph, search.deciseconds, 'from', sites, [site]);
	};
	const searchTo = () => {
		const comes = arrivals(graph, sites);
		const search = new BucketDijkstra(reverseGraph(graph.search));
		const [a, b] = [comes.first[site], comes.first[site + 1]];
		search.run(comes.node.subarray(a, b), comes.deciseconds.subarray(a, b), Infinity);
		return vertexDeciseconds(graph, search.deciseconds, 'to', sites, [site]);
	};

	it('are those of points put there', () => {
		const { firstVertex, vertexLon, vertexLat, edgeCount } = graph.edges;
		const [from, to] = [searchFrom(), searchTo()];
		let compared = 0;
		for (let edge = 0; edge < edgeCount; edge++) {
			// Between the ends only: at a junction a point may hang on another road.
			for (let vertex = firstVertex[edge] + 1; vertex < firstVertex[edge + 1] - 1; vertex++) {
				const there = snapPoints(
					graph,
					[vertexLon[vertex] / UNITS_PER_DEGREE],
					[vertexLat[vertex] / UNITS_PER_DEGREE],
					1
				);
				const one = { ...there };
				const siteAlone = points([[250, 0]]);
				const outward = manyToManySeconds(graph, siteAlone, one)[0];
				const homeward = manyToManySeconds(graph, one, siteAlone)[0];
				expect(Math.abs(from[vertex] / 10 - outward)).toBeLessThanOrEqual(0.6);
				expect(Math.abs(to[vertex] / 10 - homeward)).toBeLessThanOrEqual(0.6);
				compared++;
			}
		}
		expect(compared).toBeGreaterThan(3);
	});

	it('reach every vertex of a connected network, and none beyond the cap', () => {
		expect(searchFrom().every((time) => time < FAR)).toBe(true);
		const leaves = departures(graph, sites);
		const search = new BucketDijkstra(graph.search);
		search.run(leaves.node.subarray(0, 1), leaves.deciseconds.subarray(0, 1), 0);
		const own = vertexDeciseconds(graph, search.deciseconds, 'from', sites, [site]);
		// Its own road ahead is reached without any search.
		expect(own.some((time) => time < FAR)).toBe(true);
		expect(own.some((time) => time >= FAR)).toBe(true);
	});
});
