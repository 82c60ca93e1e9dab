import { clamp, smoothstep } from '../tools/arithmetic.ts';
import { distance, type Point } from '../tools/geometry.ts';
import { sample } from '../ground/grid.ts';
import type { Landscape } from '../ground/landscape.ts';
import { fractalNoise, type Noise } from '../tools/noise.ts';
import type { Settlement } from './settlements.ts';

/** Metres of radius per square root of a person: some 2,100 people a square kilometre built in a town, 1,500 elsewhere. */
const TOWN_METRES = 12.2;
const VILLAGE_METRES = 14.4;

/** Share of a commune's people who live in its town or village, not in hamlets and farms. */
export function centreShare(settlement: Settlement): number {
	if (settlement.rank === 'town') return 0.94;
	if (settlement.rank === 'market-town') return 0.83;
	return 0.68 - 0.14 * settlement.hilly;
}

/** Radius of a settlement were it round, metres. */
export function builtRadius(settlement: Settlement): number {
	const metres = settlement.rank === 'town' ? TOWN_METRES : VILLAGE_METRES;
	return metres * Math.sqrt(settlement.people * centreShare(settlement));
}

/** How deep inside a settlement a place is: 1 at its seat, 0 at its edge, negative outside. */
export type Depth = (p: Point) => number;

const outline: Noise = fractalNoise(97, 900, 3);
const detail: Noise = fractalNoise(103, 420, 2);
/** No street within this many metres of the river's middle. */
const BANK = 62;

/**
 * The built area: uneven at the edge, drawn out along the roads (`trunks`: points of them), with gaps left to parks and
 * fields, kept off slopes and off the river's bank.
 */
export function depthIn(settlement: Settlement, land: Landscape, trunks: readonly Point[]): Depth {
	const radius = builtRadius(settlement);
	const roads = trunks.filter((p) => distance(p, settlement.at) < radius * 1.8);
	const town = settlement.rank === 'town';
	const pull = town ? 0.4 : settlement.rank === 'market-town' ? 0.65 : 1;
	const gaps = town ? 0.55 : 0.3;
	return (p) => {
		const d = distance(p, settlement.at) / radius;
		if (d > 1.9 || sample(land.toRiver, p) < BANK) return -1;
		const toRoad = Math.min(radius, ...roads.map((q) => distance(p, q))) / radius;
		const uneven = 1 + 0.3 * outline(p[0], p[1]);
		const slope = smoothstep(0.06, 0.16, sample(land.slope, p));
		const gap = smoothstep(0.18, 0.6, detail(p[0], p[1])) * smoothstep(0.25, 0.6, d);
		return 1 + 0.28 * pull - d * uneven - pull * toRoad - 0.35 * slope * clamp(d, 0, 1) - gaps * gap;
	};
}
