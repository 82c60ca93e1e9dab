import type { TimeSpan } from '#domain/opening-schedule.ts';
import { isRestrictingComment } from '#domain/opening-schedule.ts';
import { FrenchCursor } from './hours-french-cursor.ts';
import type { FrenchDays } from './hours-french-days.ts';
import { readDaylessRanks, readFrenchDays } from './hours-french-days.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';
import { readFrenchPeriod } from './hours-french-periods.ts';
import { readFrenchTimes } from './hours-french-times.ts';
import type { FrenchToken } from './hours-french-tokens.ts';
import {
	AUDIENCE_LINKS,
	AUDIENCE_WORDS,
	CLOSED_WORDS,
	EMPTY_WORDS,
	EXCEPT_WORDS,
	isDoubtful,
	ONLY_WORDS,
	OPEN_WORDS,
	PUBLIC_WORDS
} from './hours-french-words.ts';

/** What a part of the sentence says. */
export type FrenchSense =
	| { readonly kind: 'days'; readonly days: FrenchDays; readonly alternate: boolean }
	| { readonly kind: 'times'; readonly times: readonly TimeSpan[] }
	| { readonly kind: 'period'; readonly period: FrenchPeriod }
	| { readonly kind: 'audience'; readonly comment: string }
	| { readonly kind: 'half'; readonly half: 'morning' | 'afternoon' }
	| { readonly kind: 'unknown'; readonly doubtful: boolean }
	| { readonly kind: 'closed' | 'open' | 'public' | 'except' | 'only' }
	/** "," "/" "et"; ";" "."; the end of a line; ":"; "(" and ")". */
	| { readonly kind: 'comma' | 'and' | 'break' | 'line' | 'colon' | 'paren' | 'end-paren' };

export type FrenchPiece = FrenchSense & {
	/** Offsets in the text, the second after the last character. */
	readonly position: number;
	readonly until: number;
};

const SIGNS: ReadonlyMap<string, FrenchSense['kind']> = new Map([
	[',', 'comma'],
	['/', 'comma'],
	['+', 'and'],
	[';', 'break'],
	['.', 'break'],
	['\n', 'line'],
	[':', 'colon'],
	['(', 'paren'],
	[')', 'end-paren']
]);
const HOW_MANY: ReadonlySet<string> = new Set(['deux', 'trois', 'quatre', 'cinq', '2', '3', '4', '5', 'mois']);

const bare = (kind: FrenchSense['kind']) => ({ kind }) as FrenchSense;

function readSign(cursor: FrenchCursor): FrenchSense | null | 'nothing' {
	const { kind, text } = cursor.peek();
	if (kind !== 'sign') return null;
	cursor.take();
	// A dash between two parts, or before a line, tells nothing.
	if (text === '-') return 'nothing';
	const sign = SIGNS.get(text);
	return sign === undefined ? { kind: 'unknown', doubtful: true } : bare(sign);
}

/** "un samedi sur deux", "1 mercredi par mois", "une semaine sur deux": no calendar tells which. */
function readAlternate(cursor: FrenchCursor): FrenchSense | null {
	if (!['un', 'une', '1'].includes(cursor.take().text)) return null;
	const days = cursor.attempt(() => readFrenchDays(cursor));
	if (days === null) cursor.take();
	if (!['sur', 'par'].includes(cursor.take().text)) return null;
	if (!HOW_MANY.has(cursor.take().text)) return null;
	return days === null ? { kind: 'unknown', doubtful: true } : { kind: 'days', days, alternate: true };
}

/** "tous les 15 jours", "tous les quinze jours". */
function readFortnight(cursor: FrenchCursor): FrenchSense | null {
	if (cursor.take().text !== 'tous' || cursor.take().text !== 'les') return null;
	const count = cursor.take();
	if (count.kind !== 'number' && !isDoubtful(count.text)) return null;
	return cursor.take().text === 'jours' ? { kind: 'unknown', doubtful: true } : null;
}

function readHalf(cursor: FrenchCursor): FrenchSense | null {
	const word = cursor.take().text;
	if (word === 'matin' || word === 'matinee') return { kind: 'half', half: 'morning' };
	if (word === 'soir' || word === 'soiree') return { kind: 'half', half: 'afternoon' };
	if (word !== 'apres') return null;
	if (cursor.isSign('-')) cursor.take();
	return cursor.take().text === 'midi' ? { kind: 'half', half: 'afternoon' } : null;
}

/** "sur rendez-vous", "réservé aux scolaires", "accueil de classes", as written. */
function readAudience(cursor: FrenchCursor): FrenchSense | null {
	const start = cursor.index;
	if (cursor.word() === 'et') return null;
	cursor.skipWords(AUDIENCE_LINKS);
	if (!cursor.isWord(AUDIENCE_WORDS)) return null;
	let end = cursor.index;
	for (;;) {
		if (cursor.isWord(AUDIENCE_WORDS)) end = cursor.index + 1;
		else if (cursor.word() === 'vous') end = cursor.index + 1;
		else if (!cursor.isWord(AUDIENCE_LINKS) && !(cursor.isSign('-') && cursor.word(1) === 'vous')) break;
		cursor.take();
	}
	cursor.index = end;
	const comment = cursor
		.verbatim(start)
		.replaceAll(/["“”«»\s]+/g, ' ')
		.trim();
	return isRestrictingComment(comment) ? { kind: 'audience', comment } : null;
}

function readWord(cursor: FrenchCursor): FrenchSense | null | 'nothing' {
	const word = cursor.word();
	if (word === '') return null;
	const kinds = [
		[EXCEPT_WORDS, 'except'],
		[ONLY_WORDS, 'only'],
		[CLOSED_WORDS, 'closed'],
		[OPEN_WORDS, 'open'],
		[PUBLIC_WORDS, 'public']
	] as const;
	const known = kinds.find(([words]) => words.has(word));
	if (known === undefined && word !== 'et' && !EMPTY_WORDS.has(word)) return null;
	cursor.take();
	if (known !== undefined) return bare(known[1]);
	return word === 'et' ? bare('and') : 'nothing';
}

function readUnknown(cursor: FrenchCursor): FrenchSense {
	const token = cursor.take();
	return { kind: 'unknown', doubtful: isDoubtful(token.text) };
}

function readPiece(cursor: FrenchCursor): FrenchSense | 'nothing' {
	const alternate = cursor.attempt(() => readAlternate(cursor)) ?? cursor.attempt(() => readFortnight(cursor));
	if (alternate !== null) return alternate;
	if (cursor.attempt(() => readDaylessRanks(cursor)) !== null) return { kind: 'unknown', doubtful: true };
	const period = cursor.attempt(() => readFrenchPeriod(cursor));
	if (period !== null) return { kind: 'period', period };
	const days = cursor.attempt(() => readFrenchDays(cursor));
	if (days !== null) return { kind: 'days', days, alternate: false };
	const times = cursor.attempt(() => readFrenchTimes(cursor));
	if (times !== null) return { kind: 'times', times };
	for (const read of [readSign, readAudience, readHalf, readWord]) {
		const piece = cursor.attempt(() => read(cursor));
		if (piece !== null) return piece;
	}
	return readUnknown(cursor);
}

/** A line that goes on: after a comma, "et", "de", or a dash after an hour ("mercredi -" is a day without hours). */
function joinsLines(before: FrenchToken | undefined, beforeIt: FrenchToken | undefined): boolean {
	if (before === undefined) return false;
	if (before.text === '-') return beforeIt?.kind === 'number' || beforeIt?.text === 'h';
	return /^(?:[,/+]|et|a|au|du|de|les?)$/.test(before.text);
}

/** Puts together the unknown words that stand side by side. */
function push(pieces: FrenchPiece[], piece: FrenchPiece): void {
	const last = pieces.at(-1);
	if (piece.kind === 'unknown' && last?.kind === 'unknown')
		pieces[pieces.length - 1] = { ...last, doubtful: last.doubtful || piece.doubtful, until: piece.until };
	else pieces.push(piece);
}

/** The parts of a French sentence of hours in their order; words that tell nothing by themselves are left out. */
export function readFrenchPieces(text: string, tokens: readonly FrenchToken[]): FrenchPiece[] {
	const told = tokens.filter(
		({ text: sign }, rank) => sign !== '\n' || !joinsLines(tokens[rank - 1], tokens[rank - 2])
	);
	const cursor = new FrenchCursor(text, told);
	const pieces: FrenchPiece[] = [];
	while (!cursor.ended) {
		const { position } = cursor.peek();
		const piece = readPiece(cursor);
		if (piece !== 'nothing') push(pieces, { ...piece, position, until: cursor.peek(-1).until });
	}
	return pieces;
}
