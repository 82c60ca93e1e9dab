import type { Locale } from '#i18n/locale.ts';
import { STATEMENT_EN } from './statement-en.ts';
import { STATEMENT_FR } from './statement-fr.ts';

/** Where a text leads. */
export interface StatementLink {
	readonly text: string;
	readonly href: string;
}

/** A paragraph, or what is listed. */
export type StatementBlock = string | { readonly list: readonly (string | StatementLink)[] };

export interface StatementSection {
	readonly title: string;
	/** A section of the one before it. */
	readonly isNested?: boolean;
	readonly blocks: readonly StatementBlock[];
}

/** The accessibility statement, in the order and the words of the French official form (arrêté du 20 septembre 2019, RGAA 4.1). */
export interface Statement {
	readonly title: string;
	readonly sections: readonly StatementSection[];
}

export const STATEMENTS: Readonly<Record<Locale, Statement>> = { fr: STATEMENT_FR, en: STATEMENT_EN };
