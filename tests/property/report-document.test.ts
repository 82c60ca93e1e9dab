import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_SECTIONS, type DiagnosticData, type FigureId } from '#domain/diagnostic.ts';
import type { Question } from '#domain/question.ts';
import type { Locale } from '../../src/lib/i18n/locale.ts';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import type { ReportBlock, ReportDocument, Span, ToldFigureId } from '../../src/lib/report/document.ts';
import { electedFigures, electedSentences } from '../../src/lib/report/elected.ts';
import { figureText } from '../../src/lib/report/figure-text.ts';
import type { ReportContext } from '../../src/lib/report/report-context.ts';
import { wordsText } from '../../src/lib/report/words.ts';
import { ALL_FIGURES, TEST_EDITS, testContext, testData, testFigure } from '../fixtures/diagnostic.ts';
import { documentTexts } from '../fixtures/report-text.ts';
import { questionOf } from '../question.ts';

const RUNS = 30;
const locale: fc.Arbitrary<Locale> = fc.constantFrom('fr', 'en');
const values = {
	share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
	other: fc.oneof(fc.constantFrom(0, 1, 2, 0.3), fc.double({ min: 0, max: 2_000_000, noNaN: true }))
};

/** Figures of any value, not known, or absent. */
const figures: fc.Arbitrary<DiagnosticData['figures']> = fc
	.tuple(
		...ALL_FIGURES.map(([id, unit]) =>
			fc.tuple(
				fc.constant(id),
				fc.constantFrom('known', 'known', 'unknown', 'absent'),
				unit === 'share' ? values.share : values.other,
				fc.boolean()
			)
		)
	)
	.map((all) =>
		Object.fromEntries(
			all.flatMap(([id, state, value, isPartial], rank) => {
				if (state === 'absent') return [];
				const respondents = isPartial ? ({ known: 1, of: 3, what: 'sites' } as const) : null;
				return [[id, testFigure(id, ALL_FIGURES[rank][1], state === 'known' ? value : null, respondents)]];
			})
		)
	);

const question: fc.Arbitrary<Question> = fc
	.record({
		mode: fc.constantFrom('car', 'bike', 'foot'),
		cutoffMinutes: fc.constantFrom(5, 10, 15, 20, 30),
		week: fc.constantFrom('term', 'small-holidays', 'summer', '2026-W47'),
		who: fc.constantFrom<Question['who']>(
			{ kind: 'everyone' },
			{ kind: 'poor-households' },
			{ kind: 'ages', fromAge: 25, toAge: 64 },
			{ kind: 'ages', fromAge: 65, toAge: null }
		),
		profile: fc.constantFrom('full-time', 'retired', 'student'),
		withNeighbours: fc.boolean()
	})
	.map((patch) => questionOf(patch as Partial<Question>));

interface Case {
	readonly figures: DiagnosticData['figures'];
	readonly question: Question;
	readonly locale: Locale;
	readonly withScenario: boolean;
	readonly audience: ReportContext['audience'];
}

const cases: fc.Arbitrary<Case> = fc.record({
	figures,
	question,
	locale,
	withScenario: fc.boolean(),
	audience: fc.constantFrom('shared', 'working')
});

function built({ figures: of, question: asked, locale: language, withScenario, audience }: Case) {
	const data = testData({ figures: of, question: asked });
	const scenario = withScenario
		? { name: 'Samedis', modifications: [{ kind: 'close' as const, sentence: 'Fermer le lieu secret' }] }
		: null;
	const context = testContext(language, { scenario, audience });
	return { data, context, document: buildDocument(data, TEST_EDITS, context) };
}

function spansOf(block: ReportBlock): readonly Span[] {
	if (block.kind === 'paragraph' || block.kind === 'note') return block.words;
	return block.kind === 'list' ? block.items.flat() : [];
}

interface Told {
	readonly id: ToldFigureId;
	readonly text: string;
}

/** As each figure is told in the document: in sentences, large, and in tables. */
function toldFigures({ sections }: ReportDocument): readonly Told[] {
	return sections
		.flatMap(({ blocks }) => blocks)
		.flatMap((block): readonly Told[] => {
			if (block.kind === 'key-figures') return block.figures;
			if (block.kind === 'table')
				return block.rows
					.flat()
					.flatMap(({ figure, value, text }) => (figure === null || value === null ? [] : [{ id: figure, text }]));
			return spansOf(block).flatMap((span) => (span.kind === 'figure' ? [span] : []));
		});
}

const COUNTED = 'habitant|lieu|commune|bénévole|secteur|entrée|équivalent|personne|ménage|bibliothèque';
const ONE_OF_MANY = new RegExp(`(?:^|[^\\d,\u00a0])[01] (?:${COUNTED})[sx]\\b`, 'u');
const MANY_OF_ONE = new RegExp(`(?:^|[^\\d,])(?:[2-9]|\\d{2,}) (?:${COUNTED})(?![\\p{L}])`, 'u');

/** What no text of a document may have. */
function expectWellWritten(text: string, language: Locale): void {
	expect(text).not.toMatch(/undefined|NaN|\bnull\b|\[object|\[(?:report|elected)_|\{\w+\}|[\uE000\uE001]/);
	expect(text).not.toMatch(/ {2}|\s$|^\s| [.,]/);
	if (language === 'en') return;
	expect(text).not.toMatch(ONE_OF_MANY);
	expect(text).not.toMatch(MANY_OF_ONE);
	expect(text).not.toMatch(/\bles actifs\b|déficitaire|classement|\bd’un (?:les|des)\b/i);
}

describe('the document, whatever is known', () => {
	it('tells each figure as its value is worded, and none that is not known', () => {
		fc.assert(
			fc.property(cases, (one) => {
				const { data, context, document } = built(one);
				for (const { id, text } of toldFigures(document)) {
					const { value, unit } = data.figures[id as FigureId] ?? { value: null, unit: 'share' };
					expect([id, text]).toEqual([id, value === null ? null : figureText(value, unit, context.locale)]);
				}
			}),
			{ numRuns: RUNS }
		);
	});

	it('is whole sentences that agree with their numbers, in the words of the field', () => {
		fc.assert(
			fc.property(cases, (one) => {
				for (const text of documentTexts(built(one).document)) expectWellWritten(text, one.locale);
			}),
			{ numRuns: RUNS }
		);
	});

	it('keeps closings and the staff of a site out of what is shared', () => {
		fc.assert(
			fc.property(cases, (one) => {
				const shared = documentTexts(built({ ...one, audience: 'shared', locale: 'fr' }).document).join('\n');
				expect(shared).not.toContain('Fermer le lieu secret');
				expect(shared).not.toMatch(/^Agents salariés/m);
			}),
			{ numRuns: 10 }
		);
	});

	it('has every section in its order, each with a place for the author at its head', () => {
		fc.assert(
			fc.property(cases, (one) => {
				const { sections } = built(one).document;
				expect(sections.map(({ id }) => id)).toEqual(DIAGNOSTIC_SECTIONS);
				for (const { id, blocks } of sections) expect(blocks[0]).toMatchObject({ kind: 'own', slot: id });
				const slots = sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'own' ? [one.slot] : [])));
				expect(new Set(slots).size).toBe(slots.length);
			}),
			{ numRuns: 10 }
		);
	});

	it('says a sentence for each thing the officials read', () => {
		fc.assert(
			fc.property(cases, (one) => {
				const { data, context } = built(one);
				const sentences = electedSentences(data, context);
				expect(sentences).toHaveLength(one.withScenario ? 5 : 4);
				for (const words of sentences) {
					expect(wordsText(words)).toMatch(/^\S.*[.!?]$/su);
					expectWellWritten(wordsText(words), one.locale);
				}
				for (const { id } of electedFigures(data, context)) expect(data.figures[id]?.value ?? null).not.toBeNull();
			}),
			{ numRuns: RUNS }
		);
	});
});
