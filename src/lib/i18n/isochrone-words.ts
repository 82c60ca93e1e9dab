import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { numberText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { modeText } from './question-words.ts';
import { cutoffWord } from './sentence-words.ts';

/** What isochrones are of, for the page and for the picture. */
export interface IsochroneText {
	readonly title: string;
	/** Empty while they are drawn. */
	readonly rows: readonly { readonly cutoffMinutes: number; readonly label: string }[];
	/** How they were drawn; null while they are. */
	readonly method: string | null;
}

/** What an isochrone answer tells; structurally the worker's. */
export interface DrawnIsochrones {
	readonly isochrones: readonly { readonly cutoffMinutes: number; readonly areaSquareMetres: number }[];
	readonly resolutionMetres: number;
}

/** The legend of isochrones in words: of one site (its rank), or of all counted ones together. */
export function isochroneText(
	answer: DrawnIsochrones | null,
	choice: number | 'counted',
	question: Question,
	{ sites }: Pick<TerritorySummary, 'sites'>,
	locale: Locale
): IsochroneText {
	const mode = modeText(question.mode, locale);
	const title =
		choice === 'counted'
			? m.isochrone_title_network({ mode }, { locale })
			: m.isochrone_title_site({ name: sites[choice].name, mode }, { locale });
	if (answer === null) return { title, rows: [], method: null };
	const rows = answer.isochrones.map(({ cutoffMinutes, areaSquareMetres }) => ({
		cutoffMinutes,
		label: m.isochrone_row(
			{
				time: cutoffWord(cutoffMinutes, locale),
				area: numberText(locale, { maximumSignificantDigits: 3 }, areaSquareMetres / 1e6)
			},
			{ locale }
		)
	}));
	const step = numberText(locale, {}, answer.resolutionMetres);
	return { title, rows, method: m.isochrone_method({ step }, { locale }) };
}
