import { toldCutoffs, type FigureId } from '#domain/diagnostic.ts';
import type { CutoffMinutes } from '#domain/question.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import { cutoffWord, modeWord } from '#i18n/sentence-words.ts';
import type { ReportBlock, Words } from '../document.ts';
import { figureNumber, figureText } from '../figure-text.ts';
import { questionWords, whoNoun } from '../place-words.ts';
import { referenceBlocks } from '../references.ts';
import { figureCell, numberColumn, table, wordCell, wordColumn } from '../tables.ts';
import { isKnown } from '../words.ts';
import type { SectionWriter } from '../writer.ts';

const shareOf = (mode: Mode, cutoff: CutoffMinutes): FigureId => `coverage.${mode}.${cutoff}.share`;
const withoutOf = (mode: Mode, cutoff: CutoffMinutes): FigureId =>
	`coverage.${mode}.${cutoff}.without-neighbours.share`;

/** Who lives within how long of a counted site, by each mode. */
export function access(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const { question } = data;
	const cutoffs = toldCutoffs(question);
	const modes = MODES.filter((mode) => cutoffs.some((cutoff) => data.figures[shareOf(mode, cutoff)]));
	if (modes.length === 0) return writer.note(writer.words('report_access_no_times'));
	const { mode } = questionWords(question, locale);
	return [
		...writer.keyFigures(cutoffs.map((cutoff) => shareOf(question.mode, cutoff))),
		...modes.flatMap((one) => writer.paragraph(coverage(writer, one), withoutNeighbours(writer, one))),
		coverageTable(writer, modes),
		{
			kind: 'picture',
			picture: 'map-access',
			caption: writer.text('report_caption_access', { mode }),
			description: writer.text('report_picture_access_says', { mode })
		},
		...referenceBlocks(
			writer,
			cutoffs.map((cutoff) => shareOf(question.mode, cutoff)),
			'access-references'
		)
	];
}

/** "En voiture, 86 % des habitants résident à 15 min au plus d’un lieu de lecture publique, soit 44 500 habitants." */
function coverage(writer: SectionWriter, mode: Mode): Words {
	const { question } = writer.data;
	const cutoff = question.cutoffMinutes;
	const people = writer.data.figures[`coverage.${mode}.${cutoff}.people`];
	const count = isKnown(people) ? figureNumber(people.value, people.unit) : 0;
	return writer.say(
		'report_access_share',
		{ share: shareOf(mode, cutoff), people: `coverage.${mode}.${cutoff}.people` },
		{
			...questionWords(question, writer.locale, mode),
			whoCounted: whoNoun(count, question.who, writer.locale)
		}
	);
}

/** Only where the neighbours change what is read. */
function withoutNeighbours(writer: SectionWriter, mode: Mode): Words {
	const { figures, question } = writer.data;
	const cutoff = question.cutoffMinutes;
	const [all, without] = [figures[shareOf(mode, cutoff)], figures[withoutOf(mode, cutoff)]];
	if (!isKnown(all) || !isKnown(without)) return [];
	if (figureText(all.value, all.unit, writer.locale) === figureText(without.value, without.unit, writer.locale))
		return [];
	return writer.say('report_access_without_neighbours', { share: withoutOf(mode, cutoff) });
}

function coverageTable(writer: SectionWriter, modes: readonly Mode[]): ReportBlock {
	const { data, locale } = writer;
	const cutoffs = toldCutoffs(data.question);
	const cells = (mode: Mode, idOf: typeof shareOf) =>
		cutoffs.map((cutoff) => figureCell(data.figures[idOf(mode, cutoff)], locale));
	const rows = modes.flatMap((mode) => {
		const name = modeWord(mode, locale);
		const hasOther = cutoffs.some((cutoff) => data.figures[withoutOf(mode, cutoff)]);
		const other = [wordCell(writer.text('report_access_row_without', { mode: name })), ...cells(mode, withoutOf)];
		return [[wordCell(name), ...cells(mode, shareOf)], ...(hasOther ? [other] : [])];
	});
	return table(
		'coverage',
		writer.text('report_access_caption', { who: questionWords(data.question, locale).who }),
		[
			wordColumn(writer.text('report_column_mode')),
			...cutoffs.map((cutoff) =>
				numberColumn(writer.text('report_column_cutoff', { cutoff: cutoffWord(cutoff, locale) }))
			)
		],
		rows,
		{ empty: writer.text('report_not_known') }
	);
}
