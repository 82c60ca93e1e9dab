import type { MedianCase } from './median-case.ts';
import { ModelBuilder, type MixedModel } from './mixed-model.ts';
import { CLOSED, OPEN, UNDECIDED, type Narrowed } from './narrowing.ts';

/** The exact model of what a bound left undecided. */
export interface MedianModel {
	readonly model: MixedModel;
	/** Candidate of each of the first columns of the model. */
	readonly undecided: Uint32Array;
	/** Candidates open in any better solution. */
	readonly open: readonly number[];
}

/**
 * The model with a column per undecided candidate (1: open) and a column per set of candidates (1: none of them is open), a point being
 * charged, for each step of cost it goes past, the length of the step (Cornuéjols, Nemhauser and Wolsey 1980; García, Labbé and Marín
 * 2011). Points that meet the same candidates on their way share columns and rows: on few undecided candidates, most do.
 * @param mostEntries coefficients past which the model is given up
 * @returns null where it is too large, or where no better solution is left (`impossible` is then true)
 */
export function medianModel(
	median: MedianCase,
	left: Narrowed,
	mostEntries: number
): MedianModel | { readonly impossible: boolean } {
	const open: number[] = [];
	const undecided: number[] = [];
	left.state.forEach((state, site) => {
		if (state === OPEN) open.push(site);
		else if (state === UNDECIDED) undecided.push(site);
	});
	if (open.length > median.p || open.length + undecided.length < median.p) return { impossible: true };
	const builder = new ModelBuilder();
	for (let rank = 0; rank < undecided.length; rank++) builder.addColumn(0, 1, true);
	undecided.forEach((_, column) => builder.put(column, 1));
	builder.endRow(median.p - open.length, median.p - open.length);
	const steps = new CostSteps(median, left, undecided, builder);
	for (let point = 0; point < median.demandCount; point++) {
		if (!steps.add(point)) return { impossible: true };
		if (builder.entryCount > mostEntries) return { impossible: false };
	}
	return { model: builder.build(), undecided: Uint32Array.from(undecided), open };
}

/** The columns "none of these is open", by the set of candidates they speak of. */
class CostSteps {
	readonly #median: MedianCase;
	readonly #left: Narrowed;
	readonly #builder: ModelBuilder;
	readonly #columnOf: Int32Array;
	readonly #columns = new Map<string, number>();
	/** The candidates met by the point so far, 16 to a word, so that a set is a key. */
	readonly #met: Uint16Array;

	constructor(median: MedianCase, left: Narrowed, undecided: readonly number[], builder: ModelBuilder) {
		this.#median = median;
		this.#left = left;
		this.#builder = builder;
		this.#columnOf = new Int32Array(median.siteCount).fill(-1);
		undecided.forEach((site, column) => (this.#columnOf[site] = column));
		this.#met = new Uint16Array(Math.ceil(undecided.length / 16));
	}

	/** Adds what a point costs. False where no candidate left may serve it. */
	add(point: number): boolean {
		const { first, site, cost, outside, everyoneServed } = this.#median;
		const { state, dearest } = this.#left;
		const end = first[point + 1];
		this.#met.fill(0);
		let entry = first[point];
		let column = -1;
		let paid = -1;
		for (;;) {
			// The candidates of one cost, as a step.
			while (entry < end && state[site[entry]] === CLOSED) entry++;
			const at = entry < end ? cost[entry] : outside[point];
			if (paid < 0) this.#builder.offset += at;
			else if (at > paid) this.#charge(column, at - paid);
			if (at > dearest[point] || (entry >= end && everyoneServed)) {
				if (column < 0) return false;
				this.#builder.forbid(column);
				return true;
			}
			if (entry >= end) return true;
			const from = entry;
			while (entry < end && cost[entry] === at) {
				if (state[site[entry]] === OPEN) return true;
				entry++;
			}
			paid = at;
			column = this.#pass(from, entry, column);
		}
	}

	#charge(column: number, cost: number): void {
		this.#builder.addCost(column, cost);
	}

	/** The column of going past entries from … to, after those that `before` speaks of. */
	#pass(from: number, to: number, before: number): number {
		const { site } = this.#median;
		for (let entry = from; entry < to; entry++) {
			const candidate = this.#columnOf[site[entry]];
			if (candidate >= 0) this.#met[candidate >> 4] |= 1 << (candidate & 15);
		}
		const key = String.fromCharCode(...this.#met);
		const known = this.#columns.get(key);
		if (known !== undefined) return known;
		const column = this.#builder.addColumn(0, 1, false);
		this.#columns.set(key, column);
		this.#builder.put(column, 1);
		for (let entry = from; entry < to; entry++) {
			const candidate = this.#columnOf[site[entry]];
			if (candidate >= 0) this.#builder.put(candidate, 1);
		}
		if (before >= 0) this.#builder.put(before, -1);
		this.#builder.endRow(before >= 0 ? 0 : 1, Infinity);
		return column;
	}
}
