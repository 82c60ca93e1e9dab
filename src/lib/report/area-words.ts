import type { Locale } from '#i18n/locale.ts';

/** Names that begin by what the place is take its article: "la CC Le Grésivaudan", "le Pays de Gex", "l’Eurométropole de Metz". */
const FRENCH_ARTICLES = [
	['l’', /^(?:Agglomération|Eurométropole|EPCI|EPT|Intercommunalité)\b/u],
	['la ', /^(?:C[ACU]|Collectivité|Commune|Communauté|Métropole|Région|Ville)(?=\s|$)/u],
	['le ', /^(?:Bassin|Canton|Département|Pays|Pôle|Quartier|Secteur|Syndicat|Territoire)(?=\s|$)/u]
] as const;

/** Names that stand for several places: "Les deux rives", "Nos villages". */
const FRENCH_PLURAL = /^(?:Les|Nos|Mes|Ses|Leurs|Deux|Trois|Quatre|Cinq|Six)\s/iu;

/** The name of an area as sentences take it, whether it begins them (`Area`) or not, and whether their verb is plural. */
export interface AreaWords {
	readonly area: string;
	readonly Area: string;
	readonly areaIs: 'one' | 'many';
}

/** English names stand without article, and are singular. */
export function areaWords(name: string, locale: Locale): AreaWords {
	const [article = ''] = locale === 'fr' ? (FRENCH_ARTICLES.find(([, names]) => names.test(name)) ?? []) : [];
	const area = article + name;
	return {
		area,
		Area: area.slice(0, 1).toLocaleUpperCase(locale) + area.slice(1),
		areaIs: locale === 'fr' && FRENCH_PLURAL.test(name) ? 'many' : 'one'
	};
}
