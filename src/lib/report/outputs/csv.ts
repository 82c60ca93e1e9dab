import { writeCsv } from '#io/tables/csv-writer.ts';
import type { ReportDocument } from '../document.ts';
import { tablesOf } from './tables-of.ts';
import { columnUnit, headingWithUnit } from './unit-symbols.ts';

export interface NamedFile {
	/** Letters without accents, digits and hyphens, with its extension. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** The tables of a document, a file each, for French Excel; beneath each, what it is of. */
export function writeCsvTables(document: ReportDocument): NamedFile[] {
	const taken = new Set<string>();
	return tablesOf(document).map((table) => {
		const { id, caption, columns, rows, note } = table;
		const about = [caption, note ?? '', document.title, document.subtitle, ...document.stamps, document.imprint];
		// In a column of several units a bare number would tell nothing.
		const isBare = columns.map((_, column) => columnUnit(table, column) !== null);
		const cells = rows.map((row) =>
			row.map(({ value, text }, column) =>
				isBare[column] && value !== null ? plainNumber(value) : text === '' ? null : text
			)
		);
		return {
			name: freeName(id, taken),
			bytes: writeCsv(
				columns.map((_, column) => headingWithUnit(table, column)),
				cells,
				'french-excel',
				about.filter((line) => line !== '')
			)
		};
	});
}

/** Without what the last bits of a sum leave: 51359 and not 51359,00000000006. */
const plainNumber = (value: number): number => Number(value.toPrecision(12));

function freeName(id: string, taken: Set<string>): string {
	const plain =
		id
			.normalize('NFD')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-|-$/g, '') || 'table';
	for (let rank = 1; ; rank++) {
		const name = rank === 1 ? `${plain}.csv` : `${plain}-${rank}.csv`;
		if (taken.has(name)) continue;
		taken.add(name);
		return name;
	}
}
