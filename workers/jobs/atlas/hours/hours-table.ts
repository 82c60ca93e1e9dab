import type { HoursTable, SiteHoursRow } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import { peopleInReach } from '#core/access/catchment.ts';
import { intersectIntervals, totalMinutes, unionIntervals } from '#core/hours/intervals.ts';
import { LUNCH_HOURS, minutesByMoment } from '#core/hours/moments.ts';
import type { JobContext } from '#workers/protocol.ts';
import { NOT_PUBLIC } from '../cards/site-from-place.ts';
import { standsInScope } from '../scope.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf, type View } from '../view.ts';
import { openingsOf, weekOpenings } from '../week-openings.ts';
import { freeTimeAsked } from './free-time.ts';
import { profileInScope, profileMarginals } from './profile-marginals.ts';
import { yearAsked, yearHoursOf } from './year-hours.ts';

/** Sites read over the year between two looks at the signal: some ten milliseconds. */
const SITES_PER_STEP = 8;

/**
 * The hours of the sites of a question's scope: of its week, of a year, and what each alone gives to the people of its profile who are in
 * the scope.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function hoursTable(session: AtlasSession, question: Question, context: JobContext): Promise<HoursTable> {
	const view = await viewOf(session, question, { signal: context.signal, onProgress: context.progress });
	context.signal.throwIfAborted();
	const sites = sitesOfTable(session, view);
	const figures = siteFigures(session, view);
	const year = yearAsked(session, question);
	const rows: SiteHoursRow[] = [];
	for (const [rank, site] of sites.entries()) {
		if (rank % SITES_PER_STEP === 0) await pause(context, rank / sites.length);
		const { schedule } = session.territory.sites[site];
		rows.push({
			...weekOf(view, site),
			...figures(site),
			year: schedule === null ? null : yearHoursOf(schedule, year, session.calendar)
		});
	}
	const free = freeTimeAsked(session, question);
	return {
		rows,
		network: networkOf(rows, view),
		free: free === null ? null : { windows: free.windows, byMoment: minutesByMoment(free.windows) },
		year
	};
}

/** A turn of the event loop, for a cancel to be heard. */
async function pause({ progress, signal }: JobContext, share: number): Promise<void> {
	progress(share);
	await new Promise<void>((resume) => setTimeout(resume));
	signal.throwIfAborted();
}

/**
 * Public sites that stand in the scope, and those that the user took in; then, over the whole territory, the neighbours that count. Not
 * return boxes: they are no opening.
 */
function sitesOfTable({ territory }: AtlasSession, { question: { scope }, counted }: View): number[] {
	const { sites } = territory;
	const isPublic = (site: number) =>
		counted[site] === 1 || !(NOT_PUBLIC.has(sites[site].kind) || sites[site].kind === 'return-box');
	const stands = standsInScope(territory, scope);
	const ranks = [...sites.keys()];
	const inside = ranks.filter((site) => stands(sites[site]) && isPublic(site));
	if (scope.kind !== 'territory') return inside;
	return [...inside, ...ranks.filter((site) => sites[site].margin && counted[site] === 1)];
}

function weekOf({ weeks, counted }: View, site: number) {
	const openings = openingsOf(weeks, site);
	return {
		site,
		counted: counted[site] === 1,
		openings,
		weeklyHours: weeks.weeklyHours[site],
		byMoment: openings === null ? null : minutesByMoment(weeks.intervals[site]),
		lunchMinutes: openings === null ? null : lunchMinutesOf(Array.from(weeks.intervals[site]))
	};
}

const lunchMinutesOf = (week: readonly number[]) => totalMinutes(intersectIntervals(week, LUNCH_HOURS));

type PeopleFigures = Pick<SiteHoursRow, 'peopleWithin' | 'onlyHerePersonHours'>;

/** Whom each site serves of the profile, and what only it gives them. */
function siteFigures(session: AtlasSession, view: View): (site: number) => PeopleFigures {
	const people = profileInScope(session, view);
	if (people === null) return () => ({ peopleWithin: null, onlyHerePersonHours: null });
	const { times, cutoffSeconds, weeks, counted } = view;
	const within = peopleInReach(times, people.people, cutoffSeconds);
	const marginals = profileMarginals(session, view, people);
	return (site) => {
		const isAttached = times.siteAttached[site] === 1;
		const isKnown = isAttached && counted[site] === 1 && weeks.known[site] === 1;
		return {
			peopleWithin: isAttached ? within[site] : null,
			onlyHerePersonHours: isKnown && marginals !== null ? marginals.bySite[site] / 60 : null
		};
	};
}

/** When at least one counted site of the rows is open; not known where there are such sites and the hours of none are known. */
function networkOf(rows: readonly SiteHoursRow[], { weeks }: View): HoursTable['network'] {
	const counted = rows.filter((row) => row.counted);
	if (counted.length > 0 && counted.every(({ openings }) => openings === null)) return null;
	const union = unionIntervals(counted.map(({ site }) => Array.from(weeks.intervals[site])));
	return { openings: weekOpenings(union), byMoment: minutesByMoment(union), lunchMinutes: lunchMinutesOf(union) };
}
