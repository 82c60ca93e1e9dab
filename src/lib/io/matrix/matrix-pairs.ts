import { uint32List } from '../bytes/growable-list.ts';

/** A pair read twice with two values: the later one counts, as in a list that corrects itself further down. */
export interface Overruled {
	readonly row: number;
	readonly from: string;
	readonly to: string;
	readonly value: number;
	readonly keptValue: number;
}

/** What pairs are laid in: from place r of `fromIds`, entries first[r] … first[r+1] − 1, by rising `to`, each pair once. */
export interface PairRows<Values> {
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
	readonly first: Uint32Array;
	readonly to: Uint32Array;
	readonly values: Values;
}

interface Numbers<Self> {
	[index: number]: number;
	slice(begin?: number, end?: number): Self;
}

/** A growable list of the values of pairs: seconds, or costs of any unit. */
interface ValueList<Values> {
	readonly length: number;
	push(value: number): void;
	view(): Values;
}

/** Pairs gathered in any order, 12 bytes each beside their value, then laid in rows. */
export class MatrixPairs<Values extends Numbers<Values>> {
	readonly #from = new Map<string, number>();
	readonly #to = new Map<string, number>();
	readonly #fromIndex = uint32List();
	readonly #toIndex = uint32List();
	readonly #values: ValueList<Values>;
	readonly #row = uint32List();
	readonly #unreachable: number;

	/** @param unreachable the value of a pair that is not there, equal to itself (not NaN) */
	constructor(values: ValueList<Values>, unreachable: number) {
		this.#values = values;
		this.#unreachable = unreachable;
	}

	get length(): number {
		return this.#values.length;
	}

	/** `value` may be the unreachable one: the place is then known to have a row, and the pair is not there. */
	add(from: string, to: string, value: number, row: number): void {
		this.#fromIndex.push(rankOf(this.#from, from));
		this.#toIndex.push(rankOf(this.#to, to));
		this.#values.push(value);
		this.#row.push(row);
	}

	/** `repeated`: pairs read again with the same value, which change nothing. */
	build(): { rows: PairRows<Values>; overruled: Overruled[]; repeated: number } {
		const fromIds = [...this.#from.keys()];
		const toIds = [...this.#to.keys()];
		const from = this.#fromIndex.view();
		const to = this.#toIndex.view();
		const values = this.#values.view();
		const sourceRows = this.#row.view();
		// Two stable counting sorts: by `to`, then by `from`; equal pairs stay in the order of the file.
		const order = stableOrder(from, fromIds.length, stableOrder(to, toIds.length, null));
		const first = new Uint32Array(fromIds.length + 1);
		const keptTo = new Uint32Array(order.length);
		const keptValues = values.slice();
		const overruled: Overruled[] = [];
		let repeated = 0;
		let kept = 0;
		for (let i = 0; i < order.length; i++) {
			const pair = order[i];
			const next = order[i + 1];
			if (next !== undefined && from[next] === from[pair] && to[next] === to[pair]) {
				if (values[next] === values[pair]) repeated++;
				else
					overruled.push({
						row: sourceRows[pair],
						from: fromIds[from[pair]],
						to: toIds[to[pair]],
						value: values[pair],
						keptValue: values[next]
					});
				continue;
			}
			if (values[pair] === this.#unreachable) continue;
			keptTo[kept] = to[pair];
			keptValues[kept++] = values[pair];
			first[from[pair] + 1]++;
		}
		for (let r = 0; r < fromIds.length; r++) first[r + 1] += first[r];
		const laid = { fromIds, toIds, first, to: keptTo.slice(0, kept), values: keptValues.slice(0, kept) };
		return { rows: laid, overruled, repeated };
	}
}

function rankOf(ranks: Map<string, number>, id: string): number {
	const known = ranks.get(id);
	if (known !== undefined) return known;
	ranks.set(id, ranks.size);
	return ranks.size - 1;
}

/** The entries of `before` (all of them when null) by rising key, those of a same key in the order they came. */
function stableOrder(keys: Uint32Array, keyCount: number, before: Uint32Array | null): Uint32Array {
	const start = new Uint32Array(keyCount + 1);
	for (const key of keys) start[key + 1]++;
	for (let key = 0; key < keyCount; key++) start[key + 1] += start[key];
	const order = new Uint32Array(keys.length);
	for (let i = 0; i < keys.length; i++) {
		const entry = before === null ? i : before[i];
		order[start[keys[entry]]++] = entry;
	}
	return order;
}
