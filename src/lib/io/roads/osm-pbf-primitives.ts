import { PbfReader } from 'pbf';
import type { OsmMember, OsmVisitor } from './osm-entities.ts';
import { endOfMessage, forEachField, IndexedTags, StringTable } from './osm-pbf-strings.ts';

/** Bits that tell what a block holds, so that a later pass can leave it compressed. */
export const BLOCK_KINDS = { nodes: 1, ways: 2, relations: 4 } as const;

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;
/** Coordinates come in billionths of a degree. */
const NANODEGREES = 1e9;

/**
 * Visits the entities of an inflated PrimitiveBlock (OSM wiki, "PBF Format"), decoding only what the visitor asks for.
 * Returns the BLOCK_KINDS met.
 * @throws Error on bytes that are not such a block; the caller says where.
 */
export function visitPrimitiveBlock(bytes: Uint8Array, visitor: OsmVisitor): number {
	const reader = new PbfReader(bytes);
	const strings = new StringTable(reader);
	const groups: { start: number; end: number }[] = [];
	const grid: Grid = { granularity: 100, lonOffset: 0, latOffset: 0 };
	forEachField(reader, bytes.length, (field) => {
		if (field === 1) strings.locate(endOfMessage(reader));
		else if (field === 2) {
			const end = endOfMessage(reader);
			groups.push({ start: reader.pos, end });
			reader.pos = end;
		} else if (field === 17) grid.granularity = reader.readVarint(true);
		else if (field === 19) grid.latOffset = reader.readVarint(true);
		else if (field === 20) grid.lonOffset = reader.readVarint(true);
	});
	if (!strings.isLocated) throw new Error('no string table');
	const block = new EntityDecoder(reader, strings, grid, visitor);
	let kinds = 0;
	for (const { start, end } of groups) {
		reader.pos = start;
		forEachField(reader, end, (field) => {
			if (field === 1 || field === 2) kinds |= BLOCK_KINDS.nodes;
			else if (field === 3) kinds |= BLOCK_KINDS.ways;
			else if (field === 4) kinds |= BLOCK_KINDS.relations;
			if (field === 1 && visitor.node) block.visitNode(endOfMessage(reader));
			else if (field === 2 && visitor.node) block.visitDenseNodes(endOfMessage(reader));
			else if (field === 3 && visitor.way) block.visitWay(endOfMessage(reader));
			else if (field === 4 && visitor.relation) block.visitRelation(endOfMessage(reader));
		});
	}
	return kinds;
}

interface Grid {
	granularity: number;
	lonOffset: number;
	latOffset: number;
}

/** Decodes the entities of one block into its visitor; the lists it works in are its own and serve for each entity in turn. */
class EntityDecoder {
	readonly #reader: PbfReader;
	readonly #strings: StringTable;
	readonly #grid: Grid;
	readonly #visitor: OsmVisitor;
	readonly #tags: IndexedTags;
	readonly #nodeIds: number[] = [];

	constructor(reader: PbfReader, strings: StringTable, grid: Grid, visitor: OsmVisitor) {
		this.#reader = reader;
		this.#strings = strings;
		this.#grid = grid;
		this.#visitor = visitor;
		this.#tags = new IndexedTags(strings);
	}

	visitNode(end: number): void {
		const reader = this.#reader;
		let id = 0;
		let lat = 0;
		let lon = 0;
		this.#tags.clear();
		forEachField(reader, end, (field) => {
			if (field === 1) id = reader.readSVarint();
			else if (field === 8) lat = reader.readSVarint();
			else if (field === 9) lon = reader.readSVarint();
			else this.#readTags(field);
		});
		this.#checkTags();
		this.#visitor.node?.(id, this.#longitude(lon), this.#latitude(lat), this.#tags);
	}

	visitDenseNodes(end: number): void {
		const reader = this.#reader;
		const ids: number[] = [];
		const lats: number[] = [];
		const lons: number[] = [];
		const tagIndices: number[] = [];
		forEachField(reader, end, (field) => {
			if (field === 1) reader.readPackedSVarint(ids);
			else if (field === 8) reader.readPackedSVarint(lats);
			else if (field === 9) reader.readPackedSVarint(lons);
			else if (field === 10) reader.readPackedVarint(tagIndices);
		});
		if (lats.length !== ids.length || lons.length !== ids.length) throw new Error('dense nodes of unequal lengths');
		let id = 0;
		let lat = 0;
		let lon = 0;
		let at = 0;
		for (let i = 0; i < ids.length; i++) {
			id += ids[i];
			lat += lats[i];
			lon += lons[i];
			this.#tags.clear();
			// Keys and values alternate, a zero ends each node; the list is empty when no node has tags.
			while (at < tagIndices.length && tagIndices[at] !== 0) {
				if (at + 1 >= tagIndices.length) throw new Error('key without value');
				this.#tags.keys.push(tagIndices[at]);
				this.#tags.values.push(tagIndices[at + 1]);
				at += 2;
			}
			at++;
			this.#visitor.node?.(id, this.#longitude(lon), this.#latitude(lat), this.#tags);
		}
	}

	visitWay(end: number): void {
		const reader = this.#reader;
		let id = 0;
		let refsAt = -1;
		this.#tags.clear();
		forEachField(reader, end, (field) => {
			if (field === 1) id = reader.readVarint(true);
			else if (field === 8) refsAt = reader.pos;
			else this.#readTags(field);
		});
		this.#checkTags();
		this.#visitor.way?.(id, this.#tags, () => this.#readNodeIds(refsAt));
		reader.pos = end;
	}

	#readNodeIds(refsAt: number): readonly number[] {
		const reader = this.#reader;
		const nodeIds = this.#nodeIds;
		nodeIds.length = 0;
		if (refsAt === -1) return nodeIds;
		reader.pos = refsAt;
		const end = endOfMessage(reader);
		let id = 0;
		while (reader.pos < end) {
			id += reader.readSVarint();
			nodeIds.push(id);
		}
		return nodeIds;
	}

	visitRelation(end: number): void {
		const reader = this.#reader;
		const roles: number[] = [];
		const ids: number[] = [];
		const types: number[] = [];
		this.#tags.clear();
		forEachField(reader, end, (field) => {
			if (field === 8) reader.readPackedVarint(roles);
			else if (field === 9) reader.readPackedSVarint(ids);
			else if (field === 10) reader.readPackedVarint(types);
			else this.#readTags(field);
		});
		this.#checkTags();
		if (roles.length !== ids.length || types.length !== ids.length) throw new Error('members of unequal lengths');
		this.#visitor.relation?.(this.#tags, () => this.#members(roles, ids, types));
	}

	#members(roles: readonly number[], ids: readonly number[], types: readonly number[]): OsmMember[] {
		let id = 0;
		return ids.map((delta, i) => {
			id += delta;
			const type = MEMBER_TYPES[types[i]];
			if (type === undefined) throw new Error('unknown type of member');
			return { type, id, role: this.#strings.text(roles[i]) };
		});
	}

	#readTags(field: number): void {
		if (field === 2) this.#reader.readPackedVarint(this.#tags.keys);
		else if (field === 3) this.#reader.readPackedVarint(this.#tags.values);
	}

	#checkTags(): void {
		if (this.#tags.keys.length !== this.#tags.values.length) throw new Error('keys and values of unequal lengths');
	}

	/** The integers are summed before the one division, so that the degrees are the doubles nearest to the decimals written. */
	#longitude(steps: number): number {
		return (this.#grid.lonOffset + this.#grid.granularity * steps) / NANODEGREES;
	}

	#latitude(steps: number): number {
		return (this.#grid.latOffset + this.#grid.granularity * steps) / NANODEGREES;
	}
}
