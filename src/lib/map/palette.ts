import { CLASS_BEYOND, CLASS_NO_DATA } from '#domain/atlas-answers.ts';
import { MARK_OPACITY, swatchOf, type Pattern, type Scale, type Theme } from '#domain/palette.ts';

/** Colours and patterns of all 256 mark values, to fill buffers from. */
export interface PaintTable {
	/** RGBA as little-endian 32-bit words. */
	readonly words: Uint32Array;
	/** 0 plain, 1 hatched, 2 dotted. */
	readonly patterns: Uint8Array;
}

export const PATTERN_CODES: Readonly<Record<Pattern, number>> = { plain: 0, hatched: 1, dotted: 2 };

/** The table of a scale; a mark that is no class of it is drawn as without data. */
export function paintTable(scale: Scale, theme: Theme): PaintTable {
	const words = new Uint32Array(256);
	const patterns = new Uint8Array(256);
	const alpha = Math.round(MARK_OPACITY * 255);
	for (let mark = 0; mark < 256; mark++) {
		const known = mark < scale.count || mark >= CLASS_BEYOND;
		const { rgb, pattern } = swatchOf(known ? mark : CLASS_NO_DATA, scale, theme);
		words[mark] = (rgb[0] | (rgb[1] << 8) | (rgb[2] << 16) | (alpha << 24)) >>> 0;
		patterns[mark] = PATTERN_CODES[pattern];
	}
	return { words, patterns };
}

/**
 * Spreads one class per mark over the vertices of its polygon.
 * @param first count + 1 offsets in vertices
 * @param colours RGBA per vertex, seen as 32-bit words
 * @param patterns one byte per vertex
 */
export function fillVertexColours(
	marks: Uint8Array,
	first: Uint32Array,
	table: PaintTable,
	colours: Uint32Array,
	patterns: Uint8ClampedArray
): void {
	for (let mark = 0; mark < marks.length; mark++) {
		const word = table.words[marks[mark]];
		const pattern = table.patterns[marks[mark]];
		for (let vertex = first[mark]; vertex < first[mark + 1]; vertex++) {
			colours[vertex] = word;
			patterns[vertex] = pattern;
		}
	}
}
