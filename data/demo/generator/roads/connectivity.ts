import type { Network } from './network.ts';
import { isForCars } from './road-classes.ts';

/** Removes what cars, or failing that walkers, cannot reach from the rest. */
export function keepConnected(net: Network): void {
	const whole = components(net, () => true);
	net.pieces.forEach(({ gone, a }, i) => {
		if (!gone && whole.of[a] !== whole.largest) net.remove(i);
	});
	const drivable = components(net, (piece) => isForCars(net.roadOf(piece).road));
	net.pieces.forEach(({ gone, a }, i) => {
		if (!gone && isForCars(net.roadOf(i).road) && drivable.of[a] !== drivable.largest) net.remove(i);
	});
}

function components(net: Network, follows: (piece: number) => boolean): { of: Int32Array; largest: number } {
	const of = new Int32Array(net.x.length).fill(-1);
	let largest = -1;
	let most = 0;
	for (let start = 0; start < of.length; start++) {
		if (of[start] >= 0 || net.piecesAt[start].length === 0) continue;
		const stack = [start];
		of[start] = start;
		let size = 0;
		for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
			size++;
			for (const piece of net.piecesAt[node]) {
				const next = net.other(piece, node);
				if (of[next] >= 0 || !follows(piece)) continue;
				of[next] = start;
				stack.push(next);
			}
		}
		if (size > most) [largest, most] = [start, size];
	}
	return { of, largest };
}

/** Opens both ways the one-way streets that would trap a car: every place by car is then reached from every other. */
export function openTraps(net: Network): void {
	for (let pass = 0; pass < 12; pass++) {
		const there = reached(net, false);
		const back = reached(net, true);
		let opened = 0;
		net.pieces.forEach(({ a, b, gone }, i) => {
			const road = net.roadOf(i);
			if (gone || !road.oneway || road.roundabout || road.elevated) return;
			if (there[a] && there[b] && back[a] && back[b]) return;
			delete road.oneway;
			opened++;
		});
		if (opened === 0) return;
	}
}

/** Nodes a car reaches from the middle of the network, or comes from. */
function reached(net: Network, backwards: boolean): Uint8Array {
	const seen = new Uint8Array(net.x.length);
	const start = net.pieces.findIndex(
		({ gone }, i) => !gone && net.roadOf(i).road === 'primary' && !net.roadOf(i).oneway
	);
	const stack = [net.pieces[start].a];
	seen[stack[0]] = 1;
	for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
		for (const piece of net.piecesAt[node]) {
			const { oneway, road } = net.roadOf(piece);
			const { a, b } = net.pieces[piece];
			const next = a === node ? b : a;
			if (seen[next] || !isForCars(road) || (oneway && (backwards ? node !== b : node !== a))) continue;
			seen[next] = 1;
			stack.push(next);
		}
	}
	return seen;
}
