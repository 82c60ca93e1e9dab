import type { Moment } from '#domain/moments.ts';
import { SECTOR_CAUSES, type Sector, type SectorCause, type SectorCure } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, minutesText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { agesText, modeText } from '#i18n/question-words.ts';

/** Under this many people ages are not told, as of a commune. */
const FEWEST_FOR_AGES = 200;
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

/** A sector and its number on the map, in the lists and in print: that of the alphabetical order, whatever the list is sorted by. */
export interface NumberedSector {
	readonly number: number;
	readonly sector: Sector;
}

/** Sectors as the answer has them, alphabetical, numbered from 1. */
export function numbered(sectors: readonly Sector[]): NumberedSector[] {
	return sectors.map((sector, rank) => ({ number: rank + 1, sector }));
}

/** The largest deficit first: for those who plan. */
export function byDeficit(sectors: readonly NumberedSector[]): NumberedSector[] {
	return sectors.toSorted(({ sector: one }, { sector: other }) => one.rankAgents - other.rankAgents);
}

/** "l’éloignement"; told apart where smoothing took in everybody. */
export function causeText(cause: SectorCause | null, locale: Locale): string {
	return cause === null ? m.sectors_cause_none({}, { locale }) : CAUSES[cause]({}, { locale });
}

/** The words of the causes by their names, as an export writes them. */
export function causeWords(locale: Locale): Readonly<Record<SectorCause, string>> {
	return {
		distance: causeText('distance', locale),
		hours: causeText('hours', locale),
		capacity: causeText('capacity', locale)
	};
}

/** Why distance alone decides what is under-served; null where hours decide too. */
export function distanceAloneText({ threshold }: SectorsAnswer, locale: Locale): string | null {
	const why = threshold.distanceAlone;
	if (why === null) return null;
	return why === 'no-hours'
		? m.sectors_threshold_hours_unknown({}, { locale })
		: m.sectors_threshold_free_time_unknown({}, { locale });
}

/** People of a sector to the nearest ten: INSEE’s cells are estimates, to be read together. */
export const roundedToTen = (people: number) => Math.round(people / 10) * 10;

/** "1 240 habitants", to the nearest ten; `about` says that it is. */
export function sectorPeopleText(people: number, locale: Locale, about = false): string {
	const code = about ? 'sectors_people_about' : 'sectors_people';
	return writeMessage({ code, params: { count: roundedToTen(people) } }, locale);
}

/** "1 240 habitants — l’éloignement". */
export function sectorLine({ people, mainCause }: Sector, locale: Locale): string {
	const params = { people: sectorPeopleText(people, locale), cause: causeText(mainCause, locale) };
	return m.sectors_line(params, { locale });
}

/** "3 secteurs, 4 120 habitants en tout". */
export function totalText({ sectors, people }: SectorsAnswer, locale: Locale): string {
	const params = { count: sectors.length, people: sectorPeopleText(people.inSectors, locale) };
	return writeMessage({ code: 'sectors_total', params }, locale);
}

/** What is in no sector though it is below the threshold, or may be: nothing is dropped in silence. */
export function leftOverTexts({ people }: SectorsAnswer, { sectors }: Question, locale: Locale): string[] {
	const told = [
		{ code: 'sectors_not_individualised', count: people.notIndividualised, fewest: sectors.minimumPeople },
		{ code: 'sectors_left_out', count: people.leftOut },
		{ code: 'sectors_hours_unknown', count: people.hoursUnknown ?? 0 },
		{ code: 'sectors_unattached', count: people.unattached }
	];
	return told
		.filter(({ count }) => Math.round(count) > 0)
		.map(({ code, count, ...rest }) => writeMessage({ code, params: { count: Math.round(count), ...rest } }, locale));
}

/** One bar of the split of a sector by cause. */
export interface CauseShare {
	readonly label: string;
	/** 0–1 of the sector’s people; null where it has none. */
	readonly share: number | null;
}

/** The causes that somebody of the sector has, most people first, then those whom smoothing took in: together all of them. */
export function causeShares({ people, peopleByCause, peopleTakenIn }: Sector, locale: Locale): CauseShare[] {
	const share = (some: number) => (people > 0 ? some / people : null);
	const causes = SECTOR_CAUSES.filter((cause) => peopleByCause[cause] > 0)
		.toSorted((one, other) => peopleByCause[other] - peopleByCause[one])
		.map((cause) => {
			const params = {
				cause: causeText(cause, locale),
				people: sectorPeopleText(peopleByCause[cause], locale, true)
			};
			return { label: m.sectors_card_cause_people(params, { locale }), share: share(peopleByCause[cause]) };
		});
	if (peopleTakenIn <= 0) return causes;
	const params = { people: sectorPeopleText(peopleTakenIn, locale, true) };
	return [...causes, { label: m.sectors_card_taken_in(params, { locale }), share: share(peopleTakenIn) }];
}

/** What would bring the people of one cause above the threshold. */
export function cureText(cure: SectorCure, question: Question, { sites }: TerritorySummary, locale: Locale): string {
	const options = { locale };
	const people = sectorPeopleText(cure.people, locale, true);
	switch (cure.kind) {
		case 'closer-site':
			return m.sectors_cure_closer({ people, minutes: String(question.cutoffMinutes) }, options);
		case 'open-more': {
			const params = { people, site: sites[cure.site].name, hours: hoursText(cure.missingHours, locale) };
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
					site: sites[cure.site].name,
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

/** Ages of a sector as shares of those whose age is known, or why they are not told. */
export type SectorAgesWords =
	| { readonly why: string; readonly rows: null }
	| { readonly why: null; readonly rows: readonly { readonly label: string; readonly share: number | null }[] };

export function agesWords({ ages, people }: Sector, locale: Locale): SectorAgesWords {
	const options = { locale };
	if (ages === null) return { why: m.sectors_card_ages_unknown({}, options), rows: null };
	if (people < FEWEST_FOR_AGES) return { why: m.sectors_card_ages_few({}, options), rows: null };
	const known = ages.reduce((sum, age) => sum + (age.people ?? 0), 0);
	const rows = ages.map((age) => {
		const words = agesText(age, locale);
		if (age.people === null || known === 0) return { label: words, share: null };
		const label =
			age.people < 5
				? m.sectors_card_age_few({ ages: words }, options)
				: m.sectors_card_age({ ages: words, people: sectorPeopleText(age.people, locale, true) }, options);
		return { label, share: age.people / known };
	});
	return { why: null, rows };
}
