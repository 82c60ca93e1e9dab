import type { TravelTimes } from '#domain/travel.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { madeSession, type MadePoint, type MadeSite } from '../../atlas-session.ts';
import { seeded } from '../travel/seeded.ts';

const POINTS = 60_000;
const SITES = 600;
const IN_REACH = 20;
const COMMUNES = 500;
const HOURS_KNOWN = 0.8;

/** The largest territory that Maillage is made for: 60,000 cells, 600 sites, 20 of them within the cap of each cell, 500 communes. */
export function largeTerritory(): { readonly session: AtlasSession; readonly times: TravelTimes } {
	const random = seeded(20_261_121);
	const below = (limit: number) => Math.floor(random() * limit);
	const points = Array.from({ length: POINTS }, (_, point): MadePoint => {
		const people = below(4000) / 40;
		const commune = Math.floor((point * COMMUNES) / POINTS);
		return { people, peopleOver65: people / 5, commune, attached: random() > 0.01, seconds: [] };
	});
	const sites = Array.from({ length: SITES }, (): MadeSite => {
		const week = random() < HOURS_KNOWN ? openDays(below) : null;
		return { kind: 'library', counted: random() < 0.9, margin: random() < 0.1, commune: below(COMMUNES), week };
	});
	const times = timesTo(points, random);
	return { session: madeSession({ communes: COMMUNES, points, sites }, times), times };
}

/** Two to six days, a morning and an afternoon, on quarters of an hour. */
function openDays(below: (limit: number) => number): number[] {
	const quarter = () => 15 * below(4);
	return [0, 1, 2, 3, 4, 5].flatMap((day) => {
		if (below(3) === 0) return [];
		const midnight = day * 1440;
		return [
			[midnight + 9 * 60 + quarter(), midnight + 12 * 60 + quarter()],
			[midnight + 14 * 60 + quarter(), midnight + 17 * 60 + quarter()]
		].flat();
	});
}

/** Sites near a point in rank, as they are on the ground, so that neighbours share them; times over half an hour, nearest first. */
function timesTo(points: readonly MadePoint[], random: () => number): TravelTimes {
	const first = new Uint32Array(POINTS + 1);
	const site = new Uint32Array(POINTS * IN_REACH);
	const toSite = new Uint32Array(POINTS * IN_REACH);
	let entry = 0;
	points.forEach(({ attached }, point) => {
		const start = Math.floor((point * SITES) / POINTS);
		const seconds = Array.from({ length: attached ? IN_REACH : 0 }, () => Math.floor(random() * 1800)).sort(
			(a, b) => a - b
		);
		// 7 and 600 share no factor: the twenty sites are different ones.
		seconds.forEach((time, rank) => {
			site[entry] = (start + 7 * rank) % SITES;
			toSite[entry++] = time;
		});
		first[point + 1] = entry;
	});
	return {
		mode: 'car',
		origin: 'roads',
		demandCount: POINTS,
		siteCount: SITES,
		capSeconds: 1800,
		first,
		site: site.slice(0, entry),
		toSite: toSite.slice(0, entry),
		fromSite: toSite.slice(0, entry),
		attached: Uint8Array.from(points, ({ attached }) => (attached ? 1 : 0)),
		siteAttached: new Uint8Array(SITES).fill(1)
	};
}
