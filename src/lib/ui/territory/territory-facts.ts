import type { Answers } from '#domain/atlas-answers.ts';
import { SITE_KINDS } from '#domain/site.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import { numberText, peopleText, percentText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { siteKindText } from '#i18n/site-words.ts';

/** One figure of a territory and what must be known to read it. */
export interface TerritoryFact {
	readonly term: string;
	readonly value: string;
	readonly notes: readonly string[];
}

/** What is known of a territory's people, communes and counted sites; `answers` say what counts under the question. */
export function territoryFacts(summary: TerritorySummary, answers: Answers, locale: Locale): TerritoryFact[] {
	const counted = summary.sites.filter((_, rank) => answers.sites[rank]?.counted === true);
	const inside = counted.filter(({ margin }) => !margin);
	return [
		...populationFacts(summary, locale),
		communesFact(answers, locale),
		sitesFact(inside, counted.length - inside.length, locale),
		knownFact(m.territory_page_hours({}, { locale }), inside, ({ weeklyHours }) => weeklyHours.term !== null, locale),
		knownFact(
			m.territory_page_surface({}, { locale }),
			inside,
			({ figures }) => figures.surfaceSquareMetres !== null,
			locale
		)
	];
}

function populationFacts({ population, sources }: TerritorySummary, locale: Locale): TerritoryFact[] {
	const options = { locale };
	const { people, imputedPeople, municipale, municipaleVintage } = population;
	const source = sources.population;
	const imputed =
		imputedPeople === null || people === 0
			? m.territory_page_imputed_unknown({}, options)
			: m.territory_page_imputed({ percent: percentText(imputedPeople / people, locale) }, options);
	const title = [source?.title, source?.vintage].filter(Boolean).join(', ');
	return [
		{
			term: m.territory_page_located({}, options),
			value: peopleText(people, locale),
			notes: [title, imputed].filter((note) => note !== '')
		},
		municipale === null
			? {
					term: m.territory_page_municipal({}, options),
					value: m.territory_page_municipal_unknown({}, options),
					notes: []
				}
			: {
					term: m.territory_page_municipal({}, options),
					value: peopleText(municipale, locale),
					notes: municipaleVintage === null ? [] : [municipaleVintage]
				}
	];
}

function communesFact({ communes }: Answers, locale: Locale): TerritoryFact {
	const equipped = communes.filter(({ countedSites }) => countedSites > 0).length;
	const params = {
		with: numberText(locale, {}, equipped),
		without: numberText(locale, {}, communes.length - equipped)
	};
	return {
		term: m.territory_page_communes({}, { locale }),
		value: numberText(locale, {}, communes.length),
		notes: [m.territory_page_communes_value(params, { locale })]
	};
}

function sitesFact(inside: readonly SiteSummary[], neighbours: number, locale: Locale): TerritoryFact {
	const kinds = SITE_KINDS.flatMap((kind) => {
		const count = inside.filter((site) => site.kind === kind).length;
		const params = { kind: siteKindText(kind, locale), count: numberText(locale, {}, count) };
		return count === 0 ? [] : [m.territory_page_kind(params, { locale })];
	});
	const outside =
		neighbours === 0
			? []
			: [writeMessage({ code: 'territory_page_sites_neighbours', params: { count: neighbours } }, locale)];
	return {
		term: m.territory_page_sites({}, { locale }),
		value: inside.length === 0 ? m.territory_page_sites_none({}, { locale }) : numberText(locale, {}, inside.length),
		notes: [kinds.join(locale === 'fr' ? '\u00a0; ' : '; '), ...outside].filter((note) => note !== '')
	};
}

function knownFact(
	term: string,
	inside: readonly SiteSummary[],
	isKnown: (site: SiteSummary) => boolean,
	locale: Locale
): TerritoryFact {
	const params = {
		known: numberText(locale, {}, inside.filter(isKnown).length),
		all: numberText(locale, {}, inside.length)
	};
	const value =
		inside.length === 0 ? m.territory_page_no_counted({}, { locale }) : m.territory_page_known(params, { locale });
	return { term, value, notes: [] };
}
