import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { withPeakFactor } from '#core/roads/peak-factor.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { degrees, madeNetwork, type MadeNode, type MadeWay } from '../fixtures/made-roads.ts';

/**
 * A city whose times are known beforehand: 7 × 7 crossings, streets of 250 m both ways at 25 km/h, so 36 s a block by car
 * and 187.5 s on foot. A right turn costs 2.1 s, a left one 5.3 s, straight on nothing (see turn-costs.test.ts).
 */
const SIZE = 7;
const BLOCK_METRES = 250;
const CAR_BLOCK = 36;
const FOOT_BLOCK = 187.5;
const RIGHT = 2.1;
const LEFT = 5.3;

const name = (column: number, row: number) => `${column}/${row}`;
const nodes: Record<string, MadeNode> = {};
const ways: MadeWay[] = [];
for (let a = 0; a < SIZE; a++) {
	const across = Array.from({ length: SIZE }, (_, b) => b);
	for (const b of across) nodes[name(a, b)] = { east: a * BLOCK_METRES, north: b * BLOCK_METRES };
	ways.push({ nodes: across.map((b) => name(b, a)), tags: { highway: 'residential' } });
	ways.push({ nodes: across.map((b) => name(a, b)), tags: { highway: 'residential' } });
}
const city = madeNetwork(nodes, ways);

/** Points by blocks: (2.5, 3) is halfway along a street that runs east. */
function times(mode: 'car' | 'foot', from: [number, number], to: [number, number], peakFactor = 1): number {
	const graph = withPeakFactor(buildRoadGraph(city, mode), peakFactor);
	const snap = ([column, row]: [number, number]) => {
		const { lon, lat } = degrees(column * BLOCK_METRES, row * BLOCK_METRES);
		return snapPoints(graph, [lon], [lat], 50);
	};
	return manyToManySeconds(graph, snap(from), snap(to), { accessLeg: 'free' })[0];
}

describe('a perfect grid city', () => {
	it('by car: blocks straight on', () => {
		expect(times('car', [0.5, 3], [5.5, 3])).toBe(5 * CAR_BLOCK);
		expect(times('car', [2, 5.5], [2, 1.5])).toBe(4 * CAR_BLOCK);
	});

	it('by car: a right turn is cheaper than a left one', () => {
		// East then south, a right turn; east then north, a left one.
		expect(times('car', [0.5, 3], [4, 1.5])).toBe(Math.round(5 * CAR_BLOCK + RIGHT));
		expect(times('car', [0.5, 3], [4, 4.5])).toBe(Math.round(5 * CAR_BLOCK + LEFT));
	});

	it('by car: two turns between parallel streets', () => {
		expect(times('car', [0.5, 1], [5.5, 4])).toBe(Math.round(8 * CAR_BLOCK + LEFT + RIGHT));
	});

	it('by car: never turning back in the street, round the block instead', () => {
		// The origin's street runs east; 60 m behind the other way one could just drive west: no turn at all.
		expect(times('car', [2.6, 3], [2.4, 3])).toBe(Math.round(0.2 * CAR_BLOCK));
	});

	it('on foot: blocks, whatever the turns', () => {
		expect(times('foot', [0.5, 3], [4, 4.5])).toBe(Math.round(5 * FOOT_BLOCK));
		expect(times('foot', [0.5, 1], [5.5, 4])).toBe(8 * FOOT_BLOCK);
	});

	it('at the peak: moving takes longer, turning does not', () => {
		expect(times('car', [0.5, 3], [4, 4.5], 1.5)).toBe(Math.round(5 * CAR_BLOCK * 1.5 + LEFT));
	});

	it('is one part with nothing left out', () => {
		const { report, search, edges } = buildRoadGraph(city, 'car');
		expect(report.parts).toHaveLength(1);
		expect(report.leftOut.edgeCount).toBe(0);
		expect(report.parts[0].kilometres).toBeCloseTo((2 * SIZE * (SIZE - 1) * BLOCK_METRES) / 1000, 3);
		// The four corners are no junctions: their two streets are one road.
		expect(report.junctionCount).toBe(SIZE * SIZE - 4);
		expect(edges.edgeCount).toBe(2 * SIZE * (SIZE - 1) - 4);
		expect(search.nodeCount).toBe(2 * edges.edgeCount);
	});

	it('has one state a junction on foot, where turns are free', () => {
		const { report, search } = buildRoadGraph(city, 'foot');
		expect(search.nodeCount).toBe(report.junctionCount);
	});
});
