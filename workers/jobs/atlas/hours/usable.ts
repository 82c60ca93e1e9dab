import { BORROW_AND_RETURN_MINUTES, profileInForce } from '#domain/default-profiles.ts';
import type { UsableAnswer, UsableFigures } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../session.ts';
import { communesOf, epcisOf, viewOf, type View } from '../view.ts';
import { freeTimeOf } from './free-time.ts';
import { freePeople, profileFigures, usableFiguresByGroup, type FreePeople } from './usable-figures.ts';

/**
 * Usable hours of the question's profile: over its scope, over each commune and EPCI of the perimeter, with shorter visits, and with the
 * other choice of neighbours. Whom the question asks about is nothing here: the people are those of the profile's ages.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function usable(
	session: AtlasSession,
	question: Question,
	{ signal, progress }: JobContext
): Promise<UsableAnswer> {
	const view = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const { access, scopeGroup } = view;
	const profile = profileInForce(question.profile, question.editedProfiles);
	const freeTime = freeTimeOf(session, question.week, profile);
	const free = freePeople(session.territory.population, profile, freeTime);
	const short: FreePeople = {
		...free,
		freeTime: freeTime && { ...freeTime, minimumVisitMinutes: BORROW_AND_RETURN_MINUTES }
	};
	// Both are swept at once.
	if (freeTime !== null && short.freeTime !== null) access.usable.seconds([freeTime, short.freeTime]);
	const { minimumUsableMinutes } = question.sectors;
	const inside = session.territory.communes.filter(({ margin }) => !margin);
	const communes = communesOf(session);
	const epcis = epcisOf(session);
	const byGroup = (group: Int32Array, count: number) =>
		usableFiguresByGroup(access, free, minimumUsableMinutes, { group, count });
	return {
		whole: profileFigures(access, profile, free, minimumUsableMinutes, scopeGroup),
		shortVisit: scopeFigures(view, short),
		otherNeighbours: await withOtherNeighbours(session, question, free, signal),
		communes: byGroup(communes.group, communes.keys.length).map((figures, index) => ({
			...figures,
			code: inside[index].code
		})),
		epcis: byGroup(epcis.group, epcis.keys.length).map((figures, index) => ({ ...figures, code: epcis.keys[index] }))
	};
}

function scopeFigures({ access, question, scopeGroup }: View, free: FreePeople): UsableFigures {
	const groups = { group: scopeGroup, count: 1 };
	return usableFiguresByGroup(access, free, question.sectors.minimumUsableMinutes, groups)[0];
}

/** With the sites of the margin when they were out, and without them when they were in; null where there are none. */
async function withOtherNeighbours(
	session: AtlasSession,
	question: Question,
	free: FreePeople,
	signal: AbortSignal
): Promise<UsableFigures | null> {
	if (!session.territory.sites.some(({ margin }) => margin)) return null;
	const other = await viewOf(session, { ...question, withNeighbours: !question.withNeighbours }, { signal });
	signal.throwIfAborted();
	return scopeFigures(other, free);
}
