import type { CommuneCard } from '#domain/cards.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, peopleText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';

/** Both populations of a commune, each with its source and year. */
export function populationFacts(card: CommuneCard, { population, sources }: TerritorySummary, locale: Locale) {
	const text = (people: number | null) => (people === null ? null : peopleText(people, locale));
	return [
		{
			term: m.commune_municipal({}, { locale }),
			value: text(card.municipalPopulation),
			source: population.municipaleVintage
		},
		{ term: m.commune_located({}, { locale }), value: text(card.people), source: sources.population?.title ?? null }
	];
}

/** "33 h 30 par semaine"; null when no hours are known. */
export function weeklyText(hours: number | null, locale: Locale): string | null {
	return hours === null ? null : m.commune_per_week({ hours: hoursText(hours, locale) }, { locale });
}
