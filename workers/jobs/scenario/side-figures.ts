import { profileInForce } from '#domain/default-profiles.ts';
import type { SideFigures } from '#domain/scenario-answers.ts';
import { figuresByGroup, viewNow } from '../atlas/figures.ts';
import { freeTimeOf } from '../atlas/hours/free-time.ts';
import { freePeople, usableFiguresByGroup } from '../atlas/hours/usable-figures.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { View } from '../atlas/view.ts';

/** What sectors tell of one side. */
export type SectorsSide = Pick<SideFigures, 'peopleInSectors' | 'peopleNotClassed'>;

/** The figures of one side, those of `answer` and `usable` for the same question; sectors are another search. */
export function sideFigures(session: AtlasSession, view: View): Omit<SideFigures, keyof SectorsSide> {
	const { question, access, scopeGroup } = view;
	const [{ coverage, moment, medianWeeklyHours, hoursUnknownPeople }] = figuresByGroup(viewNow(view), scopeGroup, 1);
	const profile = profileInForce(question.profile, question.editedProfiles);
	const free = freePeople(session.territory.population, profile, freeTimeOf(session, question.week, profile));
	const groups = { group: scopeGroup, count: 1 };
	const [usable] = usableFiguresByGroup(access, free, question.sectors.minimumUsableMinutes, groups);
	return {
		coverage,
		moment,
		medianWeeklyHours,
		medianUsableHours: usable.medianHours,
		withoutUsable: usable.none,
		hoursUnknownPeople,
		usableUnknownPeople: usable.hoursUnknownPeople,
		...countedSitesAndHours(session, view)
	};
}

function countedSitesAndHours(
	{ territory: { sites } }: AtlasSession,
	{ counted, weeks }: View
): Pick<SideFigures, 'countedSites' | 'weeklyOpenHours'> {
	const ofPerimeter = [...sites.keys()].filter((site) => counted[site] === 1 && !sites[site].margin);
	const hours = ofPerimeter.flatMap((site) => weeks.weeklyHours[site] ?? []);
	return {
		countedSites: ofPerimeter.length,
		weeklyOpenHours: hours.length === 0 && ofPerimeter.length > 0 ? null : hours.reduce((sum, one) => sum + one, 0)
	};
}
