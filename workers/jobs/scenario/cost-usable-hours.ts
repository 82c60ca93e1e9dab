import { WEEK_KINDS, type WeekKind } from '#domain/audience-profile.ts';
import type { Explained } from '#domain/cost.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import { explained, notSaid, wholeEuros } from '#core/cost/explain.ts';
import { weeksOfYear } from '#core/cost/weeks-of-year.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { freeTimeAsked } from '../atlas/hours/free-time.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf } from '../atlas/view.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { usableOfPoints } from './access-of-points.ts';
import { changeByGroup } from './change-of-people.ts';
import { changeOfPoints, type AccessOfPoints } from './change-of-points.ts';

/** Person-hours of usable time that a scenario gives more in a year, to the people of the question's profile on the whole territory. */
export interface UsableGain {
	/** Null where the profile's ages, its free time or school holidays are not known, or nobody's change is. */
	readonly personHours: number | null;
	/** Of each reference week, with how many of them the year has. */
	readonly weeks: readonly { readonly kind: WeekKind; readonly personHours: number; readonly weeks: number }[];
	/** People whose usable time is not known on one side, in the week where they are most: they are in no sum. */
	readonly peopleUnknown: number;
}

const TERM_OF_WEEK = {
	term: 'cost_usable_school_term',
	'small-holidays': 'cost_usable_small_holidays',
	summer: 'cost_usable_summer'
} as const;
const NOT_KNOWN: UsableGain = { personHours: null, weeks: [], peopleUnknown: 0 };

/**
 * Σ over the three reference weeks of (Σ people × usable hours after − before) × days of that kind in the year ÷ 7.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function usableGain(
	before: AtlasSession,
	after: AtlasSession,
	question: Question,
	steps: TravelSteps
): Promise<UsableGain> {
	const weeksOf = weeksOfYear(before.year, before.calendar);
	const { population } = before.territory;
	const { people, basis } = profilePeople(population, profileInForce(question.profile, question.editedProfiles));
	if (weeksOf === null || basis === 'not-covered') return NOT_KNOWN;
	const everywhere = new Int32Array(population.count);
	const weeks: UsableGain['weeks'][number][] = [];
	let peopleUnknown = 0;
	for (const kind of WEEK_KINDS) {
		const asked: Question = { ...question, week: kind, scope: { kind: 'territory' }, who: { kind: 'everyone' } };
		const was = await usableOf(before, asked, steps);
		const is = await usableOf(after, asked, steps);
		const [{ people: change }] = changeByGroup(changeOfPoints(was, is), people, everywhere, 1);
		if (change.peopleTimesChange === null) return NOT_KNOWN;
		peopleUnknown = Math.max(peopleUnknown, change.unknown);
		weeks.push({ kind, personHours: change.peopleTimesChange, weeks: weeksOf[kind] });
	}
	const personHours = weeks.reduce((sum, week) => sum + week.personHours * week.weeks, 0);
	return { personHours, weeks, peopleUnknown };
}

async function usableOf(session: AtlasSession, question: Question, steps: TravelSteps): Promise<AccessOfPoints> {
	const { access } = await viewOf(session, question, steps);
	steps.signal?.throwIfAborted();
	const freeTime = freeTimeAsked(session, question);
	return usableOfPoints(access, freeTime === null ? null : access.usable.seconds([freeTime])[0]);
}

/** Yearly euros, without investment, for each person-hour gained; only where something is gained for a cost. */
export function eurosPerUsableHour({ value: euros }: Explained, { personHours, weeks }: UsableGain): Explained {
	if (personHours === null) return notSaid('cost_usable_unknown');
	if (personHours <= 0) return notSaid('cost_usable_no_gain');
	if (euros === null) return notSaid('cost_usable_needs_euros');
	if (euros <= 0) return notSaid('cost_usable_no_cost');
	const perHour = euros / personHours;
	const terms = weeks.map((week) => ({
		code: TERM_OF_WEEK[week.kind],
		params: { hours: Math.round(week.personHours), weeks: Math.round(week.weeks * 10) / 10 }
	}));
	const params = { euros: wholeEuros(euros), hours: Math.round(personHours), perHour };
	return explained(perHour, 'cost_usable_formula', params, terms);
}
