import { MaillageError } from '#domain/notes.ts';
import { Inflate } from 'fflate';
import { PbfReader } from 'pbf';
import type { ByteSource } from '../bytes/byte-source.ts';

/** Limits of the format (OSM wiki, "PBF Format"): a larger size is not a larger file but a broken one. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOCK_BYTES = 32 * 1024 * 1024;
/** Compressed bytes inflated at a time: a bomb is stopped at the first piece that overflows the declared size. */
const INFLATE_STEP_BYTES = 16 * 1024;

/** Where a block is, for errors: its rank from 1 and the byte of the file where it starts. */
export interface BlockPlace {
	readonly file: string;
	readonly block: number;
	readonly byte: number;
}

/** One block of an .osm.pbf file, still compressed. */
export interface PbfBlock extends BlockPlace {
	readonly type: string;
	/** The Blob message. */
	readonly blob: Uint8Array;
	/** Byte of the file after this block. */
	readonly endByte: number;
}

function corruptBlock(place: BlockPlace, code: string, params: Record<string, string | number> = {}): MaillageError {
	return new MaillageError(code, { block: place.block, byte: place.byte, ...params }, place.file);
}

/**
 * The blocks of the file one by one; no more than one block is held.
 * @throws MaillageError where the file is cut, or is not OSM PBF.
 */
export async function* pbfBlocks(source: ByteSource): AsyncGenerator<PbfBlock> {
	const queue = new ByteQueue(source.stream());
	try {
		for (
			let block = await nextBlock(queue, source.name, 1);
			block !== null;
			block = await nextBlock(queue, source.name, block.block + 1)
		) {
			yield block;
		}
	} finally {
		await queue.close();
	}
}

/** The block that starts where the queue stands; null at the end of the file. */
async function nextBlock(queue: ByteQueue, file: string, block: number): Promise<PbfBlock | null> {
	const place: BlockPlace = { file, block, byte: queue.position };
	const take = async (count: number) => {
		const bytes = await queue.take(count);
		if (bytes.length < count) throw corruptBlock(place, 'error_pbf_truncated');
		return bytes;
	};
	if (await queue.isAtEnd()) {
		if (block === 1) throw new MaillageError('error_pbf_empty', {}, file);
		return null;
	}
	const lengthBytes = await take(4);
	const headerLength = new DataView(lengthBytes.buffer, lengthBytes.byteOffset, 4).getUint32(0);
	if (headerLength === 0 || headerLength > MAX_HEADER_BYTES) throw badStart(place, lengthBytes);
	const { type, dataSize } = readBlobHeader(await take(headerLength), place);
	if (block === 1 && type !== 'OSMHeader') throw badStart(place, lengthBytes);
	if (dataSize > MAX_BLOCK_BYTES) throw corruptBlock(place, 'error_pbf_block_too_large', { size: dataSize });
	const blob = await take(dataSize);
	return { ...place, type, blob, endByte: queue.position };
}

function badStart(place: BlockPlace, bytes: Uint8Array): MaillageError {
	if (place.block > 1) return corruptBlock(place, 'error_pbf_corrupt_block');
	const read = Array.from(bytes, (byte) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
	return new MaillageError('error_pbf_not_pbf', { read }, place.file);
}

function readBlobHeader(bytes: Uint8Array, place: BlockPlace): { type: string; dataSize: number } {
	const header = { type: '', dataSize: -1 };
	decoding(place, () => {
		const reader = new PbfReader(bytes);
		for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
			if (field === 1) header.type = reader.readString();
			else if (field === 3) header.dataSize = reader.readVarint();
		}
		if (reader.pos !== bytes.length || header.dataSize < 0) throw new Error('incomplete header');
	});
	return header;
}

/**
 * The bytes of a block once inflated.
 * @throws MaillageError for a compression other than none and zlib, and for bytes that do not inflate to what the block declares.
 */
export function inflateBlock(block: PbfBlock): Uint8Array {
	let raw: Uint8Array | null = null;
	let zlib: Uint8Array | null = null;
	let rawSize = -1;
	let otherField = 0;
	decoding(block, () => {
		const reader = new PbfReader(block.blob);
		for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
			if (field === 1) raw = reader.readBytes();
			else if (field === 2) rawSize = reader.readVarint();
			else if (field === 3) zlib = reader.readBytes();
			else otherField = field;
		}
		if (reader.pos !== block.blob.length) throw new Error('incomplete blob');
	});
	if (raw !== null) return raw;
	if (zlib === null) {
		const compression = COMPRESSIONS.get(otherField);
		if (compression !== undefined) throw corruptBlock(block, 'error_pbf_compression', { compression });
		throw corruptBlock(block, 'error_pbf_corrupt_block');
	}
	if (rawSize > MAX_BLOCK_BYTES) throw corruptBlock(block, 'error_pbf_block_too_large', { size: rawSize });
	return inflateZlib(zlib, rawSize, block);
}

const COMPRESSIONS: ReadonlyMap<number, string> = new Map([
	[4, 'lzma'],
	[5, 'bzip2'],
	[6, 'lz4'],
	[7, 'zstd']
]);

/** RFC 1950: two bytes of header, a deflate stream, the Adler-32 of what it inflates to. */
function inflateZlib(zlib: Uint8Array, size: number, place: BlockPlace): Uint8Array {
	const corrupt = () => corruptBlock(place, 'error_pbf_inflate');
	if (size < 0 || zlib.length < 7 || (zlib[0] & 0x0f) !== 8 || (zlib[1] & 0x20) !== 0) throw corrupt();
	const deflated = zlib.subarray(2, -4);
	const out = new Uint8Array(size);
	let length = 0;
	const inflate = new Inflate((chunk) => {
		if (length + chunk.length > size) throw corrupt();
		out.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let at = 0; at < deflated.length; at += INFLATE_STEP_BYTES) {
			inflate.push(deflated.subarray(at, at + INFLATE_STEP_BYTES), at + INFLATE_STEP_BYTES >= deflated.length);
		}
	} catch {
		throw corrupt();
	}
	const trailer = new DataView(zlib.buffer, zlib.byteOffset + zlib.length - 4, 4);
	if (length !== size || adler32(out) !== trailer.getUint32(0)) throw corrupt();
	return out;
}

/** RFC 1950 §8.2; 3,800 additions cannot overflow 2^31 before the modulo. */
function adler32(bytes: Uint8Array): number {
	let a = 1;
	let b = 0;
	for (let start = 0; start < bytes.length; start += 3800) {
		const end = Math.min(start + 3800, bytes.length);
		for (let i = start; i < end; i++) {
			a += bytes[i];
			b += a;
		}
		a %= 65521;
		b %= 65521;
	}
	return ((b << 16) | a) >>> 0;
}

/** Runs a decoder of protobuf; what it throws on broken bytes becomes an error that says where. */
export function decoding(place: BlockPlace, decode: () => void): void {
	try {
		decode();
	} catch (error) {
		if (error instanceof MaillageError) throw error;
		throw corruptBlock(place, 'error_pbf_corrupt_block');
	}
}

/** Takes runs of bytes of any length off a stream cut anywhere. */
class ByteQueue {
	position = 0;
	readonly #stream: AsyncIterator<Uint8Array>;
	#chunk: Uint8Array = new Uint8Array(0);

	constructor(stream: AsyncIterable<Uint8Array>) {
		this.#stream = stream[Symbol.asyncIterator]();
	}

	/** The next `count` bytes; fewer at the end of the stream. */
	async take(count: number): Promise<Uint8Array> {
		if (this.#chunk.length < count) await this.#fill(count);
		const taken = this.#chunk.subarray(0, count);
		this.#chunk = this.#chunk.subarray(taken.length);
		this.position += taken.length;
		return taken;
	}

	async isAtEnd(): Promise<boolean> {
		if (this.#chunk.length === 0) await this.#fill(1);
		return this.#chunk.length === 0;
	}

	/** Lets the stream go, read to its end or not. */
	async close(): Promise<void> {
		await this.#stream.return?.();
	}

	async #fill(count: number): Promise<void> {
		const chunks = [this.#chunk];
		let length = this.#chunk.length;
		while (length < count) {
			const next = await this.#stream.next();
			if (next.done) break;
			chunks.push(next.value);
			length += next.value.length;
		}
		if (chunks.length === 1) return;
		this.#chunk = new Uint8Array(length);
		let at = 0;
		for (const chunk of chunks) {
			this.#chunk.set(chunk, at);
			at += chunk.length;
		}
	}
}
