import type { WeekStripAnswer } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import { coverageByGroup } from '#core/access/coverage.ts';
import { sitesByQuarter } from '#core/access/week-strip.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from './session.ts';
import { viewOf } from './view.ts';

/**
 * The week of a question, whatever its cursor: at each quarter of an hour exactly what `atMoment` says at its first minute.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function weekStrip(
	session: AtlasSession,
	question: Question,
	{ signal, progress }: JobContext
): Promise<WeekStripAnswer> {
	const view = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const { access, times, weights, inScope, cutoffSeconds } = view;
	const { attached } = times;
	const { toldOfHours } = access;
	const { who, scope } = question;
	const { bits } = access.quarters;
	const wordsOfSite = bits.length / view.sitesOfScope.length;
	const included = inScope.map((one, point) => one & attached[point]);
	const [hoursKnown] = access.hoursKnown(weights, view.scopeGroup, 1);
	return {
		people: hoursKnown === 1 ? access.quarters.people(JSON.stringify([who, scope]), weights, included) : null,
		ofPeople: coverageByGroup(access.nearest, weights, toldOfHours, view.scopeGroup, 1, cutoffSeconds).attached[0],
		// The bits of the sites of the scope alone.
		sitesOpen: sitesByQuarter(
			bits.map((word, at) => (view.sitesOfScope[Math.floor(at / wordsOfSite)] === 1 ? word : 0))
		)
	};
}
