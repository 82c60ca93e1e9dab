import type { OpenAtIndicator, OpeningsIndicator } from '#domain/indicator.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { coverageByGroup, nearestSeconds } from '#core/access/coverage.ts';
import { hoursInReach, hoursKnownByGroup, hoursUnknownByGroup, toldOfHours } from '#core/access/hours-in-reach.ts';
import { medianMinutesByGroup } from '#core/access/median-minutes.ts';
import { shareOf } from '#core/access/share.ts';
import { packOpenings, sitesOpenAt, unionOfOpenings, type PackedOpenings } from '#core/hours/openings-kernel.ts';
import { termWeeksOf, type SiteWeeks } from '../site-weeks.ts';
import { CUTOFF_MINUTES, DEFAULT_CUTOFF_MINUTES, sitesCounted } from './coverage.ts';
import { wholeTerritory } from './groups.ts';

/** Moments of the term week that the diagnosis states; minutes after Monday 00:00. */
const MOMENTS = [
	{ moment: 'Tu 10:00', minute: (1 * 24 + 10) * 60 },
	{ moment: 'Tu 18:00', minute: (1 * 24 + 18) * 60 },
	{ moment: 'We 15:00', minute: (2 * 24 + 15) * 60 },
	{ moment: 'Sa 10:00', minute: (5 * 24 + 10) * 60 },
	{ moment: 'Sa 15:00', minute: (5 * 24 + 15) * 60 },
	{ moment: 'Su 15:00', minute: (6 * 24 + 15) * 60 }
] as const;

/** The term week of every site of a territory. */
export interface TermWeeks {
	/** Empty weeks where hours are not known or the site does not count. */
	readonly counted: PackedOpenings;
	/** 1 where the site counts and its hours are known. */
	readonly known: Uint8Array;
	/** Hours a week of each site, counted or not; null where not known. */
	readonly weeklyHours: readonly (number | null)[];
	/** Of every site, counted or not. */
	readonly sites: SiteWeeks;
}

/** Compiles the openings of a term week of each site. */
export function termWeeks(territory: Territory): TermWeeks {
	const sites = termWeeksOf(territory);
	const { intervals, known, weeklyHours } = sites;
	const counted = sitesCounted(territory, true);
	return {
		counted: packOpenings(intervals.map((week, site) => (counted[site] === 1 ? week : new Uint16Array(0)))),
		known: known.map((one, site) => one & counted[site]),
		weeklyHours,
		sites
	};
}

/** Of whom the hours within a cutoff are known. */
interface ToldOfHours {
	/** Whether any figure of hours is: not without any known hours, nor where people reach counted sites and none of known hours. */
	readonly isKnown: boolean;
	/** One byte per demand point: 1 where its people are those of figures of hours. */
	readonly points: Uint8Array;
	/** Attached people who are in none. */
	readonly unknownPeople: number;
}

function toldWithin(territory: Territory, times: TravelTimes, weeks: TermWeeks, cutoffSeconds: number): ToldOfHours {
	const { attached } = times;
	const { people } = territory.population;
	const { group } = wholeTerritory(territory.population);
	const inReach = hoursInReach(times, sitesCounted(territory, true), weeks.known, cutoffSeconds);
	return {
		isKnown: weeks.known.includes(1) && hoursKnownByGroup(inReach, people, group, 1)[0] === 1,
		points: toldOfHours(attached, inReach),
		unknownPeople: hoursUnknownByGroup(inReach, people, attached, group, 1)[0]
	};
}

/** Union of the openings within each cutoff: what half of the people have at least, and who has none. */
export function openingsIndicators(territory: Territory, times: TravelTimes, weeks: TermWeeks): OpeningsIndicator[] {
	const { people } = territory.population;
	const { group } = wholeTerritory(territory.population);
	const counted = sitesCounted(territory, true);
	const unknown = counted.reduce((sum, counts, index) => sum + (counts === 1 && weeks.known[index] === 0 ? 1 : 0), 0);
	return CUTOFF_MINUTES.map((minutes) => {
		const { isKnown, points, unknownPeople } = toldWithin(territory, times, weeks, minutes * 60);
		const union = unionOfOpenings(times, minutes * 60, weeks.counted);
		const [median] = medianMinutesByGroup(union, people, points, group, 1);
		// At most no minute at all.
		const without = coverageByGroup(union, people, points, group, 1, 0);
		return {
			mode: times.mode,
			cutoff_minutes: minutes,
			median_weekly_hours: isKnown && !Number.isNaN(median) ? median / 60 : null,
			people_without: isKnown ? without.within[0] : null,
			of_people: without.attached[0],
			hours_unknown_people: unknownPeople,
			sites_without_known_hours: unknown
		};
	});
}

/** People within the default cutoff of a site open at each moment. */
export function openAtIndicators(territory: Territory, times: TravelTimes, weeks: TermWeeks): OpenAtIndicator[] {
	const { group } = wholeTerritory(territory.population);
	const withKnownHours = weeks.known.reduce((sum, known) => sum + known, 0);
	const seconds = DEFAULT_CUTOFF_MINUTES * 60;
	const { isKnown, points, unknownPeople } = toldWithin(territory, times, weeks, seconds);
	return MOMENTS.map(({ moment, minute }) => {
		const open = sitesOpenAt(weeks.counted, minute);
		const { within, attached } = coverageByGroup(
			nearestSeconds(times, open),
			territory.population.people,
			points,
			group,
			1,
			seconds
		);
		return {
			mode: times.mode,
			cutoff_minutes: DEFAULT_CUTOFF_MINUTES,
			moment,
			sites_open: withKnownHours > 0 ? open.reduce((sum, one) => sum + one, 0) : null,
			sites_with_known_hours: withKnownHours,
			people: isKnown ? within[0] : null,
			of_people: attached[0],
			hours_unknown_people: unknownPeople,
			share: isKnown ? shareOf(within[0], attached[0]) : null
		};
	});
}
