import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import type { OsmData, OsmNode, OsmRelation, OsmWay, Tags } from './osm-entities.ts';

/** Entities in one block: the format's usual bound. */
const BLOCK = 8000;
/** Degrees of one unit of latitude and longitude: the format's default granularity, 100 nanodegrees. */
const UNITS_PER_DEGREE = 1e7;
const MEMBER_TYPES = { node: 0, way: 1 };

export interface PbfHeader {
	readonly program: string;
	/** Free text on where the data come from. */
	readonly source: string;
	/** Seconds since 1970. */
	readonly timestamp: number;
}

/**
 * An .osm.pbf file (https://wiki.openstreetmap.org/wiki/PBF_Format): a header block, then nodes (dense), ways and
 * relations, each sorted by id, in zlib blobs.
 */
export function writeOsmPbf({ nodes, ways, relations }: OsmData, header: PbfHeader): Uint8Array {
	const blobs = [blob('OSMHeader', headerBlock(nodes, header))];
	for (const part of slices(nodes))
		blobs.push(dataBlob((strings, group) => group.writeMessage(2, writeDense, { part, strings })));
	for (const part of slices(ways)) {
		blobs.push(dataBlob((strings, group) => part.forEach((way) => group.writeMessage(3, writeWay, { way, strings }))));
	}
	for (const part of slices(relations)) {
		blobs.push(
			dataBlob((strings, group) =>
				part.forEach((relation) => group.writeMessage(4, writeRelation, { relation, strings }))
			)
		);
	}
	return joined(blobs);
}

function* slices<T>(items: readonly T[]): Generator<readonly T[]> {
	for (let i = 0; i < items.length; i += BLOCK) yield items.slice(i, i + BLOCK);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
}

/** A blob and its header, led by the header's length as four bytes, the largest first. */
function blob(type: string, data: Uint8Array): Uint8Array {
	const body = new PbfWriter();
	body.writeVarintField(2, data.length);
	body.writeBytesField(3, zlibSync(data, { level: 9 }));
	const bytes = body.finish();
	const head = new PbfWriter();
	head.writeStringField(1, type);
	head.writeVarintField(3, bytes.length);
	const headBytes = head.finish();
	const size = new Uint8Array(4);
	new DataView(size.buffer).setUint32(0, headBytes.length);
	return joined([size, headBytes, bytes]);
}

function headerBlock(nodes: readonly OsmNode[], header: PbfHeader): Uint8Array {
	const pbf = new PbfWriter();
	const nano = (pick: (a: number, b: number) => number, of: (node: OsmNode) => number) =>
		Math.round(nodes.reduce((bound, node) => pick(bound, of(node)), of(nodes[0])) * UNITS_PER_DEGREE) * 100;
	pbf.writeMessage(
		1,
		(_, box) => {
			box.writeSVarintField(
				1,
				nano(Math.min, (node) => node.lon)
			);
			box.writeSVarintField(
				2,
				nano(Math.max, (node) => node.lon)
			);
			box.writeSVarintField(
				3,
				nano(Math.max, (node) => node.lat)
			);
			box.writeSVarintField(
				4,
				nano(Math.min, (node) => node.lat)
			);
		},
		null
	);
	pbf.writeStringField(4, 'OsmSchema-V0.6');
	pbf.writeStringField(4, 'DenseNodes');
	pbf.writeStringField(5, 'Sort.Type_then_ID');
	pbf.writeStringField(16, header.program);
	pbf.writeStringField(17, header.source);
	pbf.writeVarintField(32, header.timestamp);
	return pbf.finish();
}

/** Strings of a block by place; place 0 is the empty string, which dense nodes use to end their tags. */
class StringTable {
	readonly strings: string[] = [''];
	private readonly places = new Map<string, number>([['', 0]]);

	place(text: string): number {
		const known = this.places.get(text);
		if (known !== undefined) return known;
		this.places.set(text, this.strings.length);
		return this.strings.push(text) - 1;
	}
}

function dataBlob(write: (strings: StringTable, group: PbfWriter) => void): Uint8Array {
	const strings = new StringTable();
	const group = new PbfWriter();
	write(strings, group);
	const block = new PbfWriter();
	block.writeMessage(
		1,
		(table: StringTable, pbf) => table.strings.forEach((text) => pbf.writeStringField(1, text)),
		strings
	);
	block.writeBytesField(2, group.finish());
	return blob('OSMData', block.finish());
}

function deltas(values: readonly number[]): number[] {
	return values.map((value, i) => (i === 0 ? value : value - values[i - 1]));
}

function units(degrees: number): number {
	return Math.round(degrees * UNITS_PER_DEGREE);
}

function writeDense({ part, strings }: { part: readonly OsmNode[]; strings: StringTable }, pbf: PbfWriter): void {
	pbf.writePackedSVarint(1, deltas(part.map((node) => node.id)));
	pbf.writePackedSVarint(8, deltas(part.map((node) => units(node.lat))));
	pbf.writePackedSVarint(9, deltas(part.map((node) => units(node.lon))));
	if (part.every((node) => node.tags.length === 0)) return;
	pbf.writePackedVarint(
		10,
		part.flatMap((node) => [...node.tags.flat().map((text) => strings.place(text)), 0])
	);
}

function writeTags(tags: Tags, strings: StringTable, pbf: PbfWriter): void {
	pbf.writePackedVarint(
		2,
		tags.map(([key]) => strings.place(key))
	);
	pbf.writePackedVarint(
		3,
		tags.map(([, value]) => strings.place(value))
	);
}

function writeWay({ way, strings }: { way: OsmWay; strings: StringTable }, pbf: PbfWriter): void {
	pbf.writeVarintField(1, way.id);
	writeTags(way.tags, strings, pbf);
	pbf.writePackedSVarint(8, deltas(way.refs));
}

function writeRelation({ relation, strings }: { relation: OsmRelation; strings: StringTable }, pbf: PbfWriter): void {
	pbf.writeVarintField(1, relation.id);
	writeTags(relation.tags, strings, pbf);
	const { members } = relation;
	pbf.writePackedVarint(
		8,
		members.map((member) => strings.place(member.role))
	);
	pbf.writePackedSVarint(9, deltas(members.map((member) => member.ref)));
	pbf.writePackedVarint(
		10,
		members.map((member) => MEMBER_TYPES[member.type])
	);
}
