import type { PngMaker } from '../pictures/png.ts';
import type { Pictures } from '../pictures/draw.ts';
import { xmlText } from '../pictures/svg.ts';
import type { ReportBlock, ReportDocument } from '../document.ts';
import { blockGroups, type BlockGroup } from '../block-groups.ts';
import { sheetAsRead } from '../site-sheet.ts';

/**
 * A document as DOCX: titles, body, captions and lists by styles that a word processor renames in its own language, tables whose heads are
 * repeated, pictures with their descriptions, A4, a table of contents, pages numbered. Page numbers of the contents are fields: LibreOffice
 * counts them as it opens the file, Word too once it has asked. Sheets of sites stand in two columns.
 * @param pictures those that could be drawn; the document says of the others that they are not there
 */
export async function writeDocx(document: ReportDocument, pictures: Pictures, png: PngMaker): Promise<Uint8Array> {
	const [docx, { docxBlocks, docxSheet }, { docxNumbering, docxPage, docxStyles, SHEETS_GAP, TEXT_WIDTH }] =
		await Promise.all([import('docx'), import('./docx-blocks.ts'), import('./docx-styles.ts')]);
	const { AlignmentType, Bookmark, Document, Footer, Header, HeadingLevel, InternalHyperlink, Packer } = docx;
	const { PageNumber, PageReference, Paragraph, SectionType, Tab, TabStopType, TextRun } = docx;
	type Child = ReturnType<typeof docxBlocks>[number];
	const { locale, stamps } = document;
	const [title, subtitle, imprint] = [document.title, document.subtitle, document.imprint].map(xmlText);
	const words = DOCX_WORDS[locale];
	const contents = document.sections.map(
		(section) =>
			new Paragraph({
				style: 'Contents',
				tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: 'dot' }],
				children: [
					new InternalHyperlink({ anchor: section.id, children: [new TextRun(xmlText(section.title))] }),
					new TextRun({ children: [new Tab()] }),
					new PageReference(section.id, { hyperlink: true })
				]
			})
	);
	// Runs of blocks over the width of the page, and runs of sheets in columns, by turns.
	const parts: { sheets: boolean; children: Child[] }[] = [{ sheets: false, children: [] }];
	const add = (sheets: boolean, children: readonly Child[]) => {
		const last = parts[parts.length - 1];
		if (last.sheets === sheets) last.children.push(...children);
		else parts.push({ sheets, children: [...children] });
	};
	const written = (block: ReportBlock, kind: BlockGroup['kind']) =>
		kind === 'sheets' && block.kind === 'table'
			? docxSheet(sheetAsRead(block, locale))
			: docxBlocks(block, pictures, png, kind === 'drawn');
	add(false, [
		new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
		new Paragraph({ style: 'Subtitle', text: subtitle }),
		new Paragraph({ style: 'Imprint', text: imprint }),
		new Paragraph({ style: 'TableTitle', keepNext: true, text: words.contents }),
		...contents
	]);
	for (const { id, title: head, blocks } of document.sections) {
		const children = [new Bookmark({ id, children: [new TextRun(xmlText(head))] })];
		add(false, [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children })]);
		for (const { kind, ranks } of blockGroups(blocks))
			for (const rank of ranks) add(kind === 'sheets', written(blocks[rank], kind));
	}
	const foot = new TextRun({
		children: [`${title} · ${words.page}`, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
	});
	const around = {
		headers: {
			default: new Header({
				children: stamps.length === 0 ? [] : [new Paragraph({ style: 'Stamps', text: xmlText(stamps.join(' · ')) })]
			})
		},
		footers: {
			default: new Footer({
				children: [new Paragraph({ style: 'Foot', alignment: AlignmentType.CENTER, children: [foot] })]
			})
		}
	};
	const file = new Document({
		title,
		description: subtitle,
		creator: imprint,
		styles: docxStyles(locale),
		numbering: docxNumbering,
		sections: parts.map(({ sheets, children }, rank) => ({
			...(rank === 0 ? around : {}),
			properties: {
				page: docxPage,
				...(rank === 0 ? {} : { type: SectionType.CONTINUOUS }),
				...(sheets ? { column: { count: 2, space: SHEETS_GAP } } : {})
			},
			children
		}))
	});
	return new Uint8Array(await (await Packer.toBlob(file)).arrayBuffer());
}

/** What the file says of itself. */
const DOCX_WORDS = {
	fr: { page: 'page\u00a0', contents: 'Sommaire' },
	en: { page: 'page\u00a0', contents: 'Contents' }
} as const;
