import { direction, distance, type Point } from '../tools/geometry.ts';
import type { Network } from './network.ts';
import { createRandom } from '../tools/random.ts';
import { isForCars, roadRank } from './road-classes.ts';
import { makeRoundabout } from './roundabouts.ts';
import type { Settlement } from '../people/settlements.ts';

const TERMINAL_RADIUS = 24;
const ROUNDABOUT_RADIUS = 17;
const ROUNDABOUTS_APART = 420;
const RESTRICTIONS = 24;

const TERTIARY = roadRank('tertiary');
const SECONDARY = roadRank('secondary');

/** Roundabouts at the interchanges and at many junctions of main roads. */
export function drawRoundabouts(net: Network, terminals: readonly number[]): void {
	const random = createRandom('roundabouts');
	const made: Point[] = [];
	for (const node of terminals) if (makeRoundabout(net, node, TERMINAL_RADIUS)) made.push(net.point(node));
	const count = net.x.length;
	for (let node = 0; node < count; node++) {
		const ranks = net.piecesAt[node].map((piece) => roadRank(net.roadOf(piece).road));
		const main = ranks.filter((rank) => rank <= SECONDARY).length;
		const side = ranks.filter((rank) => rank <= TERTIARY).length;
		if (main < 2 || side < 3 || ranks.length < 3) continue;
		if (net.piecesAt[node].some((piece) => net.roadOf(piece).name === 'Boulevard des Remparts')) continue;
		const p = net.point(node);
		if (made.some((q) => distance(p, q) < ROUNDABOUTS_APART) || !random.chance(0.75)) continue;
		if (makeRoundabout(net, node, ROUNDABOUT_RADIUS)) made.push(p);
	}
}

/** Nodes with traffic lights: busy junctions near the middle of the towns. */
export function placeSignals(net: Network, settlements: readonly Settlement[]): Set<number> {
	const random = createRandom('signals');
	const signals = new Set<number>();
	for (const town of settlements.filter((s) => s.rank === 'town')) {
		const wanted = Math.round(town.people / 1300);
		const busy = net.nodesWithin(town.at, 1400).filter((node) => {
			const ranks = net.piecesAt[node].map((piece) => net.roadOf(piece));
			const main = ranks.filter((road) => roadRank(road.road) <= TERTIARY && !road.roundabout).length;
			return ranks.length >= 3 && main >= 2 && ranks.every((road) => !road.roundabout && isForCars(road.road));
		});
		const placed: Point[] = [];
		for (const node of random.shuffled(busy)) {
			if (placed.length >= wanted) break;
			if (placed.some((p) => distance(p, net.point(node)) < 160)) continue;
			placed.push(net.point(node));
			signals.add(node);
		}
	}
	return signals;
}

/** A turn that is forbidden at a node, or the only one allowed. */
export interface TurnRule {
	readonly from: number;
	readonly via: number;
	readonly to: number;
	readonly rule: 'no_left_turn' | 'no_right_turn' | 'only_straight_on';
}

/** Turn rules at some of the signals: a left turn forbidden out of, or into, a side street. `from`, `to` are pieces. */
export function placeTurnRules(net: Network, signals: ReadonlySet<number>): TurnRule[] {
	const random = createRandom('turns');
	const rules: TurnRule[] = [];
	for (const via of random.shuffled([...signals])) {
		if (rules.length >= RESTRICTIONS || net.piecesAt[via].length < 3) continue;
		const from = net.piecesAt[via].find((piece) => enters(net, piece, via));
		if (from === undefined) continue;
		const heading = direction(net.point(net.other(from, via)), net.point(via));
		const exits = net.piecesAt[via].filter((piece) => piece !== from && leaves(net, piece, via));
		const turn = (piece: number) => {
			const out = direction(net.point(via), net.point(net.other(piece, via)));
			return { left: heading[0] * out[1] - heading[1] * out[0], ahead: heading[0] * out[0] + heading[1] * out[1] };
		};
		const left = exits.find((piece) => turn(piece).left > 0.6);
		const straight = exits.find((piece) => turn(piece).ahead > 0.8);
		if (straight !== undefined && random.chance(0.25))
			rules.push({ from, via, to: straight, rule: 'only_straight_on' });
		else if (left !== undefined) rules.push({ from, via, to: left, rule: 'no_left_turn' });
	}
	return rules;
}

function enters(net: Network, piece: number, node: number): boolean {
	return !net.roadOf(piece).oneway || net.pieces[piece].b === node;
}

function leaves(net: Network, piece: number, node: number): boolean {
	return !net.roadOf(piece).oneway || net.pieces[piece].a === node;
}
