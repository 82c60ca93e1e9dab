import { SECTOR_CAUSES, type Sector, type SectorCause } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { Question } from '#domain/question.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { agesText } from '#i18n/question-words.ts';
import { causeText, sectorPeopleText } from '#i18n/sector-words.ts';

export {
	causeText,
	cureText,
	distanceAloneText,
	nearestText,
	roundedToTen,
	sectorPeopleText
} from '#i18n/sector-words.ts';

/** Under this many people ages are not told, as of a commune. */
const FEWEST_FOR_AGES = 200;

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

/** The words of the causes by their names, as an export writes them. */
export function causeWords(locale: Locale): Readonly<Record<SectorCause, string>> {
	return {
		distance: causeText('distance', locale),
		hours: causeText('hours', locale),
		capacity: causeText('capacity', locale)
	};
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
