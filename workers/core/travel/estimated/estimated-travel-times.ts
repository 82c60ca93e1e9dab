import type { Mode, TravelTimes } from '#domain/travel.ts';
import { estimateSeconds, reachableMetres, type EstimatedModel } from './model.ts';
import { chordToMetres, metresToSquaredChord, squaredChord, unitVectors } from './straight-line.ts';

/** Slack on the squared chord of the cap, so that rounding never loses a pair that stands exactly on it. */
const CHORD_SLACK = 1 + 1e-9;

/**
 * Travel times of every demand point to every site within `capSeconds`, by the estimated model: the way back takes as long
 * as the way there, and every point counts as attached (there is no network to be off), save one whose coordinates are
 * not numbers. Degrees, WGS 84. Each row is ordered by seconds, then by site.
 *
 * Every pair's chord is looked at: three differences and a comparison, which for 600 sites is less than a query of a spatial
 * index whose box would hold half of them.
 */
export function estimatedTravelTimes(
	model: EstimatedModel,
	mode: Mode,
	demandLon: Float64Array,
	demandLat: Float64Array,
	siteLon: Float64Array,
	siteLat: Float64Array,
	capSeconds: number
): TravelTimes {
	const demandCount = demandLon.length;
	const siteCount = siteLon.length;
	const demand = unitVectors(demandLon, demandLat);
	const sites = unitVectors(siteLon, siteLat);
	const capMetres = reachableMetres(model, mode, capSeconds);
	const capChord = capMetres === null ? -1 : metresToSquaredChord(capMetres) * CHORD_SLACK;
	const first = new Uint32Array(demandCount + 1);
	const row = new Float64Array(siteCount);
	let site = new Uint32Array(Math.max(16, demandCount));
	let toSite = new Uint32Array(site.length);
	let used = 0;
	for (let i = 0; i < demandCount; i++) {
		const length = fillRow(model, mode, demand, i, sites, capChord, capSeconds, row);
		if (used + length > site.length) {
			site = grown(site, used + length);
			toSite = grown(toSite, used + length);
		}
		for (let k = 0; k < length; k++, used++) {
			const seconds = Math.floor(row[k] / siteCount);
			toSite[used] = seconds;
			site[used] = row[k] - seconds * siteCount;
		}
		first[i + 1] = used;
	}
	return {
		mode,
		origin: 'estimated',
		demandCount,
		siteCount,
		capSeconds,
		first,
		site: site.slice(0, used),
		toSite: toSite.slice(0, used),
		fromSite: toSite.slice(0, used),
		attached: located(demandLon, demandLat),
		siteAttached: located(siteLon, siteLat)
	};
}

/** Writes seconds × siteCount + site for each site within the cap, in rising order; returns how many. */
function fillRow(
	model: EstimatedModel,
	mode: Mode,
	demand: Float64Array,
	point: number,
	sites: Float64Array,
	capChord: number,
	capSeconds: number,
	row: Float64Array
): number {
	let length = 0;
	for (let j = 0; j < row.length; j++) {
		const chord = squaredChord(demand, point, sites, j);
		if (!(chord <= capChord)) continue;
		const seconds = estimateSeconds(model, mode, chordToMetres(chord));
		if (seconds <= capSeconds) row[length++] = seconds * row.length + j;
	}
	row.subarray(0, length).sort();
	return length;
}

function grown(array: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(Math.max(needed, 2 * array.length));
	larger.set(array);
	return larger;
}

function located(lon: Float64Array, lat: Float64Array): Uint8Array {
	return Uint8Array.from(lon, (value, i) => (Number.isFinite(value) && Number.isFinite(lat[i]) ? 1 : 0));
}
