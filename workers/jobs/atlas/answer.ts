import type { Answers, SiteAnswer } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import { openAt } from '#core/hours/intervals.ts';
import type { JobContext } from '#workers/protocol.ts';
import { figuresByGroup, sitesOpenNow, viewNow } from './figures.ts';
import { peopleOfSites } from './people-of-sites.ts';
import type { AtlasSession } from './session.ts';
import { communesOf, epcisOf, viewOf, type View } from './view.ts';

/**
 * The figures of a question: over its scope, over each commune and EPCI of the perimeter, and for each site. For the same parameters
 * they are those of `diagnose`.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function answer(session: AtlasSession, question: Question, context: JobContext): Promise<Answers> {
	const view = await viewOf(session, question, { signal: context.signal, onProgress: context.progress });
	context.signal.throwIfAborted();
	const now = viewNow(view);
	const communes = communesOf(session);
	const inside = session.territory.communes.filter(({ margin }) => !margin);
	const epcis = epcisOf(session);
	const people = gridPeople(session.territory.population.people, communes.group, communes.keys.length);
	const countedIn = countedByCommune(session, view);
	return {
		whole: figuresByGroup(now, view.scopeGroup, 1)[0],
		otherNeighbours: await withOtherNeighbours(session, question, context),
		sitesOpen: sitesOpenNow(session, now),
		communes: figuresByGroup(now, communes.group, communes.keys.length).map((figures, index) => ({
			...figures,
			code: inside[index].code,
			people: people[index],
			countedSites: countedIn.get(inside[index].code) ?? 0
		})),
		epcis: figuresByGroup(now, epcis.group, epcis.keys.length).map((figures, index) => ({
			...figures,
			code: epcis.keys[index]
		})),
		sites: siteAnswers(session, view)
	};
}

/** The figures of the scope with the sites of the margin in when they were out, and out when they were in; null where there are none. */
async function withOtherNeighbours(
	session: AtlasSession,
	question: Question,
	{ signal }: JobContext
): Promise<Answers['otherNeighbours']> {
	if (!session.territory.sites.some(({ margin }) => margin)) return null;
	const other = await viewOf(session, { ...question, withNeighbours: !question.withNeighbours }, { signal });
	signal.throwIfAborted();
	return figuresByGroup(viewNow(other), other.scopeGroup, 1)[0];
}

function gridPeople(people: Float64Array, group: Int32Array, groupCount: number): Float64Array {
	const sum = new Float64Array(groupCount);
	group.forEach((to, point) => {
		if (to >= 0) sum[to] += people[point];
	});
	return sum;
}

function countedByCommune({ territory }: AtlasSession, { counted }: View): Map<string, number> {
	const count = new Map<string, number>();
	territory.sites.forEach(({ communeCode }, site) => {
		if (communeCode !== null && counted[site] === 1) count.set(communeCode, (count.get(communeCode) ?? 0) + 1);
	});
	return count;
}

function siteAnswers({ territory }: AtlasSession, view: View): SiteAnswer[] {
	const { question, times, counted, weeks } = view;
	const { within, onlyHere } = peopleOfSites(view);
	return territory.sites.map((_, site) => {
		const isAttached = times.siteAttached[site] === 1;
		return {
			counted: counted[site] === 1,
			open: weeks.known[site] === 1 ? openAt(weeks.intervals[site], question.minute) : null,
			weeklyHours: weeks.weeklyHours[site],
			peopleWithin: isAttached ? within[site] : null,
			peopleOnlyHere: isAttached ? onlyHere[site] : null
		};
	});
}
