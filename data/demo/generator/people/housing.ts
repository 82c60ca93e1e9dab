import { clamp, exponential } from '../tools/arithmetic.ts';
import { centreShare } from './built-area.ts';
import { between, direction, distance, leftOf, moved, type Point } from '../tools/geometry.ts';
import { gridNode } from '../ground/grid.ts';
import type { Hamlet } from './hamlets.ts';
import type { Network } from '../roads/network.ts';
import { fractalNoise } from '../tools/noise.ts';
import { createRandom, type Random } from '../tools/random.ts';
import { placeAt, type Place } from '../roads/road-tags.ts';
import type { Roadworks } from '../roads/roadworks.ts';
import type { Settlement } from './settlements.ts';

/** Somewhere people live. */
export interface Home {
	readonly at: Point;
	/** Index of the commune among the settlements. */
	readonly commune: number;
	/** People, fractional: a home stands for a stretch of street or for a house. */
	readonly people: number;
	/** 0 in the open country, 1 in the heart of a town. */
	readonly urban: number;
}

const EVERY = 20;
const SETBACK = 17;
const LONE_HOUSES_PER_KM = 2;
/** Houses line the roads out of a village thrice as close, the more so the nearer. */
const RIBBON_REACH = 1100;
/** Blocks of flats: how many in the two main towns, how wide, how dense. */
const ESTATES = [4, 2, 1];
const ESTATE_REACH = 130;
const ESTATE_WEIGHT = 11;

type Weighed = Omit<Home, 'people'> & { weight: number; centre: boolean };

/** Homes along the streets, in hamlets, on farms and by the lanes; each commune's people shared among its own. */
export function settlePeople(
	works: Roadworks,
	settlements: readonly Settlement[],
	hamlets: readonly Hamlet[],
	places: readonly Place[],
	owner: Int32Array
): Home[] {
	const random = createRandom('homes');
	const communeAt = (p: Point) => owner[gridNode(p)];
	const homes: Weighed[] = [
		...alongStreets(works.net, settlements, places, random, communeAt),
		...outside(works, hamlets, places, random, communeAt)
	].filter((home) => home.commune >= 0 && home.commune < settlements.length);
	const totals = settlements.map(() => ({ centre: 0, outside: 0 }));
	for (const { commune, centre, weight } of homes) totals[commune][centre ? 'centre' : 'outside'] += weight;
	return homes.map(({ at, commune, urban, weight, centre }) => {
		const settlement = settlements[commune];
		const share = totals[commune].outside === 0 ? 1 : centreShare(settlement);
		const people = settlement.people * (centre ? share : 1 - share);
		return { at, commune, urban, people: (people * weight) / totals[commune][centre ? 'centre' : 'outside'] };
	});
}

function alongStreets(
	net: Network,
	settlements: readonly Settlement[],
	places: readonly Place[],
	random: Random,
	communeAt: (p: Point) => number
): Weighed[] {
	const patches = fractalNoise(301, 420, 2);
	const estates = placeEstates(settlements, places, random);
	const homes: Weighed[] = [];
	net.pieces.forEach(({ a, b, gone }, i) => {
		const road = net.roadOf(i);
		if (
			gone ||
			road.elevated ||
			road.bare ||
			road.roundabout ||
			['track', 'path', 'footway', 'service'].includes(road.road)
		)
			return;
		const [p, q] = [net.point(a), net.point(b)];
		const place = placeAt(places, between(p, q, 0.5));
		if (place === null) return;
		const { settlement, depth } = place;
		const metres = distance(p, q);
		const side = leftOf(direction(p, q));
		const town = settlement.rank === 'town' ? 2.5 : settlement.rank === 'market-town' ? 1.5 : 0.9;
		for (let walked = random.between(0, EVERY); walked < metres; walked += EVERY) {
			const at = moved(between(p, q, walked / metres), side, random.chance(0.5) ? SETBACK : -SETBACK);
			const deep = clamp(depth(at), 0, 1);
			const patch = 1 + 0.55 * patches(at[0], at[1]);
			const flats = estates.some((estate) => distance(estate, at) < ESTATE_REACH) ? ESTATE_WEIGHT : 1;
			const weight = exponential(town * deep) * patch * flats * random.between(0.5, 1.5);
			homes.push({
				at,
				commune: communeAt(at),
				urban: settlement.rank === 'village' ? 0.2 * deep : 0.3 + 0.7 * deep,
				weight,
				centre: true
			});
		}
	});
	return homes;
}

function placeEstates(settlements: readonly Settlement[], places: readonly Place[], random: Random): Point[] {
	const towns = settlements.filter((s) => s.rank === 'town' && !s.margin).sort((a, b) => b.people - a.people);
	return towns.flatMap((town, i) => {
		const depth = places.find((place) => place.settlement === town)?.depth;
		const found: Point[] = [];
		while (depth && found.length < ESTATES[i]) {
			const p: Point = [town.at[0] + random.between(-1600, 1600), town.at[1] + random.between(-1600, 1600)];
			const deep = depth(p);
			if (deep > 0.25 && deep < 0.6 && found.every((q) => distance(p, q) > 500)) found.push(p);
		}
		return found;
	});
}

function outside(
	works: Roadworks,
	hamlets: readonly Hamlet[],
	places: readonly Place[],
	random: Random,
	communeAt: (p: Point) => number
): Weighed[] {
	const homes: Weighed[] = [];
	const add = (at: Point, weight: number) => {
		if (placeAt(places, at) === null) homes.push({ at, commune: communeAt(at), urban: 0, weight, centre: false });
	};
	for (const hamlet of hamlets) {
		const reach = 40 + 9 * hamlet.houses;
		for (let k = 0; k < hamlet.houses; k++) {
			add(
				[hamlet.at[0] + reach * 0.45 * random.bell(), hamlet.at[1] + reach * 0.45 * random.bell()],
				random.between(0.6, 1.4)
			);
		}
	}
	for (const farm of works.farms) add(farm, random.between(0.8, 1.8));
	const { net } = works;
	net.pieces.forEach(({ a, b, gone }, i) => {
		const { road } = net.roadOf(i);
		if (gone || (road !== 'unclassified' && road !== 'tertiary')) return;
		const [p, q] = [net.point(a), net.point(b)];
		const toSeat = Math.min(...places.map(({ settlement }) => distance(settlement.at, p)));
		const ribbon = 1 + 3 * exponential(-toSeat / RIBBON_REACH);
		if (!random.chance((distance(p, q) / 1000) * LONE_HOUSES_PER_KM * ribbon)) return;
		add(moved(between(p, q, 0.5), leftOf(direction(p, q)), random.chance(0.5) ? 22 : -22), random.between(0.7, 1.3));
	});
	return homes;
}
