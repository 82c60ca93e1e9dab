import type { WeekOpening } from '#domain/cards.ts';
import type { Question } from '#domain/question.ts';
import type { AtlasSession } from '../session.ts';
import { openingsOf } from '../week-openings.ts';
import { weeksOf } from '../weeks.ts';

/** The openings of every site in the question's week, in the order of the sites; null where its hours are not known. */
export async function siteOpenings(
	session: AtlasSession,
	{ week }: Question
): Promise<readonly (readonly WeekOpening[] | null)[]> {
	const weeks = weeksOf(session, week);
	return session.territory.sites.map((_, site) => openingsOf(weeks, site));
}
