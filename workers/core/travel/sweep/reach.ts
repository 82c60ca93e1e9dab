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
	for (let i = 0; i + 1 < first.length; i++) {
		for (let entry = first[i]; entry < first[i + 1]; entry++) row[entry] = i;
	}
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

/** Rows found in any order, each a row of another Reach, to be joined in one. */
export class ReachRows {
	readonly #column: Uint32Array[];
	readonly #deciseconds: Uint16Array[];

	/** All rows are empty until they are set. */
	constructor(rowCount: number) {
		this.#column = Array.from({ length: rowCount }, () => new Uint32Array());
		this.#deciseconds = Array.from({ length: rowCount }, () => new Uint16Array());
	}

	/** Sets a row to row `i` of a Reach. */
	set(row: number, { first, column, deciseconds }: Reach, i: number): void {
		this.#column[row] = column.subarray(first[i], first[i + 1]);
		this.#deciseconds[row] = deciseconds.subarray(first[i], first[i + 1]);
	}

	join(): Reach {
		const first = new Uint32Array(this.#column.length + 1);
		this.#column.forEach((own, row) => (first[row + 1] = first[row] + own.length));
		const column = new Uint32Array(first[first.length - 1]);
		const deciseconds = new Uint16Array(column.length);
		this.#column.forEach((own, row) => column.set(own, first[row]));
		this.#deciseconds.forEach((own, row) => deciseconds.set(own, first[row]));
		return { first, column, deciseconds };
	}
}
