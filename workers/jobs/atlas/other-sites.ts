import { WEEK_KINDS, type WeekKind } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import { siteWeeks } from '../site-weeks.ts';
import { sameHours } from './same-site.ts';
import type { AtlasSession, SiteWeeks } from './session.ts';
import { siteSummary } from './summary.ts';

/**
 * A territory with other sites: those it has, in their ranks, then others. Hours are read again only where they are others, and all that
 * does not hang on sites is shared.
 */
export function withOtherSites(opened: AtlasSession, sites: readonly Site[]): AtlasSession {
	const { territory, summary } = opened;
	const weeks = ofEachWeek((kind) => weeksWith(opened, sites, kind));
	const isSame = (rank: number) => sites[rank] === territory.sites.at(rank);
	return {
		...opened,
		territory: { ...territory, sites },
		weeks,
		summary: {
			...summary,
			sites: sites.map((site, rank) => (isSame(rank) ? summary.sites[rank] : siteSummary(site, rank, weeks)))
		}
	};
}

function ofEachWeek<Value>(valueOf: (kind: WeekKind) => Value): Readonly<Record<WeekKind, Value>> {
	return Object.fromEntries(WEEK_KINDS.map((kind) => [kind, valueOf(kind)])) as Record<WeekKind, Value>;
}

/** A week of all sites, read again where the territory as it was opened has other hours, or no such site. */
function weeksWith(
	{ territory, weeks, calendar, year }: AtlasSession,
	sites: readonly Site[],
	kind: WeekKind
): SiteWeeks {
	const before = weeks[kind];
	const isRead = sites.map(({ schedule }, rank) => {
		const known = territory.sites.at(rank);
		return known === undefined || !sameHours(schedule, known.schedule);
	});
	const again = siteWeeks({ sites: sites.filter((_, rank) => isRead[rank]) }, { kind, year }, calendar);
	let next = 0;
	const from = isRead.map((read, rank) => (read ? { weeks: again, at: next++ } : { weeks: before, at: rank }));
	return {
		intervals: from.map(({ weeks: { intervals }, at }) => intervals[at]),
		known: Uint8Array.from(from, ({ weeks: { known }, at }) => known[at]),
		weeklyHours: from.map(({ weeks: { weeklyHours }, at }) => weeklyHours[at])
	};
}
