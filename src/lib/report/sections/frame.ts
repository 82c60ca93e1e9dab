import { isCivilWeek } from '#domain/week-choice.ts';
import { weekText } from '#i18n/question-words.ts';
import { areaWords } from '../area-words.ts';
import type { ReportBlock } from '../document.ts';
import { questionWords } from '../place-words.ts';
import type { SectionWriter } from '../writer.ts';

/** What the document is of, under which choices, and whether it is validated. */
export function frame(
	writer: SectionWriter,
	{ validated, author }: { validated: boolean; author: string }
): ReportBlock[] {
	const { data, context, locale } = writer;
	const { question, area } = data;
	const scopeIs = question.scope.kind;
	const isPart = area.name !== area.territoryName;
	const week = weekText(question.week, locale);
	const weekIs = isCivilWeek(question.week) ? 'civil' : question.week;
	const { mode, cutoff, who } = questionWords(question, locale);
	const neighboursIs = !context.summary.hasMargin ? 'none' : question.withNeighbours ? 'in' : 'out';
	return [
		...writer.paragraph(
			writer.say('report_frame_area', { communes: 'communes' }, { area: areaWords(area.name, locale).area, scopeIs }),
			writer.say('report_frame_population', { population: 'population.municipale' }),
			writer.say('report_frame_sites', { sites: 'sites' }),
			isPart ? writer.words('report_frame_part', { territory: area.territoryName }) : []
		),
		...writer.paragraph(
			writer.words('report_frame_question', { mode, cutoff, week, weekIs }),
			isPart || neighboursIs !== 'none'
				? writer.words('report_frame_elsewhere', { partIs: isPart ? 'part' : 'whole', neighboursIs })
				: [],
			question.who.kind === 'everyone' ? [] : writer.words('report_frame_who', { who })
		),
		...writer.paragraph(
			validated
				? writer.words('report_frame_validated', { author, authorIs: author === '' ? 'none' : 'some' })
				: writer.words('report_frame_draft')
		),
		writer.own('frame.validation', 'report_own_frame_validation')
	];
}
