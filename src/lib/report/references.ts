import type { DiagnosticReference, FigureId } from '#domain/diagnostic.ts';
import type { ReportBlock } from './document.ts';
import { figureText } from './figure-text.ts';
import { figureCell, numberColumn, table, valueCell, wordCell, wordColumn } from './tables.ts';
import { capital } from './place-words.ts';
import { isKnown } from './words.ts';
import type { SectionWriter } from './writer.ts';

/** "Ministère de la Culture, 2018"; the year once, where the publication has it in its name. */
export function referenceSource(writer: SectionWriter, { publisher, year, certainty }: DiagnosticReference): string {
	const isPublished = certainty === 'published';
	if (publisher.includes(year)) {
		const code = isPublished ? 'report_reference_published_undated' : 'report_reference_second_hand_undated';
		return writer.text(code, { publisher });
	}
	return writer.text(isPublished ? 'report_reference_published' : 'report_reference_second_hand', { publisher, year });
}

/** Whether a reference measures what its figure measures: of what people do or wish it only tells the context. */
export function isComparable({ figure, unit }: DiagnosticReference, writer: SectionWriter): boolean {
	// A surface in all is of one main library: a network of several is not held against it.
	if (figure === 'sites.surface' || figure.startsWith('coverage.') || figure.startsWith('moment.')) return false;
	return writer.data.figures[figure]?.unit === unit;
}

/** The published values of these figures: a table of those that known figures can be compared with, a list of the others. */
export function referenceBlocks(writer: SectionWriter, figures: readonly FigureId[], id: string): ReportBlock[] {
	const { data, locale } = writer;
	const mine = data.references.filter(({ figure }) => figures.includes(figure));
	if (mine.length === 0) return [];
	const compared = mine.filter((one) => isComparable(one, writer) && isKnown(data.figures[one.figure]));
	const context = mine.filter((one) => !isComparable(one, writer));
	const told =
		compared.length === 0
			? []
			: [
					{
						...table(
							id,
							writer.text('report_references'),
							[
								wordColumn(writer.text('report_column_figure')),
								numberColumn(writer.text('report_column_here')),
								numberColumn(writer.text('report_column_reference')),
								wordColumn(writer.text('report_column_says')),
								wordColumn(writer.text('report_column_source'))
							],
							compared.map((one) => [
								wordCell(writer.name(one.figure)),
								figureCell(data.figures[one.figure], locale),
								valueCell(one.value, one.unit, locale),
								wordCell(writer.message(one.says)),
								wordCell(referenceSource(writer, one))
							]),
							{ always: writer.text('report_references_note'), empty: writer.text('report_not_known') }
						),
						once: 2
					}
				];
	if (context.length === 0) return told;
	return [
		...told,
		...writer.paragraph(writer.words('report_references_context')),
		...writer.list(context.map((one) => contextWords(writer, one)))
	];
}

/** "Usagers du mois qui mettent moins de 10 minutes : 61 % (Ministère de la Culture, 2016)." */
function contextWords(writer: SectionWriter, one: DiagnosticReference) {
	return writer.words('report_reference_context', {
		says: capital(writer.message(one.says), writer.locale),
		value: figureText(one.value, one.unit, writer.locale),
		source: referenceSource(writer, one)
	});
}
