import { mistypedAs } from './hours-french-words.ts';

/** The words, numbers and signs of a French sentence of hours, each with its place in the text. */

export interface FrenchToken {
	readonly kind: 'word' | 'number' | 'sign';
	/** A word in lower case without accents, put right where it was mistyped; a number's digits; a sign. */
	readonly text: string;
	/** Offset of the first character in the text. */
	readonly position: number;
	/** Offset after the last character. */
	readonly until: number;
}

export interface FrenchTokens {
	readonly tokens: readonly FrenchToken[];
	/** Words read as another, one letter away: as read, and as understood. */
	readonly mistyped: ReadonlyMap<string, string>;
}

const PIECE = /\p{L}[\p{L}\p{M}]*|\d+|\n\s*|[^\s]/gu;
/** Bullets begin a line as a line break does. */
const BULLETS = '•·▪●■◦*|►➢➤✓';
const DASHES = '-–—‐‑−→';
/** Signs that tell nothing of hours. */
const ORNAMENTS = '«»"“”„\'’‘!_=[]{}<>°´`…';
const PICTURE = /[\p{So}\p{Cf}\p{M}\p{Cc}]/u;

function signOf(char: string): string | null {
	if (DASHES.includes(char)) return '-';
	if (BULLETS.includes(char)) return '\n';
	if (char === '&' || char === '+') return '+';
	return ORNAMENTS.includes(char) || PICTURE.test(char) ? null : char;
}

const plain = (raw: string) => raw.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** "10hà12h": the letters that follow a number are its unit and a word. */
function wordTokens(raw: string, position: number, afterNumber: boolean): FrenchToken[] {
	const text = plain(raw).replaceAll('œ', 'oe');
	const until = position + raw.length;
	const glued = afterNumber ? /^(h)(a|et)$/.exec(text) : null;
	if (glued === null) return [{ kind: 'word', text, position, until }];
	return [
		{ kind: 'word', text: 'h', position, until: position + 1 },
		{ kind: 'word', text: glued[2], position: position + 1, until }
	];
}

/**
 * Cuts a text into tokens in one pass. Line breaks and bullets are the sign "\n", every dash is "-"; quotation marks and
 * pictures are passed over; a character without meaning is a sign of its own. Nothing is refused.
 */
export function tokenizeFrench(source: string): FrenchTokens {
	const text = source.replaceAll(/\r\n?/g, (ends) => (ends.length === 2 ? ' \n' : '\n'));
	const tokens: FrenchToken[] = [];
	const mistyped = new Map<string, string>();
	for (const { 0: raw, index: position } of text.matchAll(PIECE)) {
		const until = position + raw.length;
		if (/^\d/.test(raw)) {
			tokens.push({ kind: 'number', text: raw, position, until });
		} else if (/^\p{L}/u.test(raw)) {
			const before = tokens.at(-1);
			for (const token of wordTokens(raw, position, before?.kind === 'number' && before.until === position)) {
				const meant = mistypedAs(token.text);
				if (meant !== null) mistyped.set(raw, meant);
				tokens.push(meant === null ? token : { ...token, text: meant });
			}
		} else {
			const sign = raw.startsWith('\n') ? '\n' : signOf(raw);
			if (sign !== null) tokens.push({ kind: 'sign', text: sign, position, until });
		}
	}
	return { tokens, mistyped };
}
