import { CLASS_NO_DATA } from '#domain/atlas-answers.ts';
import { swatchOf } from '#domain/palette.ts';
import type { Theme } from './theme.ts';

/** Device pixels from one stroke to the next: 7 CSS pixels on a screen of twice the density, as the marks' hatching. */
const PERIOD = 14;
export const HATCH_PIXEL_RATIO = 2;

/** The tile of "no data", for polygons that MapLibre fills. */
export function hatchImage(theme: Theme): { width: number; height: number; data: Uint8ClampedArray } {
	const { rgb } = swatchOf(CLASS_NO_DATA, { indicator: 'nearest', unit: 'minutes', count: 1 }, theme);
	const data = new Uint8ClampedArray(PERIOD * PERIOD * 4);
	for (let y = 0; y < PERIOD; y++)
		for (let x = 0; x < PERIOD; x++) {
			const inked = (x + y) % PERIOD < 3;
			data.set([...rgb, inked ? 204 : 33], 4 * (y * PERIOD + x));
		}
	return { width: PERIOD, height: PERIOD, data };
}
