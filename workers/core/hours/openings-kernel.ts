import type { TravelTimes } from '#domain/travel.ts';
import { MINUTES_PER_WEEK } from '#domain/units.ts';
import { openAt } from './intervals.ts';

/** The weeks of all sites side by side. */
export interface PackedOpenings {
	/** sites + 1 offsets into `minutes`. */
	readonly first: Uint32Array;
	/** Pairs [start, end) in minutes of the week, sorted and disjoint within a site. */
	readonly minutes: Uint16Array;
}

/** The part of `TravelTimes` that says which sites a demand point reaches, nearest first. */
export type ReachableSites = Pick<TravelTimes, 'demandCount' | 'siteCount' | 'first' | 'site' | 'toSite'>;

/** Packs the weeks of sites (`CompiledWeek.intervals`), in the order of the sites. */
export function packOpenings(weeks: readonly Uint16Array[]): PackedOpenings {
	const first = new Uint32Array(weeks.length + 1);
	weeks.forEach((week, site) => (first[site + 1] = first[site] + week.length));
	const minutes = new Uint16Array(first[weeks.length]);
	weeks.forEach((week, site) => minutes.set(week, first[site]));
	return { first, minutes };
}

/**
 * The week cut where some site opens or closes, the pieces where nobody is open left out. A site is then a row of bits,
 * a bit a piece, and a union of openings is an OR: exact to the minute, with tens of words where minutes need 315.
 */
interface WeekPieces {
	/** Words of 32 bits a site. */
	readonly words: number;
	/** siteCount × words. */
	readonly bits: Uint32Array;
	/** Minutes of each value of each byte: words × 4 × 256. */
	readonly minutesOfByte: Uint16Array;
}

function pieceMinutes({ minutes }: PackedOpenings): { pieceAt: Int32Array; lengths: number[] } {
	const opened = new Int32Array(MINUTES_PER_WEEK + 1);
	const cut = new Uint8Array(MINUTES_PER_WEEK + 1);
	for (let at = 0; at < minutes.length; at += 2) {
		const [start, end] = [minutes[at], minutes[at + 1]];
		cut[start] = 1;
		cut[end] = 1;
		opened[start]++;
		opened[end]--;
	}
	// For each cut, the rank of the first piece that begins there or later.
	const pieceAt = new Int32Array(MINUTES_PER_WEEK + 1);
	const lengths: number[] = [];
	let openSites = 0;
	for (let minute = 0; minute <= MINUTES_PER_WEEK; minute++) {
		openSites += opened[minute];
		if (cut[minute] === 1) {
			pieceAt[minute] = lengths.length;
			if (openSites > 0) lengths.push(0);
		}
		if (openSites > 0) lengths[lengths.length - 1]++;
	}
	return { pieceAt, lengths };
}

function byteTable(lengths: readonly number[], words: number): Uint16Array {
	const table = new Uint16Array(words * 4 * 256);
	for (let byte = 0; byte < words * 4; byte++) {
		for (let value = 1; value < 256; value++) {
			const lowest = 31 - Math.clz32(value & -value);
			// Beyond the last piece there are spare bits, never set.
			const piece = lengths[byte * 8 + lowest] ?? 0;
			table[byte * 256 + value] = table[byte * 256 + (value & (value - 1))] + piece;
		}
	}
	return table;
}

function piecesOf(openings: PackedOpenings): WeekPieces {
	const { pieceAt, lengths } = pieceMinutes(openings);
	const words = Math.ceil(lengths.length / 32);
	const siteCount = openings.first.length - 1;
	const bits = new Uint32Array(siteCount * words);
	for (let site = 0; site < siteCount; site++) {
		for (let at = openings.first[site]; at < openings.first[site + 1]; at += 2) {
			const end = pieceAt[openings.minutes[at + 1]];
			for (let piece = pieceAt[openings.minutes[at]]; piece < end; piece++) {
				const word = site * words + (piece >> 5);
				bits[word] |= 1 << (piece & 31);
			}
		}
	}
	return { words, bits, minutesOfByte: byteTable(lengths, words) };
}

/** Throws `RangeError` when openings and travel times are not of the same sites. */
export function checkSites(reach: ReachableSites, openings: PackedOpenings): void {
	const packed = openings.first.length - 1;
	if (packed !== reach.siteCount) {
		throw new RangeError(
			`Openings of ${packed} sites, expected those of the ${reach.siteCount} sites of the travel times`
		);
	}
}

/**
 * Minutes of the week during which at least one of the sites within the cutoff (inclusive) of a demand point is open: the
 * measure of the union of their openings, exact to the minute. One value a demand point, 0 where none is in reach; those
 * that hang on no road (`attached`) are the caller's to leave out. A site not counted has an empty week.
 * Throws `RangeError` when the openings are not those of the sites of the travel times.
 */
export function unionOfOpenings(reach: ReachableSites, cutoffSeconds: number, openings: PackedOpenings): Uint32Array {
	checkSites(reach, openings);
	const { demandCount, first, site, toSite } = reach;
	const { words, bits, minutesOfByte } = piecesOf(openings);
	const union = new Uint32Array(words);
	const unionMinutes = new Uint32Array(demandCount);
	for (let demand = 0; demand < demandCount; demand++) {
		union.fill(0);
		for (let entry = first[demand]; entry < first[demand + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			const row = site[entry] * words;
			for (let word = 0; word < words; word++) union[word] |= bits[row + word];
		}
		let minutes = 0;
		for (let word = 0; word < words; word++) {
			const value = union[word];
			const table = word * 1024;
			minutes +=
				minutesOfByte[table + (value & 255)] +
				minutesOfByte[table + 256 + ((value >>> 8) & 255)] +
				minutesOfByte[table + 512 + ((value >>> 16) & 255)] +
				minutesOfByte[table + 768 + (value >>> 24)];
		}
		unionMinutes[demand] = minutes;
	}
	return unionMinutes;
}

/** For each site 1 where it is open at a minute of the week, else 0. */
export function sitesOpenAt(openings: PackedOpenings, minuteOfWeek: number): Uint8Array {
	const open = new Uint8Array(openings.first.length - 1);
	for (let site = 0; site < open.length; site++) {
		const week = openings.minutes.subarray(openings.first[site], openings.first[site + 1]);
		open[site] = openAt(week, minuteOfWeek) ? 1 : 0;
	}
	return open;
}

/**
 * How many sites within the cutoff (inclusive) of each demand point are open at a minute of the week. Throws
 * `RangeError` as `unionOfOpenings`.
 */
export function openSitesAt(
	reach: ReachableSites,
	cutoffSeconds: number,
	openings: PackedOpenings,
	minuteOfWeek: number
): Uint32Array {
	checkSites(reach, openings);
	const { demandCount, first, site, toSite } = reach;
	const open = sitesOpenAt(openings, minuteOfWeek);
	const count = new Uint32Array(demandCount);
	for (let demand = 0; demand < demandCount; demand++) {
		for (let entry = first[demand]; entry < first[demand + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			count[demand] += open[site[entry]];
		}
	}
	return count;
}
