import type { FrenchDays } from './hours-french-days.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';
import { bothPeriods, WHOLE_YEAR } from './hours-french-periods.ts';
import type { FrenchPiece, FrenchSense } from './hours-french-pieces.ts';
import { settleDraft } from './hours-french-settle.ts';
import type { FrenchDraft, FrenchStatement } from './hours-french-statements.ts';
import { HoursNotes, namesNothing, newDraft } from './hours-french-statements.ts';

interface Scope {
	period: FrenchPeriod | null;
	audience: string | null;
	/** Whether a statement stood under it. */
	used: boolean;
}

const SEPARATORS: ReadonlySet<string> = new Set(['comma', 'and', 'break', 'line', 'paren', 'end-paren', 'end']);
const SILENT: ReadonlySet<string> = new Set([...SEPARATORS, 'only']);

/** Where the reading of a sentence stands: its parts, the statement under way, and what heads it. */
export class FrenchReading {
	readonly notes = new HoursNotes();
	readonly statements: FrenchStatement[] = [];
	readonly pieces: readonly FrenchPiece[];
	/** The rank of the part being read. */
	at = 0;
	draft: FrenchDraft | null = null;
	/** The days last told, of hours that follow alone. */
	lastDays: FrenchDays | null = null;
	/** Of all that follows, until another heading. */
	heading: Scope | null = null;
	/** Of what follows, up to the end of the sentence or line. */
	scope: Scope = { period: null, audience: null, used: false };
	/** Rank among the statements of the first one of this sentence. */
	firstOfSegment = 0;
	parens = 0;
	/** Parts under several headings that are not understood: whose hours these are is not known. */
	sectioned = false;
	private readonly text: string;

	constructor(text: string, pieces: readonly FrenchPiece[]) {
		this.text = text;
		this.pieces = pieces;
	}

	kind(ahead: number): FrenchSense['kind'] | 'end' {
		return this.pieces[this.at + ahead]?.kind ?? 'end';
	}

	/** Whether what stands `ahead` ends a part: a separator, or an end of the text. */
	separates(ahead: number): boolean {
		return SEPARATORS.has(this.kind(ahead));
	}

	/** Whether nothing is told from the part `ahead` on. */
	endsText(ahead: number): boolean {
		return this.pieces.slice(this.at + ahead).every(({ kind }) => SILENT.has(kind));
	}

	said({ position, until }: { readonly position: number; readonly until: number }): string {
		return this.text.slice(position, until).replaceAll(/\s+/g, ' ').trim().slice(0, 80);
	}

	note(piece: FrenchPiece): void {
		this.notes.add('note_hours_french_not_understood', { read: this.said(piece) });
	}

	doubt(draft: FrenchDraft, piece: FrenchPiece): void {
		draft.doubtful = true;
		draft.until = piece.until;
		this.note(piece);
	}

	/** The statement under way, or a new one. */
	open(piece: FrenchPiece): FrenchDraft {
		this.draft ??= newDraft(piece.position);
		this.draft.until = piece.until;
		return this.draft;
	}

	/** A new statement; the one under way is finished. */
	fresh(piece: FrenchPiece): FrenchDraft {
		this.finish();
		return this.open(piece);
	}

	finish(): void {
		const { draft, scope, heading } = this;
		this.draft = null;
		if (draft === null) return;
		const both = scope.period && heading ? bothPeriods(heading.period ?? WHOLE_YEAR, scope.period) : null;
		const settled = settleDraft(draft, {
			period: both ?? scope.period ?? heading?.period ?? WHOLE_YEAR,
			audience: draft.comment ?? scope.audience ?? heading?.audience ?? null,
			doubtful: this.sectioned,
			headed: heading !== null && scope.period === null && draft.period === null,
			said: this.said(draft),
			notes: this.notes
		});
		scope.used = true;
		if (heading !== null) heading.used = true;
		if (settled === null) return;
		this.lastDays = settled.days ?? this.lastDays;
		this.statements.push(settled);
	}

	/** Ends a sentence or a line. */
	endSegment(): void {
		this.finish();
		this.dangle(this.scope);
		this.scope = { period: null, audience: null, used: false };
		this.firstOfSegment = this.statements.length;
	}

	setHeading(period: FrenchPeriod | null, audience: string | null): void {
		if (this.heading !== null) this.dangle(this.heading);
		this.heading = { period, audience, used: false };
		this.lastDays = null;
	}

	endText(): void {
		this.endSegment();
		if (this.heading !== null) this.dangle(this.heading);
	}

	/** A period that nothing follows: something holds then, and it is not told what. */
	private dangle({ period, used }: Scope): void {
		if (used || period === null || namesNothing(period)) return;
		this.notes.add('note_hours_french_period_empty');
		const blank = { days: null, times: [], comment: null, outside: [], exceptPublicHolidays: false, headed: false };
		this.statements.push({ ...blank, period: { ...period, term: false }, state: 'unknown', position: 0 });
	}

	/** "Hors vacances scolaires" at the end: of every statement that names no period. */
	holdsForAll(outside: FrenchPeriod, state: 'closed' | 'unknown', from = 0): void {
		for (let rank = from; rank < this.statements.length; rank++) {
			const one = this.statements[rank];
			if (!namesNothing(one.period) || one.state === 'closed' || one.outside.length > 0) continue;
			this.statements[rank] = { ...one, outside: [{ period: outside, state }] };
		}
	}

	/** "mardi 16h-18h, samedi 10h-12h hors vacances": whether it is of Saturday alone is not told. */
	warnOfScope(outside: FrenchPeriod | null, draft: FrenchDraft): void {
		if (this.parens > 0 || this.statements.length === this.firstOfSegment) return;
		this.notes.add('note_hours_french_scope', { read: this.said(draft) });
		if (outside !== null) this.holdsForAll(outside, 'unknown', this.firstOfSegment);
	}
}
