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
import { columnWidths } from './column-widths.ts';
import { BULLETS, MOST_PIXELS_HIGH, TEXT_PIXELS, TEXT_WIDTH } from './docx-styles.ts';
import { paragraphsOf } from './own-paragraphs.ts';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B9B5AB' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** Width of a letter of a table with its share of the margins, twentieths of a point. */
const LETTER = 112;

/** A block of a document as Word has it; nothing of own words that were not written, and of a picture that could not be drawn. */
export function docxBlocks(block: ReportBlock, pictures: Pictures, png: PngMaker): (Paragraph | Table)[] {
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
			return table(block);
		case 'picture': {
			const picture = pictures[block.picture];
			if (picture === undefined) return [];
			return drawing(png(picture), picture, block.caption, block.description);
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
	caption: string,
	description: string
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
		new Paragraph({ style: 'Caption', text: xmlText(caption) })
	];
}

/** A real table: its head is repeated on each page, and no row is cut. */
function table({ caption, columns, rows, note }: ReportTable): (Paragraph | Table)[] {
	// A table of no column is none to Word.
	if (columns.length === 0) return [];
	const widths = columnWidths(columns, rows, TEXT_WIDTH, LETTER);
	const cell = (text: string, column: number, style: string, isHead: boolean) =>
		new TableCell({
			width: { size: widths[column], type: WidthType.DXA },
			margins: { left: 70, right: 70, top: 20, bottom: 20 },
			borders: { top: NONE, left: NONE, right: NONE, bottom: RULE },
			...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EFEDE7', color: 'auto' } } : {}),
			children: [
				new Paragraph({
					style,
					alignment: columns[column].align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
					text: xmlText(text)
				})
			]
		});
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(({ title }, column) => cell(title, column, 'TableHead', true))
	});
	const body = rows.map(
		(row) =>
			new TableRow({
				cantSplit: true,
				children: columns.map((_, column) => cell(row.at(column)?.text ?? '', column, 'TableText', false))
			})
	);
	return [
		...(caption === '' ? [] : [new Paragraph({ style: 'TableTitle', keepNext: true, text: xmlText(caption) })]),
		new Table({
			layout: TableLayoutType.FIXED,
			width: { size: TEXT_WIDTH, type: WidthType.DXA },
			columnWidths: widths,
			rows: [head, ...body]
		}),
		new Paragraph({ style: 'Caption', text: xmlText(note ?? '') })
	];
}

/** Three or four to a line, told large. */
function keyFigures(figures: readonly KeyFigure[]): (Paragraph | Table)[] {
	const columns = keyColumns(figures.length);
	const width = Math.floor(TEXT_WIDTH / columns);
	const rows: TableRow[] = [];
	for (let start = 0; start < figures.length; start += columns) {
		const cells = Array.from({ length: columns }, (_, column) => keyCell(figures.at(start + column), width));
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

function keyCell(figure: KeyFigure | undefined, width: number): TableCell {
	const children =
		figure === undefined
			? [new Paragraph('')]
			: [
					new Paragraph({ style: 'KeyFigure', text: xmlText(figure.text) }),
					new Paragraph({ style: 'TableText', text: xmlText(figure.label) }),
					...(figure.respondents === null
						? []
						: [
								new Paragraph({
									style: 'TableText',
									children: [new TextRun({ text: xmlText(figure.respondents), italics: true })]
								})
							])
				];
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		margins: { left: 0, right: 120, top: 40, bottom: 60 },
		borders: { top: figure === undefined ? NONE : RULE, left: NONE, right: NONE, bottom: NONE },
		children
	});
}
