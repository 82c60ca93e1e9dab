import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED, type Classes } from './atlas-answers.ts';
import type { MapIndicator } from './question.ts';

export type Theme = 'light' | 'dark';

export type Rgb = readonly [red: number, green: number, blue: number];

/** How a mark is filled: no colour stands alone for "not known". */
export type Pattern = 'plain' | 'hatched' | 'dotted';

export interface Swatch {
	readonly rgb: Rgb;
	readonly pattern: Pattern;
}

/** Cividis (Nuñez, Anderton, Renslow 2018), dark to light: even to the eye, and the same to colour-blind readers. */
const CIVIDIS: readonly Rgb[] = [
	[0, 32, 77],
	[35, 62, 108],
	[87, 92, 109],
	[124, 123, 120],
	[166, 157, 117],
	[211, 193, 100],
	[255, 234, 70]
];

/**
 * From better through none to worse, by theme: blue against orange, which colour-blind readers tell apart, and the further from none the
 * further from the ground.
 */
const DIVERGING: Readonly<Record<Theme, readonly Rgb[]>> = {
	light: [
		[8, 72, 148],
		[60, 140, 200],
		[160, 205, 230],
		[226, 224, 218],
		[250, 198, 126],
		[226, 126, 28],
		[150, 72, 0]
	],
	dark: [
		[140, 205, 255],
		[74, 150, 212],
		[48, 100, 150],
		[84, 86, 90],
		[150, 96, 40],
		[222, 138, 50],
		[255, 200, 130]
	]
};

/** What of the classes decides their colours. */
export interface Scale extends Pick<Classes, 'indicator' | 'unit'> {
	/** Classes, the special ones apart. */
	readonly count: number;
}

/** Indicators of which little is bad: their lowest class is the darkest. The others darken as they grow. */
const MORE_IS_BETTER: ReadonlySet<MapIndicator> = new Set(['open-hours', 'usable-hours', 'supply', 'sites']);
/** Indicators that have a class "beyond", which takes the dark end of the ramp. */
const HAS_BEYOND: ReadonlySet<MapIndicator> = new Set([...MORE_IS_BETTER, 'nearest', 'open-now']);

export const scaleOf = ({ indicator, unit, bounds }: Classes): Scale => ({ indicator, unit, count: bounds.length });

/** Fill opacity of the marks: what lies beneath still shows. A legend that is to match draws its samples with it. */
export const MARK_OPACITY = 0.8;

/** Cividis at 0 (dark) … 1 (light). */
export const cividis = (position: number): Rgb => rampAt(CIVIDIS, position);

/** The colour of a ramp at 0 … 1. */
function rampAt(ramp: readonly Rgb[], position: number): Rgb {
	const at = Math.min(Math.max(position, 0), 1) * (ramp.length - 1);
	const low = Math.min(Math.floor(at), ramp.length - 2);
	const [a, b] = [ramp[low], ramp[low + 1]];
	const mix = (channel: 0 | 1 | 2) => Math.round(a[channel] + (b[channel] - a[channel]) * (at - low));
	return [mix(0), mix(1), mix(2)];
}

/**
 * How a class is drawn.
 * @param mark index of a class, or one of the CLASS_ constants
 */
export function swatchOf(mark: number, { indicator, unit, count }: Scale, theme: Theme): Swatch {
	if (mark === CLASS_NO_DATA) return { rgb: theme === 'dark' ? [150, 156, 166] : [120, 122, 126], pattern: 'hatched' };
	if (mark === CLASS_UNATTACHED) return { rgb: theme === 'dark' ? [170, 150, 178] : [110, 84, 120], pattern: 'dotted' };
	if (mark === CLASS_BEYOND) return { rgb: CIVIDIS[0], pattern: 'plain' };
	if (indicator === 'change') {
		// The middle class is no change, the first one the best.
		const position = count === 1 ? 0.5 : mark / (count - 1);
		return { rgb: rampAt(DIVERGING[theme], position), pattern: 'plain' };
	}
	// Of supply told in minutes, fewer are better.
	const isMoreBetter = MORE_IS_BETTER.has(indicator) && unit !== 'minutes-to-nth';
	const rank = isMoreBetter ? count - 1 - mark : mark;
	const steps = HAS_BEYOND.has(indicator) ? count : Math.max(count - 1, 1);
	return { rgb: cividis(1 - rank / steps), pattern: 'plain' };
}

/** A colour as CSS has it. */
export function css([red, green, blue]: Rgb, opacity = 1): string {
	return opacity === 1 ? `rgb(${red} ${green} ${blue})` : `rgb(${red} ${green} ${blue} / ${opacity})`;
}
