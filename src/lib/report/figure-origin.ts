import type { DiagnosticData, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { Source } from '#domain/source.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { figureName } from './figure-names.ts';
import { figureText } from './figure-text.ts';
import { capital } from './place-words.ts';
import { sentence } from './writer.ts';

/** Where a figure comes from, in words. */
export interface FigureOrigin {
	readonly id: FigureId;
	/** "Part des habitants à 15 min au plus d’un lieu, en voiture" */
	readonly name: string;
	/** "86 %"; empty where it is not known. */
	readonly text: string;
	/** Its calculation with its own terms, else why it is not known. */
	readonly formula: string;
	/** "Horaires connus : 28 lieux sur 45."; null where every one is known, or that makes no sense. */
	readonly respondents: string | null;
	readonly estimated: boolean;
	/** Titles with their vintages, of the inputs that it rests on. */
	readonly sources: readonly string[];
	/** Anchor of the page of methods. */
	readonly method: string;
}

/** Null of a figure that makes no sense here. */
export function figureOrigin(
	id: FigureId,
	data: DiagnosticData,
	summary: Pick<TerritorySummary, 'sources'>,
	locale: Locale
): FigureOrigin | null {
	const figure = data.figures[id];
	if (figure === undefined) return null;
	const { value, unit, why, formula, inputs, estimated, method } = figure;
	const stated = inputs.flatMap((input) => summary.sources[input] ?? []);
	return {
		id,
		name: capital(figureName(id, data, locale), locale),
		text: value === null ? '' : figureText(value, unit, locale),
		formula: sentence(writeMessage(why ?? formula, locale), locale),
		respondents: respondentsText(figure, locale),
		estimated,
		sources: sourceTitles(stated, locale),
		method
	};
}

function respondentsText({ respondents }: DiagnosticFigure, locale: Locale): string | null {
	if (respondents === null || respondents.known >= respondents.of) return null;
	const { known, of, what } = respondents;
	const code = what === 'sites' ? 'report_respondents_sites' : 'report_respondents_communes';
	return writeMessage({ code, params: { known, of } }, locale);
}

/** "Filosofi 2019, carreaux de 200 m", its publisher and vintage where the title does not say them; each once. */
export function sourceTitles(sources: readonly Source[], locale: Locale): string[] {
	const titles = sources.map(({ title, publisher, vintage }) => {
		const isSaid = (words: string | null) => words === null || title.toLowerCase().includes(words.toLowerCase());
		const whole = isSaid(publisher) ? title : `${publisher}, ${title}`;
		return isSaid(vintage) ? whole : m.elected_source({ title: whole, vintage: vintage ?? '' }, { locale });
	});
	return [...new Set(titles)];
}
