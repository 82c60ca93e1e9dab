import type { WeightBasis } from '#domain/audience-profile.ts';
import type { ProfileFigures } from '#domain/hours-answers.ts';
import type { Message } from '#domain/notes.ts';
import type { Area } from './area.ts';
import { figure, say, type Figures } from './figure.ts';
import { sitesInReach } from './hours-figures.ts';

/** How the people of a profile are told from the ages of the data. */
const PEOPLE_OF_BASIS = {
	ages: 'diagnostic_formula_profile_ages',
	split: 'diagnostic_formula_profile_split',
	everyone: 'diagnostic_formula_profile_everyone',
	'not-covered': 'diagnostic_formula_none'
} as const satisfies Record<WeightBasis, string>;

/** Usable hours of each profile in the area; profiles overlap, and are never added. @param profiles those of the area, from the job of profiles */
export function usableFigures(area: Area, profiles: readonly ProfileFigures[]): Figures {
	const respondents = sitesInReach(area);
	const minutes = area.view.question.cutoffMinutes;
	return profiles.flatMap((profile) => {
		const { people, ofPeople, share } = profile.none;
		const attached = ofPeople + profile.hoursUnknownPeople;
		const why = whyUnknown(profile, area);
		const making = {
			respondents,
			method: 'heures-utilisables',
			inputs: ['population', 'sites', 'hours', 'calendar', ...area.timesInputs],
			estimated: area.estimatedTimes || profile.basis !== 'ages'
		} as const;
		const visit = profile.minimumVisitMinutes;
		return [
			figure(profile.medianHours, why, {
				...making,
				id: `usable.${profile.profile}.median`,
				unit: 'hours',
				formula: say('diagnostic_formula_usable_median', { minutes, visit })
			}),
			figure(share, why, {
				...making,
				id: `usable.${profile.profile}.none.share`,
				unit: 'share',
				formula: say('diagnostic_formula_usable_none', { part: Math.round(people ?? 0), of: Math.round(ofPeople) })
			}),
			figure(profile.basis === 'not-covered' || area.peopled.known === 0 ? null : attached, why, {
				id: `usable.${profile.profile}.people`,
				unit: 'people',
				formula: say(PEOPLE_OF_BASIS[profile.basis]),
				method: 'profils',
				inputs: ['population'],
				estimated: profile.basis !== 'ages'
			})
		];
	});
}

function whyUnknown({ basis, freeMinutes, none, hoursUnknownPeople }: ProfileFigures, { whyNobody }: Area): Message {
	if (basis === 'not-covered') return say('diagnostic_why_profile_ages');
	if (freeMinutes === null) return say('diagnostic_why_free_time');
	return none.ofPeople + hoursUnknownPeople > 0 ? say('diagnostic_why_reach_hours') : whyNobody;
}
