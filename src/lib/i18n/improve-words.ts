import type { DefaultProfile } from '#domain/default-profiles.ts';
import type { HoursProposal, ProfileEffect, ProposedSlot } from '#domain/proposals.ts';
import { hoursText, peopleText, percentText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { profileInSentence, profilePeopleText, profilePeopleWho, profileText } from './profile-words.ts';
import { whoCountText } from './question-words.ts';
import { clockText, dayAndMinute, dayText } from './week-words.ts';

type Edited = readonly DefaultProfile[];
type Effect = ProposedSlot['effects'][number];

/** What the people of a profile are called by. */
export interface ProfileWords {
	/** The profiles that the question holds as the user changed them. */
	readonly edited: Edited;
	/** Of the proposal. */
	readonly hasAges: boolean;
}

const basisOf = ({ hasAges }: ProfileWords) => (hasAges ? 'ages' : 'everyone');

/**
 * "Ouvrir la médiathèque de X le samedi de 14 h à 17 h : 8 400 personnes de 25 à 64 ans gagneraient jusqu’à 3 h par semaine."; where several
 * profiles are counted, of each that it changes something for.
 * @param site its name
 */
export function slotSentence(slot: ProposedSlot, site: string, words: ProfileWords, locale: Locale): string {
	const { added, start, end, effects } = slot;
	const { day, minute } = dayAndMinute(start);
	const to = minute + end - start;
	const params = { site, day: dayText(day, locale), from: clockText(minute, locale), to: clockText(to, locale) };
	const felt = effects.filter(({ people }) => people > 0);
	if (!added && felt.length === 0) return writeMessage({ code: 'improve_slot_removed_nobody', params }, locale);
	if (effects.length === 1) {
		const code = added ? 'improve_slot_added' : 'improve_slot_removed';
		return writeMessage({ code, params: { ...params, ...countsOf(effects[0], words, locale) } }, locale);
	}
	const each = felt.map((effect) => {
		const profile = profileInSentence(effect.profile, words.edited, locale);
		const code = added ? 'improve_effect_added' : 'improve_effect_removed';
		return writeMessage({ code, params: { profile, ...countsOf(effect, words, locale) } }, locale);
	});
	const code = added ? 'improve_slot_added_weighted' : 'improve_slot_removed_weighted';
	return writeMessage({ code, params: { ...params, effects: each.join(separator(locale)) } }, locale);
}

function countsOf({ profile, people, mostMinutes }: Effect, words: ProfileWords, locale: Locale) {
	const count = Math.round(people);
	const who = profilePeopleWho(profile, words.edited, basisOf(words));
	return { count, people: whoCountText(count, who, locale), most: hoursText(mostMinutes / 60, locale) };
}

const separator = (locale: Locale) => (locale === 'fr' ? '\u202f; ' : '; ');

/**
 * How far a proposal is from the best there can be, in plain words: "À 3 % au plus du meilleur résultat possible."; null where nothing can be
 * proposed.
 */
export function gapSentence(
	{ gap, isOptimal }: Pick<HoursProposal, 'gap' | 'isOptimal'>,
	locale: Locale
): string | null {
	if (gap === null) return null;
	if (isOptimal === true) return writeMessage({ code: 'improve_gap_none', params: {} }, locale);
	if (gap >= 1) return writeMessage({ code: 'improve_gap_unknown', params: {} }, locale);
	// Rounded up: never nearer to the best than is proved.
	const percent = Math.ceil(gap * 1000) / 10;
	return writeMessage({ code: 'improve_gap', params: { percent } }, locale);
}

type PersonHours = Pick<HoursProposal, 'personHoursBefore' | 'personHoursAfter'>;

/** What a proposal gives or takes in all; where several profiles are counted, as the mean that their weights make, which it says. */
export function totalSentence(
	proposal: PersonHours & { readonly profiles: readonly Pick<ProfileEffect, 'profile' | 'share'>[] },
	words: ProfileWords,
	locale: Locale
): string {
	const { profiles } = proposal;
	const { isGain, params } = gainOf(proposal, locale);
	if (profiles.length === 1) {
		const who = profilePeopleText(profiles[0].profile, words.edited, basisOf(words), locale);
		const code = isGain ? 'improve_total_gained' : 'improve_total_lost';
		return writeMessage({ code, params: { ...params, who } }, locale);
	}
	const code = isGain ? 'improve_total_gained_weighted' : 'improve_total_lost_weighted';
	return writeMessage({ code, params: { ...params, weights: profilesText(profiles, words.edited, locale) } }, locale);
}

/** What a proposal gives or takes of each profile, where several are counted; nothing where one is: it is the total. */
export function profileSentences(
	{ profiles }: Pick<HoursProposal, 'profiles'>,
	edited: Edited,
	locale: Locale
): string[] {
	if (profiles.length === 1) return [];
	return profiles.map((one) => {
		const { isGain, params } = gainOf(one, locale);
		const code = isGain ? 'improve_profile_gained' : 'improve_profile_lost';
		const profile = profileInSentence(one.profile, edited, locale);
		return writeMessage({ code, params: { profile, ...params } }, locale);
	});
}

function gainOf({ personHoursBefore, personHoursAfter }: PersonHours, locale: Locale) {
	const gain = Math.round(personHoursAfter - personHoursBefore);
	const hours = (value: number) => `${peopleText(value, locale)}\u00a0h`;
	return { isGain: gain >= 0, params: { gain: hours(Math.abs(gain)), before: hours(personHoursBefore) } };
}

/** "étudiant 67 %, retraité 33 %"; of one alone, its name. */
export function profilesText(
	profiles: readonly Pick<ProfileEffect, 'profile' | 'share'>[],
	edited: Edited,
	locale: Locale
): string {
	if (profiles.length === 1) return profileText(profiles[0].profile, edited, locale);
	return profiles
		.map(({ profile, share }) => {
			const params = { profile: profileText(profile, edited, locale), percent: percentText(share, locale) };
			return writeMessage({ code: 'improve_weight', params }, locale);
		})
		.join(', ');
}
