// The figures of a question as one would work them out by hand: point by point, with sets of sites and of minutes. Slow and plain; it
// shares nothing with the kernels.
import type { Question } from '#domain/question.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { weeksOf } from '#workers/jobs/atlas/weeks.ts';
import type { TravelTimes } from '#domain/travel.ts';

/** One demand point under a question. */
export interface PlainPoint {
	readonly people: number;
	readonly attached: boolean;
	readonly commune: string | null;
	/** Counted sites within the cutoff. */
	readonly sites: ReadonlySet<number>;
	/** Seconds to each counted site within the cap. */
	readonly seconds: ReadonlyMap<number, number>;
}

export function countedPlainly({ territory }: AtlasSession, { withNeighbours, supply }: Question): Set<number> {
	const counted = new Set<number>();
	territory.sites.forEach((site, rank) => {
		let counts = site.counted.counted && !supply.kindsLeftOut.includes(site.kind);
		if (supply.takenIn.includes(site.id)) counts = true;
		if (supply.leftOut.includes(site.id) || site.kind === 'return-box') counts = false;
		if (site.margin && !withNeighbours) counts = false;
		if (counts) counted.add(rank);
	});
	return counted;
}

export function plainPoints(session: AtlasSession, question: Question, times: TravelTimes): PlainPoint[] {
	const counted = countedPlainly(session, question);
	const { population } = session.territory;
	return Array.from({ length: times.demandCount }, (_, point) => {
		const seconds = new Map<number, number>();
		for (let entry = times.first[point]; entry < times.first[point + 1]; entry++) {
			if (counted.has(times.site[entry])) seconds.set(times.site[entry], times.toSite[entry]);
		}
		const near = [...seconds].filter(([, time]) => time <= question.cutoffMinutes * 60);
		return {
			people: population.people[point],
			attached: times.attached[point] === 1,
			commune: population.communeCodes[point],
			sites: new Set(near.map(([site]) => site)),
			seconds
		};
	});
}

/** What is known of the hours of the sites that some people reach: of none of them, of some, or there is none. */
export function hoursReached(
	session: AtlasSession,
	{ week }: Question,
	points: readonly PlainPoint[]
): 'no site' | 'unknown' | 'known' {
	const reached = new Set(points.flatMap(({ people, sites }) => (people > 0 ? [...sites] : [])));
	if (reached.size === 0) return 'no site';
	return [...reached].some((site) => weeksOf(session, week).known[site] === 1) ? 'known' : 'unknown';
}

/** Whether figures of hours over some people are known: the hours of some counted site are, and not only of sites they do not reach. */
export function areHoursKnown(session: AtlasSession, question: Question, points: readonly PlainPoint[]): boolean {
	const { known } = weeksOf(session, question.week);
	if (![...countedPlainly(session, question)].some((site) => known[site] === 1)) return false;
	return hoursReached(session, question, points) !== 'unknown';
}

/** The points of which hours are told: attached, and not those from which only sites of unknown hours are reached. */
export function toldOfHours<Point extends PlainPoint>(
	session: AtlasSession,
	{ week }: Pick<Question, 'week'>,
	points: readonly Point[]
): Point[] {
	const { known } = weeksOf(session, week);
	return points.filter(
		({ attached, sites }) => attached && (sites.size === 0 || [...sites].some((site) => known[site] === 1))
	);
}

/** Whether a site's week holds a minute. */
export function openPlainly(session: AtlasSession, { week }: Question, site: number, minute: number): boolean {
	const intervals = weeksOf(session, week).intervals[site];
	for (let at = 0; at < intervals.length; at += 2) {
		if (intervals[at] <= minute && minute < intervals[at + 1]) return true;
	}
	return false;
}

/** Minutes of the week with a site of a point open, in free time where some is given (pairs of minutes). */
export function openMinutesPlainly(
	session: AtlasSession,
	{ week }: Question,
	{ sites }: PlainPoint,
	free: readonly number[] = [0, 10_080]
): number {
	const minutes = new Set<number>();
	const isFree = (minute: number) => free.some((from, at) => at % 2 === 0 && from <= minute && minute < free[at + 1]);
	for (const site of sites) {
		const intervals = weeksOf(session, week).intervals[site];
		for (let at = 0; at < intervals.length; at += 2) {
			for (let minute = intervals[at]; minute < intervals[at + 1]; minute++) if (isFree(minute)) minutes.add(minute);
		}
	}
	return minutes.size;
}

export const peopleWhere = (points: readonly PlainPoint[], holds: (point: PlainPoint) => boolean) =>
	points.filter((point) => point.attached && holds(point)).reduce((sum, { people }) => sum + people, 0);

/** People with a site open within the cutoff at a minute. */
export function momentPlainly(
	session: AtlasSession,
	question: Question,
	points: readonly PlainPoint[],
	minute: number
) {
	return peopleWhere(points, ({ sites }) => [...sites].some((site) => openPlainly(session, question, site, minute)));
}

/** The largest of the values that at least half of the people reach or exceed; null for nobody. */
export function halfHaveAtLeast(values: readonly { readonly value: number; readonly people: number }[]): number | null {
	const total = values.reduce((sum, { people }) => sum + people, 0);
	if (total === 0) return null;
	const candidates = values.filter(
		({ value }) => values.reduce((sum, other) => (other.value >= value ? sum + other.people : sum), 0) >= total / 2
	);
	return Math.max(...candidates.filter(({ people }) => people > 0).map(({ value }) => value));
}
