import { m } from '#i18n/paraglide/messages.js';
import { isSiteSheet } from '../site-sheet.ts';
import type { ReportCell, ReportDocument, ReportTable } from '../document.ts';

const EMPTY: ReportCell = { text: '', value: null, figure: null };

/** The tables of a document in their order, for a spreadsheet: the sheets of the sites are one table, a site a row. */
export function tablesOf(document: ReportDocument): ReportTable[] {
	const all = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
	const sheets = all.filter(isSiteSheet);
	return all.flatMap((table) => {
		if (!isSiteSheet(table)) return [table];
		return table === sheets[0] ? [together(sheets, document)] : [];
	});
}

/** Tables of what is told and its value, side by side: a column for each thing told, in the order that they come in. */
function together(sheets: readonly ReportTable[], { locale }: ReportDocument): ReportTable {
	const titles = [...new Set(sheets.flatMap(({ rows }) => rows.map(([label]) => label.text)))];
	const rows = sheets.map(({ caption, rows: told }) => {
		const values = new Map(told.map(([label, value]) => [label.text, value]));
		const name: ReportCell = { text: caption, value: null, figure: null };
		return [name, ...titles.map((title) => values.get(title) ?? EMPTY)];
	});
	const isNumber = (column: number) => rows.some((row) => row[column].value !== null);
	const columns = ['', ...titles].map((title, column) => ({
		title: column === 0 ? m.report_picture_sites({}, { locale }) : title,
		align: isNumber(column) ? ('end' as const) : ('start' as const)
	}));
	const notes = new Set(sheets.flatMap(({ note }) => note ?? []));
	return {
		kind: 'table',
		id: 'sites',
		caption: m.report_heading_sheets({}, { locale }),
		columns,
		rows,
		note: notes.size === 0 ? null : [...notes].join(' ')
	};
}
