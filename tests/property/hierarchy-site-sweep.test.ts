import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { SiteSearch } from '#core/travel/site-search.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { SiteSweep } from '#core/travel/sweep/site-sweep.ts';
import { MODES } from '#domain/travel.ts';
import { degrees, madeNetwork, type MadeNode, type MadeWay } from '../fixtures/made-roads.ts';

const SIDE = 5;
const name = (column: number, row: number) => `${column}-${row}`;

/** A town of crossroads, some streets missing, one-way, private or slow, and places in it. */
const towns = fc.record({
	streets: fc.array(
		fc.constantFrom(
			null,
			{ highway: 'residential' },
			{ highway: 'primary' },
			{ highway: 'residential', oneway: 'yes' },
			{
				highway: 'service',
				access: 'private'
			}
		),
		{ minLength: 2 * SIDE * SIDE, maxLength: 2 * SIDE * SIDE }
	),
	demand: fc.array(
		fc.tuple(fc.double({ min: -0.2, max: 4.2, noNaN: true }), fc.double({ min: -0.2, max: 4.2, noNaN: true })),
		{
			maxLength: 20
		}
	),
	sites: fc.array(fc.tuple(fc.double({ min: 0, max: 4, noNaN: true }), fc.double({ min: 0, max: 4, noNaN: true })), {
		maxLength: 5
	}),
	mode: fc.constantFrom(...MODES),
	/** A town, or a country where many a way back is longer than a sweep tells. */
	stepMetres: fc.constantFrom(600, 20_000),
	/** Some below, some beyond what 16 bits of deciseconds hold. */
	capSeconds: fc.constantFrom(60, 300, 900, 6_553, 20_000)
});

function networkOf(streets: readonly (Readonly<Record<string, string>> | null)[], stepMetres: number) {
	const nodes: Record<string, MadeNode> = {};
	const ways: MadeWay[] = [];
	for (let i = 0; i < SIDE * SIDE; i++) {
		const [column, row] = [i % SIDE, Math.floor(i / SIDE)];
		nodes[name(column, row)] = {
			east: column * stepMetres + ((i * 7919) % 83),
			north: row * stepMetres + ((i * 104_729) % 89)
		};
		const [east, north] = [streets[2 * i], streets[2 * i + 1]];
		if (east !== null && column + 1 < SIDE)
			ways.push({ nodes: [name(column, row), name(column + 1, row)], tags: east });
		if (north !== null && row + 1 < SIDE) ways.push({ nodes: [name(column, row), name(column, row + 1)], tags: north });
	}
	return madeNetwork(nodes, ways);
}

describe('rows of sites by sweeps', () => {
	it('are those of searches site by site, in every mode, journeys within one street included', async () => {
		await fc.assert(
			fc.asyncProperty(towns, async ({ streets, demand, sites, mode, stepMetres, capSeconds }) => {
				const graph = buildRoadGraph(networkOf(streets, stepMetres), mode);
				const snap = (places: readonly (readonly [number, number])[]) => {
					const at = places.map(([column, row]) => degrees(column * stepMetres, row * stepMetres));
					return snapPoints(
						graph,
						at.map(({ lon }) => lon),
						at.map(({ lat }) => lat),
						300
					);
				};
				const [demandSnaps, siteSnaps] = [snap(demand), snap(sites)];
				const hierarchy = await contractGraph(graph.search);
				const sweep = await SiteSweep.create(graph, hierarchy, demandSnaps, { capSeconds });
				const rows = await sweep.rows(siteSnaps);
				const search = new SiteSearch(graph, demandSnaps, { capSeconds });
				expect(rows).toEqual(sites.map((_, rank) => search.row(siteSnaps, rank)));
			}),
			{ numRuns: 150 }
		);
	});
});
