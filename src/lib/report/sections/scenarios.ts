import type { FigureId } from '#domain/diagnostic.ts';
import type { ChangeKind } from '#domain/scenario.ts';
import type { ReportBlock, Words } from '../document.ts';
import { costSentence } from '../elected.ts';
import { figureNumber } from '../figure-text.ts';
import { followUpBlocks, followUpFor } from '../follow-up/follow-up-blocks.ts';
import { momentTime, profileWords, questionWords, whoCompared, whoNoun } from '../place-words.ts';
import type { ReportScenario } from '../report-context.ts';
import { figureCell, numberColumn, table, wordCell, wordColumn } from '../tables.ts';
import { isKnown, plainWords } from '../words.ts';
import { sentence, type SectionWriter } from '../writer.ts';

/** Not detailed in a document meant to be shared. */
const HELD_BACK: ReadonlySet<ChangeKind> = new Set(['close', 'merge']);

/** The scenario of the question: what it is, what it changes, what it costs; then the author's recommendations and follow-up. */
export function scenarios(writer: SectionWriter): ReportBlock[] {
	const { scenario } = writer.context;
	const followed = followUpFor(writer.context);
	return [
		...(scenario === null ? writer.note(writer.words('report_scenarios_none')) : told(writer, scenario)),
		// Of the scenario's cost, not of the author's follow-up.
		...writer.missing(),
		writer.heading('report_heading_recommendations'),
		writer.own('scenarios.recommendations', 'report_own_scenarios_recommendations'),
		writer.heading('report_heading_follow_up'),
		...(followed === null ? [] : followUpBlocks(followed, writer.data, writer.locale)),
		writer.own('scenarios.follow-up', 'report_own_scenarios_follow_up')
	];
}

function told(writer: SectionWriter, scenario: ReportScenario): ReportBlock[] {
	const isShared = writer.context.audience === 'shared';
	const said = scenario.modifications.filter(({ kind }) => !isShared || !HELD_BACK.has(kind));
	const heldBack = scenario.modifications.length - said.length;
	return [
		writer.heading('report_scenarios_title', { name: scenario.name }),
		...writer.list(said.map((one) => plainWords(sentence(one.sentence, writer.locale)))),
		...(scenario.modifications.length === 0 ? writer.note(writer.words('report_scenarios_empty')) : []),
		...(heldBack === 0 ? [] : writer.note(writer.words('report_scenarios_held_back', { count: heldBack }))),
		...changes(writer),
		beforeAndAfter(writer),
		{
			kind: 'picture',
			picture: 'map-change',
			caption: writer.text('report_picture_change'),
			description: writer.text('report_picture_change_says')
		},
		...costs(writer)
	];
}

function changes(writer: SectionWriter): ReportBlock[] {
	const { figures } = writer.data;
	const who = whoCompared(writer.data);
	const noun = (id: FigureId) => {
		const figure = figures[id];
		return whoNoun(isKnown(figure) ? figureNumber(figure.value, figure.unit) : 0, who, writer.locale);
	};
	return writer.paragraph(
		measure(writer),
		writer.say(
			'report_scenarios_change',
			{ improved: 'scenario.improved', reduced: 'scenario.reduced' },
			{ improvedWho: noun('scenario.improved'), reducedWho: noun('scenario.reduced') }
		),
		writer.say(
			'report_scenarios_unchanged',
			{ unchanged: 'scenario.unchanged' },
			{ unchangedWho: noun('scenario.unchanged') }
		)
	);
}

/** What the form of the question compares access by. */
function measure(writer: SectionWriter): Words {
	const { question } = writer.data;
	return writer.words('report_scenarios_measure', {
		formIs: question.form,
		cutoff: questionWords(question, writer.locale).cutoff,
		moment: momentTime(question.minute, writer.locale),
		profile: profileWords(question.profile, question, writer.locale).profile
	});
}

/** Only what both sides tell at the same time and for the same people. */
function beforeAndAfter(writer: SectionWriter): ReportBlock {
	const { data, locale } = writer;
	const { mode, cutoffMinutes, profile } = data.question;
	const pairs: readonly (readonly [before: FigureId, after: FigureId])[] = [
		[`coverage.${mode}.${cutoffMinutes}.share`, 'scenario.coverage.share'],
		[`usable.${profile}.median`, 'scenario.usable.median']
	];
	return table(
		'before-after',
		writer.text('report_scenarios_caption'),
		[
			wordColumn(writer.text('report_column_figure')),
			numberColumn(writer.text('report_column_before')),
			numberColumn(writer.text('report_column_after'))
		],
		pairs.map(([before, after]) => [
			wordCell(writer.name(before)),
			figureCell(data.figures[before], locale),
			figureCell(data.figures[after], locale)
		]),
		{ empty: writer.text('report_not_known') }
	);
}

function costs(writer: SectionWriter): ReportBlock[] {
	const perHour = writer.data.figures['scenario.euros-per-usable-hour'];
	return [
		...writer.keyFigures([
			'scenario.yearly-euros',
			'scenario.state-euros',
			'scenario.own-euros-first-year',
			'scenario.own-euros-without-aid'
		]),
		...writer.paragraph(
			costSentence(writer),
			isKnown(perHour) ? writer.say('report_scenarios_per_hour', { euros: 'scenario.euros-per-usable-hour' }) : [],
			writer.words('report_scenarios_volunteers')
		)
	];
}
