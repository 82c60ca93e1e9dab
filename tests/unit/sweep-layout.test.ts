import { describe, expect, it } from 'vitest';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { Arena } from '#core/travel/sweep/arena.ts';
import { sharedBatches } from '#core/travel/sweep/batches.ts';
import { BEYOND } from '#core/travel/sweep/lanes.ts';
import { sweepLayout } from '#core/travel/sweep/layout.ts';
import { ManyToMany } from '#core/travel/sweep/many-to-many.ts';
import { attachmentsOf, graphOf, type Arc } from '../property/hierarchy-graphs.ts';

/** A road of so many nodes, both ways, each stretch as long. */
function road(nodeCount: number, deciseconds: number) {
	const arcs = Array.from({ length: nodeCount - 1 }, (_, node): Arc[] => [
		[node, node + 1, deciseconds],
		[node + 1, node, deciseconds]
	]);
	return graphOf(nodeCount, arcs.flat());
}

describe('a sweep', () => {
	it('says beyond where 16 bits end, and never starts again from zero', async () => {
		const hierarchy = await contractGraph(road(9, 20_000));
		const times = ManyToMany.create(hierarchy, sweepLayout(hierarchy, 'nodes'));
		const sources = { attachments: attachmentsOf([[[0, 0]], [[0, 5_534]], [[0, 5_535]]]) };
		const table = times.table({ sources, limit: 65_534 });
		expect(Array.from(table.timesOf(0))).toEqual([0, 20_000, 40_000, 60_000, BEYOND, BEYOND, BEYOND, BEYOND, BEYOND]);
		expect(table.timesAt(1, Uint32Array.of(3))[0]).toBe(65_534);
		expect(table.timesAt(2, Uint32Array.of(3))[0]).toBe(BEYOND);
	});

	it('computes a row a point on a road that only leads from point to point', async () => {
		const hierarchy = await contractGraph(road(400, 7));
		const points = attachmentsOf([[[0, 0]], [[200, 3]], [[399, 0]]]);
		const layout = sweepLayout(hierarchy, points);
		expect(layout.index.firstRow.at(-1)).toBe(3);
		const times = ManyToMany.create(hierarchy, layout);
		const sources = { attachments: attachmentsOf([[[100, 0]]]) };
		expect(Array.from(times.table({ sources, limit: 65_534 }).timesOf(0))).toEqual([700, 703, 2093]);
	});

	it('refuses limits and weights it cannot hold, with both numbers', async () => {
		const hierarchy = await contractGraph(road(3, 1));
		const times = ManyToMany.create(hierarchy, sweepLayout(hierarchy, 'nodes'));
		const sources = { attachments: attachmentsOf([[[0, 0]]]) };
		expect(() => times.count({ sources, limit: 65_535 })).toThrow(/65535 deciseconds, expected 0 to 65534/);
		expect(() => times.count({ sources, limit: NaN })).toThrow(RangeError);
		const weights = Uint32Array.of(2 ** 31, 2 ** 31, 0);
		expect(() => times.coverageGains({ sources, limit: 10 }, weights)).toThrow(/4294967296/);
	});
});

describe('batches', () => {
	it('shared between two workers are each taken once', () => {
		const counter = new Int32Array(new SharedArrayBuffer(4));
		const [one, two] = [sharedBatches(counter), sharedBatches(counter)];
		expect([one(), two(), two(), one(), two()]).toEqual([0, 1, 2, 3, 4]);
	});
});

describe('an arena', () => {
	it('hands out memory that nobody else has, two arenas of one shared memory included', () => {
		const first = Arena.shared();
		const second = new Arena(first.memory);
		const pieces = [1, 70_000, 64, 200_000, 3, 65_536].flatMap((bytes) =>
			[first, second].map((arena) => ({ from: arena.allocate(bytes), bytes }))
		);
		pieces.sort((a, b) => a.from - b.from);
		pieces.forEach(({ from }, i) => {
			expect(from % 64).toBe(0);
			if (i > 0) expect(from).toBeGreaterThanOrEqual(pieces[i - 1].from + pieces[i - 1].bytes);
		});
		const last = pieces[pieces.length - 1];
		expect(last.from + last.bytes).toBeLessThanOrEqual(first.memory.buffer.byteLength);
	});
});
