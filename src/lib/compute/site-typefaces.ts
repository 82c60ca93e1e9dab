import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import { typefacesOf, type Typefaces } from '../report/outputs/typefaces.ts';
import { ownFile } from './own-file.ts';

/** The typefaces of pages in one file: those of the site, which it has anyway. @throws Error when they cannot be had */
export async function siteTypefaces(): Promise<Typefaces> {
	const [text, sentence] = await Promise.all([sans, serif].map(ownFile));
	return typefacesOf(text, sentence);
}
