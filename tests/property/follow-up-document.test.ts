import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureId, FigureUnit } from '#domain/diagnostic.ts';
import {
	EXPERIMENT_FIGURES,
	FOLLOWED_COUNTS,
	FOLLOWED_MEASURES,
	type FollowUpRow,
	type ToldFollowUp
} from '#domain/follow-up.ts';
import type { Locale } from '../../src/lib/i18n/locale.ts';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import type { ReportDocument, ToldFigureId } from '../../src/lib/report/document.ts';
import { figureText } from '../../src/lib/report/figure-text.ts';
import { changeText, followedCell } from '../../src/lib/report/follow-up/follow-up-words.ts';
import { ALL_FIGURES, TEST_EDITS, testContext, testData } from '../fixtures/diagnostic.ts';
import { followUpOf } from '../fixtures/follow-up.ts';

const RUNS = 60;
const amount = (unit: FigureUnit) =>
	fc.option(
		unit === 'share' ? fc.double({ min: 0, max: 1, noNaN: true }) : fc.double({ min: 0, max: 200_000, noNaN: true }),
		{ nil: null, freq: 4 }
	);

const figures = fc
	.subarray(ALL_FIGURES.filter(([id]) => !id.startsWith('scenario.')) as (readonly [FigureId, FigureUnit])[])
	.chain((ids) =>
		fc.tuple(
			...ids.map(([id, unit]) =>
				fc.record({ id: fc.constant(id), unit: fc.constant(unit), before: amount(unit), after: amount(unit) })
			)
		)
	);

/** Rows of sites of testData, kept, opened, closed or in doubt. */
const rows: fc.Arbitrary<FollowUpRow[]> = fc
	.array(
		fc.record({
			state: fc.constantFrom<FollowUpRow['state'][]>('kept', 'opened', 'closed', 'doubtful'),
			site: fc.constantFrom(...testData().sites),
			moved: fc.boolean(),
			renamed: fc.boolean()
		}),
		{ maxLength: 12 }
	)
	.map((all) =>
		all.map(({ state, site, moved, renamed }): FollowUpRow => {
			if (state === 'opened') return { state, before: null, after: site };
			if (state === 'closed') return { state, before: site, after: null };
			const both = { before: site, after: site, metres: moved ? 320 : 0 };
			return state === 'kept'
				? { state, ...both, match: 'id', moved, renamed }
				: { state, ...both, doubt: 'place-alone' };
		})
	);

const measures = fc.tuple(
	...FOLLOWED_MEASURES.map((measure) =>
		fc.record({
			measure: fc.constant(measure),
			unit: fc.constant<FigureUnit>(
				measure === 'surface' ? 'square-metres' : measure.endsWith('hours') ? 'hours' : 'entries'
			),
			before: amount('hours'),
			after: amount('hours'),
			known: fc.nat(40),
			of: fc.nat(40)
		})
	)
);
const experiment = fc.tuple(
	...EXPERIMENT_FIGURES.map((id) =>
		fc.record({
			id: fc.constant(id),
			unit: fc.constant<FigureUnit>(
				id === 'counted-sites' ? 'sites' : /hours|median/.test(id) && id !== 'without-usable' ? 'hours' : 'share'
			),
			before: amount('share'),
			expected: amount('share'),
			counted: amount('share')
		})
	)
);

const told: fc.Arbitrary<ToldFollowUp> = fc
	.record({ figures, rows, measures, experiment: fc.option(experiment, { nil: null }) })
	.map(({ figures: all, rows: sites, measures: sums, experiment: tried }) => ({
		followUp: { ...followUpOf(all), rows: sites, measures: sums },
		experiment: tried && {
			scenario: 'Samedis',
			figures: tried,
			sites: [],
			others: { opened: [], closed: [] },
			notApplied: []
		}
	}));
const locale: fc.Arbitrary<Locale> = fc.constantFrom('fr', 'en');

interface Cell {
	readonly id: ToldFigureId;
	readonly text: string;
}

/** Every cell and word of the document that leads to a figure of the follow-up. */
function ofFollowUp({ sections }: ReportDocument): Cell[] {
	return sections
		.flatMap(({ blocks }) => blocks)
		.flatMap((block): Cell[] => {
			if (block.kind === 'table')
				return block.rows.flat().flatMap(({ figure, text }) => (figure === null ? [] : [{ id: figure, text }]));
			if (block.kind !== 'paragraph') return [];
			return block.words.flatMap((span) => (span.kind === 'figure' ? [{ id: span.id, text: span.text }] : []));
		})
		.filter(({ id }) => id.startsWith('follow-up.'));
}

/** What may stand of a figure, in the order of its row: its values, then its change. */
function expectedTexts({ followUp, experiment: tried }: ToldFollowUp, language: Locale): Map<string, string[]> {
	const row = (
		values: readonly (number | null)[],
		unit: FigureUnit,
		change: readonly [number | null, number | null]
	) => [
		...values.map((value) => followedCell(value, unit, language).text),
		change[0] === null || change[1] === null ? '' : changeText(change[0], change[1], unit, language)
	];
	const count = (one: (typeof FOLLOWED_COUNTS)[number]) =>
		followUp.rows.filter((site) =>
			one === 'moved' || one === 'renamed' ? site.state === 'kept' && site[one] : site.state === one
		).length;
	return new Map([
		...FOLLOWED_COUNTS.map((one): [string, string[]] => [
			`follow-up.count.${one}`,
			[figureText(count(one), 'sites', language)]
		]),
		...followUp.measures.map(({ measure, unit, before, after }): [string, string[]] => [
			`follow-up.measure.${measure}`,
			row([before, after], unit, [before, after])
		]),
		...followUp.figures.map(({ id, unit, before: { value: was }, after: { value: is } }): [string, string[]] => [
			`follow-up.figure.${id}`,
			row([was, is], unit, [was, is])
		]),
		...(tried?.figures.map(({ id, unit, before, expected, counted }): [string, string[]] => [
			`follow-up.experiment.${id}`,
			row([before, expected, counted], unit, [expected, counted])
		]) ?? [])
	]);
}

const documentOf = (one: ToldFollowUp, language: Locale) =>
	buildDocument(testData(), TEST_EDITS, testContext(language, { followUp: one, audience: 'working' }));

describe('a follow-up in a document', () => {
	it('tells each figure as the values that it names are worded, and where it comes from with the same values', () => {
		fc.assert(
			fc.property(told, locale, (one, language) => {
				const document = documentOf(one, language);
				const texts = expectedTexts(one, language);
				const byId = new Map<string, string[]>();
				for (const { id, text } of ofFollowUp(document)) byId.set(id, [...(byId.get(id) ?? []), text]);
				const known = [...texts].filter(
					([id, words]) => !id.startsWith('follow-up.count.') && words.some((text) => text !== '')
				);
				expect(known.filter(([id]) => !byId.has(id))).toEqual([]);
				for (const [id, found] of byId) {
					expect([id, found]).toEqual([id, texts.get(id)?.filter((text) => text !== '')]);
					const origin = document.origins?.find((each) => each.id === id);
					expect(origin?.formula).toMatch(/\S\.$/u);
					const values = id.startsWith('follow-up.count.') ? found : (texts.get(id) ?? []).slice(0, -1);
					for (const text of values) expect(origin?.text).toContain(text);
				}
			}),
			{ numRuns: RUNS }
		);
	});

	it('has one origin for each figure, worded whole', () => {
		fc.assert(
			fc.property(told, locale, (one, language) => {
				const origins = documentOf(one, language).origins ?? [];
				expect(new Set(origins.map(({ id }) => id)).size).toBe(origins.length);
				for (const { name, text, formula, respondents } of origins)
					expect([name, text, formula, respondents].join(' ')).not.toMatch(
						/undefined|NaN|\bnull\b|\[object|\{\w+\}| {2}|\.\./
					);
			}),
			{ numRuns: RUNS }
		);
	});
});
