import { distance } from '../tools/geometry.ts';
import type { Network, Road } from './network.ts';
import { streetNames } from './names-streets.ts';
import { createRandom, type Random } from '../tools/random.ts';
import type { Settlement } from '../people/settlements.ts';

/** Depth beyond which a town's streets are of its old quarters. */
const OLD_QUARTER = 0.62;

/** How a settlement opens its streets: what kind, which name, one way or both, which speed. */
export function streetOpener(settlement: Settlement): (depth: number, random: Random) => Road {
	const town = settlement.rank === 'town';
	const name = streetNames(createRandom(`names of ${settlement.name}`), settlement.rank !== 'village');
	return (depth, random) => {
		const old = town && depth > OLD_QUARTER;
		if (old && random.chance(0.05)) return { road: 'pedestrian', route: -1, name: name() };
		const calm = random.chance(old ? 0.12 : 0.02);
		const road: Road = { road: calm ? 'living_street' : 'residential', route: -1, name: name() };
		if (town && random.chance(old ? 0.42 : depth > 0.35 ? 0.12 : 0.02)) road.oneway = true;
		if (calm) road.maxspeed = 20;
		else if (old || random.chance(0.15)) road.maxspeed = 30;
		return road;
	};
}

/** Streets of a town that run this far without a break carry its traffic, metres. */
const COLLECTOR = 620;

/** Makes collectors of the long streets of the towns. */
export function raiseCollectors(net: Network, settlements: readonly Settlement[]): void {
	const towns = settlements.filter((s) => s.rank === 'town');
	const metres = new Map<number, number>();
	net.pieces.forEach(({ a, b, gone, road }) => {
		if (!gone) metres.set(road, (metres.get(road) ?? 0) + distance(net.point(a), net.point(b)));
	});
	net.pieces.forEach(({ a, gone, road }) => {
		const street = net.roads[road];
		if (gone || street.road !== 'residential' || (metres.get(road) ?? 0) < COLLECTOR) return;
		if (towns.every((town) => distance(town.at, net.point(a)) > 3000)) return;
		net.roads[road] = { ...street, road: 'tertiary', maxspeed: 50 };
		delete net.roads[road].oneway;
	});
}
