import { profilesInForce } from '#domain/default-profiles.ts';
import type { ChangeAnswer } from '#domain/scenario-answers.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { meanByGroup } from '#core/access/mean-by-group.ts';
import { freeTimeOf } from '../atlas/hours/free-time.ts';
import { sumByMark } from '../atlas/marks.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { communesOf, type View } from '../atlas/view.ts';
import { peopleOfChange, usableOfPoints } from './access-of-points.ts';
import { changeByGroup, largestChange, type ChangeOfGroup } from './change-of-people.ts';
import { ACCESS_IMPROVED, ACCESS_REDUCED, changeOfPoints, type ChangeOfPoints } from './change-of-points.ts';

/** The same question on a territory as it was opened, or under a scenario. */
export interface Side {
	readonly session: AtlasSession;
	readonly view: View;
}

/** A scenario against the baseline, for the people and the scope of the question, by commune, age and profile. */
export function changeAnswer(
	scenarioId: string,
	before: Side,
	after: Side,
	changes: ChangeOfPoints
): Omit<ChangeAnswer, 'profiles' | 'moments'> {
	const { session, view } = before;
	const weights = peopleOfChange(session, view);
	const largest = (state: number) => largestChange(changes, weights, view.scopeGroup, state);
	return {
		scenarioId,
		unit: changes.unit,
		lessIsBetter: changes.lessIsBetter,
		whole: inScope(changes, weights, view).people,
		largestGain: largest(ACCESS_IMPROVED),
		largestLoss: largest(ACCESS_REDUCED),
		communes: changeOfCommunes(session, changes, weights),
		ages: changeOfAges(after, changes)
	};
}

const inScope = (changes: ChangeOfPoints, weights: Float64Array, { scopeGroup }: View): ChangeOfGroup =>
	changeByGroup(changes, weights, scopeGroup, 1)[0];

function changeOfCommunes(
	session: AtlasSession,
	changes: ChangeOfPoints,
	weights: Float64Array
): ChangeAnswer['communes'] {
	const { communes, population } = session.territory;
	const { keys, group } = communesOf(session);
	const people = sumByMark({ count: keys.length, group }, population.people);
	const inside = communes.filter(({ margin }) => !margin);
	return changeByGroup(changes, weights, group, keys.length).map((change, rank) => ({
		code: inside[rank].code,
		people: people[rank],
		meanChange: change.meanChange,
		...change.people
	}));
}

function changeOfAges({ session, view }: Side, changes: ChangeOfPoints): ChangeAnswer['ages'] {
	const { ageBands } = session.territory.population;
	if (ageBands === null) return null;
	return [...ageBands]
		.sort((one, other) => one.fromAge - other.fromAge)
		.map(({ fromAge, toAge, people }) => ({ fromAge, toAge, ...inScope(changes, people, view).people }));
}

/** By the usable hours of each profile, in the order proposed, in the scope. They overlap: their people are never added. */
export function changeOfProfiles(before: Side, after: Side): ChangeAnswer['profiles'] {
	const { session, view } = before;
	const { question } = view;
	const profiles = profilesInForce(question.editedProfiles).map((profile) => ({
		...profilePeople(session.territory.population, profile),
		freeTime: freeTimeOf(session, question.week, profile)
	}));
	const freeTimes = profiles.flatMap(({ freeTime }) => freeTime ?? []);
	// All of them in one sweep a side.
	for (const side of [before, after]) side.view.access.usable.seconds(freeTimes);
	return profiles.map(({ profile, people, basis, freeTime }) => {
		if (freeTime === null || basis === 'not-covered') return { id: profile, change: null };
		const [was, is] = [before, after].map(({ view: { access } }) =>
			usableOfPoints(access, access.usable.seconds([freeTime])[0])
		);
		return { id: profile, change: inScope(changeOfPoints(was, is), people, view).people };
	});
}

/** Mean open hours within the cutoff at each moment, over the people asked about in the scope of whom hours are known. */
export function changeOfMoments(before: Side, after: Side): ChangeAnswer['moments'] {
	const [was, is] = [hoursByMoment(before.view), hoursByMoment(after.view)];
	return MOMENT_NAMES.map((moment, rank) => ({
		moment,
		hoursBefore: was === null ? null : was[rank],
		hoursAfter: is === null ? null : is[rank]
	}));
}

/** Null where hours are not known, or nobody asked about is attached. */
function hoursByMoment({ access, weights, scopeGroup }: View): readonly number[] | null {
	const { demandCount } = access.times;
	if (access.hoursKnown(weights, scopeGroup, 1)[0] === 0) return null;
	const minutes = access.openMinutesByMoment;
	const means = MOMENT_NAMES.map((_, moment) => {
		const ofMoment = minutes.subarray(moment * demandCount, (moment + 1) * demandCount);
		return meanByGroup(ofMoment, weights, access.toldOfHours, scopeGroup, 1)[0] / 60;
	});
	return means.some(Number.isNaN) ? null : means;
}
