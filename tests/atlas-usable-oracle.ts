// Usable hours under a question as one would work them out by hand, demand point by demand point. Slow and plain; it shares nothing with
// the kernels.
import { DEFAULT_PROFILES, type DefaultProfile } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { weeksOf } from '#workers/jobs/atlas/weeks.ts';
import { countedPlainly, plainPoints, type PlainPoint } from './atlas-oracle.ts';
import { visitsPlainly, type PlainTrip, type Span } from './usable-hours-plain.ts';

/** One demand point and the people of a profile there. */
export interface PlainFreePoint extends PlainPoint {
	/** The visits that one can make from it in the profile's free time, in seconds of the week. */
	readonly visits: readonly Span[];
}

export function profilePlainly({ profile, editedProfiles }: Question): DefaultProfile {
	const found = [...editedProfiles, ...DEFAULT_PROFILES].find(({ id }) => id === profile);
	if (found === undefined) throw new Error(`No profile ${profile}`);
	return found;
}

/** Free windows as spans, those that touch made one; given in order and not overlapping. */
function windowsPlainly(flat: readonly number[]): Span[] {
	const spans: [number, number][] = [];
	for (let at = 0; at < flat.length; at += 2) {
		const last = spans.at(-1);
		if (last?.[1] === flat[at]) last[1] = flat[at + 1];
		else spans.push([flat[at], flat[at + 1]]);
	}
	return spans;
}

const spansOf = (flat: ArrayLike<number>) =>
	Array.from({ length: flat.length / 2 }, (_, rank): Span => [flat[2 * rank], flat[2 * rank + 1]]);

/** People of the ages of a profile: each year of age of a band has as many as any other, up to 99. */
function peoplePlainly({ territory }: AtlasSession, { ages }: DefaultProfile, point: number): number {
	const { ageBands, people } = territory.population;
	if (ageBands === null) return people[point];
	let sum = 0;
	for (const band of ageBands) {
		const last = band.toAge ?? 99;
		const taken = Math.min(last, ages.toAge ?? 99) - Math.max(band.fromAge, ages.fromAge) + 1;
		sum += band.people[point] * (Math.max(0, taken) / (last - band.fromAge + 1));
	}
	return sum;
}

/** Every demand point, with the people of the question's profile and what they can visit in an abstract week. */
export function plainFreePoints(
	session: AtlasSession,
	question: Question,
	times: TravelTimes,
	minimumVisitMinutes = profilePlainly(question).minimumVisitMinutes
): PlainFreePoint[] {
	const { week, cutoffMinutes } = question;
	if (week !== 'term' && week !== 'small-holidays' && week !== 'summer') throw new Error(`${week} is not abstract`);
	const profile = profilePlainly(question);
	const counted = countedPlainly(session, question);
	const openings = weeksOf(session, week).intervals.map((each, site) => (counted.has(site) ? spansOf(each) : []));
	const task = { openings, windows: windowsPlainly(profile.freeWindows[week]), minimumVisitMinutes };
	return plainPoints(session, question, times).map((point, rank) => {
		const trips: PlainTrip[] = [];
		for (let entry = times.first[rank]; entry < times.first[rank + 1]; entry++) {
			const back = times.fromSite[entry];
			trips.push({ site: times.site[entry], go: times.toSite[entry], back: back === UNREACHABLE ? null : back });
		}
		return {
			...point,
			people: peoplePlainly(session, profile, rank),
			visits: visitsPlainly(trips, task, cutoffMinutes * 60)
		};
	});
}
