import type { Moment } from '#domain/moments.ts';
import type { Question } from '#domain/question.ts';
import type { Sector, SectorCause, SectorCure } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, minutesText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { profileInSentence } from './profile-words.ts';
import { modeText } from './question-words.ts';
import { siteInCommune } from './site-words.ts';

/** Moments named in a cure: the ones that would help most. */
const MOMENTS_NAMED = 2;

const CAUSES = {
	distance: m.sectors_cause_distance,
	hours: m.sectors_cause_hours,
	capacity: m.sectors_cause_capacity
} as const satisfies Record<SectorCause, unknown>;

const MOMENTS = {
	'weekday-daytime': m.sectors_moment_weekday_daytime,
	'wednesday-afternoon': m.sectors_moment_wednesday_afternoon,
	'weekday-evening': m.sectors_moment_weekday_evening,
	'saturday-morning': m.sectors_moment_saturday_morning,
	'saturday-afternoon': m.sectors_moment_saturday_afternoon,
	sunday: m.sectors_moment_sunday
} as const satisfies Record<Moment, unknown>;

/** "l’éloignement"; told apart where smoothing took in everybody. */
export function causeText(cause: SectorCause | null, locale: Locale): string {
	return cause === null ? m.sectors_cause_none({}, { locale }) : CAUSES[cause]({}, { locale });
}

/** People of a sector to the nearest ten: INSEE’s cells are estimates, to be read together. */
export const roundedToTen = (people: number) => Math.round(people / 10) * 10;

/** "1 240 habitants", to the nearest ten; `about` says that it is. */
export function sectorPeopleText(people: number, locale: Locale, about = false): string {
	const code = about ? 'sectors_people_about' : 'sectors_people';
	return writeMessage({ code, params: { count: roundedToTen(people) } }, locale);
}

/** What would bring the people of one cause above the threshold. */
export function cureText(
	cure: SectorCure,
	question: Question,
	{ sites, communes }: Pick<TerritorySummary, 'sites' | 'communes'>,
	locale: Locale
): string {
	const options = { locale };
	const people = sectorPeopleText(cure.people, locale, true);
	const named = (site: number) => siteInCommune(sites[site], communes, locale);
	switch (cure.kind) {
		case 'closer-site':
			return m.sectors_cure_closer({ people, minutes: String(question.cutoffMinutes) }, options);
		case 'open-more': {
			const params = { people, site: named(cure.site), hours: hoursText(cure.missingHours, locale) };
			const moments = cure.moments
				.slice(0, MOMENTS_NAMED)
				.map((one) =>
					m.sectors_cure_open_moment(
						{ moment: MOMENTS[one.moment as Moment]({}, options), hours: hoursText(one.hours, locale) },
						options
					)
				);
			const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(moments);
			const when = moments.length > 0 ? [m.sectors_cure_open_when({ moments: list }, options)] : [];
			return [m.sectors_cure_open(params, options), ...when].join(' ');
		}
		case 'bigger':
			return m.sectors_cure_bigger(
				{
					people,
					site: named(cure.site),
					hours: hoursText(cure.hoursPer1000, locale),
					low: hoursText(cure.lowUnderPer1000, locale)
				},
				options
			);
	}
}

/** Time to the nearest site and its hours; what is not known says so. */
export function nearestText(nearest: NonNullable<Sector['nearest']>, question: Question, locale: Locale): string[] {
	const options = { locale };
	const mode = modeText(question.mode, locale);
	return [
		nearest.seconds === null
			? m.sectors_card_nearest_beyond({ mode }, options)
			: m.sectors_card_nearest_in({ time: minutesText(nearest.seconds, locale), mode }, options),
		nearest.weeklyHours === null
			? m.sectors_card_nearest_hours_unknown({}, options)
			: m.sectors_card_nearest_hours({ hours: hoursText(nearest.weeklyHours, locale) }, options)
	];
}

/** Under which people are under-served, in words. */
export function thresholdText(question: Question, locale: Locale): string {
	const { profile, minimumUsableMinutes } = question.sectors;
	const distance = { minutes: String(question.cutoffMinutes), mode: modeText(question.mode, locale) };
	// Nobody has less than nothing: distance alone is left.
	if (minimumUsableMinutes === 0) return m.sectors_threshold_distance(distance, { locale });
	const hours = hoursText(minimumUsableMinutes / 60, locale);
	const rhythm = profileInSentence(profile, question.editedProfiles, locale);
	return m.sectors_threshold_both({ ...distance, hours, profile: rhythm }, { locale });
}

/** Why distance alone decides what is under-served; null where hours decide too. */
export function distanceAloneText({ threshold }: Pick<SectorsAnswer, 'threshold'>, locale: Locale): string | null {
	const why = threshold.distanceAlone;
	if (why === null) return null;
	return why === 'no-hours'
		? m.sectors_threshold_hours_unknown({}, { locale })
		: m.sectors_threshold_free_time_unknown({}, { locale });
}
