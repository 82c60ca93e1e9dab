import fc from 'fast-check';
import type { RoadGraph } from '#core/roads/road-graph.ts';
import type { Snaps } from '#core/travel/snap.ts';
import { NODE_FLAGS } from '#domain/road-network.ts';
import { edgeBetween, madeNetwork, type MadeNode } from './fixtures/made-roads.ts';

/** A street between two places of the plan: open both ways, forward or backward. */
export interface Street {
	readonly a: number;
	readonly b: number;
	readonly oneway: 'no' | 'yes' | '-1';
}

export interface Plan {
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
export const plans: fc.Arbitrary<Plan> = fc
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

export function networkOf({ places, streets, restrictions }: Plan, cutEverywhere: boolean) {
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

export function sharedPlace(streets: readonly Street[], m: number, n: number): number {
	return [streets[m].a, streets[m].b].find((place) => [streets[n].a, streets[n].b].includes(place)) ?? -1;
}

/** Points placed on streets by hand, so that the search alone is tested: at a share of each street. */
export function pointsOn(graph: RoadGraph, plan: Plan, share: number): Snaps {
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
