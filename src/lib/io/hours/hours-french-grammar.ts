import { bothPeriods, withoutPeriod } from './hours-french-periods.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';
import type { FrenchPiece, FrenchSense } from './hours-french-pieces.ts';
import { readExcept } from './hours-french-except.ts';
import { FrenchReading } from './hours-french-reading.ts';
import type { FrenchDraft } from './hours-french-statements.ts';
import { agreesWithHalf, FrenchHoursFault } from './hours-french-statements.ts';

type Of<Kind extends FrenchSense['kind']> = Extract<FrenchPiece, { kind: Kind }>;

/** "samedi 10h-12h (1er samedi du mois)": days in brackets after hours say which of them. */
function refines(reading: FrenchReading, piece: Of<'days'>): boolean {
	const { draft } = reading;
	if (reading.parens === 0 || draft === null || draft.times.length === 0 || draft.days === null) return false;
	const { ranked, weekdays } = piece.days;
	const [only] = draft.days.weekdays;
	const same = draft.days.weekdays.length === 1 && weekdays.length === 0 && ranked.every(({ from }) => from === only);
	if (piece.alternate || !same || ranked.length === 0) reading.doubt(draft, piece);
	else draft.days = piece.days;
	draft.until = piece.until;
	return true;
}

function readDays(reading: FrenchReading, piece: Of<'days'>): void {
	const { draft } = reading;
	if (refines(reading, piece)) return;
	const closedThen = draft !== null && draft.closed && draft.period !== null && reading.separates(-1);
	const complete = draft !== null && (draft.days !== null || draft.times.length > 0 || closedThen);
	const next = complete ? reading.fresh(piece) : reading.open(piece);
	// "fermé en août et les jours fériés".
	next.closed ||= closedThen && reading.separates(1);
	next.days = piece.days;
	next.alternate = piece.alternate;
}

function readTimes(reading: FrenchReading, piece: Of<'times'>): void {
	const before = reading.draft;
	const another = before !== null && before.comment !== null && before.times.length > 0;
	const draft = another ? reading.fresh(piece) : reading.open(piece);
	if (another) draft.days = before.days;
	const periodChanges = draft.period !== null || (reading.scope.period !== null && !reading.scope.used);
	if (draft.days === null && !draft.closed && !periodChanges) draft.days = reading.lastDays;
	// "fermé le lundi, mardi 10h-12h": which of the days is open is not told.
	const unclear = draft.closed && draft.closedFirst && draft.days !== null;
	if (unclear || !agreesWithHalf(piece.times, draft.half)) reading.doubt(draft, piece);
	draft.half = null;
	draft.times.push(...piece.times);
}

function attach(reading: FrenchReading, draft: FrenchDraft, piece: Of<'period'>): void {
	const both = draft.period === null ? piece.period : bothPeriods(draft.period, piece.period);
	if (both === null) reading.doubt(draft, piece);
	else draft.period = both;
	draft.until = piece.until;
}

/** A period after hours or a closing, before a separator: of that statement. */
function trail(reading: FrenchReading, draft: FrenchDraft, piece: Of<'period'>): void {
	if (draft.closed && (draft.period !== null || (draft.days !== null && ['comma', 'and'].includes(reading.kind(-1))))) {
		const next = reading.fresh(piece);
		next.closed = true;
		next.period = piece.period;
		return;
	}
	attach(reading, draft, piece);
	const outside = piece.period.term ? withoutPeriod(piece.period) : null;
	const only = reading.kind(-1) === 'only' || reading.kind(1) === 'only';
	if (outside !== null) draft.outside = [{ period: outside, state: only ? 'closed' : 'unknown' }];
	if (!draft.closed) reading.warnOfScope(outside, draft);
}

/** A period before the statements it is of. */
export function readPrefix(reading: FrenchReading, period: FrenchPeriod): void {
	const { scope } = reading;
	const both = scope.period === null || scope.used ? period : (bothPeriods(scope.period, period) ?? period);
	reading.scope = { ...scope, period: both, used: false };
}

function readPeriod(reading: FrenchReading, piece: Of<'period'>): void {
	const { draft } = reading;
	if (draft === null) {
		const outside = piece.period.term ? withoutPeriod(piece.period) : null;
		if (outside !== null && reading.endsText(1) && reading.statements.length > 0)
			reading.holdsForAll(outside, 'unknown');
		else readPrefix(reading, piece.period);
		return;
	}
	if (draft.times.length === 0 && !draft.closed) {
		if (draft.days !== null && ['comma', 'and'].includes(reading.kind(-1))) reading.doubt(draft, piece);
		attach(reading, draft, piece);
		return;
	}
	const closing = draft.closed && draft.period === null && draft.days === null && draft.times.length === 0;
	if (closing || reading.separates(1) || reading.kind(1) === 'only') return trail(reading, draft, piece);
	reading.finish();
	readPrefix(reading, piece.period);
}

function readClosed(reading: FrenchReading, piece: FrenchPiece): void {
	const { draft } = reading;
	const apart = draft !== null && draft.days !== null && reading.separates(-1) && reading.kind(1) === 'days';
	const complete = draft !== null && (draft.times.length > 0 || draft.closed || apart);
	const next = complete ? reading.fresh(piece) : reading.open(piece);
	next.closed = true;
	next.closedFirst = next.days === null;
}

function readAudience(reading: FrenchReading, piece: Of<'audience'>): void {
	const ends = reading.separates(1);
	if (reading.draft?.closed) reading.finish();
	const { draft } = reading;
	if (draft === null && reading.kind(1) === 'colon') {
		reading.scope = { ...reading.scope, audience: piece.comment };
		return;
	}
	const told = draft !== null && draft.times.length > 0;
	if ((draft === null && ends) || (told && ends && ['and', 'unknown'].includes(reading.kind(-1)))) {
		reading.notes.add('note_hours_french_appointment', { comment: piece.comment });
		return;
	}
	const begins = told && !ends && reading.separates(-1) && reading.kind(-1) !== 'paren';
	const target = begins ? reading.fresh(piece) : reading.open(piece);
	const several = reading.kind(-1) === 'comma' && reading.statements.length > reading.firstOfSegment;
	if (told && ends && several) reading.doubt(target, piece);
	target.comment ??= piece.comment;
}

function readHalf(reading: FrenchReading, piece: Of<'half'>): void {
	const { draft } = reading;
	if (draft !== null && reading.kind(-1) === 'times') {
		if (!agreesWithHalf(draft.times.slice(-1), piece.half)) reading.doubt(draft, piece);
		return;
	}
	const hoursFollow = ['times', 'colon'].includes(reading.kind(1));
	if (draft === null && !hoursFollow) reading.note(piece);
	else if (draft === null || draft.times.length === 0 || hoursFollow) reading.open(piece).half = piece.half;
	else reading.doubt(draft, piece);
}

function readUnknown(reading: FrenchReading, piece: Of<'unknown'>): void {
	const { draft } = reading;
	const or = reading.said(piece).toLowerCase() === 'ou' && reading.kind(1) === 'audience';
	if (or) return;
	const apart = reading.separates(-1) && (reading.separates(1) || reading.kind(1) === 'colon');
	if (!piece.doubtful && (apart || reading.parens > 0)) return reading.note(piece);
	const headed = [reading.scope, reading.heading].some((one) => one?.period != null && !one.used);
	if (draft === null && reading.separates(1) && !headed)
		throw new FrenchHoursFault('error_french_hours_condition', piece.position, piece.until);
	const begins = draft !== null && draft.times.length > 0 && reading.separates(-1) && !reading.separates(1);
	reading.doubt(begins ? reading.fresh(piece) : reading.open(piece), piece);
}

/** "Vacances scolaires :" and a period alone on its line head what follows. */
function promote(reading: FrenchReading): void {
	const { period, audience, used } = reading.scope;
	if (reading.draft !== null || used || (period === null && audience === null)) return;
	const closedAlone = reading.kind(1) === 'closed' && !['days', 'period'].includes(reading.kind(2));
	if (closedAlone && reading.kind(0) === 'colon') return;
	if (period === null && reading.kind(0) !== 'line' && reading.kind(1) !== 'line') return;
	reading.setHeading(period ?? reading.heading?.period ?? null, audience);
	reading.scope = { period: null, audience: null, used: false };
}

function readLine(reading: FrenchReading): void {
	const { draft } = reading;
	// "Mardi", then its hours on the next line.
	const waits = draft !== null && !draft.closed && draft.times.length === 0 && draft.comment === null;
	if (waits) return;
	promote(reading);
	reading.endSegment();
}

function readMark(reading: FrenchReading, piece: FrenchPiece): void {
	const { draft } = reading;
	if (piece.kind === 'paren') reading.parens++;
	else if (piece.kind === 'end-paren') reading.parens = Math.max(0, reading.parens - 1);
	else if (piece.kind === 'colon') promote(reading);
	else if (piece.kind === 'line') readLine(reading);
	else if (piece.kind === 'break') reading.endSegment();
	else if (piece.kind === 'open' && draft !== null && (draft.closed || draft.times.length > 0)) reading.finish();
	else if (piece.kind === 'public' && draft === null) {
		reading.scope.audience = null;
		if (reading.heading !== null) reading.heading.audience = null;
	}
}

function readPiece(reading: FrenchReading, piece: FrenchPiece): void {
	switch (piece.kind) {
		case 'days':
			return readDays(reading, piece);
		case 'times':
			return readTimes(reading, piece);
		case 'period':
			return readPeriod(reading, piece);
		case 'closed':
			return readClosed(reading, piece);
		case 'audience':
			return readAudience(reading, piece);
		case 'half':
			return readHalf(reading, piece);
		case 'except':
			return readExcept(reading, piece);
		case 'unknown':
			return readUnknown(reading, piece);
		default:
			return readMark(reading, piece);
	}
}

/**
 * Puts the parts of a sentence together into statements, in their order. Throws `FrenchHoursFault` where something that
 * bears on all of the text is not understood.
 */
export function readFrenchStatements(text: string, pieces: readonly FrenchPiece[]): FrenchReading {
	const reading = new FrenchReading(text, pieces);
	const headings = pieces.filter(({ kind }, rank) => kind === 'unknown' && pieces[rank + 1]?.kind === 'colon');
	reading.sectioned = headings.length > 1;
	for (; reading.at < pieces.length; reading.at++) readPiece(reading, pieces[reading.at]);
	reading.endText();
	return reading;
}
