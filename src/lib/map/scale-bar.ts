import { numberText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';

/** A length that reads well and is at most as long as the room there is. */
export interface ScaleBar {
	readonly metres: number;
	readonly pixels: number;
}

/** The longest of 1, 2, 5 × 10ⁿ metres that fits in `maxPixels`. */
export function scaleBar(pixelsPerMetre: number, maxPixels: number): ScaleBar {
	const most = maxPixels / pixelsPerMetre;
	const power = 10 ** Math.floor(Math.log10(most));
	const metres = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
	return { metres, pixels: metres * pixelsPerMetre };
}

/** "500 m", "2 km". */
export function lengthText(metres: number, locale: Locale): string {
	const [value, unit] = metres >= 1000 ? [metres / 1000, 'km'] : [metres, 'm'];
	return `${numberText(locale, {}, value)}\u00a0${unit}`;
}
