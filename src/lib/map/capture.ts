import type { Map as MapLibreMap } from 'maplibre-gl';

/** Resolves when the map has nothing left to load or draw. */
export function whenIdle(map: MapLibreMap): Promise<void> {
	return new Promise((resolve) => {
		map.once('idle', () => resolve());
		map.triggerRepaint();
	});
}

/**
 * The map as drawn now, at `scale` device pixels per CSS pixel; the screen is left as it was.
 * @param followPixels tells who else draws on the canvas that its pixels changed in number
 */
export async function captureMap(
	map: MapLibreMap,
	scale: number,
	followPixels: (canvas: HTMLCanvasElement) => void
): Promise<HTMLCanvasElement> {
	const before = map.getPixelRatio();
	map.setPixelRatio(scale);
	followPixels(map.getCanvas());
	try {
		await whenIdle(map);
		return await new Promise((resolve) => {
			// The buffer of a frame is only there until the frame ends: it is copied within it.
			map.once('render', () => resolve(copyOf(map.getCanvas())));
			map.triggerRepaint();
		});
	} finally {
		map.setPixelRatio(before);
		followPixels(map.getCanvas());
	}
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
	const copy = document.createElement('canvas');
	copy.width = canvas.width;
	copy.height = canvas.height;
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	return copy;
}
