import { profileInForce } from '#domain/default-profiles.ts';
import { DEFAULT_SECTORS } from '#domain/question.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { nearestSeconds } from '#core/access/coverage.ts';
import { E2SFCA_STEPS, stepDecay } from '#core/access/decay.ts';
import { pairsOfTimes } from '#core/access/travel-pairs.ts';
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

/** Below what people are under-served. */
export interface SectorsTerms {
	readonly cutoffSeconds: number;
	/** Somebody's free time in the week of the sites, as a task of rank 0; null when it is not known, and distance alone decides. */
	readonly freeTime: UsableTask | null;
	readonly minimumUsableSeconds: number;
	/** Groups of fewer people are not told apart. */
	readonly minimumPeople: number;
}

/** What each demand point has under some terms. */
export interface SectorsEvidence extends PointAccess, Omit<CauseEvidence, 'states'> {
	readonly terms: SectorsTerms;
}

/** The terms of the project, at a cutoff: of people who work when most places open, in a term week. */
export function defaultTerms(cutoffSeconds: number): SectorsTerms {
	const { profile: id, minimumUsableMinutes, minimumPeople } = DEFAULT_SECTORS;
	const profile = profileInForce(id, []);
	return {
		cutoffSeconds,
		freeTime: { week: 0, windows: freeWindows(profile, 'term'), minimumVisitMinutes: profile.minimumVisitMinutes },
		minimumUsableSeconds: minimumUsableMinutes * 60,
		minimumPeople
	};
}

/** The weeks of the sites that count; those of the others are empty. */
export function countedWeeks({ weeks, counted }: Pick<SectorsInput, 'weeks' | 'counted'>): Uint16Array[] {
	return weeks.intervals.map((week, site) => (counted[site] === 1 ? week : new Uint16Array(0)));
}

/**
 * What the threshold and the causes are decided by. Hours and supply are null when no counted site's hours are known, usable hours also when
 * the free time is not. The supply is E2SFCA of weekly hours; people beyond the perimeter are not in it, so that near its edge it is rather
 * too high.
 */
export function sectorsEvidence(input: SectorsInput, terms: SectorsTerms): SectorsEvidence {
	const { times, counted, weeks } = input;
	const { cutoffSeconds, freeTime } = terms;
	const hoursKnown = counted.some((counts, site) => counts === 1 && weeks.known[site] === 1);
	const openings = packOpenings(countedWeeks(input));
	const usable = (task: UsableTask) => usableHours(times, possibleVisits([openings], [task]), [cutoffSeconds]).seconds;
	return {
		terms,
		attached: times.attached,
		nearestSeconds: nearestSeconds(times, counted),
		uncertain: uncertainPoints(times, counted, weeks.known, cutoffSeconds),
		usableSeconds: hoursKnown && freeTime !== null ? usable(freeTime) : null,
		openMinutes: hoursKnown ? unionOfOpenings(times, cutoffSeconds, openings) : null,
		supply: hoursKnown ? weeklyHoursPerPerson(input) : null
	};
}

function weeklyHoursPerPerson({ territory, times, weeks, counted }: SectorsInput): Float64Array {
	const hours = Float64Array.from(weeks.weeklyHours, (each, site) => (counted[site] === 1 ? (each ?? NaN) : NaN));
	return twoStepAccess(pairsOfTimes(times), territory.population.people, hours, stepDecay(E2SFCA_STEPS)).access;
}
