import type { SectorCure, UnusedMoment } from '#domain/sector.ts';
import { MINUTES_PER_WEEK } from '#domain/units.ts';
import type { RoundTrips } from '#core/hours/growing-union.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { packOpenings } from '#core/hours/openings-kernel.ts';
import { usableSecondsByMoment } from '#core/hours/usable-hours.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import { CAUSE_CAPACITY, CAUSE_DISTANCE, CAUSE_HOURS } from '#core/sectors/cause.ts';
import { countedWeeks, type SectorsEvidence, type SectorsInput, type SectorsTerms } from './evidence.ts';
import type { SectorsFound } from './find.ts';

/** What would bring each cause's people of a sector above the threshold, most people first; a cause that nobody has needs no cure. */
export function sectorCures(
	input: SectorsInput,
	evidence: SectorsEvidence,
	found: SectorsFound,
	points: Uint32Array
): SectorCure[] {
	const { people } = input.territory.population;
	const of = (cause: number) => points.filter((point) => found.causes[point] === cause && people[point] > 0);
	const [far, hours, capacity] = [of(CAUSE_DISTANCE), of(CAUSE_HOURS), of(CAUSE_CAPACITY)];
	const cures: SectorCure[] = [];
	if (far.length > 0) cures.push({ kind: 'closer-site', people: sumOf(people, far) });
	if (hours.length > 0) cures.push(openMore(input, evidence, found, hours));
	if (capacity.length > 0) cures.push(bigger(input, evidence, found, capacity));
	return cures.sort((one, other) => other.people - one.people);
}

function openMore(
	input: SectorsInput,
	{ terms }: SectorsEvidence,
	{ threshold, shortfall }: SectorsFound,
	points: Uint32Array
): SectorCure {
	const { people } = input.territory.population;
	const site = siteOfMost(input, points, threshold.cutoffSeconds);
	const lacking = meanOf(people, points, (point) => shortfall[point]);
	return {
		kind: 'open-more',
		people: sumOf(people, points),
		site,
		missingHours: (lacking * (threshold.minimumUsableSeconds ?? 0)) / 3600,
		moments: unusedMoments(input, points, site, terms)
	};
}

function bigger(
	input: SectorsInput,
	{ supply }: SectorsEvidence,
	{ threshold }: SectorsFound,
	points: Uint32Array
): SectorCure {
	const { people } = input.territory.population;
	return {
		kind: 'bigger',
		people: sumOf(people, points),
		site: siteOfMost(input, points, threshold.cutoffSeconds),
		hoursPer1000: 1000 * meanOf(people, points, (point) => supply?.[point] ?? 0),
		lowUnderPer1000: 1000 * (threshold.lowSupply ?? 0)
	};
}

/** The counted site within the cutoff of most people; of those with as many, the one they are nearer to, then the first. */
function siteOfMost({ territory, times, counted }: SectorsInput, points: Uint32Array, cutoffSeconds: number): number {
	const { people } = territory.population;
	const { first, site, toSite, siteCount } = times;
	const [reached, personSeconds] = [new Float64Array(siteCount), new Float64Array(siteCount)];
	for (const point of points) {
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			if (counted[site[entry]] === 0) continue;
			reached[site[entry]] += people[point];
			personSeconds[site[entry]] += people[point] * toSite[entry];
		}
	}
	let best = 0;
	for (let one = 1; one < siteCount; one++) {
		const isNearer = reached[one] === reached[best] && personSeconds[one] < personSeconds[best];
		if (reached[one] > reached[best] || isNearer) best = one;
	}
	return best;
}

/** Usable time that one site would add to the points by moment of the week if it never closed, all else as it is; most first. */
function unusedMoments(
	input: SectorsInput,
	points: Uint32Array,
	site: number,
	{ cutoffSeconds, freeTime }: SectorsTerms
): UnusedMoment[] {
	// Nobody lacks hours that cannot be told.
	if (freeTime === null) return [];
	const { people } = input.territory.population;
	const reach = rowsOf(input.times, points);
	const now = countedWeeks(input);
	const always = now.with(site, Uint16Array.of(0, MINUTES_PER_WEEK));
	const [before, after] = [now, always].map((weeks) =>
		usableSecondsByMoment(reach, possibleVisits([packOpenings(weeks)], [freeTime]), cutoffSeconds, 0)
	);
	const peopleOfRows = Float64Array.from(points, (point) => people[point]);
	const rows = Uint32Array.from(points, (_, row) => row);
	return MOMENT_NAMES.map((moment, rank) => {
		const at = rank * points.length;
		return { moment, hours: meanOf(peopleOfRows, rows, (row) => after[at + row] - before[at + row]) / 3600 };
	})
		.filter(({ hours }) => hours > 0)
		.sort((one, other) => other.hours - one.hours);
}

/** Travel times of some demand points alone, in their order. */
function rowsOf({ siteCount, first, site, toSite, fromSite }: RoundTrips, points: Uint32Array): RoundTrips {
	const offsets = new Uint32Array(points.length + 1);
	points.forEach((point, row) => (offsets[row + 1] = offsets[row] + first[point + 1] - first[point]));
	const pick = (values: Uint32Array) => {
		const rows = new Uint32Array(offsets[points.length]);
		points.forEach((point, row) => rows.set(values.subarray(first[point], first[point + 1]), offsets[row]));
		return rows;
	};
	return {
		demandCount: points.length,
		siteCount,
		first: offsets,
		site: pick(site),
		toSite: pick(toSite),
		fromSite: pick(fromSite)
	};
}

function sumOf(people: Float64Array, points: Uint32Array): number {
	return points.reduce((sum, point) => sum + people[point], 0);
}

/** Mean over the people of some points. */
function meanOf(people: Float64Array, points: Uint32Array, valueOf: (point: number) => number): number {
	return points.reduce((sum, point) => sum + people[point] * valueOf(point), 0) / sumOf(people, points);
}
