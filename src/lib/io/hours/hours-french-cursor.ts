import type { FrenchToken } from './hours-french-tokens.ts';

const END: FrenchToken = { kind: 'sign', text: '', position: 0, until: 0 };

/** Walks over the tokens of a French sentence; every question is about the tokens ahead. */
export class FrenchCursor {
	readonly text: string;
	index = 0;
	private readonly tokens: readonly FrenchToken[];

	constructor(text: string, tokens: readonly FrenchToken[]) {
		this.text = text;
		this.tokens = tokens;
	}

	get ended(): boolean {
		return this.index >= this.tokens.length;
	}

	/** The token `ahead` places further; a sign without text beyond the ends. */
	peek(ahead = 0): FrenchToken {
		return this.tokens[this.index + ahead] ?? END;
	}

	take(): FrenchToken {
		const token = this.peek();
		this.index++;
		return token;
	}

	/** The word ahead; empty where none is. */
	word(ahead = 0): string {
		const token = this.peek(ahead);
		return token.kind === 'word' ? token.text : '';
	}

	isWord(words: ReadonlySet<string>, ahead = 0): boolean {
		return words.has(this.word(ahead));
	}

	isSign(signs: string, ahead = 0): boolean {
		const token = this.peek(ahead);
		return token.kind === 'sign' && token.text !== '' && signs.includes(token.text);
	}

	/** The whole number ahead of at most `digits` digits, or null. */
	number(ahead = 0, digits = 2): number | null {
		const token = this.peek(ahead);
		return token.kind === 'number' && token.text.length <= digits ? Number(token.text) : null;
	}

	/** Whether the token ahead touches the one before it. */
	touches(ahead: number): boolean {
		return this.peek(ahead).position === this.peek(ahead - 1).until && this.peek(ahead).text !== '';
	}

	skipWords(words: ReadonlySet<string>): void {
		while (this.isWord(words)) this.index++;
	}

	/** Goes on where `read` finds something; stays where it finds nothing. */
	attempt<Value>(read: () => Value | null): Value | null {
		const start = this.index;
		const value = read();
		if (value === null) this.index = start;
		return value;
	}

	/** The text as written from the token of index `from` to before the present one. */
	verbatim(from: number): string {
		const [first, last] = [this.tokens[from], this.tokens[this.index - 1]];
		return first === undefined || last === undefined ? '' : this.text.slice(first.position, last.until);
	}
}
