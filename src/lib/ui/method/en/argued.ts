import { SWOT_THRESHOLDS } from '../../../report/swot-thresholds.ts';
import type { SectionTexts } from '../section.ts';
import { percent } from './figures.ts';

const swot = SWOT_THRESHOLDS;

/** How the points to argue of a diagnostic are drawn from its figures. */
export const argued: Pick<SectionTexts, 'atouts-faiblesses'> = {
	'atouts-faiblesses': {
		title: 'Strengths, weaknesses, opportunities, threats',
		answers: 'Which points does the review put up for discussion, and by which rules?',
		blocks: [
			'Each point compares a figure of the review with a fixed threshold or a published reference; the rule is written beside the point. A figure that is not known puts up nothing. The author keeps, qualifies or discards each point, and adds their own.',
			{
				caption: 'Thresholds',
				headings: ['Figure', 'Rule', 'Put up as'],
				rows: [
					[
						'Share of residents within reach of a counted site, in the time asked',
						`${percent(swot.coveredWell)} or more`,
						'strength'
					],
					['The same', `less than ${percent(swot.coveredBadly)}`, 'weakness'],
					['Communes without a counted site', 'none', 'strength'],
					[
						'Share of people of the profile without any usable hour',
						`${percent(swot.fewWithoutUsable)} or less`,
						'strength'
					],
					['The same', `more than ${percent(swot.manyWithoutUsable)}`, 'weakness'],
					['Figure with a comparable published reference', 'at the reference or above', 'strength'],
					['The same', 'below the reference', 'weakness'],
					['Volunteers declared', 'at least one', 'strength'],
					['Priority areas', 'at least one', 'weakness'],
					[
						'Sites that tell their floor area, staff, visits, hours',
						`less than ${percent(swot.fewAnswers)}`,
						'weakness'
					],
					[
						'Sites open in the evening, on Saturday afternoon or on Sunday, of those with known hours',
						`${percent(swot.fewSitesOpen)} or less`,
						'opportunity'
					],
					['Priority areas caused by hours', 'at least one', 'opportunity'],
					[
						'Share of residents within reach, with and without neighbouring sites',
						`a gap of ${percent(swot.neighboursMatter)} of the population or more`,
						'opportunity and threat'
					],
					['Sites without paid staff, of those that answered', `${percent(swot.mostlyWithoutPaid)} or more`, 'threat'],
					[
						'Average opening in summer, against a week of term',
						`less than ${percent(swot.muchLessInSummer)}`,
						'threat'
					],
					['Share of people of 65 and over', `more than ${percent(swot.manyOlder)}`, 'threat']
				]
			},
			'Where a figure has several references, only the one that its publisher itself states counts; where that does not decide, no point is put up. Floor area in all is not compared: its threshold is of a single library.'
		],
		example: [
			'By car, 86% of residents have a site within 15 min: less than what makes a strength and more than what makes a weakness, so no point is proposed. On Saturday at 15:00, 7 sites are open of the 42 whose hours are known, a sixth: less than a quarter, and the review proposes to adapt opening hours, among the opportunities.'
		],
		limits: [
			'These thresholds are conventions of this tool, not norms: they open the discussion and do not close it.',
			'Between two thresholds nothing is put up.'
		]
	}
};
