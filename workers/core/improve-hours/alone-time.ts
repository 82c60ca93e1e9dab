import type { HoursCase } from './hours-case.ts';
import type { UsableWeek } from './usable-week.ts';
import { MINUTES_PER_WEEK } from '#domain/units.ts';

/**
 * Person-seconds, weighed, that only one site gives, up to each minute of the week: of site s and minute m at s × (10 080 + 1) + m. What a site
 * alone gives in a part of an opening is lost at least when that part closes, whatever else closes: so these add up.
 */
export type AloneTime = Float64Array;
const ROW = MINUTES_PER_WEEK + 1;

export function aloneWithin(alone: AloneTime, site: number, start: number, end: number): number {
	return alone[site * ROW + end] - alone[site * ROW + start];
}

/** The visits of one point in one window, by rising arrival. */
interface Visits {
	count: number;
	readonly start: number[];
	readonly end: number[];
	readonly site: number[];
}

export function aloneTime(hours: HoursCase, week: UsableWeek): AloneTime {
	const alone = new Float64Array(hours.siteCount * ROW);
	const slope = new Float64Array(hours.siteCount * ROW);
	const visits: Visits = { count: 0, start: [], end: [], site: [] };
	for (let point = 0; point < hours.pointCount; point++) {
		for (let window = 0; window < hours.windowStart.length; window++) {
			gather(hours, week, point, window, visits);
			const people = hours.weighedPeople[point * hours.audienceCount + hours.windowAudience[window]];
			eachAlone(visits, (site, from, to) => addStretch(alone, slope, site * ROW, from, to, people));
		}
	}
	for (let site = 0; site < hours.siteCount; site++) {
		let [sum, each] = [0, 0];
		for (let minute = 0; minute < ROW; minute++) {
			// What lies in a minute is known at its end.
			const ofMinute = alone[site * ROW + minute] + (each += slope[site * ROW + minute]) * 60;
			alone[site * ROW + minute] = sum;
			sum += ofMinute;
		}
	}
	return alone;
}

function gather(hours: HoursCase, week: UsableWeek, point: number, window: number, visits: Visits): void {
	const { byPoint, windowStart, windowEnd, minimumSeconds } = hours;
	const { start, end, site } = visits;
	visits.count = 0;
	for (let trip = byPoint.first[point]; trip < byPoint.first[point + 1]; trip++) {
		const openings = week.openings(byPoint.other[trip]);
		const from = windowStart[window] + byPoint.goSeconds[trip];
		const to = windowEnd[window] - byPoint.backSeconds[trip];
		for (let opening = 0; opening < openings.length && openings[opening] * 60 < to; opening += 2) {
			const arrival = Math.max(openings[opening] * 60, from);
			const departure = Math.min(openings[opening + 1] * 60, to);
			if (departure - arrival < minimumSeconds[window]) continue;
			let at = visits.count++;
			for (; at > 0 && start[at - 1] > arrival; at--) {
				start[at] = start[at - 1];
				end[at] = end[at - 1];
				site[at] = site[at - 1];
			}
			[start[at], end[at], site[at]] = [arrival, departure, byPoint.other[trip]];
		}
	}
}

/** Between two arrivals, only the visit that ends last is alone, from when the one that ends second has ended. */
function eachAlone({ count, start, end, site }: Visits, tell: (site: number, from: number, to: number) => void): void {
	let [longest, longestEnd, secondEnd] = [0, -1, -1];
	for (let at = 0; at <= count; at++) {
		if (at > 0) {
			const from = Math.max(start[at - 1], secondEnd);
			const to = at === count ? longestEnd : Math.min(longestEnd, start[at]);
			if (from < to) tell(site[longest], from, to);
		}
		if (at === count) return;
		if (end[at] > longestEnd) {
			secondEnd = longestEnd;
			[longest, longestEnd] = [at, end[at]];
		} else if (end[at] > secondEnd) secondEnd = end[at];
	}
}

/** Whole minutes of a stretch go to the slope, the minutes that it begins and ends in to themselves. */
function addStretch(
	alone: Float64Array,
	slope: Float64Array,
	row: number,
	from: number,
	to: number,
	people: number
): void {
	const [first, last] = [Math.ceil(from / 60), Math.floor(to / 60)];
	if (first > last) {
		alone[row + last] += people * (to - from);
		return;
	}
	if (first > 0) alone[row + first - 1] += people * (first * 60 - from);
	alone[row + last] += people * (to - last * 60);
	slope[row + first] += people;
	slope[row + last] -= people;
}
