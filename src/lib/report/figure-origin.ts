import type { DiagnosticData, DiagnosticFigure } from '#domain/diagnostic.ts';
import type { FollowUpFigureId } from '#domain/follow-up.ts';
import type { Source } from '#domain/source.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ToldFigureId } from './document.ts';
import { figureName } from './figure-names.ts';
import { figureText } from './figure-text.ts';
import { capital } from './place-words.ts';
import { sentence } from './writer.ts';

/** Where a figure comes from, in words. */
export interface FigureOrigin {
	readonly id: ToldFigureId;
	/** "Part des habitants à 15 min au plus d’un lieu, en voiture" */
	readonly name: string;
	/** "86 %"; empty where it is not known. */
	readonly text: string;
	/** Why it is not known; null where it is. */
	readonly why: string | null;
	/** Its calculation with its own terms. */
	readonly formula: string;
	/** "Lieux renseignés : 28 sur 45"; null where that makes no sense. */
	readonly respondents: string | null;
	readonly estimated: boolean;
	/** Of the inputs that it rests on. */
	readonly sources: readonly OriginSource[];
	/** Anchor of the page of methods. */
	readonly method: string;
}

export interface OriginSource {
	/** "Filosofi 2019, carreaux de 200 m, Licence Ouverte 2.0", "OpenStreetMap, licence ODbL" */
	readonly text: string;
	/** The words that its licence asks for. */
	readonly attribution: string | null;
}

/** Figures of two times held against each other: their origins go with the document (`followUpOrigins`). */
const isOfFollowUp = (id: ToldFigureId): id is FollowUpFigureId => id.startsWith('follow-up.');

/** Null of a figure that makes no sense here, or is of another time too. */
export function figureOrigin(
	id: ToldFigureId,
	data: DiagnosticData,
	summary: Pick<TerritorySummary, 'sources'>,
	locale: Locale
): FigureOrigin | null {
	const figure = isOfFollowUp(id) ? undefined : data.figures[id];
	if (isOfFollowUp(id) || figure === undefined) return null;
	const { value, unit, why, formula, inputs, estimated, method } = figure;
	const stated = inputs.flatMap((input) => summary.sources[input] ?? []);
	return {
		id,
		name: capital(figureName(id, data, locale), locale),
		text: value === null ? '' : figureText(value, unit, locale),
		why: why === null ? null : sentence(writeMessage(why, locale), locale),
		formula: sentence(writeMessage(formula, locale), locale),
		respondents: respondentsText(figure, locale),
		estimated,
		sources: originSources(stated, locale),
		method
	};
}

function respondentsText({ respondents }: DiagnosticFigure, locale: Locale): string | null {
	if (respondents === null) return null;
	const { known, of, what } = respondents;
	const code = what === 'sites' ? 'report_key_respondents_sites' : 'report_key_respondents_communes';
	return capital(writeMessage({ code, params: { known, of } }, locale), locale);
}

/** Sources in words, each once. */
export function originSources(stated: readonly Source[], locale: Locale): OriginSource[] {
	const sources = stated.map((source): [string, OriginSource] => {
		const [title] = sourceTitles([source], locale);
		const { licence, attribution } = source;
		const text = licence === null ? title : withLicence(title, licence, locale);
		return [text, { text, attribution }];
	});
	return [...new Map(sources).values()];
}

/** "Adresses des bibliothèques publiques, Licence Ouverte 2.0": a licence that has the word in its name is not announced by it. */
function withLicence(title: string, licence: string, locale: Locale): string {
	const said = /^licen[cs]e\b/iu.test(licence) ? m.diagnostic_page_source_named : m.diagnostic_page_source;
	return said({ title, licence }, { locale });
}

/** What is said of a figure under its name, where there is no room for more: calculation, who told it, whether it is estimated, sources. */
export function originLines({ why, formula, respondents, estimated, sources }: FigureOrigin, locale: Locale): string[] {
	const options = { locale };
	const titles = sources.map(({ text }) => text).join(locale === 'fr' ? '\u202f; ' : '; ');
	return [
		why ?? formula,
		respondents === null ? '' : sentence(respondents, locale),
		estimated ? m.elected_origin_estimated({}, options) : '',
		titles === '' ? '' : m.elected_origin_sources({ sources: titles }, options)
	].filter((line) => line !== '');
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
