import { MINUTES_PER_QUARTER, QUARTERS_PER_WEEK } from '#domain/question.ts';
import type { PackedOpenings, ReachableSites } from '#core/hours/openings-kernel.ts';

const WORDS = QUARTERS_PER_WEEK / 32;

/** The week of each site as bits, 21 words of 32 a site: one a quarter of an hour, set where the site is open as the quarter begins. */
export function quarterBits({ first, minutes }: PackedOpenings): Uint32Array {
	const siteCount = first.length - 1;
	const bits = new Uint32Array(siteCount * WORDS);
	for (let site = 0; site < siteCount; site++) {
		for (let at = first[site]; at < first[site + 1]; at += 2) {
			const end = Math.ceil(minutes[at + 1] / MINUTES_PER_QUARTER);
			for (let quarter = Math.ceil(minutes[at] / MINUTES_PER_QUARTER); quarter < end; quarter++) {
				bits[site * WORDS + (quarter >> 5)] |= 1 << (quarter & 31);
			}
		}
	}
	return bits;
}

/** How many sites are open as each quarter of an hour begins: 672 values. */
export function sitesByQuarter(siteBits: Uint32Array): Uint16Array {
	const sites = new Uint16Array(QUARTERS_PER_WEEK);
	for (let word = 0; word < siteBits.length; word++) {
		const start = (word % WORDS) * 32;
		for (let left = siteBits[word]; left !== 0; left &= left - 1) sites[start + lowestBit(left)]++;
	}
	return sites;
}

/** People by quarter of an hour before some sites changed. */
export interface KnownQuarters {
	readonly people: Float64Array;
	/** From `quartersChanged`. */
	readonly changed: Uint32Array;
}

/**
 * The quarters of an hour, 21 words of 32, in which who has a site open may no longer be the same.
 * @param before from quarterBits, of the sites as they were; a site of a rank that either does not have is never open there
 * @param sites one byte per site, 1 where it has other hours or another place, or counts when it did not, or does not when it did
 * @param samePlaces whether they all stand where they stood: a site then changes nothing while it is open as it was
 */
export function quartersChanged(
	before: Uint32Array,
	after: Uint32Array,
	sites: Uint8Array,
	samePlaces: boolean
): Uint32Array {
	const changed = new Uint32Array(WORDS);
	sites.forEach((one, site) => {
		for (let word = 0; one === 1 && word < WORDS; word++) {
			const [was, is] = [before[site * WORDS + word] ?? 0, after[site * WORDS + word] ?? 0];
			changed[word] |= samePlaces ? was ^ is : was | is;
		}
	});
	return changed;
}

/**
 * People with a site open within the cutoff (inclusive) as each quarter of an hour of the week begins: 672 values. The people of a
 * quarter are added in the order of the demand points, so that the sum is to the last bit that of `coverageByGroup` at that minute.
 * @param siteBits from quarterBits, of the sites that count
 * @param people one weight per demand point; NaN (not given) counts for nothing
 * @param included one byte per demand point; 0 is left out
 * @param known of the same people before some sites changed: only the quarters that this touches, by whole words, are added up again
 */
export function peopleByQuarter(
	{ demandCount, first, site, toSite }: ReachableSites,
	cutoffSeconds: number,
	siteBits: Uint32Array,
	people: Float64Array,
	included: Uint8Array,
	known: KnownQuarters | null = null
): Float64Array {
	const sum = known === null ? new Float64Array(QUARTERS_PER_WEEK) : known.people.slice();
	const touched = Array.from({ length: WORDS }, (_, word) => word).filter((word) => known?.changed[word] !== 0);
	for (const word of touched) sum.fill(0, word * 32, (word + 1) * 32);
	// Nobody is open at night: a third of the words and more are empty for every site.
	const words = touched.filter((word) => isOpenIn(siteBits, word));
	if (words.length === 0) return sum;
	const union = new Uint32Array(words.length);
	for (let point = 0; point < demandCount; point++) {
		const weight = people[point];
		if (included[point] === 0 || Number.isNaN(weight)) continue;
		union.fill(0);
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			const row = site[entry] * WORDS;
			for (let rank = 0; rank < words.length; rank++) union[rank] |= siteBits[row + words[rank]];
		}
		for (let rank = 0; rank < words.length; rank++) {
			const start = words[rank] * 32;
			for (let left = union[rank]; left !== 0; left &= left - 1) sum[start + lowestBit(left)] += weight;
		}
	}
	return sum;
}

function isOpenIn(siteBits: Uint32Array, word: number): boolean {
	for (let at = word; at < siteBits.length; at += WORDS) if (siteBits[at] !== 0) return true;
	return false;
}

/** Rank of the lowest bit set. */
const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);
