import { DIAGNOSTIC_SECTIONS, type DiagnosticSectionId } from '#domain/diagnostic.ts';
import { NEW_DOCUMENT, type AuthoredDocument, type Documents } from './documents.ts';

/** The form in which documents are saved; of a later one this version of Maillage reads nothing. */
const FORMAT = { format: 'maillage-documents', schema_version: 1 } as const;

/** Documents as a text to save. */
export function writeDocuments(documents: Documents): string {
	return JSON.stringify({ ...FORMAT, documents });
}

/** The documents of a saved text; null where it is none that this version reads. Sections that it does not name stand last, switched on. */
export function readDocuments(text: string): Documents | null {
	const saved = objectOf(parsed(text));
	if (saved?.format !== FORMAT.format || saved.schema_version !== FORMAT.schema_version) return null;
	const documents = objectOf(saved.documents);
	if (documents === null) return null;
	return Object.fromEntries(Object.entries(documents).map(([area, document]) => [area, documentRead(document)]));
}

function documentRead(value: unknown): AuthoredDocument {
	const { sections, texts, author, validatedFor, internal } = objectOf(value) ?? {};
	const words = Object.entries(objectOf(texts) ?? {});
	return {
		sections: sectionsRead(sections),
		texts: Object.fromEntries(words.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
		author: typeof author === 'string' ? author : NEW_DOCUMENT.author,
		validatedFor: typeof validatedFor === 'string' ? validatedFor : null,
		internal: internal === true
	};
}

function sectionsRead(value: unknown): AuthoredDocument['sections'] {
	const read = new Map<DiagnosticSectionId, boolean>();
	for (const one of Array.isArray(value) ? (value as unknown[]) : []) {
		const { id, on } = objectOf(one) ?? {};
		const known = DIAGNOSTIC_SECTIONS.find((section) => section === id);
		if (known !== undefined && !read.has(known)) read.set(known, on !== false);
	}
	for (const id of DIAGNOSTIC_SECTIONS) if (!read.has(id)) read.set(id, true);
	return [...read].map(([id, on]) => ({ id, on }));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function objectOf(value: unknown): Partial<Record<string, unknown>> | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
