/** A seeded source of chance: the same seed gives the same draws on every machine. */
export interface Random {
	/** In [0, 1). */
	next(): number;
	/** In [low, high). */
	between(low: number, high: number): number;
	/** A whole number in [low, high]. */
	integer(low: number, high: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	/** Mean 0, standard deviation 1, bounded by ±6 (the sum of twelve uniform draws). */
	bell(): number;
	/** A copy in a random order. */
	shuffled<T>(items: readonly T[]): T[];
}

/**
 * sfc32 (Chris Doty-Humphrey's small fast counting generator, PractRand), seeded by an FNV-1a hash of a name: each part
 * of the territory draws from its own stream, so that changing one does not reshuffle the others.
 */
export function createRandom(seed: string): Random {
	let a = fnv1a(seed, 0x811c9dc5);
	let b = fnv1a(seed, 0x01000193);
	let c = fnv1a(seed, 0x9e3779b9);
	let counter = 1;
	const next = () => {
		const t = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + t) | 0;
		return (t >>> 0) / 4294967296;
	};
	for (let i = 0; i < 16; i++) next();
	const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		integer,
		between: (low, high) => low + next() * (high - low),
		chance: (probability) => next() < probability,
		pick: (items) => items[integer(0, items.length - 1)],
		bell: () => {
			let sum = -6;
			for (let i = 0; i < 12; i++) sum += next();
			return sum;
		},
		shuffled: (items) => {
			const copy = [...items];
			for (let i = copy.length - 1; i > 0; i--) {
				const j = integer(0, i);
				[copy[i], copy[j]] = [copy[j], copy[i]];
			}
			return copy;
		}
	};
}

function fnv1a(text: string, start: number): number {
	let hash = start;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash | 0;
}
