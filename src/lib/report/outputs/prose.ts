import { heldWords } from '../held-words.ts';
import { escapeXml } from '../pictures/svg.ts';

/** Words as markup: escaped, ages and hours on one line. */
export const prose = (text: string): string =>
	heldWords(text)
		.map((part, at) => (at % 2 === 1 ? `<span class="held">${escapeXml(part)}</span>` : escapeXml(part)))
		.join('');

export const PROSE_CSS = '.held{white-space:nowrap}\n';
