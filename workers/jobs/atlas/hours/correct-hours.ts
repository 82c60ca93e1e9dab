import { WEEK_KINDS, type WeekKind } from '#domain/audience-profile.ts';
import { MaillageError } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { siteWeeks } from '../../site-weeks.ts';
import type { AtlasSession, SiteWeeks } from '../session.ts';
import { takeOver } from '../view.ts';
import type { HoursCorrection } from './hours-jobs.ts';

/** The schedules of the corrected sites, by rank. */
type Corrected = ReadonlyMap<number, OpeningSchedule | null>;

/**
 * A territory as it was opened, with other hours at some sites: what hangs on them is made again for these sites alone, all the rest is
 * shared. Without corrections it is the territory itself. The last of two corrections of a site holds.
 * @param inForce the same territory with former corrections: its answers are made again only where the hours differ
 * @throws MaillageError `error_correction_site` for an identifier that no site has
 */
export function withCorrectedHours(
	opened: AtlasSession,
	corrections: readonly HoursCorrection[],
	inForce: AtlasSession = opened
): AtlasSession {
	if (corrections.length === 0) return opened;
	const { territory, summary, weeks } = opened;
	const corrected = byRank(opened, corrections);
	const sites = territory.sites.map((site, rank) => {
		const schedule = corrected.get(rank);
		return schedule === undefined ? site : { ...site, schedule };
	});
	const read = (kind: WeekKind) => weeksWith(opened, weeks[kind], kind, corrected);
	const weeksInForce = ofEachWeek(read);
	const session: AtlasSession = {
		...opened,
		territory: { ...territory, sites },
		weeks: weeksInForce,
		summary: {
			...summary,
			sites: summary.sites.map((site, rank) =>
				corrected.has(rank)
					? { ...site, weeklyHours: ofEachWeek((kind) => weeksInForce[kind].weeklyHours[rank]) }
					: site
			)
		}
	};
	takeOver(session, inForce, changedSites(session, inForce));
	return session;
}

/** One byte per site, 1 where the two sessions have other hours. */
function changedSites({ territory }: AtlasSession, other: AtlasSession): Uint8Array {
	return Uint8Array.from(territory.sites, ({ schedule }, rank) => {
		const before = other.territory.sites[rank].schedule;
		return schedule === before || JSON.stringify(schedule?.rules) === JSON.stringify(before?.rules) ? 0 : 1;
	});
}

function byRank({ territory: { sites } }: AtlasSession, corrections: readonly HoursCorrection[]): Corrected {
	const ranks = new Map(sites.map(({ id }, rank) => [id, rank]));
	return new Map(
		corrections.map(({ siteId, schedule }) => {
			const rank = ranks.get(siteId);
			if (rank === undefined) throw new MaillageError('error_correction_site', { read: siteId });
			return [rank, schedule];
		})
	);
}

function ofEachWeek<Value>(valueOf: (kind: WeekKind) => Value): Readonly<Record<WeekKind, Value>> {
	return Object.fromEntries(WEEK_KINDS.map((kind) => [kind, valueOf(kind)])) as Record<WeekKind, Value>;
}

/** A week of all sites, read again at the corrected ones. */
function weeksWith(
	{ territory: { sites }, calendar, year }: AtlasSession,
	before: SiteWeeks,
	kind: WeekKind,
	corrected: Corrected
): SiteWeeks {
	const schedules = [...corrected];
	const again = siteWeeks(
		{ sites: schedules.map(([rank, schedule]) => ({ ...sites[rank], schedule })) },
		{ kind, year },
		calendar
	);
	const [intervals, weeklyHours, known] = [[...before.intervals], [...before.weeklyHours], before.known.slice()];
	schedules.forEach(([rank], index) => {
		intervals[rank] = again.intervals[index];
		weeklyHours[rank] = again.weeklyHours[index];
		known[rank] = again.known[index];
	});
	return { intervals, known, weeklyHours };
}
