import type { FreeWindows, WeightBasis } from '#domain/audience-profile.ts';
import { profileInForce, type DefaultProfile, type DefaultProfileId } from '#domain/default-profiles.ts';
import { windowsByDay, type DayWindow } from '#domain/free-windows.ts';
import type { Who } from '#domain/question.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { agesText, whoText } from './question-words.ts';
import { clockText, dayText } from './week-words.ts';

const NAMES = {
	'full-time': m.profile_full_time,
	'part-time': m.profile_part_time,
	'secondary-pupil': m.profile_secondary_pupil,
	student: m.profile_student,
	'accompanied-child': m.profile_accompanied_child,
	retired: m.profile_retired,
	'job-seeker': m.profile_job_seeker
} as const satisfies Record<DefaultProfileId, unknown>;

const WORDS = {
	'full-time': m.profile_word_full_time,
	'part-time': m.profile_word_part_time,
	'secondary-pupil': m.profile_word_secondary_pupil,
	student: m.profile_word_student,
	'accompanied-child': m.profile_word_accompanied_child,
	retired: m.profile_word_retired,
	'job-seeker': m.profile_word_job_seeker
} as const satisfies Record<DefaultProfileId, unknown>;

type Edited = readonly DefaultProfile[];

export const isProfileEdited = (id: DefaultProfileId, edited: Edited): boolean => edited.some((one) => one.id === id);

function marked(name: string, id: DefaultProfileId, edited: Edited, locale: Locale): string {
	return isProfileEdited(id, edited) ? m.profile_modified({ name }, { locale }) : name;
}

/** "actif à temps plein", "retraité (modifié)". @param edited the profiles that the question holds as the user changed them */
export function profileText(id: DefaultProfileId, edited: Edited, locale: Locale): string {
	return marked(NAMES[id]({}, { locale }), id, edited, locale);
}

/** The same after "au rythme d’un" or "with the free time of": English has its article. */
export function profileInSentence(id: DefaultProfileId, edited: Edited, locale: Locale): string {
	return marked(WORDS[id]({}, { locale }), id, edited, locale);
}

/** Whom a profile weighs, in the plural: "25-64 ans"; "habitants" where the population has no ages. */
export function profilePeopleText(id: DefaultProfileId, edited: Edited, basis: WeightBasis, locale: Locale): string {
	return whoText(profilePeopleWho(id, edited, basis), locale);
}

/** The same people as a question asks about them. */
export function profilePeopleWho(id: DefaultProfileId, edited: Edited, basis: WeightBasis): Who {
	return basis === 'everyone' ? { kind: 'everyone' } : { kind: 'ages', ...profileInForce(id, edited).ages };
}

/** "actif à temps plein, 25-64 ans". */
export function profileChoiceText(id: DefaultProfileId, edited: Edited, locale: Locale): string {
	const ages = agesText(profileInForce(id, edited).ages, locale);
	return m.profile_choice({ name: profileText(id, edited, locale), ages }, { locale });
}

/** "9 h–12 h, 18 h–20 h": windows of one day in words; empty where there are none. */
export function dayWindowsText(windows: readonly DayWindow[], locale: Locale): string {
	return windows.map(({ from, to }) => `${clockText(from, locale)}–${clockText(to, locale)}`).join(', ');
}

/** "lundi à vendredi 18 h–20 h ; samedi 9 h–19 h ; dimanche 10 h–18 h": days that follow each other and are alike, together. */
export function windowsText(windows: FreeWindows, locale: Locale): string {
	const days = windowsByDay(windows).map((day) => dayWindowsText(day, locale));
	const lines: string[] = [];
	for (let first = 0; first < days.length;) {
		let last = first;
		while (last + 1 < days.length && days[last + 1] === days[first]) last++;
		if (days[first] !== '') lines.push(`${daysText(first, last, locale)} ${days[first]}`);
		first = last + 1;
	}
	if (lines.length === 0) return m.profile_no_window({}, { locale });
	return lines.join(locale === 'fr' ? '\u202f; ' : '; ');
}

/** "samedi", "samedi, dimanche", "lundi à vendredi". */
function daysText(first: number, last: number, locale: Locale): string {
	const [from, to] = [dayText(first, locale), dayText(last, locale)];
	if (first === last) return from;
	return last === first + 1 ? `${from}, ${to}` : m.profile_days({ first: from, last: to }, { locale });
}
