import type { ReportBlock, ReportDocument } from './document.ts';

/**
 * Whether something is printed between a heading and the next one: where the author wrote nothing, a heading alone would stand on paper.
 * @param texts the author's words by their slot
 */
export function isFollowed(
	blocks: readonly ReportBlock[],
	heading: number,
	texts: Readonly<Record<string, string>>
): boolean {
	const next = blocks.findIndex(({ kind }, at) => at > heading && kind === 'heading');
	const under = blocks.slice(heading + 1, next < 0 ? blocks.length : next);
	return under.some((block) => block.kind !== 'own' || (texts[block.slot] ?? '').trim() !== '');
}

/** Columns of so many key figures on paper: none alone in the last line. */
export function keyColumns(figures: number): 3 | 4 {
	return figures % 3 === 1 || figures % 4 === 0 ? 4 : 3;
}

/** The document as paper and files have it: no place left for words that were not written, no heading with nothing under it. */
export function printedDocument(document: ReportDocument): ReportDocument {
	const sections = document.sections.map((section) => {
		const written = section.blocks.filter((block) => block.kind !== 'own' || block.text.trim() !== '');
		const isFilled = (at: number) => at + 1 < written.length && written[at + 1].kind !== 'heading';
		return { ...section, blocks: written.filter(({ kind }, at) => kind !== 'heading' || isFilled(at)) };
	});
	return { ...document, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}
