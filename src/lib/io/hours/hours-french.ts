import type { Message } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { BLANK_RULE } from '#domain/opening-schedule.ts';
import { readFrenchStatements } from './hours-french-grammar.ts';
import type { FrenchPiece } from './hours-french-pieces.ts';
import { readFrenchPieces } from './hours-french-pieces.ts';
import { rulesOfStatements } from './hours-french-rules.ts';
import { FrenchHoursFault } from './hours-french-statements.ts';
import { tokenizeFrench } from './hours-french-tokens.ts';
import type { HoursParsed } from './hours-osm.ts';
import { parseOsmHours, writeOsmHours } from './hours-osm.ts';

/** A library's page of hours fits well within this. */
const MOST_FRENCH_CHARACTERS = 10_000;
const MOST_READ_CHARACTERS = 60;
/** Without a day or a period a text is no sentence of hours. */
const TELLING: ReadonlySet<string> = new Set(['days', 'period', 'closed']);

interface Understood {
	readonly schedule: OpeningSchedule;
	readonly notes: readonly Message[];
}

function refused(text: string, code: string, position = 0, until = text.length): HoursParsed {
	const read = text
		.slice(position, Math.max(until, position + 1))
		.trim()
		.slice(0, MOST_READ_CHARACTERS);
	return { ok: false, error: { message: { code, params: { position: position + 1, read } }, position, read } };
}

/** Parts that may stand beside an audience without telling anything of days. */
const BESIDE_AUDIENCE: ReadonlySet<string> = new Set(
	'audience open only public comma and break line colon paren end-paren'.split(' ')
);

/** "Sur rendez-vous" and nothing else: at no hour for the public. Null where the text tells more, or less. */
function reservedThroughout(text: string, pieces: readonly FrenchPiece[]): Understood | null {
	const audience = pieces.find((piece) => piece.kind === 'audience');
	if (audience === undefined || !pieces.every(({ kind }) => BESIDE_AUDIENCE.has(kind))) return null;
	const { comment } = audience;
	const rules = [{ ...BLANK_RULE, state: 'restricted' as const, comment }];
	const notes = [{ code: 'note_hours_french_restricted', params: { comment } }];
	return { schedule: { rules, sourceText: text, syntax: 'french' }, notes };
}

function understood(text: string): Understood | null {
	const { tokens, mistyped } = tokenizeFrench(text);
	const pieces = readFrenchPieces(text, tokens);
	if (!pieces.some(({ kind }) => TELLING.has(kind))) return reservedThroughout(text, pieces);
	const { statements, notes } = readFrenchStatements(text, pieces);
	const rules = rulesOfStatements(statements, notes);
	if (rules.length === 0) return null;
	for (const [read, word] of mistyped) notes.add('note_hours_french_typo', { read, word });
	return { schedule: { rules, sourceText: text, syntax: 'french' }, notes: notes.list };
}

/**
 * Reads opening hours as French communes write them: "mardi et jeudi 16h-18h30, mercredi 10h-12h / 14h-18h, 1er samedi du
 * mois 10h-12h ; fermé en août". Days, ranges, ranks in the month, even and odd weeks, school terms and holidays, summer,
 * dates, public holidays, closings, reserved audiences. What cannot be told ("un samedi sur deux") is `unknown` on its
 * days and noted, never guessed; where it bears on the whole text, the text is refused. Never throws. What is understood
 * can always be written in the OpenStreetMap syntax and read back.
 */
export function parseFrenchHours(text: string): HoursParsed {
	if (text.length > MOST_FRENCH_CHARACTERS) {
		const params = { length: text.length, limit: MOST_FRENCH_CHARACTERS };
		const read = text.slice(0, MOST_READ_CHARACTERS);
		return {
			ok: false,
			error: { message: { code: 'error_hours_too_long', params }, position: MOST_FRENCH_CHARACTERS, read }
		};
	}
	try {
		const read = understood(text);
		if (read === null) return refused(text, 'error_french_hours_nothing');
		// A schedule is kept in the OpenStreetMap syntax: one that is too long for it could not be opened again.
		const written = writeOsmHours(read.schedule);
		if (!parseOsmHours(written).ok) return refused(text, 'error_french_hours_too_many');
		const summary = { code: 'note_hours_french_read', params: { understood: written } };
		return { ok: true, schedule: read.schedule, notes: [summary, ...read.notes] };
	} catch (problem) {
		if (problem instanceof FrenchHoursFault) return refused(text, problem.code, problem.position, problem.until);
		throw problem;
	}
}
