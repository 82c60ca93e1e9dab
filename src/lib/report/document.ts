import type { DiagnosticSectionId, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import type { FollowUpFigureId } from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import type { FigureOrigin } from './figure-origin.ts';

/** Figures that a document tells: its area's, and those of two times of it held against each other. */
export type ToldFigureId = FigureId | FollowUpFigureId;

/**
 * A document as every output writes it (screen, print, DOCX, XLSX, HTML): what it says, in the reader's language, with the figures named
 * so that each can be traced to its calculation. No output computes or words anything more.
 */
export interface ReportDocument {
	readonly locale: Locale;
	readonly title: string;
	/** Area, week, mode and cutoff in words. */
	readonly subtitle: string;
	/** Ribbon of a fictional territory, "Document de travail", "Temps estimés". */
	readonly stamps: readonly string[];
	/** Author and date, as the cover and the foot of pages say them. */
	readonly imprint: string;
	readonly sections: readonly ReportSection[];
	/** Where figures come from that are not of the area as it is now; absent where there are none. */
	readonly origins?: readonly FigureOrigin[];
}

export interface ReportSection {
	readonly id: DiagnosticSectionId;
	readonly title: string;
	readonly blocks: readonly ReportBlock[];
}

/** A run of text. A figure's text is worded from its value; `id` leads to its calculation. */
export type Span =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'figure'; readonly id: ToldFigureId; readonly text: string };

/** A line of words; sentences follow each other in it with a space between. */
export type Words = readonly Span[];

export type ReportBlock =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'paragraph'; readonly words: Words }
	| { readonly kind: 'list'; readonly items: readonly Words[] }
	/** Said apart: a limit, something missing and what to do about it. */
	| { readonly kind: 'note'; readonly words: Words }
	| { readonly kind: 'key-figures'; readonly figures: readonly KeyFigure[] }
	| ReportTable
	/** Drawn by the output: `src/lib/report/pictures`. */
	| { readonly kind: 'picture'; readonly picture: PictureId; readonly caption: string; readonly description: string }
	/** Where the author's own words stand; `text` is theirs, "" where nothing was written. */
	| { readonly kind: 'own'; readonly slot: string; readonly prompt: string; readonly text: string };

export interface KeyFigure {
	readonly id: FigureId;
	/** "86 %" */
	readonly text: string;
	/** "des habitants à 15 min au plus, en voiture" */
	readonly label: string;
	/** "surfaces connues : 28 lieux sur 45"; null where every one is known. */
	readonly respondents: string | null;
}

export interface ReportTable {
	readonly kind: 'table';
	readonly id: string;
	readonly caption: string;
	readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end' }[];
	readonly rows: readonly (readonly ReportCell[])[];
	readonly note: string | null;
	/** So many first columns are told once, where rows under each other have the same in them; spreadsheets repeat them. */
	readonly once?: number;
}

/** What is not known is an empty text, and says so in the table's note. */
export interface ReportCell {
	readonly text: string;
	/** For spreadsheets: the number that `text` words; null for words, and where not known. */
	readonly value: number | null;
	/** What `value` is in; absent for words. */
	readonly unit?: FigureUnit;
	readonly figure: ToldFigureId | null;
}

/** Maps and charts of the document. */
export const PICTURES = [
	'map-access',
	'map-hours',
	'map-sites',
	'map-sectors',
	'map-change',
	'week',
	'moments'
] as const;
export type PictureId = (typeof PICTURES)[number];
