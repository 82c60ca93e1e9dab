/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const ROUNDS = Uint32Array.from(firstPrimes(64), (prime) => fraction32(Math.cbrt(prime)));
/** The same of the square roots of the first eight (5.3.3). */
const START = Uint32Array.from(firstPrimes(8), (prime) => fraction32(Math.sqrt(prime)));
const BLOCK = 64;

/**
 * SHA-256 of bytes (FIPS 180-4). The browser has its own only where the site is served over HTTPS: a file must be written on a plain
 * intranet too.
 * @returns 32 bytes
 */
export function sha256(bytes: Uint8Array): Uint8Array {
	const blocks = Math.ceil((bytes.length + 9) / BLOCK);
	const padded = new Uint8Array(blocks * BLOCK);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
	view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
	const state = START.slice();
	const words = new Uint32Array(64);
	for (let at = 0; at < padded.length; at += BLOCK) mixBlock(state, view, at, words);
	const digest = new DataView(new ArrayBuffer(32));
	state.forEach((word, rank) => digest.setUint32(rank * 4, word));
	return new Uint8Array(digest.buffer);
}

function mixBlock(state: Uint32Array, view: DataView, at: number, words: Uint32Array): void {
	for (let t = 0; t < 16; t++) words[t] = view.getUint32(at + t * 4);
	for (let t = 16; t < 64; t++) {
		const [far, near] = [words[t - 15], words[t - 2]];
		const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
		const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
		words[t] = words[t - 16] + low + words[t - 7] + high;
	}
	let [a, b, c, d, e, f, g, h] = state;
	for (let t = 0; t < 64; t++) {
		const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[t] + words[t]) | 0;
		const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, rank) => (state[rank] += word));
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function firstPrimes(count: number): number[] {
	const primes: number[] = [];
	for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
	return primes;
}

function fraction32(value: number): number {
	return Math.floor((value - Math.floor(value)) * 2 ** 32);
}
