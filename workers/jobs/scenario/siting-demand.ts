import { profileInForce } from '#domain/default-profiles.ts';
import { MaillageError } from '#domain/notes.ts';
import type { SitingChoice } from '#domain/proposals.ts';
import { ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import { freeTimeOf } from '../atlas/hours/free-time.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { View } from '../atlas/view.ts';

/** Whom a siting is for, by demand point of the territory. */
export interface SitingDemand {
	/** People asked about in the scope; 0 elsewhere, and where nobody is. */
	readonly people: Float64Array;
	/** What is to be covered or brought near: people, or people times the share of usable hours that they lack. */
	readonly weight: Float64Array;
	/** People whose lack is not known: the hours of what they reach are not. They weigh nothing. */
	readonly unknownPeople: number;
}

/**
 * @throws MaillageError `error_siting_free_time` where the lack of usable hours is asked in a civil week beyond the school calendar,
 * `error_siting_hours` where the hours of no counted site are known
 */
export function sitingDemand(session: AtlasSession, view: View, weightOf: SitingChoice['weight']): SitingDemand {
	const { weights, inScope, times } = view;
	const people = weights.map((weight, point) =>
		inScope[point] === 1 && times.attached[point] === 1 && weight > 0 ? weight : 0
	);
	if (weightOf === 'people') return { people, weight: people, unknownPeople: 0 };
	const lack = lackOfUsableHours(session, view);
	let unknownPeople = 0;
	const weight = people.map((count, point) => {
		if (!Number.isNaN(lack[point])) return count * lack[point];
		unknownPeople += count;
		return 0;
	});
	return { people, weight, unknownPeople };
}

/** 0 … 1 as the deficit of sectors (1 − U ÷ U_min); NaN where it is not known. */
function lackOfUsableHours(session: AtlasSession, { question, access }: View): Float64Array {
	if (access.withKnownHours === 0) throw new MaillageError('error_siting_hours');
	const { sectors, week, editedProfiles } = question;
	const freeTime = freeTimeOf(session, week, profileInForce(sectors.profile, editedProfiles));
	if (freeTime === null) throw new MaillageError('error_siting_free_time');
	const [seconds] = access.usable.seconds([freeTime]);
	const least = sectors.minimumUsableMinutes * 60;
	return Float64Array.from(seconds, (usable, point) => {
		if (access.hoursInReach[point] === ONLY_UNKNOWN_HOURS) return NaN;
		return least === 0 ? 0 : Math.max(0, 1 - usable / least);
	});
}
