import { MaillageError } from '#domain/notes.ts';
import { decodeText } from './text-encoding.ts';

const QUOTE = 0x22;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const SPACE = /[ \t\n\r]*/y;
const LITERAL =
	/"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Features, features in records, polygons in features: ten levels at most. Thousands are there to exhaust whoever follows them. */
const MAX_JSON_LEVELS = 100;

/**
 * The value of a JSON file, in any usual encoding.
 * @throws MaillageError `error_json_truncated` (the text ends too soon), `error_json` (something else stands there) or `error_json_too_deep`,
 * with the line and column where reading stopped; what `decodeText` throws
 */
export function parseJson(bytes: Uint8Array, file: string): unknown {
	const { text } = decodeText(bytes, file);
	const place = (offset: number) => {
		const before = text.slice(0, offset);
		const line = before.split(/\r\n|\n|\r/).length;
		const column = offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
		return { line: String(line), column: String(column), characters: text.length };
	};
	const tooDeep = offsetTooDeep(text);
	if (tooDeep !== -1) {
		throw new MaillageError('error_json_too_deep', { ...place(tooDeep), limit: MAX_JSON_LEVELS }, file);
	}
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// Runtimes tell the place each in their own words, or not at all: it is found again here.
		const offset = jsonFault(text);
		const params = place(offset);
		if (endsTooSoon(text, offset)) throw new MaillageError('error_json_truncated', params, file);
		throw new MaillageError('error_json', { ...params, read: text.slice(offset, offset + 30) }, file);
	}
}

/** Where a list or object opens beyond MAX_JSON_LEVELS; −1 where none does. */
function offsetTooDeep(text: string): number {
	let level = 0;
	let inString = false;
	for (let at = 0; at < text.length; at++) {
		const character = text.charCodeAt(at);
		if (inString) {
			if (character === BACKSLASH) at++;
			else if (character === QUOTE) inString = false;
		} else if (character === QUOTE) inString = true;
		else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
			if (++level > MAX_JSON_LEVELS) return at;
		} else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) level--;
	}
	return -1;
}

/** Nothing stands at the fault, or only what is left of a number ("5.", "1e+"). */
function endsTooSoon(text: string, offset: number): boolean {
	const rest = text.slice(offset);
	return rest.trim() === '' || (/^[\d.eE+-]*$/.test(rest) && /\d/.test(text[offset - 1] ?? ''));
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'end of item';

/** Offset of the first character that JSON does not allow; the length of the text where it ends too soon. */
function jsonFault(text: string): number {
	const open: ('[' | '{')[] = [];
	let expected: Expected = 'value';
	let at = 0;
	const skip = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const length = pattern.exec(text)?.[0].length ?? 0;
		at += length;
		return length;
	};
	for (;;) {
		skip(SPACE);
		const character = text[at];
		if (character === undefined) return text.length;
		if (expected === 'end of item') {
			const container = open.at(-1);
			if (container === undefined) return at;
			if (character === ',') expected = container === '[' ? 'value' : 'key';
			else if (character === (container === '[' ? ']' : '}')) open.pop();
			else return at;
			at++;
		} else if ((expected === 'value or ]' && character === ']') || (expected === 'key or }' && character === '}')) {
			open.pop();
			expected = 'end of item';
			at++;
		} else if (expected === 'key' || expected === 'key or }') {
			if (character !== '"') return at;
			if (skip(LITERAL) === 0) return literalFault(text, at);
			skip(SPACE);
			if (at >= text.length) return text.length;
			if (text[at] !== ':') return at;
			expected = 'value';
			at++;
		} else if (character === '[' || character === '{') {
			open.push(character);
			expected = character === '[' ? 'value or ]' : 'key or }';
			at++;
		} else {
			if (skip(LITERAL) === 0) return literalFault(text, at);
			expected = 'end of item';
		}
	}
}

/** Where a text, number or word that cannot be read goes wrong: at its start, unless the file ends inside it. */
function literalFault(text: string, start: number): number {
	const rest = text.slice(start);
	const unfinishedText = /^"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\.)*\\?$/u.test(rest);
	const unfinishedWord = ['true', 'false', 'null'].some((word) => word.startsWith(rest));
	return unfinishedText || unfinishedWord || rest === '-' ? text.length : start;
}
