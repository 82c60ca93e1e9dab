import type { PbfReader } from 'pbf';
import type { OsmTags } from './osm-entities.ts';

/**
 * Reads fields up to `end`.
 * @throws Error when they do not end there
 */
export function forEachField(reader: PbfReader, end: number, read: (field: number) => void): void {
	for (let field = reader.nextField(end); field !== 0; field = reader.nextField(end)) read(field);
	if (reader.pos !== end) throw new Error('field past the end of its message');
}

/** Where the message that starts here ends. */
export function endOfMessage(reader: PbfReader): number {
	const end = reader.readVarint() + reader.pos;
	if (end > reader.length) throw new Error('message past the end of the block');
	return end;
}

/** The strings of a block, decoded when first asked for. */
export class StringTable {
	/** The format requires a table in each block, if only with its empty first string. */
	isLocated = false;
	readonly #reader: PbfReader;
	readonly #starts: number[] = [];
	readonly #texts: string[] = [];

	constructor(reader: PbfReader) {
		this.#reader = reader;
	}

	/** Takes the table that stands at the reader's position. */
	locate(end: number): void {
		this.isLocated = true;
		forEachField(this.#reader, end, (field) => {
			if (field === 1) this.#starts.push(this.#reader.pos);
		});
	}

	text(index: number): string {
		const known = this.#texts[index];
		if (known !== undefined) return known;
		const start = this.#starts[index];
		if (start === undefined) throw new Error('string out of the table');
		const back = this.#reader.pos;
		this.#reader.pos = start;
		const text = this.#reader.readString();
		this.#reader.pos = back;
		this.#texts[index] = text;
		return text;
	}
}

/** The tags of one entity, as indices into the string table of its block: keys and values, rank by rank. */
export class IndexedTags implements OsmTags {
	readonly keys: number[] = [];
	readonly values: number[] = [];
	readonly #strings: StringTable;

	constructor(strings: StringTable) {
		this.#strings = strings;
	}

	clear(): void {
		// Most nodes have no tags, and setting a length costs even when nothing changes.
		if (this.keys.length > 0) this.keys.length = 0;
		if (this.values.length > 0) this.values.length = 0;
	}

	get(key: string): string | undefined {
		for (let i = 0; i < this.keys.length; i++) {
			if (this.#strings.text(this.keys[i]) === key) return this.#strings.text(this.values[i]);
		}
		return undefined;
	}

	forEach(visit: (value: string, key: string) => void): void {
		for (let i = 0; i < this.keys.length; i++) {
			visit(this.#strings.text(this.values[i]), this.#strings.text(this.keys[i]));
		}
	}
}
