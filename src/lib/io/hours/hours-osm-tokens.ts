/** The words of an opening-hours text, each with its place, so that an error can point at it. */

export type TokenKind = 'number' | 'word' | 'comment' | 'symbol' | 'end';

export interface Token {
	readonly kind: TokenKind;
	/** As read; a comment without its quotes, a word in lower case without accents or final dot. */
	readonly text: string;
	/** Offset of the first character in the text. */
	readonly position: number;
	/** Offset after the last character. */
	readonly until: number;
}

/** What stops the reading: `read` is the text at `position`; `code` and `params` fill the message. */
export interface HoursFault {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
	readonly position: number;
	readonly read: string;
}

/** Thrown inside the parser only; `parseOsmHours` returns its fault. */
export class HoursSyntaxError extends Error {
	readonly fault: HoursFault;

	constructor(fault: HoursFault) {
		super(`${fault.code} at ${fault.position}`);
		this.fault = fault;
	}
}

const CLOSING_QUOTE: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' };
const DASHES = '-–—‐‑−';
const SYMBOLS = ';,:+/[]&().';
const SPACE = /\s/;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /[0-9]/;

function endOfRun(text: string, from: number, kind: RegExp): number {
	let end = from;
	while (end < text.length && kind.test(text.charAt(end))) end++;
	return end;
}

function plainWord(raw: string): string {
	return raw.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function commentAt(text: string, position: number, closing: string): Token {
	const end = text.indexOf(closing, position + 1);
	if (end < 0) {
		const read = text.slice(position, position + 40);
		throw new HoursSyntaxError({ code: 'error_hours_comment_open', params: {}, position, read });
	}
	return { kind: 'comment', text: text.slice(position + 1, end).trim(), position, until: end + 1 };
}

function tokenAt(text: string, position: number): Token {
	const char = text.charAt(position);
	const closing = Object.hasOwn(CLOSING_QUOTE, char) ? CLOSING_QUOTE[char] : undefined;
	if (closing !== undefined) return commentAt(text, position, closing);
	if (DIGIT.test(char)) {
		const until = endOfRun(text, position, DIGIT);
		return { kind: 'number', text: text.slice(position, until), position, until };
	}
	if (LETTER.test(char)) {
		const until = endOfRun(text, position, LETTER);
		return { kind: 'word', text: plainWord(text.slice(position, until)), position, until };
	}
	if (DASHES.includes(char)) return { kind: 'symbol', text: '-', position, until: position + 1 };
	if (text.startsWith('||', position)) return { kind: 'symbol', text: '||', position, until: position + 2 };
	if (SYMBOLS.includes(char)) return { kind: 'symbol', text: char, position, until: position + 1 };
	throw new HoursSyntaxError({ code: 'error_hours_strange_character', params: {}, position, read: char });
}

/**
 * Cuts an opening-hours text into tokens in one pass, the last of kind `end`. Throws `HoursSyntaxError` at a character
 * that no opening hours hold or a comment left open.
 */
export function tokenizeHours(text: string): Token[] {
	const tokens: Token[] = [];
	let position = 0;
	while (position < text.length) {
		if (SPACE.test(text.charAt(position))) {
			position++;
			continue;
		}
		const token = tokenAt(text, position);
		tokens.push(token);
		position = token.until;
	}
	tokens.push({ kind: 'end', text: '', position: text.length, until: text.length });
	return tokens;
}
