import { distance } from '../tools/geometry.ts';
import type { Network } from './network.ts';
import { createRandom } from '../tools/random.ts';
import type { Settlement } from '../people/settlements.ts';
import { builtRadius } from '../people/built-area.ts';

/** Footways that join a dead end to a street close by, in the towns and market towns. */
export function drawFootways(net: Network, settlements: readonly Settlement[]): void {
	const random = createRandom('footways');
	const towns = settlements.filter((s) => s.rank !== 'village');
	const count = net.x.length;
	for (let node = 0; node < count; node++) {
		if (net.piecesAt[node].length !== 1) continue;
		const p = net.point(node);
		if (!towns.some((town) => distance(town.at, p) < builtRadius(town) * 1.3) || !random.chance(0.6)) continue;
		const own = net.pieces[net.piecesAt[node][0]];
		let best = -1;
		let metres = 110;
		for (const q of net.nodesWithin(p, 110)) {
			const d = distance(p, net.point(q));
			if (d < metres && d > 25 && q !== own.a && q !== own.b) [best, metres] = [q, d];
		}
		if (best < 0 || net.firstCrossing(p, net.point(best), [node, best]) !== null) continue;
		net.link(node, best, net.addRoad({ road: 'footway', route: -1 }));
	}
}
