import { lerp } from './arithmetic.ts';

/** Smooth pseudo-random field of the plane, in [−1, 1]. */
export type Noise = (x: number, y: number) => number;

/** Value noise on a lattice of `wavelength` metres, interpolated with a quintic. */
export function valueNoise(seed: number, wavelength: number): Noise {
	return (x, y) => {
		const u = x / wavelength;
		const v = y / wavelength;
		const column = Math.floor(u);
		const row = Math.floor(v);
		const s = quintic(u - column);
		const t = quintic(v - row);
		const south = lerp(lattice(seed, column, row), lattice(seed, column + 1, row), s);
		const north = lerp(lattice(seed, column, row + 1), lattice(seed, column + 1, row + 1), s);
		return lerp(south, north, t);
	};
}

/** Sum of `octaves` noises, each of half the wavelength and half the height of the one before. */
export function fractalNoise(seed: number, wavelength: number, octaves: number): Noise {
	const layers = Array.from({ length: octaves }, (_, k) => valueNoise(seed + 101 * k, wavelength / (1 << k)));
	const total = 2 - 1 / (1 << (octaves - 1));
	return (x, y) => layers.reduce((sum, layer, k) => sum + layer(x, y) / (1 << k), 0) / total;
}

function quintic(t: number): number {
	return t * t * t * (t * (t * 6 - 15) + 10);
}

function lattice(seed: number, column: number, row: number): number {
	let h = Math.imul(column, 374761393) ^ Math.imul(row, 668265263) ^ Math.imul(seed, 1442695041);
	h = Math.imul(h ^ (h >>> 13), 1274126177);
	h = Math.imul(h ^ (h >>> 16), 2246822519);
	return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1;
}
