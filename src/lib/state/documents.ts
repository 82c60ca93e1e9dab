import { UNEDITED, type DiagnosticEdits, type DiagnosticSectionId } from '#domain/diagnostic.ts';
import type { Scope } from '#domain/question.ts';

/** What an author decided of the document of one area. */
export interface AuthoredDocument extends Omit<DiagnosticEdits, 'validated'> {
	/** Names the figures that the author validated the document with (`figuresName`): other figures are a draft again. Null: a draft. */
	readonly validatedFor: string | null;
	/** Of the agents' own: with the staff of each site and closings. */
	readonly internal: boolean;
}

/** What the document is written with. */
export interface Edits extends DiagnosticEdits {
	readonly internal: boolean;
}

/** The documents of a territory by their areas (`areaKey`). What is in it is never edited in place. */
export type Documents = Readonly<Record<string, AuthoredDocument>>;

export const NO_DOCUMENTS: Documents = {};

/** As it is before its author did anything. */
export const NEW_DOCUMENT: AuthoredDocument = {
	sections: UNEDITED.sections,
	texts: UNEDITED.texts,
	author: UNEDITED.author,
	validatedFor: null,
	internal: false
};

/** Names an area: groups and drawn sectors by the names that they were given, so that their text stays while they are drawn better. */
export function areaKey(scope: Scope): string {
	switch (scope.kind) {
		case 'territory':
			return scope.kind;
		case 'epci':
		case 'commune':
			return `${scope.kind} ${scope.code}`;
		case 'communes':
		case 'drawn':
			return `${scope.kind} ${scope.name}`;
	}
}

export function documentOf(documents: Documents, area: string): AuthoredDocument {
	return Object.hasOwn(documents, area) ? documents[area] : NEW_DOCUMENT;
}

export function withDocument(documents: Documents, area: string, document: AuthoredDocument): Documents {
	return document === documentOf(documents, area) ? documents : { ...documents, [area]: document };
}

/** Switches a section. What was validated is another document then, and a draft again; so below. */
export function withSection(document: AuthoredDocument, id: DiagnosticSectionId, on: boolean): AuthoredDocument {
	const sections = document.sections.map((one) => (one.id === id ? { id, on } : one));
	return { ...document, sections, validatedFor: null };
}

/** Puts a section at a rank of all, 0 first; the same document where it stands there. */
export function withSectionAt(document: AuthoredDocument, id: DiagnosticSectionId, rank: number): AuthoredDocument {
	const from = document.sections.findIndex((one) => one.id === id);
	const to = Math.min(Math.max(rank, 0), document.sections.length - 1);
	if (from < 0 || from === to) return document;
	const others = document.sections.filter((one) => one.id !== id);
	const sections = [...others.slice(0, to), document.sections[from], ...others.slice(to)];
	return { ...document, sections, validatedFor: null };
}

/** The author's own words in a place of the document. */
export function withText(document: AuthoredDocument, slot: string, text: string): AuthoredDocument {
	if ((document.texts[slot] ?? '') === text) return document;
	return { ...document, texts: { ...document.texts, [slot]: text }, validatedFor: null };
}

/** What it tells more or less of is another document, and a draft again. */
export function withAudience(document: AuthoredDocument, internal: boolean): AuthoredDocument {
	return document.internal === internal ? document : { ...document, internal, validatedFor: null };
}

/** What every section and every text is, validated or not with the figures so named. */
export function editsOf({ validatedFor, ...decided }: AuthoredDocument, figures: string | null): Edits {
	return { ...decided, validated: figures !== null && validatedFor === figures };
}

/**
 * What comes of the documents that two windows edited since both had `base`: each area, and in it each text, as the window that changed it has
 * it; of a text that both changed both versions, one after the other: no word is lost.
 */
export function mergeDocuments(base: Documents, mine: Documents, theirs: Documents): Documents {
	const merged: Record<string, AuthoredDocument> = { ...theirs };
	for (const area of Object.keys(mine)) {
		const [was, here, there] = [documentOf(base, area), mine[area], documentOf(theirs, area)];
		if (isSame(here, was)) continue;
		merged[area] = isSame(there, was) || isSame(there, here) ? here : mergeDocument(was, here, there);
	}
	return merged;
}

function mergeDocument(was: AuthoredDocument, mine: AuthoredDocument, theirs: AuthoredDocument): AuthoredDocument {
	const texts: Record<string, string> = { ...theirs.texts };
	for (const [slot, here] of Object.entries(mine.texts)) {
		const [before, there] = [was.texts[slot] ?? '', theirs.texts[slot] ?? ''];
		if (here === before) continue;
		texts[slot] = there === before || there === here ? here : joined(here, there);
	}
	return {
		sections: isSame(mine.sections, was.sections) ? theirs.sections : mine.sections,
		texts,
		author: mine.author === was.author ? theirs.author : mine.author,
		validatedFor: null,
		internal: mine.internal === was.internal ? theirs.internal : mine.internal
	};
}

function joined(here: string, there: string): string {
	if (here.includes(there)) return here;
	return there.includes(here) ? there : `${here}\n\n${there}`;
}

const isSame = (one: unknown, another: unknown) => JSON.stringify(one) === JSON.stringify(another);
