import type { Message, Note } from '#domain/notes.ts';
import { plainWords } from '#domain/plain-words.ts';
import { fineDigits, numberText } from './figures.ts';
import type { Locale } from './locale.ts';
import * as compiled from './paraglide/messages.js';

export { LOCALES, type Locale } from './locale.ts';

type Writer = (params: Record<string, unknown>, options: { locale: Locale }) => string;
const writers = compiled as unknown as Readonly<Record<string, Writer | undefined>>;

/**
 * A number that reads as a figure in a sentence ("1 234,5") and still counts as a number for plurals.
 * Years and codes are passed as text, so that no one reads "2 026".
 */
function figure(value: number, locale: Locale) {
	const text = numberText(locale, fineDigits(value), value);
	return { [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? value : text), toString: () => text };
}

/**
 * The text of a code whose blanks are filled by these: a text, or an object whose text stands in the sentence and whose number decides of
 * its plurals. A code without a text (a fault that tests/unit/messages.test.ts looks for) shows as it is: a user is better served by a bare
 * code than by nothing.
 */
export function writeTemplate(code: string, params: Readonly<Record<string, unknown>>, locale: Locale): string {
	const writer = Object.hasOwn(compiled, code) ? writers[code] : undefined;
	return writer ? writer(params, { locale }) : `[${code}] ${JSON.stringify(params)}`;
}

/** The sentence of a message in a language, its numbers worded as figures, its words without what would turn them around. */
export function writeMessage(message: Message, locale: Locale): string {
	const params: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(message.params))
		params[name] = typeof value === 'number' ? figure(value, locale) : plainWords(value);
	return writeTemplate(message.code, params, locale);
}

/** Where a note speaks of, then what it says: "communes.csv, ligne 12, colonne « pop » : …". */
export function writeNote(note: Note, locale: Locale): string {
	const where = [plainWords(note.file)];
	if (note.row !== null) where.push(writeMessage({ code: 'note_at_row', params: { row: String(note.row) } }, locale));
	if (note.column !== null)
		where.push(writeMessage({ code: 'note_at_column', params: { column: note.column } }, locale));
	const text = writeMessage(note.message, locale);
	return locale === 'fr' ? `${where.join(', ')}\u00a0: ${text}` : `${where.join(', ')}: ${text}`;
}
