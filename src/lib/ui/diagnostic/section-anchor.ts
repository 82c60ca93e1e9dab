import type { DiagnosticSectionId } from '#domain/diagnostic.ts';

/** The head of a section in the page. */
export const sectionAnchor = (id: DiagnosticSectionId) => `diagnostic-${id}`;
