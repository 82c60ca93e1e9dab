// A made territory whose sites have schedules, in the OpenStreetMap syntax: its weeks and years are those of the calendar of zone B.
import type { WeekKind } from '#domain/audience-profile.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { siteSummary } from '#workers/jobs/atlas/summary.ts';
import { siteWeeks, territoryCalendar } from '#workers/jobs/site-weeks.ts';
import { madeSession, type MadeTerritory } from './atlas-session.ts';

const zoneB = territoryCalendar({ zone: 'B', communes: [] });

/** The year of its abstract weeks. */
export const YEAR = zoneB.year;

export function scheduleOf(text: string | null): OpeningSchedule | null {
	if (text === null) return null;
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(`"${text}" is no schedule`);
	return parsed.schedule;
}

/** @param texts the hours of each site; null where they are not known. The weeks of `made` are not read. */
export function scheduledSession(made: MadeTerritory, texts: readonly (string | null)[]): AtlasSession {
	const session = madeSession(made);
	const sites = session.territory.sites.map((site, rank) => ({ ...site, schedule: scheduleOf(texts[rank]) }));
	const weeksOf = (kind: WeekKind) => siteWeeks({ sites }, { kind, year: YEAR }, zoneB.calendar);
	const weeks = { term: weeksOf('term'), 'small-holidays': weeksOf('small-holidays'), summer: weeksOf('summer') };
	// Of the summary, only what sites change is made.
	const summary = { ...session.summary, sites: sites.map((site, rank) => siteSummary(site, rank, weeks)) };
	return {
		...session,
		...zoneB,
		territory: { ...session.territory, sites },
		weeks,
		summary
	};
}
