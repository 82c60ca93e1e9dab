import type { Picture } from './picture-input.ts';

/** What draws a picture as PNG, as bytes: a page fetches them from its own site, the command line reads them from its packages. */
export interface PngParts {
	/** `@resvg/resvg-wasm/index_bg.wasm`. */
	readonly wasm: Uint8Array;
	/** TTF of the typeface, regular and semi-bold (`@expo-google-fonts/source-sans-3`). */
	readonly fonts: readonly Uint8Array[];
}

/** Dots per CSS pixel: 200 dots per inch, sharp in print. */
const SCALE = 2;

/** A picture as PNG. */
export type PngMaker = (picture: Picture) => Uint8Array;

/** The module is begun once, whoever asks and however often: it refuses a second time. */
let begun: Promise<void> | null = null;

/**
 * What makes PNG of pictures; the same bytes in a page and in Node for the same parts.
 * @throws Error when the module cannot be compiled
 */
export async function pngMaker({ wasm, fonts }: PngParts): Promise<PngMaker> {
	const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
	begun ??= initWasm(wasm.slice().buffer);
	await begun;
	const font = {
		fontBuffers: [...fonts],
		loadSystemFonts: false,
		defaultFontFamily: 'Source Sans 3',
		sansSerifFamily: 'Source Sans 3'
	};
	return ({ svg }) => {
		const image = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: SCALE }, background: 'white' });
		const rendered = image.render();
		const png = rendered.asPng();
		rendered.free();
		image.free();
		return png;
	};
}
