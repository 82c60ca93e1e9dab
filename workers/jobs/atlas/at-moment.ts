import type { MomentAnswer } from '#domain/atlas-answers.ts';
import { openAt } from '#core/hours/intervals.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { PaintRequest } from './atlas-jobs.ts';
import { momentShare, sitesOpenNow, viewNow } from './figures.ts';
import { marksOf } from './marks.ts';
import { paintAccess } from './paint.ts';
import type { AtlasSession, SiteWeeks } from './session.ts';
import { viewOf } from './view.ts';

/** How a site whose hours are not known is told in `MomentAnswer.open`. */
const HOURS_UNKNOWN = 255;

/**
 * What the cursor changes, and nothing else: it is asked at every step while the week plays.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function atMoment(
	session: AtlasSession,
	{ question, indicator, level, resolution }: PaintRequest,
	{ signal, progress }: JobContext
): Promise<MomentAnswer> {
	const view = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const now = viewNow(view);
	return {
		minute: question.minute,
		moment: momentShare(now),
		sitesOpen: sitesOpenNow(session, now),
		open: openSites(view.weeks, question.minute),
		paint: indicator === 'open-now' ? paintAccess(session, now, indicator, marksOf(session, level, resolution)) : null
	};
}

/** Every site, counted or not: 1 open, 0 closed, 255 hours not known. */
function openSites({ intervals, known }: SiteWeeks, minute: number): Uint8Array {
	return Uint8Array.from(intervals, (week, site) => (known[site] === 0 ? HOURS_UNKNOWN : openAt(week, minute) ? 1 : 0));
}
