import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departureBearings, turnAngle } from '#core/roads/bearings.ts';
import { CLOSED } from '#core/roads/edges.ts';
import { buildRoadGraph, type RoadGraph } from '#core/roads/road-graph.ts';
import { turnDeciseconds, uTurnDeciseconds } from '#core/roads/turn-costs.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints, UNATTACHED, type Snaps } from '#core/travel/snap.ts';
import { NODE_FLAGS } from '#domain/road-network.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees, edgeBetween, madeNetwork, type MadeNode } from '../fixtures/made-roads.ts';

/** A street between two places of the plan: open both ways, forward or backward. */
interface Street {
	readonly a: number;
	readonly b: number;
	readonly oneway: 'no' | 'yes' | '-1';
}

interface Plan {
	readonly places: readonly MadeNode[];
	readonly streets: readonly Street[];
	readonly restrictions: readonly { ways: readonly number[]; kind: 'no' | 'only' }[];
}

const PLACES = 8;
/** Places far enough apart for the direction of a street to show, and no three of them in a row. */
const places: fc.Arbitrary<MadeNode[]> = fc
	.tuple(
		fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: PLACES, maxLength: PLACES }),
		fc.array(fc.constantFrom(0, 0, 0, NODE_FLAGS.trafficSignals), { minLength: PLACES, maxLength: PLACES })
	)
	.map(([cells, flags]) =>
		cells.map((cell, i) => ({
			east: (cell % 9) * 45 + ((cell * 7919) % 83) / 4,
			north: Math.floor(cell / 9) * 45 + ((cell * 104729) % 89) / 4,
			flags: flags[i]
		}))
	);
const pairs = Array.from({ length: PLACES * PLACES }, (_, i) => ({ a: i % PLACES, b: Math.floor(i / PLACES) })).filter(
	({ a, b }) => a < b
);

/** Random walks over the streets become restrictions: through a place, or through one or two streets. */
const plans: fc.Arbitrary<Plan> = fc
	.record({
		places,
		streets: fc
			.subarray(pairs, { minLength: 6, maxLength: 16 })
			.chain((chosen) =>
				fc.tuple(
					...chosen.map((pair) =>
						fc.constantFrom<Street['oneway']>('no', 'no', 'yes', '-1').map((oneway) => ({ ...pair, oneway }))
					)
				)
			),
		walks: fc.array(
			fc.record({
				turns: fc.array(fc.nat(100), { minLength: 2, maxLength: 4 }),
				kind: fc.constantFrom<'no' | 'only'>('no', 'no', 'only')
			}),
			{ maxLength: 5 }
		)
	})
	.map(({ places, streets, walks }) => ({
		places,
		streets,
		restrictions: walks.flatMap(({ turns, kind }) => {
			const ways = walkOver(streets, turns);
			return ways === null ? [] : [{ ways, kind }];
		})
	}));

/** Streets along a random walk without turning back; null where it ends too soon or comes twice to a street. */
function walkOver(streets: readonly Street[], turns: readonly number[]): number[] | null {
	const ways = [turns[0] % streets.length];
	let at = streets[ways[0]].b;
	for (const turn of turns.slice(1)) {
		const next = [...streets.keys()].filter(
			(way) => !ways.includes(way) && [streets[way].a, streets[way].b].includes(at)
		);
		if (next.length === 0) return null;
		const way = next[turn % next.length];
		at = streets[way].a === at ? streets[way].b : streets[way].a;
		ways.push(way);
	}
	return ways;
}

function networkOf({ places, streets, restrictions }: Plan, cutEverywhere: boolean) {
	const nodes: Record<string, MadeNode> = Object.fromEntries(places.map((place, i) => [`p${i}`, place]));
	const ways = streets.map(({ a, b, oneway }) => ({
		nodes: [`p${a}`, `p${b}`],
		tags: { highway: 'residential', oneway }
	}));
	const bound = restrictions.map(({ ways: path, kind }) => ({
		kind,
		fromWay: path[0],
		toWay: path[path.length - 1],
		viaWays: path.slice(1, -1),
		...(path.length === 2 ? { viaNode: `p${sharedPlace(streets, path[0], path[1])}` } : {})
	}));
	// A restriction between streets that do not meet there binds nothing, but keeps a junction at the place.
	const cuts = cutEverywhere
		? places.flatMap((_, place) => {
				const far = streets.findIndex(({ a, b }) => a !== place && b !== place);
				return far === -1 ? [] : [{ fromWay: far, toWay: far, viaNode: `p${place}` }];
			})
		: [];
	return madeNetwork(nodes, ways, [...bound, ...cuts]);
}

function sharedPlace(streets: readonly Street[], m: number, n: number): number {
	return [streets[m].a, streets[m].b].find((place) => [streets[n].a, streets[n].b].includes(place)) ?? -1;
}

/** Points placed on streets by hand, so that the search alone is tested: at a share of each street. */
function pointsOn(graph: RoadGraph, plan: Plan, share: number): Snaps {
	const edges = plan.streets.map(({ a, b }) => edgeBetween(graph, plan.places[a], plan.places[b]));
	const filled = (value: number) => new Float64Array(edges.length).fill(value);
	return {
		count: edges.length,
		edge: Uint32Array.from(edges),
		share: filled(share),
		metres: filled(0),
		lon: filled(0),
		lat: filled(0)
	};
}

/**
 * The naive way: a journey is known by its last four directed streets, and each rule is checked on that list.
 * Times of whole streets are those of the graph; everything else is worked out here from the plan.
 */
function naiveTimes(graph: RoadGraph, plan: Plan, from: Snaps, to: Snaps, origin: number): number[] {
	const bearings = departureBearings(graph.edges);
	const whole = (d: number) => graph.edges.moving[d] + graph.edges.fixed[d >> 1];
	const streetEdge = plan.streets.map(({ a, b }) => edgeBetween(graph, plan.places[a], plan.places[b]));
	const streetOf = new Map(streetEdge.map((edge, street) => [edge, street]));
	const places = new Map<number, [number, number]>();
	for (const [edge, street] of streetOf) places.set(edge, endsOf(graph, plan, edge, plan.streets[street]));
	const headOf = (d: number) => (places.get(d >> 1) as [number, number])[(d & 1) === 0 ? 1 : 0];
	const all = streetEdge.flatMap((edge) => [2 * edge, 2 * edge + 1]);
	const open = all.filter((d) => graph.edges.moving[d] !== CLOSED);
	const exitsAt = (place: number) => open.filter((d) => headOf(d ^ 1) === place);
	const roadsAt = (place: number) => all.filter((d) => headOf(d ^ 1) === place).length;

	const isDriven = (history: readonly number[], ways: readonly number[], length: number) =>
		length <= history.length &&
		history
			.slice(-length)
			.every(
				(d, i) => streetOf.get(d >> 1) === ways[i] && headOf(d) === sharedPlace(plan.streets, ways[i], ways[i + 1])
			);
	const bound = plan.restrictions.filter(({ ways }) => isDrivable(ways, plan.streets, streetOf, open, headOf));
	const leads = (place: number, next: number, way: number) =>
		streetOf.get(next >> 1) === way && headOf(next ^ 1) === place;
	const isAllowed = (history: readonly number[], next: number) => {
		const place = headOf(history[history.length - 1]);
		// Several mandatory ways after the same streets: any of them.
		const mandatory = new Map<string, number[]>();
		for (const { ways, kind } of bound) {
			if (kind === 'no') {
				const last = ways[ways.length - 1];
				if (isDriven(history, ways, ways.length - 1) && leads(place, next, last)) return false;
				continue;
			}
			for (let length = 1; length < ways.length; length++) {
				if (!isDriven(history, ways, length)) continue;
				const driven = ways.slice(0, length).join(' ');
				mandatory.set(driven, [...(mandatory.get(driven) ?? []), ways[length]]);
			}
		}
		return [...mandatory.values()].every((ways) => ways.some((way) => leads(place, next, way)));
	};

	const steps = (history: readonly number[]): { next: number; cost: number }[] => {
		const last = history[history.length - 1];
		const place = headOf(last);
		const signal = (plan.places[place].flags ?? 0) & NODE_FLAGS.trafficSignals ? 20 : 0;
		const exits = exitsAt(place).filter((next) => isAllowed(history, next));
		const onward = exits.filter((next) => next !== (last ^ 1));
		const isDeadEnd = onward.length === 0;
		const incoming = open.filter((d) => headOf(d) === place).length;
		return exits
			.filter((next) => next !== (last ^ 1) || isDeadEnd || incoming <= 1)
			.map((next) => {
				const angle = turnAngle(bearings[last ^ 1], bearings[next]);
				const turn = next === (last ^ 1) ? uTurnDeciseconds() : roadsAt(place) > 2 ? turnDeciseconds(angle) : 0;
				return { next, cost: signal + turn };
			});
	};

	// Dijkstra over histories.
	const times = new Map<string, number>();
	const queue: { history: number[]; time: number }[] = [];
	const offer = (history: number[], time: number) => {
		const key = history.join(' ');
		if ((times.get(key) ?? Infinity) <= time) return;
		times.set(key, time);
		queue.push({ history, time });
	};
	const before = (snaps: Snaps, point: number, d: number) =>
		Math.round(((d & 1) === 0 ? snaps.share[point] : 1 - snaps.share[point]) * whole(d));
	const best = new Array<number>(to.count).fill(Infinity);
	for (const d of [2 * from.edge[origin], 2 * from.edge[origin] + 1]) {
		if (graph.edges.moving[d] === CLOSED) continue;
		offer([d], whole(d) - before(from, origin, d));
		for (let point = 0; point < to.count; point++) {
			const ahead = before(to, point, d) - before(from, origin, d);
			if (to.edge[point] === d >> 1 && ahead >= 0) best[point] = Math.min(best[point], ahead);
		}
	}
	while (queue.length > 0) {
		queue.sort((m, n) => n.time - m.time);
		const { history, time } = queue.pop() as (typeof queue)[number];
		if (time > (times.get(history.join(' ')) as number)) continue;
		for (const { next, cost } of steps(history)) {
			for (let point = 0; point < to.count; point++) {
				if (to.edge[point] !== next >> 1) continue;
				best[point] = Math.min(best[point], time + cost + before(to, point, next));
			}
			offer([...history, next].slice(-4), time + cost + whole(next));
		}
	}
	return best;
}

/** Places at the tail and head of an edge, which may run against its street. */
function endsOf(graph: RoadGraph, plan: Plan, edge: number, { a, b }: Street): [number, number] {
	const start = graph.edges.vertexLon[graph.edges.firstVertex[edge]];
	const end = graph.edges.vertexLon[graph.edges.firstVertex[edge + 1] - 1];
	const eastward = end > start;
	return plan.places[b].east > plan.places[a].east === eastward ? [a, b] : [b, a];
}

/** A restriction whose streets cannot be driven in that order binds nothing. */
function isDrivable(
	ways: readonly number[],
	streets: readonly Street[],
	streetOf: ReadonlyMap<number, number>,
	open: readonly number[],
	headOf: (d: number) => number
): boolean {
	return ways.every((way, i) => {
		const ahead = i + 1 < ways.length ? sharedPlace(streets, way, ways[i + 1]) : null;
		const behind = i > 0 ? sharedPlace(streets, ways[i - 1], way) : null;
		return open.some(
			(d) =>
				streetOf.get(d >> 1) === way &&
				(ahead === null || headOf(d) === ahead) &&
				(behind === null || headOf(d ^ 1) === behind)
		);
	});
}

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
