/**
 * A mixed integer programme, minimised: columns with bounds 0 … upper, rows with a least and a greatest activity, coefficients by row.
 * What a solver is given, whichever it is.
 */
export interface MixedModel {
	/** Objective coefficient of each column. */
	readonly cost: Float64Array;
	/** Highest value of each column; the lowest is 0. */
	readonly upper: Float64Array;
	/** One byte per column: 1 where it must be whole. */
	readonly isWhole: Uint8Array;
	readonly rowLeast: Float64Array;
	readonly rowMost: Float64Array;
	/** Row offsets into `column` and `coefficient`, one more than rows. */
	readonly first: Int32Array;
	readonly column: Int32Array;
	readonly coefficient: Float64Array;
	/** Added to the objective. */
	readonly offset: number;
}

/** Gathers the columns and rows of a model. */
export class ModelBuilder {
	readonly #cost: number[] = [];
	readonly #upper: number[] = [];
	readonly #isWhole: number[] = [];
	readonly #rowLeast: number[] = [];
	readonly #rowMost: number[] = [];
	readonly #first: number[] = [0];
	readonly #column: number[] = [];
	readonly #coefficient: number[] = [];
	offset = 0;

	get entryCount(): number {
		return this.#column.length;
	}

	/** Adds a column; returns its index. */
	addColumn(cost: number, upper: number, isWhole: boolean): number {
		this.#upper.push(upper);
		this.#isWhole.push(isWhole ? 1 : 0);
		return this.#cost.push(cost) - 1;
	}

	addCost(column: number, cost: number): void {
		this.#cost[column] += cost;
	}

	/** Keeps a column at 0. */
	forbid(column: number): void {
		this.#upper[column] = 0;
	}

	/** Adds a coefficient to the row being written. */
	put(column: number, coefficient: number): void {
		this.#column.push(column);
		this.#coefficient.push(coefficient);
	}

	/** Ends the row being written. */
	endRow(least: number, most: number): void {
		this.#rowLeast.push(least);
		this.#rowMost.push(most);
		this.#first.push(this.#column.length);
	}

	build(): MixedModel {
		return {
			cost: Float64Array.from(this.#cost),
			upper: Float64Array.from(this.#upper),
			isWhole: Uint8Array.from(this.#isWhole),
			rowLeast: Float64Array.from(this.#rowLeast),
			rowMost: Float64Array.from(this.#rowMost),
			first: Int32Array.from(this.#first),
			column: Int32Array.from(this.#column),
			coefficient: Float64Array.from(this.#coefficient),
			offset: this.offset
		};
	}
}
