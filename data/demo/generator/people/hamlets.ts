import { distance, type Point } from '../tools/geometry.ts';
import { GRID_SIZE, gridPoint, sample } from '../ground/grid.ts';
import type { Landscape } from '../ground/landscape.ts';
import { hamletName } from './names-places.ts';
import { createRandom } from '../tools/random.ts';
import type { Settlement } from './settlements.ts';
import { builtRadius } from './built-area.ts';

const HAMLETS_PER_KM2 = 0.62;
const APART = 520;
const LARGEST = 24;

export interface Hamlet {
	readonly name: string;
	readonly at: Point;
	/** Index of its commune among the settlements. */
	readonly commune: number;
	readonly houses: number;
}

/** Hamlets scattered over the communes, off the villages, the river and the slopes. `owner` is partitionGround's. */
export function scatterHamlets(land: Landscape, settlements: readonly Settlement[], owner: Int32Array): Hamlet[] {
	const random = createRandom('hamlets');
	const ground: number[] = [];
	for (let node = 0; node < GRID_SIZE; node++) if (owner[node] < settlements.length) ground.push(node);
	const wanted = Math.round((ground.length / 100) * HAMLETS_PER_KM2);
	const hamlets: Hamlet[] = [];
	const names = new Map<number, Set<string>>();
	for (let tries = 0; tries < wanted * 12 && hamlets.length < wanted; tries++) {
		const node = random.pick(ground);
		const [x, y] = gridPoint(node);
		const at: Point = [x + random.between(-45, 45), y + random.between(-45, 45)];
		const free =
			settlements.every((s) => distance(s.at, at) > builtRadius(s) * 1.15 + 350) &&
			hamlets.every((h) => distance(h.at, at) > APART) &&
			sample(land.toRiver, at) > 260 &&
			sample(land.toMotorway, at) > 320 &&
			sample(land.slope, at) < 0.13;
		if (!free) continue;
		const commune = owner[node];
		const used = names.get(commune) ?? new Set();
		names.set(commune, used);
		const houses = 2 + Math.floor((LARGEST - 2) * random.next() * random.next() * random.next());
		hamlets.push({ name: hamletName(random, used), at, commune, houses });
	}
	return hamlets;
}
