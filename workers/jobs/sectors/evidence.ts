import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { nearestSeconds } from '#core/access/coverage.ts';
import { stepDecay } from '#core/access/decay.ts';
import { twoStepAccess } from '#core/access/two-step.ts';
import { packOpenings, unionOfOpenings } from '#core/hours/openings-kernel.ts';
import { freeWindows } from '#core/hours/profiles.ts';
import { usableHours } from '#core/hours/usable-hours.ts';
import { possibleVisits, type UsableTask } from '#core/hours/visits.ts';
import type { CauseEvidence } from '#core/sectors/cause.ts';
import { uncertainPoints, type PointAccess } from '#core/sectors/deficit.ts';
import type { SiteWeeks } from '../site-weeks.ts';

/** What sectors are found in: a territory, times of one mode, and the week of every site. */
export interface SectorsInput {
	readonly territory: Territory;
	readonly times: TravelTimes;
	readonly weeks: SiteWeeks;
	/** One byte per site, 1 where it counts in the supply. */
	readonly counted: Uint8Array;
}

/** What each demand point has at one cutoff. */
export interface SectorsEvidence extends PointAccess, Omit<CauseEvidence, 'states'> {
	readonly cutoffSeconds: number;
}

/** The profile of the threshold: people who work when most places open. */
export const THRESHOLD_PROFILE = 'full-time';
/** Weights by minutes of travel of the E2SFCA, slow decay (Luo & Qi 2009, Health & Place 15, table 1). */
const SUPPLY_STEPS = [
	{ cost: 10 * 60, weight: 1 },
	{ cost: 20 * 60, weight: 0.68 },
	{ cost: 30 * 60, weight: 0.22 }
];

/** The free time of the threshold's profile in a term week, as a task of rank 0. */
export function thresholdTask(): UsableTask {
	const profile = DEFAULT_PROFILES.find(({ id }) => id === THRESHOLD_PROFILE);
	if (profile === undefined) throw new RangeError(`No profile "${THRESHOLD_PROFILE}" among the default ones`);
	return { week: 0, windows: freeWindows(profile, 'term'), minimumVisitMinutes: profile.minimumVisitMinutes };
}

/** The weeks of the sites that count; those of the others are empty. */
export function countedWeeks({ weeks, counted }: Pick<SectorsInput, 'weeks' | 'counted'>): Uint16Array[] {
	return weeks.intervals.map((week, site) => (counted[site] === 1 ? week : new Uint16Array(0)));
}

/**
 * What the threshold and the causes are decided by. Hours and supply are null when no counted site's hours are known. The supply is E2SFCA of
 * weekly hours; people beyond the perimeter are not in it, so that near its edge it is rather too high.
 */
export function sectorsEvidence(input: SectorsInput, cutoffSeconds: number): SectorsEvidence {
	const { times, counted, weeks } = input;
	const hoursKnown = counted.some((counts, site) => counts === 1 && weeks.known[site] === 1);
	const openings = packOpenings(countedWeeks(input));
	const usable = () => usableHours(times, possibleVisits([openings], [thresholdTask()]), [cutoffSeconds]).seconds;
	return {
		cutoffSeconds,
		attached: times.attached,
		nearestSeconds: nearestSeconds(times, counted),
		uncertain: uncertainPoints(times, counted, weeks.known, cutoffSeconds),
		usableSeconds: hoursKnown ? usable() : null,
		openMinutes: hoursKnown ? unionOfOpenings(times, cutoffSeconds, openings) : null,
		supply: hoursKnown ? weeklyHoursPerPerson(input) : null
	};
}

function weeklyHoursPerPerson({ territory, times, weeks, counted }: SectorsInput): Float64Array {
	const hours = Float64Array.from(weeks.weeklyHours, (each, site) => (counted[site] === 1 ? (each ?? NaN) : NaN));
	const pairs = {
		demandCount: times.demandCount,
		supplyCount: times.siteCount,
		first: times.first,
		column: times.site,
		value: times.toSite
	};
	return twoStepAccess(pairs, territory.population.people, hours, stepDecay(SUPPLY_STEPS)).access;
}
