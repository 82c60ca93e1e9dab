import { MaillageError } from '#domain/notes.ts';
import { columnIndex, type Table } from './table.ts';

/** Headings by field, as the user gave them: `--columns 'sites.lat=some_y'` is { lat: 'some_y' }. */
export type ColumnMapping<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/**
 * A mapping whose fields are all known ones.
 * @throws MaillageError `error_mapping_field_unknown` naming the fields there are
 */
export function checkedMapping<Field extends string>(
	mapping: Readonly<Record<string, string>>,
	fields: readonly Field[],
	file: string
): ColumnMapping<Field> {
	for (const field of Object.keys(mapping)) {
		if (!(fields as readonly string[]).includes(field)) {
			throw new MaillageError('error_mapping_field_unknown', { field, fields: fields.join(', ') }, file);
		}
	}
	return mapping as ColumnMapping<Field>;
}

/**
 * The column that a mapping gives to a field; null when the mapping does not speak of it.
 * @throws MaillageError `error_mapping_column_missing` listing the columns there are
 */
export function mappedColumn<Field extends string>(
	table: Pick<Table, 'headings'>,
	mapping: ColumnMapping<Field>,
	field: Field,
	file: string
): number | null {
	const heading = mapping[field];
	if (heading === undefined) return null;
	const column = table.headings.indexOf(heading.trim());
	const found = column === -1 ? columnIndex(table, [heading]) : column;
	if (found === null) {
		throw new MaillageError(
			'error_mapping_column_missing',
			{ column: heading, field, columns: listedHeadings(table.headings) },
			file
		);
	}
	return found;
}

/** Headings in a sentence: a square table may have thousands. */
export function listedHeadings(headings: readonly string[]): string {
	const most = 40;
	return headings.slice(0, most).join(', ') + (headings.length > most ? `… (${headings.length})` : '');
}
