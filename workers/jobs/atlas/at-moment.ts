import type { MomentAnswer, Paint } from '#domain/atlas-answers.ts';
import { openAt } from '#core/hours/intervals.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { PaintRequest } from './atlas-jobs.ts';
import { momentShare, sitesOpenNow, viewNow, type ViewNow } from './figures.ts';
import { marksOf } from './marks.ts';
import { paint, paintAccess } from './paint.ts';
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
	request: PaintRequest,
	{ signal, progress }: JobContext
): Promise<MomentAnswer> {
	const { question } = request;
	const view = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const now = viewNow(view);
	return {
		minute: question.minute,
		moment: momentShare(now),
		sitesOpen: sitesOpenNow(session, now),
		open: openSites(view.weeks, question.minute),
		paint: await paintAtCursor(session, now, request, { signal, progress })
	};
}

/** The map where it hangs on the cursor, as what a scenario changes of the moment does too; null elsewhere. */
async function paintAtCursor(
	session: AtlasSession,
	now: ViewNow,
	request: PaintRequest,
	context: JobContext
): Promise<Paint | null> {
	const { indicator, level, resolution, question } = request;
	if (indicator === 'open-now') return paintAccess(session, now, indicator, marksOf(session, level, resolution));
	return indicator === 'change' && question.form === 'moment' ? paint(session, request, context) : null;
}

/** Every site, counted or not: 1 open, 0 closed, 255 hours not known. */
function openSites({ intervals, known }: SiteWeeks, minute: number): Uint8Array {
	return Uint8Array.from(intervals, (week, site) => (known[site] === 0 ? HOURS_UNKNOWN : openAt(week, minute) ? 1 : 0));
}
