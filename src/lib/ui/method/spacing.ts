import type { Locale } from '#i18n/message.ts';
import { SECTION_IDS, type Block, type SectionText, type SectionTexts } from './section.ts';

const UNITS = /(?<=\d) (?=(?:min|h|s|m|km|m²|%|€|ans)(?![\p{L}’]))/gu;
const THOUSANDS = /(?<=\d) (?=\d{3}(?!\d))/g;
const MINUTES_OF_HOUR = /(?<=\d\u00a0h) (?=\d\d)/g;

/** A text whose figures keep their units on the line, and in French with the spaces of its punctuation: both are written plainly. */
function spaced(text: string, locale: Locale): string {
	const figures = text.replace(UNITS, '\u00a0').replace(THOUSANDS, '\u00a0').replace(MINUTES_OF_HOUR, '\u00a0');
	if (locale === 'en') return figures;
	return figures
		.replace(/ (?=[;!?])/g, '\u202f')
		.replace(/ (?=[:»])/g, '\u00a0')
		.replace(/« /g, '«\u00a0');
}

function spacedBlock(block: Block, of: (text: string) => string): Block {
	if (typeof block === 'string') return of(block);
	if ('list' in block) return { list: block.list.map(of) };
	if ('formula' in block) {
		const symbols = block.symbols.map(({ symbol, means, unit }) => ({ symbol, means: of(means), unit: of(unit) }));
		return { ...block, says: of(block.says), symbols };
	}
	return {
		caption: of(block.caption),
		headings: block.headings.map(of),
		rows: block.rows.map((row) => row.map(of))
	};
}

/** Texts as they are shown. */
export function spacedTexts(texts: SectionTexts, locale: Locale): SectionTexts {
	const of = (text: string) => spaced(text, locale);
	const section = ({ title, answers, blocks, example, limits }: SectionText): SectionText => ({
		title: of(title),
		answers: of(answers),
		blocks: blocks.map((block) => spacedBlock(block, of)),
		example: example.map((block) => spacedBlock(block, of)),
		limits: limits.map(of)
	});
	return Object.fromEntries(SECTION_IDS.map((id) => [id, section(texts[id])])) as Record<
		(typeof SECTION_IDS)[number],
		SectionText
	>;
}
