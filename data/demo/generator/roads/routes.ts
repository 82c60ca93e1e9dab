import { distance, type Point } from '../tools/geometry.ts';
import type { RoadClass } from './road-classes.ts';
import type { Rank } from '../plan.ts';
import type { Settlement } from '../people/settlements.ts';

/** Two places a road should link. */
export interface Route {
	readonly from: Point;
	readonly to: Point;
	readonly road: RoadClass;
}

const TOWN_LINKS_KM = 19;
/** A third place within this share of the way from its middle makes a direct road needless (half: the Gabriel graph). */
const NEAR_MIDDLE = 0.46;

/**
 * The routes of the territory, main ones first: towns with one another (primary), the ends
 * of the interchanges' roads and market towns with the two nearest towns
 * or market towns (secondary), towns and market
 * towns with the places around (tertiary), then every pair of places with none between them.
 */
export function planRoutes(
	settlements: readonly Settlement[],
	beyond: readonly Point[],
	interchanges: readonly Point[]
): Route[] {
	const routes: Route[] = [];
	const towns = settlements.filter((s) => s.rank === 'town');
	const larger = settlements.filter((s) => s.rank !== 'village');
	for (let i = 0; i < towns.length; i++) {
		for (let j = i + 1; j < towns.length; j++) {
			if (distance(towns[i].at, towns[j].at) < TOWN_LINKS_KM * 1000) {
				routes.push({ from: towns[i].at, to: towns[j].at, road: 'primary' });
			}
		}
	}
	for (const town of towns) {
		for (const way of outward(town.at, beyond)) routes.push({ from: town.at, to: way, road: 'primary' });
	}
	interchanges.forEach((gate, i) => {
		const opposite = interchanges[i % 2 === 0 ? i + 1 : i - 1];
		const own = larger.filter((s) => distance(s.at, gate) < distance(s.at, opposite));
		own.sort((a, b) => distance(a.at, gate) - distance(b.at, gate));
		routes.push({ from: gate, to: own[0].at, road: 'secondary' });
	});
	for (const place of larger.filter((s) => s.rank === 'market-town')) {
		const near = larger.filter((s) => s !== place).sort((a, b) => distance(a.at, place.at) - distance(b.at, place.at));
		const town = near.find((s) => s.rank === 'town');
		for (const other of new Set([...near.slice(0, 2), ...(town ? [town] : [])])) {
			routes.push({ from: place.at, to: other.at, road: 'secondary' });
		}
	}
	for (const place of larger) {
		const near = settlements
			.filter((s) => s !== place)
			.sort((a, b) => distance(a.at, place.at) - distance(b.at, place.at));
		for (const other of near.slice(0, place.rank === 'town' ? 8 : 5)) {
			routes.push({ from: place.at, to: other.at, road: 'tertiary' });
		}
	}
	return [...routes, ...gabriel(settlements, beyond)];
}

/** Of the places off the map, the one straight away from the territory's other towns. */
function outward(from: Point, beyond: readonly Point[]): Point[] {
	const centre: Point = [25_000, 22_500];
	const ahead = beyond.filter((p) => {
		const along = (p[0] - from[0]) * (from[0] - centre[0]) + (p[1] - from[1]) * (from[1] - centre[1]);
		return along > 0.75 * distance(p, from) * distance(from, centre);
	});
	return ahead.sort((a, b) => distance(a, from) - distance(b, from)).slice(0, 1);
}

function gabriel(settlements: readonly Settlement[], beyond: readonly Point[]): Route[] {
	const places = [
		...settlements.map((s) => ({ at: s.at, rank: s.rank as Rank | 'beyond' })),
		...beyond.map((at) => ({ at, rank: 'beyond' as const }))
	];
	const routes: { route: Route; metres: number }[] = [];
	for (let i = 0; i < places.length; i++) {
		for (let j = i + 1; j < places.length; j++) {
			const [p, q] = [places[i], places[j]];
			if (p.rank === 'beyond' && q.rank === 'beyond') continue;
			const metres = distance(p.at, q.at);
			const middle: Point = [(p.at[0] + q.at[0]) / 2, (p.at[1] + q.at[1]) / 2];
			if (places.some((r) => r !== p && r !== q && distance(r.at, middle) < metres * NEAR_MIDDLE)) continue;
			const villages = [p, q].filter((place) => place.rank === 'village').length;
			const road = villages === 2 && (i + j) % 3 === 0 ? 'unclassified' : 'tertiary';
			routes.push({ route: { from: p.at, to: q.at, road }, metres });
		}
	}
	routes.sort((a, b) => a.metres - b.metres);
	return [
		...routes.filter((r) => r.route.road === 'tertiary'),
		...routes.filter((r) => r.route.road !== 'tertiary')
	].map(({ route }) => route);
}
