import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_SECTIONS } from '#domain/diagnostic.ts';
import { DocumentKeeper, type DocumentStore } from '../../src/lib/state/document-keeper.ts';
import {
	areaKey,
	documentOf,
	editsOf,
	mergeDocuments,
	NEW_DOCUMENT,
	NO_DOCUMENTS,
	withDocument,
	withSection,
	withSectionAt,
	withText,
	type Documents
} from '../../src/lib/state/documents.ts';
import { readDocuments, writeDocuments } from '../../src/lib/state/documents-text.ts';
import type { Kept } from '../../src/lib/state/kept-store.ts';

const section = fc.constantFrom(...DIAGNOSTIC_SECTIONS);
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const slots = fc.oneof(section, words);
const documents: fc.Arbitrary<Documents> = fc.dictionary(
	words.filter((area) => area !== '__proto__'),
	fc.record({
		sections: fc
			.shuffledSubarray([...DIAGNOSTIC_SECTIONS], { minLength: DIAGNOSTIC_SECTIONS.length })
			.chain((ids) => fc.tuple(...ids.map((id) => fc.boolean().map((on) => ({ id, on }))))),
		texts: fc.dictionary(slots, words),
		author: words,
		validatedFor: fc.option(words),
		internal: fc.boolean()
	})
);

const written = (area: string, slot: string, text: string, before = NO_DOCUMENTS) =>
	withDocument(before, area, withText(documentOf(before, area), slot, text));

describe('the document of an area', () => {
	it('has every section, each once, wherever one is put', () => {
		fc.assert(
			fc.property(section, fc.integer({ min: -3, max: 30 }), section, fc.boolean(), (moved, rank, switched, on) => {
				const { sections } = withSection(withSectionAt(NEW_DOCUMENT, moved, rank), switched, on);
				expect(sections.map(({ id }) => id).sort()).toEqual([...DIAGNOSTIC_SECTIONS].sort());
				const stands = Math.min(Math.max(rank, 0), DIAGNOSTIC_SECTIONS.length - 1);
				expect(sections[stands].id).toBe(moved);
				expect(sections.find(({ id }) => id === switched)?.on).toBe(on);
			})
		);
	});

	it('is validated with its figures and words: other ones are a draft again', () => {
		const validated = { ...withText(NEW_DOCUMENT, 'frame', 'Vu'), validatedFor: 'a' };
		expect(editsOf(validated, 'a').validated).toBe(true);
		expect(editsOf(validated, 'b').validated).toBe(false);
		expect(editsOf(validated, null).validated).toBe(false);
		expect(editsOf(withText(validated, 'frame', 'Revu'), 'a').validated).toBe(false);
		expect(editsOf(withSection(validated, 'swot', false), 'a').validated).toBe(false);
		expect(editsOf(withText(validated, 'frame', 'Vu'), 'a').validated).toBe(true);
	});

	it('stays that of a sector that is drawn better under its name', () => {
		const [corner, other] = [
			[0, 0],
			[1, 1]
		] as const;
		const drawn = { kind: 'drawn', name: 'Vallée', ring: [corner] } as const;
		expect(areaKey(drawn)).toBe(areaKey({ ...drawn, ring: [corner, other] }));
		expect(areaKey(drawn)).not.toBe(areaKey({ kind: 'communes', name: 'Vallée', codes: [] }));
		expect(documentOf(NO_DOCUMENTS, '__proto__')).toBe(NEW_DOCUMENT);
	});
});

describe('documents as a text', () => {
	it('are read as they were written', () => {
		fc.assert(
			fc.property(documents, (all) => {
				expect(readDocuments(writeDocuments(all))).toEqual(all);
			})
		);
	});

	it('of another version, or broken, are not read', () => {
		expect(readDocuments('{"format":"maillage-documents","schema_version":2,"documents":{}}')).toBeNull();
		expect(readDocuments('{')).toBeNull();
		expect(readDocuments('null')).toBeNull();
	});

	it('that lack a section have it last, switched on; what is no section is left out', () => {
		const { documents: all } = JSON.parse(writeDocuments({ a: NEW_DOCUMENT })) as { documents: { a: unknown } };
		const sections = [{ id: 'swot', on: false }, { id: 'swot', on: true }, { id: 'toString', on: true }, 3];
		const text = JSON.stringify({
			format: 'maillage-documents',
			schema_version: 1,
			documents: { a: { ...(all.a as object), sections } }
		});
		const read = readDocuments(text)?.a.sections ?? [];
		expect(read[0]).toEqual({ id: 'swot', on: false });
		expect(read).toHaveLength(DIAGNOSTIC_SECTIONS.length);
		expect(read.slice(1).every(({ on }) => on)).toBe(true);
	});
});

describe('documents that two windows edit', () => {
	it('lose no word of either', () => {
		fc.assert(
			fc.property(slots, slots, words, words, (slotHere, slotThere, here, there) => {
				const base = written('territory', 'frame', 'au début');
				const merged = mergeDocuments(
					base,
					written('territory', slotHere, here, base),
					written('territory', slotThere, there, base)
				);
				const { texts } = documentOf(merged, 'territory');
				expect(texts[slotHere] ?? '').toContain(here);
				// A text that one emptied and the other changed is the other's.
				expect(texts[slotThere] ?? '').toContain(there);
			})
		);
	});

	it('keep each area as the window that changed it has it', () => {
		const base = written('commune 1', 'frame', 'un');
		const mine = written('commune 2', 'frame', 'deux', base);
		const theirs = written('commune 1', 'frame', 'autre', base);
		const merged = mergeDocuments(base, mine, theirs);
		expect(documentOf(merged, 'commune 1').texts.frame).toBe('autre');
		expect(documentOf(merged, 'commune 2').texts.frame).toBe('deux');
	});
});

/** What the browser's database does, in memory. */
function memoryStore(): DocumentStore & { kept: Kept<string> | null } {
	return {
		kept: null,
		read() {
			return Promise.resolve(this.kept);
		},
		write(_territory, known, value) {
			if ((this.kept?.version ?? 0) !== known) return Promise.resolve(this.kept);
			this.kept = { version: known + 1, value };
			return Promise.resolve(null);
		}
	};
}

describe('documents kept in the browser', () => {
	it('come back; two windows keep what both wrote', async () => {
		const store = memoryStore();
		const [one, two] = [new DocumentKeeper(store, 'project'), new DocumentKeeper(store, 'project')];
		expect((await one.load()).documents).toEqual(NO_DOCUMENTS);
		await two.load();
		expect(await one.save(written('territory', 'frame', 'de la première'))).toBeNull();
		const mine = written('territory', 'frame', 'de la seconde');
		const merge = await two.save(mine);
		const joined = merge?.(mine) ?? mine;
		expect(await two.save(joined)).toBeNull();
		const { documents: all } = await new DocumentKeeper(store, 'project').load();
		expect(documentOf(all, 'territory').texts.frame).toBe('de la seconde\n\nde la première');
	});

	it('of a later version stay as they are, and it is said', async () => {
		const store = memoryStore();
		const later = '{"format":"maillage-documents","schema_version":99}';
		store.kept = { version: 4, value: later };
		const keeper = new DocumentKeeper(store, 'project');
		expect((await keeper.load()).notices).toEqual([{ code: 'note_documents_unread', params: {} }]);
		await expect(keeper.save(written('territory', 'frame', 'perdu'))).rejects.toThrow();
		expect(store.kept.value).toBe(later);
	});
});
