import { profileInForce } from '#domain/default-profiles.ts';
import { MaillageError, type Message } from '#domain/notes.ts';
import type { HoursChoice } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import { MINUTES_PER_WEEK } from '#domain/units.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { areWeights, sharesOf, type ProfileShare } from '#domain/weighting.ts';
import { normalizeIntervals, totalMinutes, type Intervals } from '#core/hours/intervals.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { hoursCase, type Audience, type HoursCase } from '#core/improve-hours/hours-case.ts';
import { editableTimes } from '#core/improve-hours/weekly-edit.ts';
import { freeTimeOf } from '../atlas/hours/free-time.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf, type View } from '../atlas/view.ts';
import type { TravelSteps } from '../travel/travel-source.ts';

/** Hours that may change, and whom they serve. */
export interface HoursToImprove {
	readonly hours: HoursCase;
	/** The profile of each audience, and its part of all weights. */
	readonly profiles: readonly ProfileShare[];
	/** As `HoursProposal.hasAges`. */
	readonly hasAges: boolean;
	/** Times at which each site may open more, and those within which its openings may close, by rank. */
	readonly adds: ReadonlyMap<number, Intervals>;
	readonly removes: ReadonlyMap<number, Intervals>;
	/** What the profiles rest on; sites left as they are, and why. */
	readonly statements: readonly Message[];
}

/** @throws MaillageError `error_improve_minutes`, `error_improve_block`, `error_improve_allowed`, `error_improve_site_limit`, `error_improve_weights` */
export function checkChoice({ aim, weights, minutes, blockMinutes, allowed, perSiteMinutes }: HoursChoice): void {
	if (weights !== null && !areWeights(weights)) throw new MaillageError('error_improve_weights');
	const isMinutes = (value: number) => Number.isInteger(value) && value > 0 && value <= MINUTES_PER_WEEK;
	if (!isMinutes(blockMinutes)) throw new MaillageError('error_improve_block', { read: blockMinutes });
	const least = aim === 'remove' ? 1 : blockMinutes;
	// Many sites may change by many hours together: more than a week has.
	if (!Number.isInteger(minutes) || minutes < least || minutes > 100 * MINUTES_PER_WEEK) {
		throw new MaillageError('error_improve_minutes', { read: minutes, least });
	}
	if (perSiteMinutes !== null && !(perSiteMinutes >= least)) {
		throw new MaillageError('error_improve_site_limit', { read: perSiteMinutes, least });
	}
	const inWeek = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_PER_WEEK;
	const rising = allowed.every((minute, at) => at === 0 || minute > allowed[at - 1]);
	if (allowed.length % 2 !== 0 || !allowed.every(inWeek) || !rising || (aim !== 'remove' && allowed.length === 0)) {
		throw new MaillageError('error_improve_allowed');
	}
}

/**
 * What of a question's territory may change, for the people of the profiles counted in its scope.
 * @throws MaillageError `error_improve_week` (a civil week: hours are changed in a typical one), `error_improve_profile` (its ages are not in
 * the data), `error_improve_no_site`; as `viewOf`
 */
export async function hoursToImprove(
	session: AtlasSession,
	question: Question,
	choice: HoursChoice,
	steps: TravelSteps
): Promise<HoursToImprove> {
	const { week } = question;
	if (isCivilWeek(week)) throw new MaillageError('error_improve_week', { read: week });
	const view = await viewOf(session, question, steps);
	const { counted, times, weeks, cutoffSeconds } = view;
	const profiles = sharesOf(choice.weights ?? [{ profile: question.profile, weight: 1 }]);
	const audiences = profiles.map((one) => audienceOf(session, view, one));
	const hasAges = session.territory.population.ageBands !== null;
	const noAges: Message[] = hasAges ? [] : [{ code: 'improve_no_ages', params: {} }];
	const openings = weeks.intervals.map((one, site) => (counted[site] === 1 ? [...one] : []));
	const hours = hoursCase(times, audiences, cutoffSeconds, openings, counted);
	const { adds, removes, statements } = sitesThatMayChange(session, view, choice);
	const which = choice.aim === 'remove' ? removes : adds;
	if (![...which.values()].some((time) => totalMinutes(time) > 0)) throw new MaillageError('error_improve_no_site');
	return { hours, profiles, hasAges, adds, removes, statements: [...noAges, ...statements] };
}

function audienceOf(
	session: AtlasSession,
	{ question, times, inScope }: View,
	{ profile, share }: ProfileShare
): Audience {
	const inForce = profileInForce(profile, question.editedProfiles);
	const { people, basis } = profilePeople(session.territory.population, inForce);
	const freeTime = freeTimeOf(session, question.week, inForce);
	if (basis === 'not-covered' || freeTime === null) throw new MaillageError('error_improve_profile');
	const asked = people.map((one, point) => (inScope[point] === 1 && times.attached[point] === 1 ? one : 0));
	return { people: asked, weight: share, ...freeTime };
}

const LEFT_OUT = ['locked', 'unknown', 'bookmobile', 'fixed'] as const;

function sitesThatMayChange(
	session: AtlasSession,
	{ counted, weeks, question }: View,
	{ locked, allowed }: HoursChoice
): Omit<HoursToImprove, 'hours' | 'profiles' | 'hasAges'> {
	const [adds, removes] = [new Map<number, Intervals>(), new Map<number, Intervals>()];
	const left = new Map<(typeof LEFT_OUT)[number], number>();
	const lockedIds = new Set(locked);
	const week = isCivilWeek(question.week) ? null : { kind: question.week, year: session.year };
	session.territory.sites.forEach((site, rank) => {
		// Neighbours are others' to decide, and nobody expects them to change.
		if (counted[rank] === 0 || site.margin || week === null) return;
		const reason = reasonToLeave(site, weeks.known[rank] === 1, lockedIds);
		const times =
			reason === null && site.schedule !== null
				? editableTimes(site.schedule, week, session.calendar, normalizeIntervals(allowed))
				: null;
		if (times !== null && times.adds.length + times.removes.length > 0) {
			adds.set(rank, times.adds);
			removes.set(rank, times.removes);
		} else left.set(reason ?? 'fixed', (left.get(reason ?? 'fixed') ?? 0) + 1);
	});
	const statements = LEFT_OUT.flatMap((reason): Message[] => {
		const count = left.get(reason);
		return count === undefined ? [] : [{ code: STATEMENTS[reason], params: { count } }];
	});
	return { adds, removes, statements };
}

const STATEMENTS = {
	locked: 'improve_left_locked',
	unknown: 'improve_left_unknown',
	bookmobile: 'improve_left_bookmobile',
	fixed: 'improve_left_fixed'
} as const satisfies Record<(typeof LEFT_OUT)[number], string>;

function reasonToLeave({ id, kind }: Site, isKnown: boolean, locked: ReadonlySet<string>) {
	if (locked.has(id)) return 'locked';
	if (kind === 'bookmobile' || kind === 'bookmobile-stop') return 'bookmobile';
	return isKnown ? null : 'unknown';
}
