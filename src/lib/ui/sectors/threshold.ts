import { DEFAULT_SECTORS, type SectorsChoice } from '#domain/question.ts';

export { thresholdText } from '#i18n/sector-words.ts';

const MINUTES_PER_HALF_HOUR = 30;
/** More than the widest free time of a week holds: a mistake of typing. */
export const MOST_HOURS = 80;
export const MOST_PEOPLE = 100_000;

export function isProposed({ profile, minimumUsableMinutes, minimumPeople }: SectorsChoice): boolean {
	return (
		profile === DEFAULT_SECTORS.profile &&
		minimumUsableMinutes === DEFAULT_SECTORS.minimumUsableMinutes &&
		minimumPeople === DEFAULT_SECTORS.minimumPeople
	);
}

/** Hours typed as minutes, to the nearest half hour; null when they are no such number. */
export function usableMinutesOf(hours: number): number | null {
	if (!Number.isFinite(hours) || hours < 0 || hours > MOST_HOURS) return null;
	return Math.round((hours * 60) / MINUTES_PER_HALF_HOUR) * MINUTES_PER_HALF_HOUR;
}

/** People typed, whole; null when they are no such number. */
export function minimumPeopleOf(people: number): number | null {
	return Number.isFinite(people) && people >= 0 && people <= MOST_PEOPLE ? Math.round(people) : null;
}
