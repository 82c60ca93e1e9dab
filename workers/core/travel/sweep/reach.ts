/** Times between things of one kind, the rows, and of another, the columns, where there is one: compressed sparse rows. */
export interface Reach {
	/** One offset more than there are rows. */
	readonly first: Uint32Array;
	/** Rising within a row. */
	readonly column: Uint32Array;
	readonly deciseconds: Uint16Array;
}

/** The same times with rows for columns. */
export function transposeReach({ first, column, deciseconds }: Reach, columnCount: number): Reach {
	const row = new Uint32Array(column.length);
	for (let i = 0; i + 1 < first.length; i++) row.fill(i, first[i], first[i + 1]);
	return reachOf(column, row, deciseconds, columnCount);
}

/** Compressed sparse rows from entries in any order; within a row their order stays. */
export function reachOf(
	row: Uint32Array,
	column: Uint32Array,
	deciseconds: ArrayLike<number>,
	rowCount: number
): Reach {
	const first = new Uint32Array(rowCount + 1);
	for (const i of row) first[i + 1] += 1;
	for (let i = 0; i < rowCount; i++) first[i + 1] += first[i];
	const cursor = first.slice(0, rowCount);
	const sorted = new Uint32Array(column.length);
	const times = new Uint16Array(column.length);
	row.forEach((i, entry) => {
		const slot = cursor[i]++;
		sorted[slot] = column[entry];
		times[slot] = deciseconds[entry];
	});
	return { first, column: sorted, deciseconds: times };
}
