import { wrapText } from '#domain/wrap-text.ts';
import { INK } from './ink.ts';
import type { Picture } from './picture-input.ts';
import { element, escapeXml, FONT_FAMILY, text } from './svg.ts';
import { textWidth } from './text-width.ts';

/** Width of a picture, CSS pixels: a little more than the text of an A4 page. */
export const SHEET_WIDTH = 720;
const LEADING = 1.32;

/** A sample and its words. */
export interface LegendEntry {
	readonly label: string;
	/** Markup of the sample, in a box of 24 × 14 pixels. */
	readonly sample: string;
}
const SAMPLE = { width: 24, height: 14 } as const;
const ENTRY_SIZE = 12;
const ENTRY_HEIGHT = 18;

/**
 * Where a reader refuses the typeface that a page carries, Arial takes its place, wider by so much at most on the words of legends.
 */
const FALLBACK_WIDTH = 1.15;
const roomOf = (words: string, size: number, bold = false) => FALLBACK_WIDTH * textWidth(words, size, bold);

/** A picture as printed matter, from its head downwards. */
export class Sheet {
	readonly #parts: string[] = [];
	readonly #definitions: string[] = [];
	readonly #width: number;
	#y = 0;

	constructor(width = SHEET_WIDTH) {
		this.#width = width;
	}

	define(markup: string): void {
		this.#definitions.push(markup);
	}

	paragraph(words: string, size: number, style: { readonly bold?: boolean; readonly soft?: boolean } = {}): void {
		const { bold = false, soft = false } = style;
		for (const line of wrapText(words, this.#width, (part) => roomOf(part, size, bold))) {
			this.#parts.push(text(0, this.#y + size, line, { size, bold, fill: soft ? INK.soft : INK.text }));
			this.#y += size * LEADING;
		}
	}

	space(pixels: number): void {
		this.#y += pixels;
	}

	/** Markup in its own room, as wide as the sheet. */
	drawing(height: number, markup: string): void {
		this.#parts.push(element('svg', { y: this.#y, width: this.#width, height }, markup));
		this.#y += height;
	}

	/** Entries in equal columns, as many as fit, read down each. */
	legend(entries: readonly LegendEntry[]): void {
		if (entries.length === 0) return;
		const indent = SAMPLE.width + 7;
		const widest = Math.max(...entries.map(({ label }) => roomOf(label, ENTRY_SIZE)));
		const room = Math.max(1, Math.min(entries.length, Math.floor((this.#width + 16) / (indent + widest + 16))));
		const rows = Math.ceil(entries.length / room);
		const columns = Math.ceil(entries.length / rows);
		const columnWidth = (this.#width + 16) / Math.max(columns, 1);
		entries.forEach(({ label, sample }, rank) => {
			const x = Math.floor(rank / rows) * columnWidth;
			const y = this.#y + (rank % rows) * ENTRY_HEIGHT;
			this.#parts.push(element('g', { transform: `translate(${Math.round(x)} ${Math.round(y)})` }, sample));
			const lines = wrapText(label, this.#width - indent, (part) => roomOf(part, ENTRY_SIZE));
			lines.forEach((line, at) =>
				this.#parts.push(text(Math.round(x) + indent, y + 11 + at * 15, line, { size: ENTRY_SIZE, fill: INK.text }))
			);
			// A label longer than the sheet stands alone in its column: the next begins lower.
			if (columns === 1) this.#y += (lines.length - 1) * 15;
		});
		this.#y += rows * ENTRY_HEIGHT;
	}

	/** @param title what it shows, for who does not see it */
	picture(title: string): Picture {
		const height = Math.ceil(this.#y + 4);
		const definitions = this.#definitions.join('');
		const inside =
			`<title>${escapeXml(title)}</title>` +
			(definitions === '' ? '' : element('defs', {}, definitions)) +
			element('rect', { width: this.#width, height, fill: INK.paper }) +
			this.#parts.join('');
		const svg = element(
			'svg',
			{
				xmlns: 'http://www.w3.org/2000/svg',
				viewBox: `0 0 ${this.#width} ${height}`,
				width: this.#width,
				height,
				preserveAspectRatio: 'xMidYMin meet',
				'font-family': FONT_FAMILY,
				role: 'img'
			},
			inside
		);
		return { svg, width: this.#width, height };
	}
}

/** Where a sample of a colour, and of a mark, stands. */
export const SAMPLE_RECT = {
	x: 0.5,
	y: 0.5,
	width: SAMPLE.width - 1,
	height: SAMPLE.height - 1,
	stroke: INK.rule
} as const;
export const SAMPLE_MIDDLE = [SAMPLE.width / 2, SAMPLE.height / 2] as const;
