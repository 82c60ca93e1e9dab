import type { PeopleShare } from '#domain/atlas-answers.ts';
import type { ByMoment, ProfileFigures, UsableFigures } from '#domain/hours-answers.ts';
import type { DefaultProfile, DefaultProfileId } from '#domain/default-profiles.ts';
import type { Population } from '#domain/population.ts';
import { coverageByGroup, unattachedByGroup, type GroupCoverage } from '#core/access/coverage.ts';
import { meanByGroup } from '#core/access/mean-by-group.ts';
import { medianMinutesByGroup } from '#core/access/median-minutes.ts';
import { shareOf } from '#core/access/share.ts';
import { minutesByMoment, MOMENT_NAMES } from '#core/hours/moments.ts';
import { profilePeople, type ProfilePeople } from '#core/hours/profile-weights.ts';
import { wholeMinutes } from '#core/hours/usable-hours.ts';
import type { Access } from '../access.ts';
import type { FreeTime } from './free-time.ts';

/** Whose usable time is told: the people of one profile and their free time, null where it is not known. */
export interface FreePeople extends ProfilePeople<DefaultProfileId> {
	readonly freeTime: FreeTime | null;
}

/** Groups of demand points: index of each one's group, −1 for none. */
export interface Groups {
	readonly group: Int32Array;
	readonly count: number;
}

export function freePeople(population: Population, profile: DefaultProfile, freeTime: FreeTime | null): FreePeople {
	return { ...profilePeople(population, profile), freeTime };
}

/**
 * Usable hours of the people of a profile over groups of demand points, in the order of the groups: median and mean, who has none, who has less
 * than the minimum, of the attached ones of whom hours are known; the others are told apart. Not known where the profile's ages or free time are not, nor for a group that reaches
 * counted sites of which none has known hours.
 * @param minimumUsableMinutes who has less is below
 */
export function usableFiguresByGroup(
	access: Access,
	{ people, basis, freeTime }: FreePeople,
	minimumUsableMinutes: number,
	{ group, count }: Groups
): UsableFigures[] {
	const { toldOfHours } = access;
	const hoursKnown = access.hoursKnown(people, group, count);
	const unattached = unattachedByGroup(people, access.times.attached, group, count);
	const hoursUnknown = access.hoursUnknownPeople(people, group, count);
	const [seconds] = freeTime === null ? [new Uint32Array(access.times.demandCount)] : access.usable.seconds([freeTime]);
	const atMost = (most: number) => coverageByGroup(seconds, people, toldOfHours, group, count, most);
	const none = atMost(0);
	const below = atMost(minimumUsableMinutes * 60 - 1);
	const median = medianMinutesByGroup(minutesOf(seconds), people, toldOfHours, group, count);
	const mean = meanByGroup(seconds, people, toldOfHours, group, count);
	return Array.from({ length: count }, (_, index) => {
		const known = freeTime !== null && basis !== 'not-covered' && hoursKnown[index] === 1;
		return {
			medianHours: known ? numberOrNull(median[index] / 60) : null,
			meanHours: known ? numberOrNull(mean[index] / 3600) : null,
			none: peopleShare(none, index, known),
			belowMinimum: peopleShare(below, index, known),
			unattachedPeople: unattached[index],
			hoursUnknownPeople: hoursUnknown[index]
		};
	});
}

/** The same over one group of demand points, with the free time itself and when of the week it is usable. */
export function profileFigures(
	access: Access,
	profile: DefaultProfile,
	free: FreePeople,
	minimumUsableMinutes: number,
	group: Int32Array
): ProfileFigures {
	const { basis, freeTime } = free;
	const [figures] = usableFiguresByGroup(access, free, minimumUsableMinutes, { group, count: 1 });
	const freeByMoment = freeTime === null ? null : minutesByMoment(freeTime.windows);
	return {
		...figures,
		profile: profile.id,
		basis,
		minimumVisitMinutes: profile.minimumVisitMinutes,
		freeMinutes: freeByMoment === null ? null : MOMENT_NAMES.reduce((sum, name) => sum + freeByMoment[name], 0),
		freeByMoment,
		usableByMoment:
			freeTime === null || figures.meanHours === null ? null : meanByMoment(access, free.people, freeTime, group)
	};
}

/** Mean usable minutes of each moment over the attached people of a group of whom hours are known. */
function meanByMoment(access: Access, people: Float64Array, freeTime: FreeTime, group: Int32Array): ByMoment {
	const { demandCount } = access.times;
	const seconds = access.usable.secondsByMoment(freeTime);
	const means = MOMENT_NAMES.map((name, rank) => {
		const ofMoment = seconds.subarray(rank * demandCount, (rank + 1) * demandCount);
		return [name, meanByGroup(ofMoment, people, access.toldOfHours, group, 1)[0] / 60] as const;
	});
	return Object.fromEntries(means) as Record<keyof ByMoment, number>;
}

function peopleShare({ within, attached }: GroupCoverage, index: number, known: boolean): PeopleShare {
	const ofPeople = attached[index];
	if (!known) return { people: null, ofPeople, share: null };
	return { people: within[index], ofPeople, share: shareOf(within[index], ofPeople) };
}

const minutes = new WeakMap<Uint32Array, Uint16Array>();

/** `wholeMinutes`, told once of the same seconds, which are shared and never written. */
function minutesOf(seconds: Uint32Array): Uint16Array {
	const whole = minutes.get(seconds) ?? wholeMinutes(seconds);
	minutes.set(seconds, whole);
	return whole;
}

/** NaN is of nobody. */
const numberOrNull = (value: number) => (Number.isNaN(value) ? null : value);
