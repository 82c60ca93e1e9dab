import { normalisedName } from './site-names.ts';
import type { RowGroup } from './site-rows.ts';
import type { SiteColumns } from './sites-columns.ts';

/**
 * Names the places of a file by what it says of each (identifier, name, commune) and, of those of which it says the same, by their rank:
 * the name holds when positions, hours or the other files change.
 */
export class SiteKeys {
	readonly #columns: SiteColumns;
	readonly #met = new Map<string, number>();

	constructor(columns: SiteColumns) {
		this.#columns = columns;
	}

	/** The key of the next place, in the order of the file. */
	next({ rows: [{ row }] }: RowGroup): string {
		const { cells } = row;
		const said = [
			this.#columns.text(cells, 'id'),
			normalisedName(this.#columns.name(cells) ?? ''),
			this.#columns.text(cells, 'communeCode') || normalisedName(this.#columns.text(cells, 'communeName'))
		];
		const written = JSON.stringify(said);
		const rank = this.#met.get(written) ?? 0;
		this.#met.set(written, rank + 1);
		return rank === 0 ? written : JSON.stringify([...said, rank]);
	}
}
