import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { DEFAULT_SECTORS } from '#domain/question.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import type { UsableHoursIndicator } from '#domain/usable-hours-indicator.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { freeWindows } from '#core/hours/profiles.ts';
import { Access } from '../atlas/access.ts';
import { freePeople, profileFigures } from '../atlas/hours/usable-figures.ts';
import type { SiteWeeks } from '../site-weeks.ts';
import { CUTOFF_MINUTES, sitesCounted } from './coverage.ts';
import { wholeTerritory } from './groups.ts';

/** Usable hours of the profiles proposed, in a term week, within each cutoff: cutoffs ascending, then profiles in the order proposed. */
export function usableHoursIndicators(
	territory: Territory,
	times: TravelTimes,
	termWeek: SiteWeeks
): UsableHoursIndicator[] {
	const { population } = territory;
	const { group } = wholeTerritory(population);
	const counted = sitesCounted(territory, true);
	const asked = DEFAULT_PROFILES.map((profile) => {
		const { minimumVisitMinutes } = profile;
		const freeTime = { windows: freeWindows(profile, 'term'), minimumVisitMinutes };
		return { profile, freeTime, free: freePeople(population, profile, freeTime) };
	});
	return CUTOFF_MINUTES.flatMap((minutes) => {
		const access = new Access(times, counted, termWeek, minutes * 60);
		access.usable.seconds(asked.map(({ freeTime }) => freeTime));
		return asked.map(({ profile, free }): UsableHoursIndicator => {
			const figures = profileFigures(access, profile, free, DEFAULT_SECTORS.minimumUsableMinutes, group);
			return {
				mode: times.mode,
				cutoff_minutes: minutes,
				profile: profile.id,
				basis: figures.basis,
				minimum_visit_minutes: profile.minimumVisitMinutes,
				median_hours: figures.medianHours,
				mean_hours: figures.meanHours,
				people_without: figures.none.people,
				of_people: figures.none.ofPeople,
				hours_unknown_people: figures.hoursUnknownPeople,
				by_moment: MOMENT_NAMES.map((moment) => ({
					moment,
					free_minutes: figures.freeByMoment?.[moment] ?? null,
					usable_minutes: figures.usableByMoment?.[moment] ?? null
				}))
			};
		});
	});
}
