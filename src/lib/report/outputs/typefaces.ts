import { base64 } from './base64.ts';

/** A typeface that a page in one file carries: WOFF2 of its Latin letters, of every weight. Both are free to be embedded (SIL OFL 1.1). */
export interface Typeface {
	readonly family: 'Source Sans 3' | 'Source Serif 4';
	readonly woff2: Uint8Array;
}

/** The typefaces of pages in one file: of all that they say, and of the sentences of the elected officials' page. */
export interface Typefaces {
	readonly text: Typeface;
	readonly sentence: Typeface;
}

/** Files of the packages that have them. */
export const TYPEFACE_FILES = {
	text: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
	sentence: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'
} as const;

/** The typefaces of these files. */
export const typefacesOf = (text: Uint8Array, sentence: Uint8Array): Typefaces => ({
	text: { family: 'Source Sans 3', woff2: text },
	sentence: { family: 'Source Serif 4', woff2: sentence }
});

/** The rules that give a page its typefaces, which are in them. */
export const typefaceCss = (typefaces: readonly Typeface[]): string =>
	typefaces
		.map(
			({ family, woff2 }) =>
				`@font-face{font-family:'${family}';font-weight:200 900;src:url(data:font/woff2;base64,${base64(woff2)}) format('woff2')}`
		)
		.join('\n');
