import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PbfReader, PbfWriter } from 'pbf';
import { bytesSource } from '#io/bytes/byte-source.ts';
import type { Bounds } from '#domain/geometry.ts';
import { inflateBlock, pbfBlocks } from '#io/roads/osm-pbf-blocks.ts';
import { BLOCK_KINDS, visitPrimitiveBlock } from '#io/roads/osm-pbf-primitives.ts';

/** Above every id of the extracts repeated, so that no two copies share one. */
const ID_STEP = 16e9;
/** Copies stand side by side, ten to a row. */
const PER_ROW = 10;
const LON_STEP = 0.5;
const LAT_STEP = 0.4;

interface Shift {
	readonly id: number;
	readonly lon: number;
	readonly lat: number;
}

const shiftOf = (copy: number): Shift => ({
	id: copy * ID_STEP,
	lon: (copy % PER_ROW) * LON_STEP,
	lat: Math.floor(copy / PER_ROW) * LAT_STEP
});

export interface Repeated {
	readonly copies: number;
	readonly bytes: number;
	/** The box of one copy, in the midst of the file. */
	readonly oneCopy: Bounds;
}

/**
 * Writes an .osm.pbf as large as asked by repeating a small one: other ids, other places, sorted by kind as extracts are. Nodes, ways and
 * relations all get blocks of their own where the small file has them so.
 */
export async function repeatPbf(from: string, to: string, atLeastBytes: number): Promise<Repeated> {
	const source = bytesSource(from, readFileSync(from));
	const raws: { raw: Uint8Array; kinds: number }[] = [];
	const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for await (const block of pbfBlocks(source)) {
		if (block.type !== 'OSMData') continue;
		const raw = inflateBlock(block);
		const kinds = visitPrimitiveBlock(raw, {
			node(_id, lon, lat) {
				box.west = Math.min(box.west, lon);
				box.south = Math.min(box.south, lat);
				box.east = Math.max(box.east, lon);
				box.north = Math.max(box.north, lat);
			}
		});
		raws.push({ raw, kinds });
	}
	const copies = Math.ceil(atLeastBytes / source.size);
	const file = openSync(to, 'w');
	let bytes = writeSync(file, fileBlock('OSMHeader', headerMessage()));
	for (const kind of [BLOCK_KINDS.nodes, BLOCK_KINDS.ways, BLOCK_KINDS.relations]) {
		for (let copy = 0; copy < copies; copy++) {
			for (const { raw, kinds } of raws) {
				if ((kinds & -kinds) === kind) bytes += writeSync(file, fileBlock('OSMData', shiftedBlock(raw, shiftOf(copy))));
			}
		}
	}
	closeSync(file);
	const { lon, lat } = shiftOf(Math.floor(copies / 2));
	return { copies, bytes, oneCopy: [box.west + lon, box.south + lat, box.east + lon, box.north + lat] };
}

/** A message that `write` writes. */
function message(write: (pbf: PbfWriter) => void): Uint8Array {
	const pbf = new PbfWriter();
	write(pbf);
	return pbf.finish();
}

function textField(pbf: PbfWriter, field: number, text: string): void {
	pbf.writeTag(field, 2);
	pbf.writeString(text);
}

function numberField(pbf: PbfWriter, field: number, value: number): void {
	pbf.writeTag(field, 0);
	pbf.writeVarint(value);
}

function headerMessage(): Uint8Array {
	return message((pbf) => ['OsmSchema-V0.6', 'DenseNodes'].forEach((feature) => textField(pbf, 4, feature)));
}

function fileBlock(type: string, raw: Uint8Array): Uint8Array {
	const blob = message((pbf) => {
		numberField(pbf, 2, raw.length);
		pbf.writeTag(3, 2);
		pbf.writeBytes(deflateSync(raw));
	});
	const header = message((pbf) => {
		textField(pbf, 1, type);
		numberField(pbf, 3, blob.length);
	});
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, header.length);
	return Buffer.concat([length, header, blob]);
}

/** The fields of a message to write anew: each reads its value and gives the bytes that follow its tag. The others stay to the byte. */
type Rewrites = Readonly<Record<number, (reader: PbfReader) => Uint8Array>>;

function rewritten(bytes: Uint8Array, rewrites: Rewrites): Uint8Array {
	const reader = new PbfReader(bytes);
	const parts: Uint8Array[] = [];
	let copiedTo = 0;
	for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
		const rewrite = rewrites[field];
		if (rewrite === undefined) continue;
		parts.push(bytes.subarray(copiedTo, reader.pos), rewrite(reader));
		copiedTo = reader.pos;
	}
	return Buffer.concat([...parts, bytes.subarray(copiedTo)]);
}

const inner = (rewrites: Rewrites) => (reader: PbfReader) =>
	message((pbf) => pbf.writeBytes(rewritten(reader.readBytes(), rewrites)));

function shiftedBlock(raw: Uint8Array, { id, lon, lat }: Shift): Uint8Array {
	const signed = (reader: PbfReader) => message((pbf) => pbf.writeSVarint(reader.readSVarint() + id));
	const plain = (reader: PbfReader) => message((pbf) => pbf.writeVarint(reader.readVarint(true) + id));
	/** Ids written as differences: the first alone is one. */
	const deltas = (reader: PbfReader) => {
		const packed = reader.readBytes();
		if (packed.length === 0) return Uint8Array.of(0);
		const first = new PbfReader(packed);
		const shifted = message((pbf) => pbf.writeSVarint(first.readSVarint() + id));
		return message((pbf) => pbf.writeBytes(Buffer.concat([shifted, packed.subarray(first.pos)])));
	};
	const group = inner({
		1: inner({ 1: signed }),
		2: inner({ 1: deltas }),
		3: inner({ 1: plain, 8: deltas }),
		4: inner({ 1: plain, 9: deltas })
	});
	const offsets = message((pbf) => {
		numberField(pbf, 19, Math.round(lat * 1e9));
		numberField(pbf, 20, Math.round(lon * 1e9));
	});
	return Buffer.concat([rewritten(raw, { 2: group }), offsets]);
}
