import { MaillageError } from '#domain/notes.ts';

/** The list of what a zip holds (PKWARE APPNOTE 6.3.10, §4.3.12 and §4.3.16), without zip64: a territory is far below 4 GB. */
const END_SIGNATURE = 0x0605_4b50;
const ENTRY_SIGNATURE = 0x0201_4b50;
const LOCAL_SIGNATURE = 0x0403_4b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;
/** A territory has some twenty files; what lists more than this holds something else. */
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024;
/** Deflate (RFC 1951) makes at most 1032 bytes of one. */
const MAX_DEFLATE_RATIO = 1032;

/** Of the header that stands before each file (§4.3.7), its name and what follows it left out. */
export const LOCAL_BYTES = 30;
/** Methods that are read. */
export const STORED = 0;
export const DEFLATED = 8;

/** One file of a zip, as its directory tells it: what it tells is not yet believed. */
export interface ZipEntry {
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc: number;
	readonly storedBytes: number;
	readonly bytes: number;
	/** Of its local header, from the start of the zip. */
	readonly offset: number;
}

/** Whether a file says that more comes out of it than can. */
export const isImpossible = ({ bytes, storedBytes }: ZipEntry): boolean => bytes > MAX_DEFLATE_RATIO * storedBytes;

/** Where what is stored of a file begins, from the start of the zip. @param header its LOCAL_BYTES; null where they are none */
export function storedStart({ offset }: ZipEntry, header: DataView): number | null {
	if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
	return offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

export async function bytesOf(zip: Blob, from: number, to: number, name: string): Promise<DataView<ArrayBuffer>> {
	try {
		return new DataView(await zip.slice(from, to).arrayBuffer());
	} catch (error) {
		const reason = error instanceof Error ? error.name : String(error);
		throw new MaillageError('error_folder_file_unreadable', { reason }, name);
	}
}

/**
 * The files of a zip by their names, folders left out.
 * @throws MaillageError `error_zip_not`, `error_zip_cut` (its end, where the list is, is missing), `error_zip_64`, `error_zip_list`
 */
export async function zipDirectory(zip: Blob, name: string): Promise<Map<string, ZipEntry>> {
	const tailStart = Math.max(0, zip.size - END_BYTES - MAX_COMMENT_BYTES);
	const tail = await bytesOf(zip, tailStart, zip.size, name);
	const start = await bytesOf(zip, 0, 4, name);
	const { offset, size, count } = listPlace({ tail, tailStart, start, bytes: zip.size }, name);
	return entriesOf(await bytesOf(zip, offset, offset + size, name), count, name);
}

/** As `zipDirectory`, of a zip whose bytes are all there. @throws MaillageError what `zipDirectory` throws */
export function zipDirectoryOfBytes(bytes: Uint8Array, name: string): Map<string, ZipEntry> {
	const view = (from: number, to: number) => {
		const part = bytes.subarray(from, to);
		return new DataView(part.buffer as ArrayBuffer, part.byteOffset, part.byteLength);
	};
	const tailStart = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
	const ends = { tail: view(tailStart, bytes.length), tailStart, start: view(0, 4), bytes: bytes.length };
	const { offset, size, count } = listPlace(ends, name);
	return entriesOf(view(offset, offset + size), count, name);
}

/** The two ends of a zip: its list is near the second. */
interface ZipEnds {
	readonly tail: DataView;
	readonly tailStart: number;
	readonly start: DataView;
	readonly bytes: number;
}

function listPlace({ tail, tailStart, start, bytes }: ZipEnds, name: string) {
	const end = endOf(tail);
	if (end === null) {
		const isCut = start.byteLength === 4 && start.getUint32(0, true) === LOCAL_SIGNATURE;
		throw new MaillageError(isCut ? 'error_zip_cut' : 'error_zip_not', { bytes }, name);
	}
	const count = tail.getUint16(end + 10, true);
	const size = tail.getUint32(end + 12, true);
	const offset = tail.getUint32(end + 16, true);
	if (count === 0xffff || size === 0xffff_ffff || offset === 0xffff_ffff)
		throw new MaillageError('error_zip_64', {}, name);
	const isOneDisk = tail.getUint16(end + 4, true) === 0 && tail.getUint16(end + 8, true) === count;
	if (!isOneDisk || offset + size > tailStart + end || size > MAX_DIRECTORY_BYTES) {
		throw new MaillageError('error_zip_list', {}, name);
	}
	return { offset, size, count };
}

/** Where the record at the end begins: the last place that has its signature and whose comment ends the file. */
function endOf(tail: DataView): number | null {
	for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
		if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
		if (at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return at;
	}
	return null;
}

function entriesOf(list: DataView<ArrayBuffer>, count: number, name: string): Map<string, ZipEntry> {
	const entries = new Map<string, ZipEntry>();
	const utf8 = new TextDecoder();
	let at = 0;
	for (let rank = 0; rank < count; rank++) {
		if (at + ENTRY_BYTES > list.byteLength || list.getUint32(at, true) !== ENTRY_SIGNATURE) {
			throw new MaillageError('error_zip_list', {}, name);
		}
		const nameBytes = list.getUint16(at + 28, true);
		const next = at + ENTRY_BYTES + nameBytes + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
		if (next > list.byteLength) throw new MaillageError('error_zip_list', {}, name);
		const path = utf8.decode(new Uint8Array(list.buffer, list.byteOffset + at + ENTRY_BYTES, nameBytes));
		if (!path.endsWith('/')) entries.set(path, entryAt(list, at));
		at = next;
	}
	return entries;
}

function entryAt(list: DataView, at: number): ZipEntry {
	return {
		encrypted: (list.getUint16(at + 8, true) & 1) === 1,
		method: list.getUint16(at + 10, true),
		crc: list.getUint32(at + 16, true),
		storedBytes: list.getUint32(at + 20, true),
		bytes: list.getUint32(at + 24, true),
		offset: list.getUint32(at + 42, true)
	};
}
