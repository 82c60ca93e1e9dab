import type { PngMaker } from '../pictures/png.ts';
import type { Pictures } from '../pictures/draw.ts';
import type { ReportDocument } from '../document.ts';

/**
 * A document as DOCX: titles, body, captions and lists by styles that a word processor renames in its own language, tables whose heads are
 * repeated, pictures with their descriptions, A4, a table of contents, pages numbered.
 * @param pictures those that could be drawn; the document says of the others that they are not there
 */
export async function writeDocx(document: ReportDocument, pictures: Pictures, png: PngMaker): Promise<Uint8Array> {
	const [docx, { docxBlocks }, { docxNumbering, docxPage, docxStyles }] = await Promise.all([
		import('docx'),
		import('./docx-blocks.ts'),
		import('./docx-styles.ts')
	]);
	const {
		AlignmentType,
		Document,
		Footer,
		Header,
		HeadingLevel,
		Packer,
		PageNumber,
		Paragraph,
		TableOfContents,
		TextRun
	} = docx;
	const { locale, title, subtitle, stamps, imprint } = document;
	const words = DOCX_WORDS[locale];
	const file = new Document({
		title,
		description: subtitle,
		creator: imprint,
		styles: docxStyles(locale),
		numbering: docxNumbering,
		sections: [
			{
				properties: { page: docxPage },
				headers: {
					default: new Header({
						children: stamps.length === 0 ? [] : [new Paragraph({ style: 'Stamps', text: stamps.join(' · ') })]
					})
				},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								style: 'Foot',
								alignment: AlignmentType.CENTER,
								children: [
									new TextRun({
										children: [`${title} · ${words.page}`, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
									})
								]
							})
						]
					})
				},
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
					new Paragraph({ style: 'Subtitle', text: subtitle }),
					new Paragraph({ style: 'Imprint', text: imprint }),
					new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-1', beginDirty: false }),
					...document.sections.flatMap((section) => [
						new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.title, keepNext: true }),
						...section.blocks.flatMap((block) => docxBlocks(block, pictures, png))
					])
				]
			}
		]
	});
	return new Uint8Array(await (await Packer.toBlob(file)).arrayBuffer());
}

/** What the file says of itself. */
const DOCX_WORDS = {
	fr: { page: 'page\u00a0', contents: 'Sommaire' },
	en: { page: 'page\u00a0', contents: 'Contents' }
} as const;
