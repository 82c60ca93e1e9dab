import { clamp, exponential, smoothstep } from '../tools/arithmetic.ts';
import {
	distance,
	insideRing,
	moved,
	direction,
	projectOnPolyline,
	pointAlong,
	type Point,
	type Polyline
} from '../tools/geometry.ts';
import { sample } from '../ground/grid.ts';
import { HILL_VILLAGES, PLAIN_VILLAGES } from './names-communes.ts';
import { HEIGHT_KM, OUTLINE, SEATS, WIDTH_KM, type Rank, type Seat } from '../plan.ts';
import { createRandom } from '../tools/random.ts';
import type { Landscape } from '../ground/landscape.ts';

export const MEMBER_COMMUNES = 50;
const MARGIN_COMMUNES = 28;
/** Communes beyond the margin, that only give the margin its outer border. */
const OUTER_COMMUNES = 34;
/** How far from the outline the margin's seats stand, metres. */
const MARGIN_FROM = 900;
const MARGIN_TO = 4_700;
/** Grid people of the member communes, all told. */
const MEMBER_PEOPLE = 104_000;
const MARGIN_PEOPLE = 27_000;
const RIVERSIDE = 900;
const BANK = 230;

/** A commune's chef-lieu and the people of the whole commune. */
export interface Settlement extends Seat {
	/** 0 in the plain, 1 in the hills. */
	readonly hilly: number;
}

/** Seats of the communes: members first, then the margin, and the bare points of those beyond. */
export function placeSettlements(land: Landscape): { settlements: Settlement[]; beyond: Point[] } {
	const random = createRandom('settlements');
	const placed: Point[] = SEATS.map((seat) => awayFromRiver(seat.at, land.river));
	const settlements: Settlement[] = SEATS.map((seat, i) => ({
		...seat,
		at: placed[i],
		hilly: hilliness(land, placed[i])
	}));
	const sow = (count: number, accept: (p: Point) => boolean): Point[] => {
		const sown: Point[] = [];
		while (sown.length < count) {
			const p = bestCandidate(land, placed, accept, random.next);
			placed.push(p);
			sown.push(p);
		}
		return sown;
	};
	const members = sow(MEMBER_COMMUNES - SEATS.filter((s) => !s.margin).length, (p) => fromOutline(p) <= -1200);
	const margin = sow(
		MARGIN_COMMUNES - SEATS.filter((s) => s.margin).length,
		(p) => fromOutline(p) >= MARGIN_FROM && fromOutline(p) <= MARGIN_TO
	);
	const beyond = sow(OUTER_COMMUNES, (p) => fromOutline(p) > MARGIN_TO + 900 && fromOutline(p) < MARGIN_TO + 5200);
	const villages = [...members.map((at) => ({ at, margin: false })), ...margin.map((at) => ({ at, margin: true }))];
	settlements.push(...asVillages(villages, land));
	return { settlements, beyond };
}

/** Of some random places, the one that keeps farthest from the seats there are, near water, off slopes and off the river. */
function bestCandidate(
	land: Landscape,
	placed: readonly Point[],
	accept: (p: Point) => boolean,
	next: () => number
): Point {
	let best: Point = [0, 0];
	let bestScore = -Infinity;
	for (let tries = 0; tries < 300;) {
		const p: Point = [next() * WIDTH_KM * 1000, next() * HEIGHT_KM * 1000];
		if (!accept(p)) continue;
		tries++;
		const spacing = Math.min(...placed.map((q, i) => distance(p, q) * (i < SEATS.length ? 0.85 : 1)));
		const toWater = sample(land.toWater, p);
		const pleasant = 1 - 0.18 * smoothstep(0.05, 0.16, sample(land.slope, p)) - 0.1 * smoothstep(500, 1600, toWater);
		const hindered = sample(land.toRiver, p) < 220 || sample(land.toMotorway, p) < 700 ? 0.55 : 1;
		const score = Math.min(spacing, 4600) * pleasant * hindered;
		if (score > bestScore) [best, bestScore] = [p, score];
	}
	return best;
}

/** Villages get their people from chance and from the ground: fewer in the hills and far from the towns. */
function asVillages(places: readonly { at: Point; margin: boolean }[], land: Landscape): Settlement[] {
	const random = createRandom('villages');
	const plainNames = random.shuffled(PLAIN_VILLAGES);
	const hillNames = random.shuffled(HILL_VILLAGES);
	const hillyFirst = places
		.map((place) => ({ ...place, hilly: hilliness(land, place.at) }))
		.sort((a, b) => b.hilly - a.hilly);
	const raw = hillyFirst.map((place, i) => {
		const toTown = Math.min(...SEATS.filter((s) => s.rank === 'town').map((s) => distance(s.at, place.at)));
		const weight =
			clamp(exponential(0.5 * random.bell()) * (1 + 0.9 * exponential(-toTown / 4000)), 0.3, 2.6) *
			(1 - 0.5 * place.hilly);
		const name = i < hillNames.length && place.hilly > 0.3 ? hillNames[i] : '';
		return { ...place, weight, name };
	});
	const left = (margin: boolean) =>
		(margin ? MARGIN_PEOPLE : MEMBER_PEOPLE) - sum(SEATS.filter((s) => s.margin === margin).map((s) => s.people));
	const total = (margin: boolean) => sum(raw.filter((r) => r.margin === margin).map((r) => r.weight));
	return raw.map(({ at, margin, hilly, weight, name }): Settlement => {
		const people = Math.round((left(margin) * weight) / total(margin));
		const rank: Rank = 'village';
		return { name: name || plainNames.pop() || '', at, people, rank, margin, hilly };
	});
}

function sum(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0);
}

function hilliness(land: Landscape, p: Point): number {
	return smoothstep(0.03, 0.11, sample(land.relief, p));
}

/** Metres outside the outline; negative within. */
export function fromOutline(p: Point): number {
	const metres = projectOnPolyline(p, [...OUTLINE, OUTLINE[0]]).metres;
	return insideRing(p, OUTLINE) ? -metres : metres;
}

/** A seat sketched on the river, moved to the bank it is nearest to. */
function awayFromRiver(p: Point, river: Polyline): Point {
	const { metres, along } = projectOnPolyline(p, river);
	if (metres > RIVERSIDE) return p;
	const { point, heading } = pointAlong(river, along);
	const away: Point = metres > 1 ? direction(point, p) : [heading[1], -heading[0]];
	return moved(point, away, BANK);
}
