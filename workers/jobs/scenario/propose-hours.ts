import type { HoursProposal } from '#domain/proposals.ts';
import type { WeekKind } from '#domain/question.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { checkChoice, hoursToImprove } from './hours-to-improve.ts';
import type { HoursRequest } from './proposal-jobs.ts';
import { searchHours, type HoursSearch } from './search-hours.ts';

/**
 * Which hours to add, to move or to take away, for the people of the profiles counted in the question's scope, in its typical week: the
 * hours of other weeks stay as they are. Sites of the margin, bookmobiles and sites whose hours are not known are left as they are.
 * @throws MaillageError as `checkChoice` and `hoursToImprove`; the signal's reason once aborted
 */
export async function proposeHours(
	session: AtlasSession,
	request: HoursRequest,
	context: JobContext
): Promise<HoursProposal> {
	return searchHours(await hoursSearch(session, request, context), context);
}

/**
 * What a search for hours needs of the territory, so that it can run without it.
 * @throws MaillageError as `checkChoice` and `hoursToImprove`; the signal's reason once aborted
 */
export async function hoursSearch(
	session: AtlasSession,
	{ question, choice }: HoursRequest,
	{ signal, progress }: JobContext
): Promise<HoursSearch> {
	checkChoice(choice);
	const improve = await hoursToImprove(session, question, choice, { signal, onProgress: progress });
	signal.throwIfAborted();
	const sites = session.territory.sites.map(({ id, schedule }) => ({ id, schedule }));
	// `hoursToImprove` refuses a civil week.
	return { ...improve, choice, kind: question.week as WeekKind, sites };
}
