import { withoutPeriod } from './hours-french-periods.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';
import type { FrenchPiece, FrenchSense } from './hours-french-pieces.ts';
import type { FrenchReading } from './hours-french-reading.ts';
import type { FrenchDraft } from './hours-french-statements.ts';
import { daysWithout, FrenchHoursFault } from './hours-french-statements.ts';

type Of<Kind extends FrenchSense['kind']> = Extract<FrenchPiece, { kind: Kind }>;

/** "tous les jours sauf le lundi", "du lundi au vendredi 16h-18h sauf mercredi 14h-18h", "sauf jours fériés". */
function exceptDays(reading: FrenchReading, draft: FrenchDraft, piece: Of<'days'>): void {
	if (piece.alternate || draft.closed || draft.days === null) return reading.doubt(draft, piece);
	draft.until = piece.until;
	if (piece.days.publicHolidays) draft.exceptPublicHolidays = true;
	if (piece.days.weekdays.length === 0 && piece.days.ranked.length === 0) return;
	const left = daysWithout(draft.days, piece.days);
	if (left === null) return reading.doubt(draft, piece);
	draft.days = left;
	if (draft.times.length > 0 && reading.kind(1) === 'times') reading.fresh(piece).days = piece.days;
}

/** "samedi 10h-12h hors vacances scolaires": closed then; "hors période scolaire": in holidays. */
function exceptPeriod(reading: FrenchReading, draft: FrenchDraft, piece: Of<'period'>): void {
	if (draft.closed) return reading.doubt(draft, piece);
	draft.until = piece.until;
	if (piece.period.term) {
		if (draft.period !== null) return reading.doubt(draft, piece);
		draft.period = withoutPeriod(piece.period);
		return;
	}
	draft.outside = [...draft.outside, { period: piece.period, state: 'closed' }];
	reading.warnOfScope(draft.times.length > 0 ? piece.period : null, draft);
}

/** "Hors vacances scolaires : …" before its statements, or at the end and of all of them. */
function exceptFirst(reading: FrenchReading, piece: Of<'period'>): void {
	if (reading.statements.length > 0 && reading.endsText(1)) return reading.holdsForAll(piece.period, 'closed');
	const rest: FrenchPeriod | null = withoutPeriod(piece.period);
	if (rest === null) throw new FrenchHoursFault('error_french_hours_condition', piece.position, piece.until);
	reading.scope = { ...reading.scope, period: rest, used: false };
}

/** Reads "sauf" or "hors" and what it names. Throws `FrenchHoursFault` where it bears on nothing that was told. */
export function readExcept(reading: FrenchReading, piece: FrenchPiece): void {
	const next = reading.pieces[reading.at + 1];
	const { draft } = reading;
	if (next?.kind === 'period') {
		reading.at++;
		if (draft === null) exceptFirst(reading, next);
		else exceptPeriod(reading, draft, next);
		return;
	}
	if (draft === null)
		throw new FrenchHoursFault('error_french_hours_condition', piece.position, next?.until ?? piece.until);
	if (next?.kind !== 'days') return reading.doubt(draft, piece);
	reading.at++;
	exceptDays(reading, draft, next);
}
