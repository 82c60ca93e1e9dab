import { followUpMethod } from '../../../report/follow-up/follow-up-method.ts';
import { FOLLOW_UP_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { percent } from './figures.ts';

const { alike, renamed } = FOLLOW_UP_EXAMPLE;

/** How two times of a territory are held against each other. */
export const followed: Pick<SectionTexts, 'suivi'> = {
	suivi: {
		title: 'Follow-up of two times',
		answers: 'What has changed between two times, and has the experiment brought what was expected?',
		blocks: [
			'Both times answer the same question: mode, longest time, week, profile, places counted. Each place of one time is matched with a single place of the other, or with none.',
			{ list: followUpMethod('en') },
			'Sums (hours, entries, loans, borrowers, floor areas) are at both times over the same places: those kept, counted in the supply, and that tell it at both times. A change of the whole is told only where both times have as many respondents and, in the area, the same places without answer.',
			'What was expected is the scenario applied to the earlier time; what was counted is the later time, without a scenario, computed the same way.'
		],
		example: [
			`“${alike.before}” and “${alike.after}”, ${alike.metres} m apart: ${percent(alike.likeness)} of the pairs of letters are in common; it is the same place. “${renamed.before}” and “${renamed.after}”, ${renamed.metres} m apart: only ${percent(renamed.likeness)}; without an identifier in common, the match is to be confirmed.`
		],
		limits: [
			'These thresholds are conventions of this tool. A place missing from the data is not always a place closed.',
			'A gap does not tell its cause: population, other places, roads and data may have changed too.'
		]
	}
};
