import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shapeLandscape } from '../../data/demo/generator/ground/landscape.ts';
import { isForCars } from '../../data/demo/generator/roads/road-classes.ts';
import { makeTerritory, type Demo } from '../../data/demo/generator/territory.ts';
import { crossing, type Polyline } from '../../data/demo/generator/tools/geometry.ts';

const RAW = join(import.meta.dirname, '../../data/demo/raw');
const MINUTES = 60_000;

// Made once: some ten seconds of computing.
let demo: Demo;
beforeAll(() => {
	demo = makeTerritory();
}, 5 * MINUTES);

describe('the generator', () => {
	it('makes again, byte for byte, the files that stand beside it', () => {
		for (const [name, bytes] of demo.files) {
			expect(Buffer.compare(readFileSync(join(RAW, name)), bytes), name).toBe(0);
		}
	});

	it('leaves no car trapped: every road for cars is reached from every other, one ways obeyed', () => {
		const { net } = demo.works;
		const forward = new Map<number, number[]>();
		const backward = new Map<number, number[]>();
		const add = (index: Map<number, number[]>, from: number, to: number) =>
			index.set(from, [...(index.get(from) ?? []), to]);
		const nodes = new Set<number>();
		net.pieces.forEach(({ a, b, gone }, i) => {
			const { road, oneway } = net.roadOf(i);
			if (gone || !isForCars(road)) return;
			nodes.add(a).add(b);
			add(forward, a, b);
			add(backward, b, a);
			if (oneway) return;
			add(forward, b, a);
			add(backward, a, b);
		});
		const main = net.pieces.findIndex(({ gone }, i) => !gone && net.roadOf(i).road === 'primary');
		const start = net.pieces[main].a;
		const there = reached(start, forward);
		const back = reached(start, backward);
		// A motorway runs off the map: its carriageways' ends lead nowhere, as on any extract.
		const trapped = [...nodes].filter((node) => !(there.has(node) && back.has(node)));
		const roads = new Set(trapped.flatMap((node) => net.piecesAt[node].map((piece) => net.roadOf(piece).road)));
		expect([...roads].filter((road) => road !== 'motorway' && road !== 'motorway_link')).toEqual([]);
	});

	it('crosses the river and the motorway on bridges alone', () => {
		const { net } = demo.works;
		const land = shapeLandscape();
		let bridges = 0;
		net.pieces.forEach(({ a, b, bridge, gone }, i) => {
			if (gone) return;
			const lines = net.roadOf(i).elevated ? [land.river] : [land.river, land.motorway];
			if (!lines.some((line) => meets(net.point(a), net.point(b), line))) return;
			expect(bridge, `piece from ${net.point(a).join(' ')}`).toBe(true);
			bridges++;
		});
		expect(bridges).toBeGreaterThan(20);
	});
});

function reached(start: number, arcs: ReadonlyMap<number, readonly number[]>): Set<number> {
	const seen = new Set([start]);
	const stack = [start];
	for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
		for (const next of arcs.get(node) ?? []) {
			if (seen.has(next)) continue;
			seen.add(next);
			stack.push(next);
		}
	}
	return seen;
}

function meets(p: readonly [number, number], q: readonly [number, number], line: Polyline): boolean {
	return line.some((to, i) => {
		if (i === 0) return false;
		const from = line[i - 1];
		if (Math.min(from[0], to[0]) > Math.max(p[0], q[0]) || Math.max(from[0], to[0]) < Math.min(p[0], q[0]))
			return false;
		return crossing(p, q, from, to) !== null;
	});
}
