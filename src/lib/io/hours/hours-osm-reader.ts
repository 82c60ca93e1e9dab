import type { Message } from '#domain/notes.ts';
import type { Token } from './hours-osm-tokens.ts';
import { HoursSyntaxError, tokenizeHours } from './hours-osm-tokens.ts';
import type { HoursWord } from './hours-words.ts';
import { HOUR_UNIT_WORDS, SIGN_WORDS } from './hours-words.ts';

const END: Token = { kind: 'end', text: '', position: 0, until: 0 };

/** "et", "à" and "&" as the signs they stand for. */
function signed(token: Token): Token {
	if (token.kind === 'symbol' && token.text === '&') return { ...token, text: ',' };
	const sign = token.kind === 'word' ? SIGN_WORDS.get(token.text) : undefined;
	return sign === undefined ? token : { ...token, kind: 'symbol', text: sign };
}

/** Walks over the tokens of one text and gathers what has to be told of the way they were read. */
export class HoursReader {
	readonly text: string;
	readonly notes: Message[] = [];
	/** Words read though the OpenStreetMap syntax does not hold them, verbatim. */
	readonly unusualWords = new Set<string>();
	private readonly tokens: readonly Token[];
	private index = 0;

	constructor(text: string) {
		this.text = text;
		this.tokens = tokenizeHours(text).map(signed);
	}

	/** The token `ahead` places further; the end token beyond the last. */
	peek(ahead = 0): Token {
		return this.tokens[this.index + ahead] ?? { ...END, position: this.text.length, until: this.text.length };
	}

	take(): Token {
		const token = this.peek();
		this.index++;
		return token;
	}

	isSymbol(text: string, ahead = 0): boolean {
		const token = this.peek(ahead);
		return token.kind === 'symbol' && token.text === text;
	}

	takeSymbol(text: string): boolean {
		const found = this.isSymbol(text);
		if (found) this.index++;
		return found;
	}

	/** The meaning of the token `ahead` in a vocabulary, or null. */
	word<Value>(words: ReadonlyMap<string, HoursWord<Value>>, ahead = 0): Value | null {
		const token = this.peek(ahead);
		return token.kind === 'word' ? (words.get(token.text)?.value ?? null) : null;
	}

	/** As `word`, and past it; a word that is not of the syntax is remembered for the note. */
	takeWord<Value>(words: ReadonlyMap<string, HoursWord<Value>>): Value | null {
		const token = this.peek();
		const found = token.kind === 'word' ? words.get(token.text) : undefined;
		if (found === undefined) return null;
		this.index++;
		if (!found.standard) this.unusualWords.add(this.text.slice(token.position, token.until));
		return found.value;
	}

	/** The whole number `ahead`, or null; more than `digits` digits is no number of opening hours. */
	number(ahead = 0, digits = 4): number | null {
		const token = this.peek(ahead);
		return token.kind === 'number' && token.text.length <= digits ? Number(token.text) : null;
	}

	takeNumber(code: string, min: number, max: number): number {
		const value = this.number();
		if (value === null || value < min || value > max) return this.fail(code, { min, max });
		this.index++;
		return value;
	}

	/** "10:30", "10.30" or "10h" ahead, as opposed to a day of the month, a year or a week. */
	isTimeAhead(ahead = 0): boolean {
		if (this.number(ahead, 2) === null) return false;
		if (this.word(HOUR_UNIT_WORDS, ahead + 1) !== null) return true;
		const sign = this.peek(ahead + 1);
		const minutes = this.peek(ahead + 2);
		const touching = sign.position === this.peek(ahead).until && minutes.position === sign.until;
		return touching && sign.kind === 'symbol' && ':.'.includes(sign.text) && minutes.kind === 'number';
	}

	/** A year ahead: four digits, 1900 … 2999. */
	isYearAhead(ahead = 0): boolean {
		const value = this.number(ahead);
		return value !== null && value >= 1900 && value <= 2999 && !this.isTimeAhead(ahead);
	}

	note(code: string, params: Message['params'] = {}): void {
		const known = this.notes.some(
			(note) => note.code === code && JSON.stringify(note.params) === JSON.stringify(params)
		);
		if (!known) this.notes.push({ code, params });
	}

	/** Stops the reading at the next token, or at `token`. */
	fail(code: string, params: Message['params'] = {}, token: Token = this.peek()): never {
		throw new HoursSyntaxError({
			code,
			params,
			position: token.position,
			read: this.text.slice(token.position, token.until)
		});
	}
}
