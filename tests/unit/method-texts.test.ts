import { describe, expect, it } from 'vitest';
import type { Locale } from '#i18n/locale.ts';
import { FORMULAS } from '../../src/lib/ui/method/formulas.ts';
import type { MathNode } from '../../src/lib/ui/method/math.ts';
import { SECTION_IDS, type Block, type SectionId, type SectionText } from '../../src/lib/ui/method/section.ts';
import { TEXTS } from '../../src/lib/ui/method/texts.ts';

function textsOf(block: Block): readonly string[] {
	if (typeof block === 'string') return [block];
	if ('list' in block) return block.list;
	if ('formula' in block) return [block.says, ...block.symbols.flatMap(({ means, unit }) => [means, unit])];
	return [block.caption, ...block.headings, ...block.rows.flat()];
}
const allTexts = ({ title, answers, blocks, example, limits }: SectionText) => [
	title,
	answers,
	...[...blocks, ...example].flatMap(textsOf),
	...limits
];

/** What a language must share with the other: kinds of blocks, formulas with their letters, sizes of lists and tables. */
function shapeOf(block: Block): unknown {
	if (typeof block === 'string') return 'paragraph';
	if ('list' in block) return block.list.length;
	if ('formula' in block) return [block.formula, block.symbols.map(({ symbol }) => symbol)];
	return [block.headings.length, block.rows.length];
}

const identifiers = (node: MathNode): string[] =>
	'text' in node ? (node.tag === 'mi' ? [node.text] : []) : node.children.flatMap(identifiers);

/** Figures of a text, clock times apart, by how its language writes them. */
function figuresOf(text: string, locale: Locale): number[] {
	const clock = locale === 'fr' ? /\d+\u00a0h(?:\u00a0\d\d)?/g : /\d+:\d\d|\d+\u00a0h(?:\u00a0\d\d)?/g;
	const figures = text.replace(clock, '').match(/\d+(?:[.,\u00a0]\d+)*/g) ?? [];
	return figures
		.map((figure) =>
			Number(locale === 'fr' ? figure.replaceAll('\u00a0', '').replace(',', '.') : figure.replaceAll(',', ''))
		)
		.sort();
}

describe('the methods in words', () => {
	it('have the same blocks, formulas, letters and limits in both languages', () => {
		for (const id of SECTION_IDS) {
			const [fr, en] = [TEXTS.fr[id], TEXTS.en[id]];
			expect([id, fr.blocks.map(shapeOf)]).toEqual([id, en.blocks.map(shapeOf)]);
			expect([id, fr.example.map(shapeOf)]).toEqual([id, en.example.map(shapeOf)]);
			expect(fr.limits.length).toBe(en.limits.length);
		}
	});

	it('state the same figures in both languages', () => {
		const figures = (locale: Locale, id: SectionId) => allTexts(TEXTS[locale][id]).map((one) => figuresOf(one, locale));
		for (const id of SECTION_IDS) expect([id, figures('fr', id)]).toEqual([id, figures('en', id)]);
	});

	it('use every formula once, and define each of its letters', () => {
		const used = SECTION_IDS.flatMap((id) => TEXTS.fr[id].blocks).filter(
			(block): block is Extract<Block, { formula: unknown }> => typeof block !== 'string' && 'formula' in block
		);
		expect(used.map(({ formula }) => formula).sort()).toEqual(Object.keys(FORMULAS).sort());
		/** Indices, ends told with their starts, and functions of everybody. */
		const common = new Set(['i', 'j', 'k', 'e', 'c', 'b', '→', '←', 'min', 'max']);
		for (const { formula, symbols } of used) {
			const letters = new Set(identifiers(FORMULAS[formula]).filter((letter) => !common.has(letter)));
			expect([formula, symbols.map(({ symbol }) => symbol).sort()]).toEqual([formula, [...letters].sort()]);
		}
	});

	it('follow French typography', () => {
		const texts = SECTION_IDS.flatMap((id) => allTexts(TEXTS.fr[id]));
		expect(texts.filter((text) => / [;:?!»]|« |'|\d (?:min|km|h)\b/.test(text))).toEqual([]);
	});

	it('show no figure that is not one', () => {
		const texts = SECTION_IDS.flatMap((id) => [...allTexts(TEXTS.fr[id]), ...allTexts(TEXTS.en[id])]);
		expect(texts.filter((text) => /NaN|undefined|null|Infinity/.test(text))).toEqual([]);
	});
});
