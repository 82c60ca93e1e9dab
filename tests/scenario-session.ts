// A made territory on the ground, whose times are estimated between its places, so that sites can move; and the same with other sites,
// everything read and computed anew.
import type { FolderReader } from '#io/territory-folder/folder.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { NO_COST_SAID } from '#domain/cost.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { WeekKind } from '#domain/question.ts';
import type { Change, Modification, Rounds } from '#domain/scenario.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { siteSummary } from '#workers/jobs/atlas/summary.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { siteWeeks } from '#workers/jobs/site-weeks.ts';
import type { SessionTravel } from '#workers/jobs/travel/session-travel.ts';
import { TerritoryTravel } from '#workers/jobs/travel/territory-travel.ts';
import type { MadeTerritory } from './atlas-session.ts';
import { scheduledSession } from './scheduled-session.ts';

const NO_FILES: FolderReader = { has: async () => false, read: async () => new Uint8Array() };
const ESTIMATED = { travel: { origin: 'estimated' } } as TerritoryManifest;

export function estimatedTravel(territory: Territory): SessionTravel {
	return new TerritoryTravel(NO_FILES, ESTIMATED, territory, CAP_SECONDS);
}

/** @param places of the sites, in the order of `made`; those of its demand points are a few hundred metres apart */
export function placedSession(
	made: MadeTerritory,
	hours: readonly (string | null)[],
	places: readonly LonLat[]
): AtlasSession {
	const session = scheduledSession(made, hours);
	const sites = session.territory.sites.map((site, rank) => ({ ...site, position: places[rank] }));
	const { population } = session.territory;
	// The people beyond the perimeter stand a little to the north.
	const marginPopulation = { ...population, lat: population.lat.map((lat) => lat + 0.01) };
	return sessionAnew({ ...session, marginPopulation }, sites, estimatedTravel);
}

/** A territory with other sites, of which nothing is known from before. */
export function sessionAnew(
	session: AtlasSession,
	sites: readonly Site[],
	travelOf: (territory: Territory) => SessionTravel
): AtlasSession {
	const { calendar, year } = session;
	// Copies: nothing that is kept by object is found again.
	const territory: Territory = { ...session.territory, sites: structuredClone(sites) };
	const weeksOf = (kind: WeekKind) => siteWeeks(territory, { kind, year }, calendar);
	const weeks = { term: weeksOf('term'), 'small-holidays': weeksOf('small-holidays'), summer: weeksOf('summer') };
	return {
		...session,
		territory,
		travel: travelOf(territory),
		weeks,
		summary: { ...session.summary, sites: territory.sites.map((site, rank) => siteSummary(site, rank, weeks)) },
		baseline: null
	};
}

let made = 0;
export const modification = (change: Change, on = true): Modification => ({
	id: `m${made++}`,
	on,
	change,
	cost: NO_COST_SAID
});

/** Rounds on Wednesdays in school, from 16:00 to 17:30. */
export const rounds = (changes: Partial<Rounds> = {}): Rounds => ({
	weekday: 2,
	start: 16 * 60,
	end: 17 * 60 + 30,
	weeks: 'every',
	inSchoolHolidays: false,
	...changes
});
