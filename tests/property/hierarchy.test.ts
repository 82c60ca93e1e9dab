import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { rankOfNode, reverseHierarchy, type Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import { decodeHierarchy, encodeHierarchy } from '#core/travel/hierarchy/hierarchy-file.ts';
import { UpwardSearch } from '#core/travel/hierarchy/upward-search.ts';
import { FAR, reverseGraph } from '#core/travel/search-graph.ts';
import { graphs, plainDijkstra } from './hierarchy-graphs.ts';

/** Deciseconds from a node to all, by the definition of a hierarchy: up as far as it goes, then down rank by rank. */
function oneToAll(hierarchy: Hierarchy, source: number): number[] {
	const { nodeCount, nodeOfRank, downFirst, downTail, downWeight } = hierarchy;
	const search = new UpwardSearch(hierarchy);
	search.startAt(rankOfNode(hierarchy)[source], 0);
	search.run(FAR - 1);
	const atRank = new Array<number>(nodeCount).fill(FAR);
	for (let i = 0; i < search.reachedCount; i++) atRank[search.reached[i]] = search.deciseconds[i];
	for (let rank = nodeCount - 1; rank >= 0; rank--) {
		for (let arc = downFirst[rank]; arc < downFirst[rank + 1]; arc++) {
			atRank[rank] = Math.min(atRank[rank], atRank[downTail[arc]] + downWeight[arc]);
		}
	}
	const atNode = new Array<number>(nodeCount).fill(FAR);
	atRank.forEach((time, rank) => (atNode[nodeOfRank[rank]] = time));
	return atNode;
}

const withSource = graphs.chain((graph) =>
	fc.record({ graph: fc.constant(graph), source: fc.integer({ min: 0, max: graph.nodeCount - 1 }) })
);

describe('contraction hierarchy', () => {
	it('gives the times of Dijkstra from any node of any graph', async () => {
		await fc.assert(
			fc.asyncProperty(withSource, async ({ graph, source }) => {
				const hierarchy = await contractGraph(graph);
				expect(oneToAll(hierarchy, source)).toEqual(plainDijkstra(graph, [[source, 0]]));
			}),
			{ numRuns: 400 }
		);
	});

	it('reversed, gives the times of the graph reversed', async () => {
		await fc.assert(
			fc.asyncProperty(withSource, async ({ graph, source }) => {
				const hierarchy = reverseHierarchy(await contractGraph(graph));
				expect(oneToAll(hierarchy, source)).toEqual(plainDijkstra(reverseGraph(graph), [[source, 0]]));
			})
		);
	});

	it('ranks every node once and leads up by every arc', async () => {
		await fc.assert(
			fc.asyncProperty(graphs, async (graph) => {
				const { nodeCount, nodeOfRank, ...rows } = await contractGraph(graph);
				expect(Array.from(nodeOfRank).sort((a, b) => a - b)).toEqual([...Array(nodeCount).keys()]);
				for (let rank = 0; rank < nodeCount; rank++) {
					expect(rows.upHead.subarray(rows.upFirst[rank], rows.upFirst[rank + 1]).every((head) => head > rank)).toBe(
						true
					);
					expect(
						rows.downTail.subarray(rows.downFirst[rank], rows.downFirst[rank + 1]).every((tail) => tail > rank)
					).toBe(true);
				}
			})
		);
	});

	it('is the same for the same graph', async () => {
		await fc.assert(
			fc.asyncProperty(graphs, async (graph) => {
				expect(await contractGraph(graph)).toEqual(await contractGraph(graph));
			}),
			{ numRuns: 20 }
		);
	});

	it('tells its progress and ends when aborted, with the reason given', async () => {
		const [graph] = fc.sample(graphs, { numRuns: 1, seed: 7 });
		const shares: number[] = [];
		const aborter = new AbortController();
		const reason = new Error('no longer wanted');
		const pause = async () => {
			if (shares.length === 2) aborter.abort(reason);
		};
		const run = contractGraph(graph, { onProgress: (share) => shares.push(share), pause, signal: aborter.signal });
		await expect(run).rejects.toBe(reason);
		expect(shares).toHaveLength(2);
		expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
	});
});

describe('hierarchy file', () => {
	it('gives back what was kept', async () => {
		await fc.assert(
			fc.asyncProperty(graphs, async (graph) => {
				const hierarchy = await contractGraph(graph);
				expect(decodeHierarchy(encodeHierarchy(hierarchy, graph), graph)).toEqual(hierarchy);
			}),
			{ numRuns: 50 }
		);
	});

	it('is refused once any byte of it, or of its graph, is another', async () => {
		await fc.assert(
			fc.asyncProperty(graphs, fc.nat(), fc.integer({ min: 1, max: 255 }), async (graph, where, change) => {
				const buffer = encodeHierarchy(await contractGraph(graph), graph);
				const bytes = new Uint8Array(buffer);
				bytes[where % bytes.length] ^= change;
				expect(decodeHierarchy(buffer, graph)).toBeNull();
				bytes[where % bytes.length] ^= change;
				expect(decodeHierarchy(buffer.slice(0, bytes.length - 1 - (where % bytes.length)), graph)).toBeNull();
				if (graph.weight.length === 0) return;
				const weight = graph.weight.slice();
				weight[where % weight.length] ^= change;
				expect(decodeHierarchy(buffer, { ...graph, weight })).toBeNull();
			}),
			{ numRuns: 50 }
		);
	});
});
