import type { ReportDocument, ReportTable } from '../document.ts';

/** The tables of a document in their order. */
export function tablesOf(document: ReportDocument): ReportTable[] {
	return document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}
