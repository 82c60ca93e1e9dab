import type { ReportCell, ReportDocument } from '../document.ts';
import { neutralised } from '#io/tables/csv-writer.ts';
import { xmlText } from '../pictures/svg.ts';
import { columnLetters } from './column-widths.ts';
import { sheetNames } from './sheet-names.ts';
import { tablesOf } from './tables-of.ts';
import { columnUnit, headingWithUnit, unitSymbol } from './unit-symbols.ts';

const DECIMALS = '#,##0.0##';

/** The tables of a document as a workbook: a sheet each, numbers as numbers, what is not known as an empty cell, no text that a spreadsheet runs. */
export async function writeXlsx(document: ReportDocument): Promise<Uint8Array> {
	const { default: writeExcelFile } = await import('write-excel-file/universal');
	const tables = tablesOf(document);
	const names = sheetNames(tables.map(({ caption, id }) => (caption === '' ? id : caption)));
	const sheets = tables.map((table, rank) => ({
		sheet: names[rank],
		stickyRowsCount: 3,
		columns: columnLetters(table.columns, table.rows).map((width) => ({ width: Math.ceil(width) + 2 })),
		data: [
			[text(table.caption === '' ? document.title : table.caption, { fontWeight: 'bold' as const })],
			[text([document.title, document.subtitle, ...document.stamps].join(' · '))],
			table.columns.map(({ align }, column) =>
				text(headingWithUnit(table, column), {
					fontWeight: 'bold' as const,
					backgroundColor: '#EFEDE7' as const,
					wrap: true,
					align: align === 'end' ? ('right' as const) : ('left' as const)
				})
			),
			...table.rows.map((row) => row.map((cell, column) => cellOf(cell, columnUnit(table, column) === null))),
			...(table.note === null ? [] : [[], [text(table.note)]])
		]
	}));
	const blob = await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}

const text = (words: string, style: object = {}) => ({ value: neutralised(xmlText(words)), type: String, ...style });

/**
 * A share stays a share (0.86 shown as 86 %), any other number stays bare: its column's heading says the unit, its own format where a column
 * has several.
 */
function cellOf({ text: words, value, unit }: ReportCell, ofItsOwn: boolean) {
	if (value === null || !Number.isFinite(value)) return words === '' ? null : text(words);
	const symbol = ofItsOwn ? unitSymbol(unit) : null;
	return { value, type: Number, format: formatOf(value, unit) + (symbol === null ? '' : `" ${symbol}"`) };
}

function formatOf(value: number, unit: ReportCell['unit']): string {
	// Not all is never shown as 100 %, nor somebody as 0 %.
	if (unit === 'share') return (value > 0 && value < 0.01) || (value > 0.99 && value < 1) ? '0.0%' : '0%';
	return Number.isInteger(value) ? '#,##0' : DECIMALS;
}
