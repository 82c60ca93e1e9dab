import { Gunzip } from 'fflate';
import { MaillageError } from '#domain/notes.ts';

/** Bytes handed to the decompressor at once: one step may yield a thousand times as much, and no more. */
const GZIP_STEP = 16_384;
const DECODE_STEP = 1 << 20;
/** What a compressed matrix may hold once opened: a bomb stops here. */
const MOST_BYTES = 4 * 2 ** 30;
/** A square table of 60,000 columns holds in a line of a million characters. */
const MOST_LINE_CHARACTERS = 1 << 24;

/**
 * The lines of a text, or of a text compressed with gzip, a batch at a time, so that neither the whole text nor the
 * opened archive is ever held. Line ends CR, LF or CRLF. UTF-8, UTF-16 with its mark, else Windows-1252.
 * @throws MaillageError `error_matrix_gzip` (truncated or corrupt), `error_matrix_too_large` (opened size),
 * `error_matrix_line_too_long` (not a table of text)
 */
export function* textLines(bytes: Uint8Array, file: string): Generator<string[]> {
	const chunks = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipChunks(bytes, file) : plainChunks(bytes);
	let decoder: TextDecoder | null = null;
	let rest = '';
	for (const chunk of chunks) {
		decoder ??= new TextDecoder(encodingOf(chunk));
		const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
		rest = lines.pop() ?? '';
		if (rest.length > MOST_LINE_CHARACTERS) {
			throw new MaillageError('error_matrix_line_too_long', { limit: MOST_LINE_CHARACTERS }, file);
		}
		if (lines.length > 0) yield lines;
	}
	const last = (rest + (decoder?.decode() ?? '')).replace(/\r$/, '');
	if (last !== '') yield [last];
}

function* plainChunks(bytes: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += DECODE_STEP) yield bytes.subarray(at, at + DECODE_STEP);
}

function* gunzipChunks(bytes: Uint8Array, file: string): Generator<Uint8Array> {
	let opened: Uint8Array[] = [];
	let size = 0;
	let members = 0;
	const gunzip = new Gunzip((chunk) => opened.push(chunk));
	gunzip.onmember = () => members++;
	for (let at = 0; at < bytes.length; at += GZIP_STEP) {
		const end = Math.min(at + GZIP_STEP, bytes.length);
		try {
			gunzip.push(bytes.subarray(at, end), end === bytes.length);
		} catch (problem) {
			const reason = problem instanceof Error ? problem.message : String(problem);
			throw new MaillageError('error_matrix_gzip', { byte: at, bytes: bytes.length, reason }, file);
		}
		for (const chunk of opened) {
			size += chunk.length;
			if (size > MOST_BYTES) throw new MaillageError('error_matrix_too_large', { limit: MOST_BYTES / 2 ** 30 }, file);
			if (chunk.length > 0) yield chunk;
		}
		opened = [];
	}
	// The decompressor does not check what it opened; of several archives end to end only the last one's size is stated.
	const stated = statedSize(bytes);
	if (members <= 1 && size % 2 ** 32 !== stated) {
		const reason = `${size} ≠ ${stated}`;
		throw new MaillageError('error_matrix_gzip', { byte: bytes.length, bytes: bytes.length, reason }, file);
	}
}

/** The last four bytes of a gzip file: the size of what it holds, modulo 2³². */
function statedSize(bytes: Uint8Array): number {
	if (bytes.length < 18) return -1;
	return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
}

function encodingOf(head: Uint8Array): string {
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

/** The cells of a line; quoted cells may hold the delimiter, and a doubled quote mark for one. */
export function splitCells(line: string, delimiter: string): string[] {
	if (!line.includes('"')) return line.split(delimiter);
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (let i = 0; i < line.length; i++) {
		const character = line[i];
		if (quoted && character === '"' && line[i + 1] === '"') cell += line[++i];
		else if (character === '"') quoted = !quoted;
		else if (character === delimiter && !quoted) {
			cells.push(cell);
			cell = '';
		} else cell += character;
	}
	cells.push(cell);
	return cells;
}
