import type { Question } from '#domain/question.ts';
import { peopleText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { modeText, whoCountText, whoText } from '#i18n/question-words.ts';
import type { ResponseOf } from '../../compute/jobs.ts';
import { signedText } from './gain-words.ts';

/** What a place would bring, a line each: who lives near, and who would then have a site within the cutoff, whose way is shorter or longer. */
export function candidateLines(
	{ peopleWithin, coveredPeople, coveredBefore, change }: Omit<ResponseOf<'candidate'>, 'communeCode' | 'paint'>,
	{ who, cutoffMinutes, mode }: Question,
	locale: Locale
): string[] {
	const options = { locale };
	if (peopleWithin === null) return [m.simulation_candidate_no_road({}, options)];
	const minutes = String(cutoffMinutes);
	const within = { people: whoCountText(peopleWithin, who, locale), minutes, mode: modeText(mode, locale) };
	const covered = {
		after: peopleText(coveredPeople, locale),
		before: peopleText(coveredBefore, locale),
		who: whoText(who, locale),
		change: signedText(Math.round(coveredPeople) - Math.round(coveredBefore), (people) => peopleText(people, locale))
	};
	const ways = { shorter: whoCountText(change.improved, who, locale), longer: peopleText(change.reduced, locale) };
	return [
		m.simulation_candidate_within(within, options),
		m.simulation_candidate_covered(covered, options),
		m.simulation_candidate_ways(ways, options)
	];
}
