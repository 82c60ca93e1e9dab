import { MaillageError } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { withOtherSites } from '../other-sites.ts';
import type { AtlasSession } from '../session.ts';
import { takeOver } from '../view.ts';
import type { HoursCorrection } from './hours-jobs.ts';

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
	const corrected = byRank(opened, corrections);
	const sites = opened.territory.sites.map((site, rank) => {
		const schedule = corrected.get(rank);
		return schedule === undefined ? site : { ...site, schedule };
	});
	const session = withOtherSites(opened, sites);
	takeOver(session, [inForce, opened]);
	return session;
}

/** The schedules of the corrected sites. */
function byRank(
	{ territory: { sites } }: AtlasSession,
	corrections: readonly HoursCorrection[]
): ReadonlyMap<number, OpeningSchedule | null> {
	const ranks = new Map(sites.map(({ id }, rank) => [id, rank]));
	return new Map(
		corrections.map(({ siteId, schedule }) => {
			const rank = ranks.get(siteId);
			if (rank === undefined) throw new MaillageError('error_correction_site', { read: siteId });
			return [rank, schedule];
		})
	);
}
