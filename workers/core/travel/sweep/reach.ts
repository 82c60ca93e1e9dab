/** Times between things of one kind, the rows, and of another, the columns, where there is one: compressed sparse rows. */
export interface Reach {
	/** One offset more than there are rows. */
	readonly first: Uint32Array;
	/** Rising within a row. */
	readonly column: Uint32Array;
	readonly deciseconds: Uint16Array;
}

/** What one source reaches: points, rising, and deciseconds to each. */
export interface ReachRow {
	readonly point: Uint32Array;
	readonly deciseconds: Uint16Array;
}

/** A source that reaches nothing: not opened yet, or closed. */
export const NO_REACH: ReachRow = { point: new Uint32Array(), deciseconds: new Uint16Array() };

/** Rows, one a source, in one. */
export function joinRows(rows: readonly ReachRow[]): Reach {
	const first = new Uint32Array(rows.length + 1);
	rows.forEach(({ point }, row) => (first[row + 1] = first[row] + point.length));
	const column = new Uint32Array(first[rows.length]);
	const deciseconds = new Uint16Array(column.length);
	rows.forEach((own, row) => {
		column.set(own.point, first[row]);
		deciseconds.set(own.deciseconds, first[row]);
	});
	return { first, column, deciseconds };
}

/** The same times with rows for columns. */
export function transposeReach({ first, column, deciseconds }: Reach, columnCount: number): Reach {
	const turnedFirst = new Uint32Array(columnCount + 1);
	for (const i of column) turnedFirst[i + 1] += 1;
	for (let i = 0; i < columnCount; i++) turnedFirst[i + 1] += turnedFirst[i];
	const cursor = turnedFirst.slice(0, columnCount);
	const row = new Uint32Array(column.length);
	const times = new Uint16Array(column.length);
	for (let i = 0; i + 1 < first.length; i++) {
		for (let entry = first[i]; entry < first[i + 1]; entry++) {
			const slot = cursor[column[entry]]++;
			row[slot] = i;
			times[slot] = deciseconds[entry];
		}
	}
	return { first: turnedFirst, column: row, deciseconds: times };
}
