import type { FormulaId } from './formulas.ts';

/** Anchors of the page of methods, in its order; other pages link to them. */
export const SECTION_IDS = [
	'temps',
	'couverture',
	'moments',
	'heures-utilisables',
	'profils',
	'offre',
	'equite',
	'secteurs',
	'comparaison',
	'couts',
	'implantation',
	'heures-a-ajouter',
	'atouts-faiblesses',
	'suivi',
	'calendrier',
	'perimetre',
	'populations',
	'sources-limites'
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** One letter of a formula: what it stands for, and in what unit. */
export interface SymbolText {
	readonly symbol: string;
	readonly means: string;
	readonly unit: string;
}

/** A paragraph, a list, a formula with the words that say it, or a table. */
export type Block =
	| string
	| { readonly list: readonly string[] }
	| { readonly formula: FormulaId; readonly says: string; readonly symbols: readonly SymbolText[] }
	| {
			readonly caption: string;
			readonly headings: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  };

/** One method in words. The same blocks stand in the same order in every language. */
export interface SectionText {
	readonly title: string;
	/** What the method answers, in one plain sentence. */
	readonly answers: string;
	readonly blocks: readonly Block[];
	/** Worked by hand; none where there is nothing to work out. */
	readonly example: readonly Block[];
	readonly limits: readonly string[];
}

export type SectionTexts = Readonly<Record<SectionId, SectionText>>;
