import { MaillageError, type Note } from '#domain/notes.ts';

/** Longer than this, a text is more than one string can be in some browsers. */
const MAX_TEXT_BYTES = 500_000_000;

/** Characters of bytes 0x80 … 0x9F in Windows-1252 (WHATWG index); some runtimes decode them as control characters. */
const WINDOWS_1252_HIGH =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
	'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const HIGH_CONTROL = /[\u0080-\u009f]/g;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
	readonly text: string;
	readonly encoding: TextEncoding;
	/** About the whole file: the encoding was guessed, or some bytes could not be read. */
	readonly notes: readonly Note[];
}

/**
 * The text of a file, whichever of the usual encodings it is in: UTF-8 with or without byte order mark, UTF-16 with
 * one, else Windows-1252 (said in a note). UTF-8 with a few damaged bytes stays UTF-8: the damage is counted in a note.
 * @throws MaillageError `error_text_too_large` beyond MAX_TEXT_BYTES
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
	if (bytes.length > MAX_TEXT_BYTES) {
		throw new MaillageError('error_text_too_large', { bytes: bytes.length, limit: MAX_TEXT_BYTES }, file);
	}
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', notes: [] };
	} catch {
		return damagedUtf8(bytes, file) ?? windows1252(bytes, file);
	}
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
	return { text: new TextDecoder(encoding).decode(bytes), encoding, notes: [] };
}

/** UTF-8 if more accented characters read well than not: Windows-1252 text hardly ever holds a valid UTF-8 pair. */
function damagedUtf8(bytes: Uint8Array, file: string): DecodedText | null {
	const text = new TextDecoder('utf-8').decode(bytes);
	let damaged = 0;
	let sound = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 0xfffd) damaged++;
		else if (unit > 0x7f) sound++;
	}
	if (sound <= damaged) return null;
	const note = wholeFile('note_encoding_damaged', { count: damaged }, file);
	return { text, encoding: 'utf-8', notes: [note] };
}

function windows1252(bytes: Uint8Array, file: string): DecodedText {
	const text = new TextDecoder('windows-1252')
		.decode(bytes)
		.replace(HIGH_CONTROL, (control) => WINDOWS_1252_HIGH[control.charCodeAt(0) - 0x80] ?? control);
	return { text, encoding: 'windows-1252', notes: [wholeFile('note_encoding_windows_1252', {}, file)] };
}

function wholeFile(code: string, params: Record<string, string | number>, file: string): Note {
	return { severity: 'info', message: { code, params }, file, row: null, column: null, read: null };
}
