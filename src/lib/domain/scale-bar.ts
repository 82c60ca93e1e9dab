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
