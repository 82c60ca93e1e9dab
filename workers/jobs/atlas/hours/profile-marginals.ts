import { profileInForce } from '#domain/default-profiles.ts';
import { marginalHours, type MarginalHours } from '#core/hours/marginal.ts';
import { profilePeople, type PeopleOfProfile, type ProfilePeople } from '#core/hours/profile-weights.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import type { AtlasSession } from '../session.ts';
import type { View } from '../view.ts';
import { freeTimeAsked } from './free-time.ts';

/**
 * People of the question's profile in its scope, attached ones alone; the others are NaN. Null where the data do not tell its ages.
 * @param among one byte per demand point, 0 where it is left out: those of the scope by default
 */
export function profileInScope(
	{ territory }: AtlasSession,
	{ question, inScope, times }: View,
	among: Uint8Array = inScope
): ProfilePeople | null {
	const profile = profileInForce(question.profile, question.editedProfiles);
	const { people, ...told } = profilePeople(territory.population, profile);
	if (told.basis === 'not-covered') return null;
	const inside = people.map((one, point) => (among[point] === 1 && times.attached[point] === 1 ? one : NaN));
	return { ...told, people: inside as PeopleOfProfile<string> };
}

/**
 * What each opening and each site alone gives to people of the question's profile, in its week, mode, cutoff and supply; null where the
 * profile's free time is not known (a civil week whose days are unknown for schools).
 */
export function profileMarginals(session: AtlasSession, view: View, people: ProfilePeople): MarginalHours | null {
	const free = freeTimeAsked(session, view.question);
	if (free === null) return null;
	const { openings } = view.access;
	const visits = possibleVisits([openings], [{ week: 0, ...free }]);
	return marginalHours(view.times, visits, openings, view.cutoffSeconds, people);
}
