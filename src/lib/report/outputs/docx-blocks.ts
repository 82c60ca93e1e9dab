import {
	AlignmentType,
	BorderStyle,
	HeadingLevel,
	ImageRun,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import type { KeyFigure, ReportBlock, ReportTable, Words } from '../document.ts';
import type { Pictures } from '../pictures/draw.ts';
import type { PngMaker } from '../pictures/png.ts';
import { xmlText } from '../pictures/svg.ts';
import { keyColumns } from '../printed.ts';
import { rowSpans } from '../tables.ts';
import { columnWidths } from './column-widths.ts';
import { BULLETS, MOST_PIXELS_HIGH, SHEET_WIDTH, TEXT_PIXELS, TEXT_WIDTH } from './docx-styles.ts';
import { paragraphsOf } from './own-paragraphs.ts';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B9B5AB' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** A longer table may go on over the page. */
const MOST_ROWS_UNCUT = 8;
/** Width of a letter of a table with its share of the margins, twentieths of a point. */
const LETTER = 112;

/**
 * A block of a document as Word has it; nothing of own words that were not written, and of a picture that could not be drawn.
 * @param together a picture, or the table of its values, which stand on one page
 */
export function docxBlocks(
	block: ReportBlock,
	pictures: Pictures,
	png: PngMaker,
	together = false
): (Paragraph | Table)[] {
	switch (block.kind) {
		case 'heading':
			return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, text: xmlText(block.text) })];
		case 'paragraph':
			return [new Paragraph({ style: 'BodyText', children: runs(block.words) })];
		case 'list':
			return block.items.map(
				(words) =>
					new Paragraph({ style: 'ListParagraph', numbering: { reference: BULLETS, level: 0 }, children: runs(words) })
			);
		case 'note':
			return [
				new Paragraph({
					style: 'Note',
					indent: { left: 160 },
					border: { left: { style: BorderStyle.SINGLE, size: 18, color: '8D8A82', space: 8 } },
					children: runs(block.words)
				})
			];
		case 'key-figures':
			return keyFigures(block.figures);
		case 'table':
			return table(block, {
				width: TEXT_WIDTH,
				heads: true,
				whole: together || block.rows.length <= MOST_ROWS_UNCUT,
				tight: false
			});
		case 'picture': {
			const picture = pictures[block.picture];
			if (picture === undefined) return [];
			return drawing(png(picture), picture, block, together);
		}
		case 'own':
			return paragraphsOf(block.text).map((text) => new Paragraph({ style: 'BodyText', children: lines(text) }));
	}
}

const runs = (words: Words): TextRun[] =>
	words.map(({ kind, text }) => new TextRun({ text: xmlText(text), bold: kind === 'figure' }));

/** Lines of a paragraph that its author broke. */
const lines = (text: string): TextRun[] =>
	text.split('\n').map((line, rank) => new TextRun({ text: xmlText(line), break: rank === 0 ? 0 : 1 }));

function drawing(
	data: Uint8Array,
	{ width, height }: { readonly width: number; readonly height: number },
	{ caption, description }: { readonly caption: string; readonly description: string },
	keepNext: boolean
): Paragraph[] {
	const scale = Math.min(TEXT_PIXELS / width, MOST_PIXELS_HIGH / height);
	const image = new ImageRun({
		type: 'png',
		data,
		transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
		altText: { name: xmlText(caption), title: xmlText(caption), description: xmlText(description) }
	});
	return [
		new Paragraph({ style: 'Picture', keepNext: true, children: [image] }),
		new Paragraph({ style: 'Caption', keepNext, text: xmlText(caption) })
	];
}

/** Of a table: its room, whether it has heads, whether it must stay on one page, whether its rows are tight. */
interface TableLook {
	readonly width: number;
	readonly heads: boolean;
	readonly whole: boolean;
	readonly tight: boolean;
}

/** The sheet of one site in a column of half of the page: no heads, never cut, tight. */
export const docxSheet = (sheet: ReportTable): (Paragraph | Table)[] =>
	table(sheet, { width: SHEET_WIDTH, heads: false, whole: true, tight: true });

/** A real table: its head is repeated on each page, and no row is cut. */
function table(told: ReportTable, { width, heads, whole, tight }: TableLook): (Paragraph | Table)[] {
	const { caption, columns, rows, note } = told;
	// A table of no column, or of no row, is none to Word.
	if (columns.length === 0) return [];
	const widths = columnWidths(columns, rows, width, LETTER);
	const [before, after] = tight ? ['SheetTitle', 'SheetNote'] : ['TableTitle', 'Caption'];
	const title = caption === '' ? [] : [new Paragraph({ style: before, keepNext: true, text: xmlText(caption) })];
	const foot = new Paragraph({ style: after, keepLines: whole, text: xmlText(note ?? '') });
	const cell = (text: string, column: number, style: string, isHead: boolean, rowSpan = 1) =>
		new TableCell({
			width: { size: widths[column], type: WidthType.DXA },
			margins: { left: 70, right: 70, top: tight ? 0 : 20, bottom: tight ? 0 : 20 },
			borders: { top: NONE, left: NONE, right: NONE, bottom: RULE },
			...(rowSpan > 1 ? { rowSpan } : {}),
			...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EFEDE7', color: 'auto' } } : {}),
			children: [
				new Paragraph({
					style,
					keepNext: whole,
					alignment: columns[column].align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
					text: xmlText(text)
				})
			]
		});
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map((column, rank) => cell(column.title, rank, 'TableHead', true))
	});
	const body = rows.map((row, rank) => {
		const spans = rowSpans(told, rank);
		const cells = columns.flatMap((_, column) =>
			spans[column] === 0 ? [] : [cell(row.at(column)?.text ?? '', column, 'TableText', false, spans[column])]
		);
		return new TableRow({ cantSplit: true, children: cells });
	});
	const all = heads ? [head, ...body] : body;
	if (all.length === 0) return [...title, foot];
	return [
		...title,
		new Table({
			layout: TableLayoutType.FIXED,
			width: { size: width, type: WidthType.DXA },
			columnWidths: widths,
			rows: all
		}),
		foot
	];
}

/** Three or four to a line, told large; the lines stay on one page. */
function keyFigures(figures: readonly KeyFigure[]): (Paragraph | Table)[] {
	const columns = keyColumns(figures.length);
	const width = Math.floor(TEXT_WIDTH / columns);
	const rows: TableRow[] = [];
	for (let start = 0; start < figures.length; start += columns) {
		const isLast = start + columns >= figures.length;
		const cells = Array.from({ length: columns }, (_, column) => keyCell(figures.at(start + column), width, !isLast));
		rows.push(new TableRow({ cantSplit: true, children: cells }));
	}
	return [
		new Table({
			layout: TableLayoutType.FIXED,
			width: { size: width * columns, type: WidthType.DXA },
			columnWidths: Array.from({ length: columns }, () => width),
			rows
		}),
		new Paragraph({ style: 'BodyText', text: '' })
	];
}

function keyCell(figure: KeyFigure | undefined, width: number, keepNext: boolean): TableCell {
	const line = (style: string, text: string, italics = false) =>
		new Paragraph({ style, keepNext, children: [new TextRun({ text: xmlText(text), italics })] });
	const children =
		figure === undefined
			? [new Paragraph({ keepNext })]
			: [
					line('KeyFigure', figure.text),
					line('TableText', figure.label),
					...(figure.respondents === null ? [] : [line('TableText', figure.respondents, true)])
				];
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		margins: { left: 0, right: 120, top: 40, bottom: 60 },
		borders: { top: figure === undefined ? NONE : RULE, left: NONE, right: NONE, bottom: NONE },
		children
	});
}
