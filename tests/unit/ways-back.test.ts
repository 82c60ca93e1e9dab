import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { SiteSearch } from '#core/travel/site-search.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { FARTHEST } from '#core/travel/sweep/lanes.ts';
import { SiteSweep } from '#core/travel/sweep/site-sweep.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees, madeNetwork } from '../fixtures/made-roads.ts';

const oneWay = (highway: string) => ({ highway, oneway: 'yes' });

/** A way out of 180 km that nobody can turn back on, and the street of 1 km that closes the ring; beside it a street that is left for good. */
const graph = buildRoadGraph(
	madeNetwork(
		{
			start: { east: 0, north: 0 },
			far: { east: 90_000, north: 500 },
			end: { east: 0, north: 1000 },
			source: { east: -2000, north: 1000 }
		},
		[
			{ nodes: ['start', 'far', 'end'], tags: oneWay('primary') },
			{ nodes: ['end', 'start'], tags: oneWay('residential') },
			{ nodes: ['source', 'end'], tags: oneWay('residential') }
		]
	),
	'car'
);

const places = (...metres: readonly (readonly [number, number])[]) => {
	const at = metres.map(([east, north]) => degrees(east, north));
	return snapPoints(
		graph,
		at.map(({ lon }) => lon),
		at.map(({ lat }) => lat),
		200
	);
};

/** On the ring: five places at its start, two at its end; and one on the street that no way enters. */
const starts = places([100, 0], [400, 0], [700, 0], [1000, 0], [1300, 0]);
const ends = places([500, 1000], [0, 800], [-1000, 1000]);

describe('ways back that take longer than a sweep tells', () => {
	it.each([
		['fewer demand points than sites', ends, starts],
		['fewer sites than demand points', starts, ends]
	])('are those of searches site by site, %s', async (_, demand, sites) => {
		for (const capSeconds of [900, 6500]) {
			const sweep = await SiteSweep.create(graph, await contractGraph(graph.search), demand, { capSeconds });
			const search = new SiteSearch(graph, demand, { capSeconds });
			const rows = await sweep.rows(sites);
			expect(rows).toEqual(Array.from({ length: sites.count }, (_, rank) => search.row(sites, rank)));
		}
	});

	it('are two hours round the ring, along one road or by the street too; none leads where no way enters', async () => {
		const hierarchy = await contractGraph(graph.search);
		const [row] = await (await SiteSweep.create(graph, hierarchy, ends, { capSeconds: 900 })).rows(starts);
		expect(Array.from(row.demand)).toEqual([0, 1, 2]);
		for (const seconds of row.fromSite.subarray(0, 2)) {
			expect(seconds).toBeGreaterThan(FARTHEST / 10);
			// 180 km at no more than 130 km/h and no less than 40.
			expect(seconds).toBeLessThan(180 * 90);
		}
		expect(row.fromSite[2]).toBe(UNREACHABLE);
	});
});
