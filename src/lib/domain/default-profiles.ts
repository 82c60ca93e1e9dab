import type { AgeRange, AudienceProfile, FreeWindows } from './audience-profile.ts';
import type { Weekday } from './opening-schedule.ts';
import { MINUTES_PER_DAY } from './units.ts';

export type DefaultProfileId =
	'full-time' | 'part-time' | 'secondary-pupil' | 'student' | 'accompanied-child' | 'retired' | 'job-seeker';

export type DefaultProfile = AudienceProfile<DefaultProfileId>;

/** Half an hour on the spot; 15 minutes, to borrow and bring back, is shown beside it. */
export const DEFAULT_MINIMUM_VISIT_MINUTES = 30;
export const BORROW_AND_RETURN_MINUTES = 15;

const [MO, TU, WE, TH, FR, SA, SU]: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const WORKING_DAYS = [MO, TU, WE, TH, FR];
const DAYS_WITHOUT_WEDNESDAY = [MO, TU, TH, FR];
const MONDAY_TO_SATURDAY = [...WORKING_DAYS, SA];

interface FreeHours {
	readonly days: readonly Weekday[];
	/** Hours of the day; 16.5 is 16:30. */
	readonly from: number;
	readonly to: number;
}

const SUNDAY: FreeHours = { days: [SU], from: 10, to: 18 };
const SCHOOL_HOLIDAYS: readonly FreeHours[] = [{ days: MONDAY_TO_SATURDAY, from: 9, to: 19 }];

/** The windows of a week in order, Sunday 10:00–18:00 with them: everyone has it. */
function week(hours: readonly FreeHours[]): FreeWindows {
	const windows = [...hours, SUNDAY].flatMap(({ days, from, to }) =>
		days.map((day) => [day * MINUTES_PER_DAY + from * 60, day * MINUTES_PER_DAY + to * 60])
	);
	return windows.sort((one, other) => one[0] - other[0]).flat();
}

function profile<Id extends string>(
	id: Id,
	ages: AgeRange,
	term: readonly FreeHours[],
	holidays = term
): AudienceProfile<Id> {
	const [inTerm, inHolidays] = [week(term), week(holidays)];
	return {
		id,
		ages,
		freeWindows: { term: inTerm, 'small-holidays': inHolidays, summer: inHolidays },
		minimumVisitMinutes: DEFAULT_MINIMUM_VISIT_MINUTES
	};
}

/**
 * The profiles proposed, all editable: assumptions, not a survey. Stated for term; in school holidays those who go to school (secondary
 * pupils and children) are free from Monday to Saturday 9:00–19:00, the others as in term.
 */
export const DEFAULT_PROFILES: readonly DefaultProfile[] = [
	profile('full-time', { fromAge: 25, toAge: 64 }, [
		{ days: WORKING_DAYS, from: 18, to: 20 },
		{ days: [SA], from: 9, to: 19 }
	]),
	profile('part-time', { fromAge: 25, toAge: 64 }, [
		{ days: [TU, TH], from: 13.5, to: 16 },
		{ days: [WE, SA], from: 9, to: 19 }
	]),
	profile(
		'secondary-pupil',
		{ fromAge: 11, toAge: 17 },
		[
			{ days: DAYS_WITHOUT_WEDNESDAY, from: 16.5, to: 19 },
			{ days: [WE], from: 13, to: 19 },
			{ days: [SA], from: 9, to: 19 }
		],
		SCHOOL_HOLIDAYS
	),
	profile('student', { fromAge: 18, toAge: 24 }, [
		{ days: DAYS_WITHOUT_WEDNESDAY, from: 17, to: 20 },
		{ days: [WE], from: 13, to: 20 },
		{ days: [SA], from: 9, to: 19 }
	]),
	profile(
		'accompanied-child',
		{ fromAge: 0, toAge: 10 },
		[
			{ days: DAYS_WITHOUT_WEDNESDAY, from: 16.5, to: 18.5 },
			{ days: [WE, SA], from: 9, to: 18 }
		],
		SCHOOL_HOLIDAYS
	),
	profile('retired', { fromAge: 65, toAge: null }, [{ days: MONDAY_TO_SATURDAY, from: 9, to: 18 }]),
	profile('job-seeker', { fromAge: 25, toAge: 64 }, [{ days: MONDAY_TO_SATURDAY, from: 9, to: 18 }])
];

/** Every profile, in the order proposed: as the user edited it, else as proposed. */
export function profilesInForce(edited: readonly DefaultProfile[]): readonly DefaultProfile[] {
	return DEFAULT_PROFILES.map((proposed) => edited.find(({ id }) => id === proposed.id) ?? proposed);
}

/** One profile as it is in force. */
export function profileInForce(id: DefaultProfileId, edited: readonly DefaultProfile[]): DefaultProfile {
	const profile = profilesInForce(edited).find((one) => one.id === id);
	if (profile === undefined) throw new RangeError(`No profile "${id}"`);
	return profile;
}
