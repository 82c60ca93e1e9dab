import { departureBearings, turnAngle } from '#core/roads/bearings.ts';
import { CLOSED } from '#core/roads/edges.ts';
import type { RoadGraph } from '#core/roads/road-graph.ts';
import { turnDeciseconds, uTurnDeciseconds } from '#core/roads/turn-costs.ts';
import type { Snaps } from '#core/travel/snap.ts';
import { NODE_FLAGS } from '#domain/road-network.ts';
import { edgeBetween } from './fixtures/made-roads.ts';
import { sharedPlace, type Plan, type Street } from './road-plans.ts';

/**
 * The naive way: a journey is known by its last four directed streets, and each rule is checked on that list.
 * Times of whole streets are those of the graph; everything else is worked out here from the plan.
 */
export function naiveTimes(graph: RoadGraph, plan: Plan, from: Snaps, to: Snaps, origin: number): number[] {
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
