import type { Swatch } from '#domain/palette.ts';
import { wrapText } from '#domain/wrap-text.ts';

export interface LegendEntry {
	readonly label: string;
	readonly swatch: Swatch;
}

/** The legend printed beside the map, in the reader's words. */
export interface PngLegend {
	readonly title: string;
	/** How classes were made and in what unit; null to say nothing. */
	readonly method: string | null;
	readonly entries: readonly LegendEntry[];
}

export interface PngText {
	readonly title: string;
	/** What the map says, sentence by sentence, beneath the title. */
	readonly lines: readonly string[];
	readonly legend: PngLegend | null;
	/** What the marks on the map that the legend has no sample of are, under it. */
	readonly notes?: readonly string[];
	/** What the sources ask for; printed at the foot. */
	readonly sources: string;
}

export type TextStyle = 'title' | 'line' | 'legend-title' | 'legend' | 'source';
export const TEXT_SIZES: Readonly<Record<TextStyle, number>> = {
	title: 22,
	line: 15,
	'legend-title': 14,
	legend: 13,
	source: 11
};
const LEADING = 1.35;
export const MARGIN = 24;
const GAP = 12;
export const SWATCH = { width: 22, height: 14 } as const;

export interface PlacedText {
	readonly style: TextStyle;
	readonly text: string;
	readonly x: number;
	/** Baseline. */
	readonly y: number;
}

/** Where everything of a printed map goes, in CSS pixels. */
export interface PngLayout {
	readonly width: number;
	readonly height: number;
	readonly map: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
	readonly texts: readonly PlacedText[];
	readonly swatches: readonly { readonly x: number; readonly y: number; readonly swatch: Swatch }[];
}

/** Width of a text in CSS pixels. */
export type Measure = (text: string, style: TextStyle) => number;

/**
 * Lays a map out as printed matter: title and sentences above, the map, its legend below in columns, the sources at the foot.
 * @param width of the map, height likewise, in CSS pixels
 */
export function layoutPng(width: number, height: number, content: PngText, measure: Measure): PngLayout {
	const texts: PlacedText[] = [];
	const swatches: { x: number; y: number; swatch: Swatch }[] = [];
	let y = MARGIN;
	const paragraph = (text: string, style: TextStyle, x = MARGIN, room = width) => {
		for (const line of wrapText(text, room, (part) => measure(part, style))) {
			texts.push({ style, text: line, x, y: y + TEXT_SIZES[style] });
			y += TEXT_SIZES[style] * LEADING;
		}
	};
	paragraph(content.title, 'title');
	for (const line of content.lines) paragraph(line, 'line');
	y += GAP;
	const map = { x: MARGIN, y, width, height };
	y += height + GAP;
	if (content.legend) {
		paragraph(content.legend.title, 'legend-title');
		y = placeEntries(content.legend.entries, y + 4, width, texts, swatches, measure);
		if (content.legend.method) paragraph(content.legend.method, 'source');
		y += GAP / 2;
	}
	for (const note of content.notes ?? []) paragraph(note, 'legend');
	if (content.notes?.length) y += GAP / 2;
	paragraph(content.sources, 'source');
	return { width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN), map, texts, swatches };
}

/** Entries of a legend in equal columns, as many as fit. @returns the next free y */
function placeEntries(
	entries: readonly LegendEntry[],
	top: number,
	width: number,
	texts: PlacedText[],
	swatches: { x: number; y: number; swatch: Swatch }[],
	measure: Measure
): number {
	const indent = SWATCH.width + 8;
	const widest = Math.max(0, ...entries.map(({ label }) => measure(label, 'legend')));
	const columnWidth = indent + widest + 20;
	const room = Math.max(1, Math.min(entries.length, Math.floor(width / columnWidth)));
	// Rows of even length: 8 entries where 7 fit are 4 and 4.
	const rows = Math.ceil(entries.length / room);
	const columns = Math.ceil(entries.length / Math.max(rows, 1));
	const rowHeight = TEXT_SIZES.legend * LEADING + 4;
	entries.forEach(({ label, swatch }, rank) => {
		const x = MARGIN + (rank % columns) * columnWidth;
		const y = top + Math.floor(rank / columns) * rowHeight;
		swatches.push({ x, y: y + 1, swatch });
		texts.push({ style: 'legend', text: label, x: x + indent, y: y + TEXT_SIZES.legend });
	});
	return top + rows * rowHeight;
}
