import type { WeekKind } from '#domain/question.ts';
import { isCivilWeek, referenceWeek, type CivilWeek } from '#domain/week-choice.ts';
import { siteWeeks } from '../site-weeks.ts';
import { LeastRecent } from './least-recent.ts';
import type { AtlasSession, SiteWeeks } from './session.ts';

// As many as a user goes back and forth between; the abstract ones are always at hand.
const CIVIL_WEEKS_KEPT = 6;
const keptOf = new WeakMap<AtlasSession, LeastRecent<SiteWeeks>>();

/** The weeks of every site under a choice of week; those of a civil week are compiled when it is first asked for. */
export function weeksOf(session: AtlasSession, week: WeekKind | CivilWeek): SiteWeeks {
	if (!isCivilWeek(week)) return session.weeks[week];
	let kept = keptOf.get(session);
	if (kept === undefined) {
		kept = new LeastRecent(CIVIL_WEEKS_KEPT);
		keptOf.set(session, kept);
	}
	return kept.get(week, () => siteWeeks(session.territory, referenceWeek(week, session.year), session.calendar));
}
