import { UNREACHABLE } from '#domain/travel.ts';
import type { TimeMatrix } from '#domain/time-matrix.ts';
import { uint32List } from '../bytes/growable-list.ts';

/** A pair read twice with two times: the later one counts, as in a list that corrects itself further down. */
export interface Overruled {
	readonly row: number;
	readonly from: string;
	readonly to: string;
	readonly seconds: number;
	readonly keptSeconds: number;
}

/** Pairs gathered in any order, 16 bytes each, then laid in rows. */
export class MatrixPairs {
	readonly #from = new Map<string, number>();
	readonly #to = new Map<string, number>();
	readonly #fromIndex = uint32List();
	readonly #toIndex = uint32List();
	readonly #seconds = uint32List();
	readonly #row = uint32List();

	get length(): number {
		return this.#seconds.length;
	}

	/** `seconds` may be UNREACHABLE: the place is then known to have a row, and the pair is not there. */
	add(from: string, to: string, seconds: number, row: number): void {
		this.#fromIndex.push(rankOf(this.#from, from));
		this.#toIndex.push(rankOf(this.#to, to));
		this.#seconds.push(seconds);
		this.#row.push(row);
	}

	/** `repeated`: pairs read again with the same time, which change nothing. */
	build(): { matrix: TimeMatrix; overruled: Overruled[]; repeated: number } {
		const fromIds = [...this.#from.keys()];
		const toIds = [...this.#to.keys()];
		const from = this.#fromIndex.view();
		const to = this.#toIndex.view();
		const times = this.#seconds.view();
		const rows = this.#row.view();
		// Two stable counting sorts: by `to`, then by `from`; equal pairs stay in the order of the file.
		const order = stableOrder(from, fromIds.length, stableOrder(to, toIds.length, null));
		const first = new Uint32Array(fromIds.length + 1);
		const keptTo = new Uint32Array(order.length);
		const keptSeconds = new Uint32Array(order.length);
		const overruled: Overruled[] = [];
		let repeated = 0;
		let kept = 0;
		for (let i = 0; i < order.length; i++) {
			const pair = order[i];
			const next = order[i + 1];
			if (next !== undefined && from[next] === from[pair] && to[next] === to[pair]) {
				if (times[next] === times[pair]) repeated++;
				else
					overruled.push({
						row: rows[pair],
						from: fromIds[from[pair]],
						to: toIds[to[pair]],
						seconds: times[pair],
						keptSeconds: times[next]
					});
				continue;
			}
			if (times[pair] === UNREACHABLE) continue;
			keptTo[kept] = to[pair];
			keptSeconds[kept++] = times[pair];
			first[from[pair] + 1]++;
		}
		for (let r = 0; r < fromIds.length; r++) first[r + 1] += first[r];
		const matrix = { fromIds, toIds, first, to: keptTo.slice(0, kept), seconds: keptSeconds.slice(0, kept) };
		return { matrix, overruled, repeated };
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
