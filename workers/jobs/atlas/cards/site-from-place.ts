import type { NotServing, SiteFromPlace } from '#domain/cards.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { openAt } from '#core/hours/intervals.ts';
import { nextOpening } from '#core/hours/next-opening.ts';
import { haversineMetres } from '#core/roads/distance.ts';
import type { SiteWeeks } from '../session.ts';
import type { View } from '../view.ts';

/** Not open to the public: listed only where the user took one in. */
export const NOT_PUBLIC: ReadonlySet<SiteKind> = new Set(['administrative', 'departmental', 'other']);

/**
 * The public sites nearest to a demand point by the time to go there, at most `count`; then, when fewer are within what was searched,
 * the nearest of the others in a straight line, without a time. None for a demand point that hangs on no road.
 */
export function sitesNearest(
	{ sites, population }: Territory,
	view: View,
	point: number,
	count: number
): SiteFromPlace[] {
	const { times, counted } = view;
	if (times.attached[point] === 0) return [];
	const listed = (site: number) => counted[site] === 1 || !NOT_PUBLIC.has(sites[site].kind);
	const entries = entriesOf(times, point);
	const within = entries.filter((entry) => listed(times.site[entry])).slice(0, count);
	const searched = new Set(entries.map((entry) => times.site[entry]));
	const metresTo = (site: number) =>
		haversineMetres(population.lon[point], population.lat[point], sites[site].position[0], sites[site].position[1]);
	const beyond = [...sites.keys()]
		.filter((site) => listed(site) && times.siteAttached[site] === 1 && !searched.has(site))
		.map((site) => ({ site, metres: metresTo(site) }))
		.sort((one, other) => one.metres - other.metres)
		.slice(0, count - within.length);
	return [
		...within.map((entry) => siteFrom(view, times.site[entry], times.toSite[entry], times.fromSite[entry])),
		...beyond.map(({ site }) => siteFrom(view, site, UNREACHABLE, UNREACHABLE))
	];
}

/** Entries of a demand point, nearest site first. */
function entriesOf({ first }: TravelTimes, point: number): number[] {
	return Array.from({ length: first[point + 1] - first[point] }, (_, rank) => first[point] + rank);
}

function siteFrom(view: View, site: number, toSite: number, fromSite: number): SiteFromPlace {
	const { weeks, question } = view;
	const state = stateAt(weeks, site, question.minute);
	return {
		site,
		seconds: secondsOrNull(toSite),
		secondsBack: secondsOrNull(fromSite),
		weeklyHours: weeks.weeklyHours[site],
		...state,
		notServing: notServing(view, site, toSite, state.open)
	};
}

function notServing(
	{ counted, cutoffSeconds }: View,
	site: number,
	toSite: number,
	open: boolean | null
): NotServing | null {
	if (toSite > cutoffSeconds) return 'too-far';
	if (counted[site] === 0) return 'not-counted';
	if (open === null) return 'hours-unknown';
	return open ? null : 'closed';
}

/** Whether a site is open at a minute of a week, and when it next opens; both null where its hours are not known. */
export function stateAt(
	{ known, intervals }: SiteWeeks,
	site: number,
	minute: number
): { readonly open: boolean | null; readonly opensNext: MinuteOfWeek | null } {
	if (known[site] === 0) return { open: null, opensNext: null };
	return {
		open: openAt(intervals[site], minute),
		opensNext: nextOpening(intervals[site], minute) as MinuteOfWeek | null
	};
}

/** Null for UNREACHABLE. */
export function secondsOrNull(seconds: number): number | null {
	return seconds === UNREACHABLE ? null : seconds;
}
