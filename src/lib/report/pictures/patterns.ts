import type { Classes } from '#domain/atlas-answers.ts';
import { scaleOf, swatchOf, type Swatch } from '#domain/palette.ts';
import { UNITS_PER_PIXEL } from './frame.ts';
import { INK } from './ink.ts';
import { element, hex } from './svg.ts';

/**
 * How a class is filled on paper: its colour, and strokes where colour alone would not do in black and white: for what is not data, and for
 * losses, which are as dark as gains.
 */
interface PaperFill {
	readonly fill: string;
	readonly strokes: Strokes | null;
}
type Strokes = 'no-data' | 'unattached' | 'loss';

export function paperFill(mark: number, classes: Classes): PaperFill {
	const scale = scaleOf(classes);
	const { rgb, pattern } = swatchOf(mark, scale, 'light');
	if (pattern !== 'plain') return { fill: INK.paper, strokes: STROKES[pattern] };
	const isLoss = scale.indicator === 'change' && mark > (scale.count - 1) / 2 && mark < scale.count;
	return { fill: hex(rgb), strokes: isLoss ? 'loss' : null };
}

const STROKES: Readonly<Record<Exclude<Swatch['pattern'], 'plain'>, Strokes>> = {
	hatched: 'no-data',
	dotted: 'unattached'
};

/** Marks of each pattern on a tile of 7 pixels. */
const TILES: Readonly<Record<Strokes, string>> = {
	'no-data': element('path', { d: 'M-1 8L8 -1M-1 1L1 -1M6 8L8 6', stroke: '#55585e', 'stroke-width': 1 }),
	unattached:
		element('circle', { cx: 2, cy: 2, r: 1.1, fill: '#55585e' }) +
		element('circle', { cx: 5.5, cy: 5.5, r: 1.1, fill: '#55585e' }),
	loss: element('path', { d: 'M0 1.75H7M0 5.25H7', stroke: '#1d2129', 'stroke-width': 0.8 })
};

/** In pixels, or in the units of a map's paths. */
type FillSpace = 'pixels' | 'units';

/** @param prefix of the picture: several stand in one page */
const patternId = (prefix: string, strokes: Strokes, space: FillSpace): string => `${prefix}-${strokes}-${space}`;

/** Those that a map and its legend may be filled with. */
export function patternDefinitions(prefix: string): string {
	return (Object.keys(TILES) as Strokes[])
		.flatMap((strokes) => [pattern(prefix, strokes, 'pixels'), pattern(prefix, strokes, 'units')])
		.join('');
}

function pattern(prefix: string, strokes: Strokes, space: FillSpace): string {
	return element(
		'pattern',
		{
			id: patternId(prefix, strokes, space),
			width: 7,
			height: 7,
			patternUnits: 'userSpaceOnUse',
			patternTransform: space === 'units' ? `scale(${UNITS_PER_PIXEL})` : undefined
		},
		TILES[strokes]
	);
}

/** A shape with its colour and, over it, its strokes. @param shape the element's geometry */
export function filled(
	prefix: string,
	{ fill, strokes }: PaperFill,
	name: 'path' | 'rect',
	shape: Readonly<Record<string, string | number | undefined>>,
	space: FillSpace
): string {
	const over = strokes === null ? '' : element(name, { ...shape, fill: `url(#${patternId(prefix, strokes, space)})` });
	return element(name, { ...shape, fill }) + over;
}
