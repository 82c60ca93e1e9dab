import { MODES, type Mode, type TravelTimes } from '#domain/travel.ts';

/**
 * times/MODE.bin, the travel times by road of a territory's own sites, within 30 minutes: a header of 12 words, then the arrays of
 * TravelTimes read where they lie, 32-bit ones first. Little-endian, as every machine with a browser.
 *
 * Word: 0 magic "MAIT", 1 version, 2 checksum of all other words, 3 and 4 fingerprint of what the times were computed from, 5 mode,
 * 6 cap in seconds, 7 demand points, 8 sites, 9 entries; the rest is zero. The version changes with the methods too: times of an
 * earlier method are not taken for today's.
 */
const MAGIC = 0x5449_414d;
const VERSION = 1;
const HEADER_WORDS = 12;
const CHECKSUM_WORD = 2;

/** What travel times by road depend on, the methods apart. */
export interface TravelTimesBasis {
	/** Degrees, WGS 84. */
	readonly demandLon: Float64Array;
	readonly demandLat: Float64Array;
	readonly siteLon: Float64Array;
	readonly siteLat: Float64Array;
	readonly snapMetres: number;
	/** Of the road graph. */
	readonly graphChecksum: number;
}

/** Two words that two different bases have in common by chance alone. */
export type Fingerprint = readonly [number, number];

/** The fingerprint of what travel times are computed from. */
export function fingerprintOf(basis: TravelTimesBasis): Fingerprint {
	const { demandLon, demandLat, siteLon, siteLat, snapMetres, graphChecksum } = basis;
	const counts = Float64Array.of(demandLon.length, siteLon.length, snapMetres, graphChecksum);
	const parts = [counts, demandLon, demandLat, siteLon, siteLat].map(({ buffer, byteOffset, length }) => {
		return new Uint32Array(buffer, byteOffset, 2 * length);
	});
	const hashed = (seed: number) => parts.reduce((hash, words) => mixed(words, hash), seed);
	return [hashed(0x811c_9dc5), hashed(0x2545_f491)];
}

/** Austin Appleby's MurmurHash3 for 32 bits, without its last step: every bit of a word moves many of the hash. */
function mixed(words: Uint32Array, seed: number): number {
	let hash = seed;
	for (const word of words) {
		const scrambled = Math.imul(rotated(Math.imul(word, 0xcc9e_2d51), 15), 0x1b87_3593);
		hash = (Math.imul(rotated(hash ^ scrambled, 13), 5) + 0xe654_6b64) | 0;
	}
	return hash >>> 0;
}

function rotated(word: number, bits: number): number {
	return (word << bits) | (word >>> (32 - bits));
}

interface Counts {
	readonly demandCount: number;
	readonly siteCount: number;
	readonly entryCount: number;
}

function layOut(buffer: ArrayBuffer, { demandCount, siteCount, entryCount }: Counts) {
	let byte = HEADER_WORDS * 4;
	const words = (length: number) => {
		const view = new Uint32Array(buffer, byte, length);
		byte += length * 4;
		return view;
	};
	const flags = (length: number) => {
		const view = new Uint8Array(buffer, byte, length);
		byte += length;
		return view;
	};
	return {
		first: words(demandCount + 1),
		site: words(entryCount),
		toSite: words(entryCount),
		fromSite: words(entryCount),
		attached: flags(demandCount),
		siteAttached: flags(siteCount)
	};
}

/** Bytes of a file with these counts, a whole number of words. */
function fileBytes({ demandCount, siteCount, entryCount }: Counts): number {
	return 4 * (HEADER_WORDS + demandCount + 1 + 3 * entryCount + Math.ceil((demandCount + siteCount) / 4));
}

/** Travel times by road as bytes to keep. */
export function writeTimesBin(times: TravelTimes, fingerprint: Fingerprint): Uint8Array {
	const { mode, capSeconds, demandCount, siteCount, site } = times;
	const counts = { demandCount, siteCount, entryCount: site.length };
	const buffer = new ArrayBuffer(fileBytes(counts));
	for (const [name, view] of Object.entries(layOut(buffer, counts))) {
		view.set(times[name as keyof ReturnType<typeof layOut>]);
	}
	const words = new Uint32Array(buffer);
	words.set([MAGIC, VERSION, 0, ...fingerprint, MODES.indexOf(mode), capSeconds, demandCount, siteCount, site.length]);
	words[CHECKSUM_WORD] = checksum(words);
	return new Uint8Array(buffer);
}

/**
 * The travel times in a buffer made by `writeTimesBin`; their arrays are views of the buffer, nothing is copied.
 * @returns null where the buffer holds anything else than sound times of this mode in this version, or times of another basis
 * than the fingerprint's: they are then to be computed again
 */
export function readTimesBin(buffer: ArrayBuffer, mode: Mode, fingerprint: Fingerprint): TravelTimes | null {
	if (buffer.byteLength % 4 !== 0 || buffer.byteLength < HEADER_WORDS * 4) return null;
	const words = new Uint32Array(buffer);
	if (words[0] !== MAGIC || words[1] !== VERSION || MODES[words[5]] !== mode) return null;
	if (words[3] !== fingerprint[0] || words[4] !== fingerprint[1]) return null;
	const [capSeconds, demandCount, siteCount, entryCount] = words.subarray(6);
	const counts = { demandCount, siteCount, entryCount };
	if (buffer.byteLength !== fileBytes(counts) || words[CHECKSUM_WORD] !== checksum(words)) return null;
	const times = { mode, origin: 'roads' as const, demandCount, siteCount, capSeconds, ...layOut(buffer, counts) };
	return isSound(times) ? times : null;
}

/** Whether every row and site is within its array. */
function isSound({ first, site, demandCount, siteCount }: TravelTimes): boolean {
	if (first[0] !== 0 || first[demandCount] !== site.length) return false;
	for (let point = 0; point < demandCount; point++) if (first[point] > first[point + 1]) return false;
	return site.every((rank) => rank < siteCount);
}

function checksum(words: Uint32Array): number {
	return mixed(words.subarray(CHECKSUM_WORD + 1), mixed(words.subarray(0, CHECKSUM_WORD), MAGIC));
}
