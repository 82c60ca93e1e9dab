import type { AccessPairs } from '#core/access/pairs.ts';
import { pairsFromCandidates } from '#core/siting/candidate-pairs.ts';

/** A square of inhabited 200 m cells, denser towards towns, candidates among them; straight seconds at 40 km/h, up to `mostSeconds`. */
export interface MadeTerritory {
	readonly pairs: AccessPairs;
	readonly people: Float64Array;
	/** Candidates that stand for the libraries of today, far from each other. */
	readonly today: readonly number[];
}

const METRES_PER_SECOND = 40 / 3.6;

export function madeTerritory(cells: number, candidates: number, sites: number, mostSeconds: number): MadeTerritory {
	const random = generator(20_261_121);
	const sideMetres = Math.sqrt(cells) * 280;
	const x = Float64Array.from({ length: cells }, () => random() * sideMetres);
	const y = Float64Array.from({ length: cells }, () => random() * sideMetres);
	const towns = Array.from({ length: 12 }, () => ({ x: random() * sideMetres, y: random() * sideMetres }));
	const people = Float64Array.from(x, (_, cell) => {
		const near = Math.min(...towns.map((town) => Math.hypot(town.x - x[cell], town.y - y[cell])));
		return Math.round(5 + 300 * Math.exp(-near / 2500) * random());
	});
	const first = new Uint32Array(candidates + 1);
	const point: number[] = [];
	const cost: number[] = [];
	const every = cells / candidates;
	for (let candidate = 0; candidate < candidates; candidate++) {
		const place = Math.floor(candidate * every);
		for (let cell = 0; cell < cells; cell++) {
			const seconds = Math.round((60 + Math.hypot(x[cell] - x[place], y[cell] - y[place]) * 1.3) / METRES_PER_SECOND);
			if (seconds > mostSeconds) continue;
			point.push(cell);
			cost.push(seconds);
		}
		first[candidate + 1] = point.length;
	}
	const rows = { demandCount: cells, candidateCount: candidates, first };
	return {
		pairs: pairsFromCandidates({ ...rows, point: Uint32Array.from(point), cost: Float64Array.from(cost) }),
		people,
		today: Array.from({ length: sites }, (_, site) => Math.floor((site * candidates) / sites))
	};
}

/** Mulberry32: the same territory on every run. */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
