import type { RoundTrips } from '#core/hours/growing-union.ts';
import { normalizeIntervals } from '#core/hours/intervals.ts';
import { seeded } from '../travel/seeded.ts';

export const POINTS = 60_000;
export const SITES = 600;
export const IN_REACH = 20;
export const WEEKS = 4;

const random = seeded(20_261_121);
const below = (limit: number) => Math.floor(random() * limit);

/** A week of hours as libraries keep them: from 2 to 5 days, the morning, the afternoon or both, Saturday more often than not. */
export function weekOfSite(): Uint16Array {
	const pairs: number[] = [];
	for (let day = 0; day < 7; day++) {
		if (random() > [0.15, 0.5, 0.85, 0.4, 0.5, 0.75, 0.05][day]) continue;
		const midnight = day * 1440;
		const morning = midnight + 540 + below(5) * 15;
		const afternoon = midnight + 810 + below(13) * 15;
		if (random() < 0.5) pairs.push(morning, morning + 120 + below(5) * 15);
		if (random() < 0.8) pairs.push(afternoon, afternoon + 120 + below(9) * 15);
	}
	return Uint16Array.from(normalizeIntervals(pairs));
}

/**
 * Points and sites along a line, each point reaching the 20 sites around it: neighbours reach nearly the same ones, as on a
 * map. Times up to 30 minutes, the way back up to a fifth longer or shorter.
 */
export function roundTrips(): RoundTrips {
	const first = Uint32Array.from({ length: POINTS + 1 }, (_, point) => point * IN_REACH);
	const site = new Uint32Array(POINTS * IN_REACH);
	const [toSite, fromSite] = [new Uint32Array(POINTS * IN_REACH), new Uint32Array(POINTS * IN_REACH)];
	for (let point = 0; point < POINTS; point++) {
		const start = Math.floor((point * (SITES - IN_REACH + 1)) / POINTS);
		const ways = Array.from({ length: IN_REACH }, (_, rank) => ({ site: start + rank, seconds: 60 + below(1740) }));
		ways.sort((one, other) => one.seconds - other.seconds);
		ways.forEach((way, rank) => {
			site[point * IN_REACH + rank] = way.site;
			toSite[point * IN_REACH + rank] = way.seconds;
			fromSite[point * IN_REACH + rank] = Math.round(way.seconds * (0.8 + 0.4 * random()));
		});
	}
	return { demandCount: POINTS, siteCount: SITES, first, site, toSite, fromSite };
}
