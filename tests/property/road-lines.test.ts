import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines, roundedPosition, simplifyLines } from '#io/roads/road-lines.ts';

const NODES = 12;
/** Lines of at least two nodes, none twice running, as readers yield them. */
const line = fc
	.array(fc.nat(NODES - 1), { minLength: 2, maxLength: 6 })
	.map((nodes) => nodes.filter((node, i) => node !== nodes[i - 1]))
	.filter((nodes) => nodes.length >= 2);
const lines = fc.array(line, { maxLength: 10 });

/** The stretches between two nodes, whatever their direction. */
function stretches(all: readonly ArrayLike<number>[]): string[] {
	return all
		.flatMap((nodes) =>
			Array.from(nodes).flatMap((node, i, list) => (i === 0 ? [] : [[node, list[i - 1]].sort((a, b) => a - b)]))
		)
		.map((pair) => pair.join('-'))
		.sort();
}

describe('lines joined', () => {
	it('hold every stretch of the lines they are made of, once', () => {
		fc.assert(
			fc.property(lines, (all) => {
				expect(stretches(joinLines(all, NODES))).toEqual(stretches(all));
			}),
			{ seed: 2, numRuns: 1000 }
		);
	});

	it('leave no two ends alone at a node, but those of a loop', () => {
		fc.assert(
			fc.property(lines, (all) => {
				const joined = joinLines(all, NODES);
				const ends = joined.flatMap((nodes) => [nodes[0], nodes[nodes.length - 1]]);
				const inner = new Set(joined.flatMap((nodes) => nodes.slice(1, -1)));
				for (const node of new Set(ends)) {
					const own = joined.filter((nodes) => nodes[0] === node && nodes[nodes.length - 1] === node);
					const count = ends.filter((end) => end === node).length;
					// Two ends alone at a node are the two of one loop.
					if (count === 2 && !inner.has(node)) expect(own).toHaveLength(1);
				}
			}),
			{ seed: 3, numRuns: 1000 }
		);
	});

	it('keep their junctions when simplified: what met still meets', () => {
		// Nodes a few metres off a straight line: all but ends and junctions may go.
		const lon = Array.from({ length: NODES }, (_, node) => 2 + node / 1000);
		const lat = Array.from({ length: NODES }, (_, node) => 50 + (node % 3) / 50000);
		fc.assert(
			fc.property(lines, (all) => {
				const simplified = simplifyLines(all, { lon, lat });
				all.forEach((nodes, rank) => {
					const others = new Set(all.filter((_, other) => other !== rank).flat());
					for (const node of [nodes[0], nodes[nodes.length - 1], ...nodes.filter((one) => others.has(one))]) {
						expect(simplified[rank]).toContainEqual(roundedPosition(lon[node], lat[node]));
					}
				});
			}),
			{ seed: 4, numRuns: 500 }
		);
	});
});
