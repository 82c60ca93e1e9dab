import type { TABLE_COLUMNS, TableName } from '#domain/table-columns.ts';
import type { Site } from '#domain/site.ts';

/** Null is not known: blank, never 0. */
export type Value = string | number | boolean | null;
export type ValuesOf<Table extends TableName> = Readonly<Record<(typeof TABLE_COLUMNS)[Table][number], Value>>;

/** A row of a table, whatever it is written as. */
export interface Row {
	readonly values: Readonly<Record<string, Value>>;
	readonly geometry: object | null;
}

/** Where a site stands, as GeoJSON. */
export function pointOf({ position }: Site): object {
	return { type: 'Point', coordinates: position };
}
