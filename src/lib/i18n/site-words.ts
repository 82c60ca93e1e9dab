import type { SiteKind, SiteStatut } from '#domain/site.ts';
import { communeOfSite } from '#domain/site-commune.ts';
import type { CommuneSummary, SiteSummary } from '#domain/territory-summary.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';

const KINDS = {
	library: m.site_kind_library,
	branch: m.site_kind_branch,
	'book-point': m.site_kind_book_point,
	'bookmobile-stop': m.site_kind_bookmobile_stop,
	bookmobile: m.site_kind_bookmobile,
	'return-box': m.site_kind_return_box,
	administrative: m.site_kind_administrative,
	departmental: m.site_kind_departmental,
	other: m.site_kind_other
} as const satisfies Record<SiteKind, unknown>;

const STATUTS = {
	territoriale: m.site_statut_territoriale,
	associative: m.site_statut_associative,
	universitaire: m.site_statut_universitaire,
	scolaire: m.site_statut_scolaire,
	autre: m.site_statut_autre
} as const satisfies Record<Exclude<SiteStatut, 'unknown'>, unknown>;

/** "point d’accès au livre". */
export function siteKindText(kind: SiteKind, locale: Locale): string {
	return KINDS[kind]({}, { locale });
}

/** "associative" as it is said of a library; null where it is not known. */
export function siteStatutText(statut: SiteStatut, locale: Locale): string | null {
	return statut === 'unknown' ? null : STATUTS[statut]({}, { locale });
}

const KINDS_TOGETHER = {
	library: m.supply_kind_library,
	branch: m.supply_kind_branch,
	'book-point': m.supply_kind_book_point,
	'bookmobile-stop': m.supply_kind_bookmobile_stop,
	bookmobile: m.supply_kind_bookmobile,
	'return-box': m.supply_kind_return_box,
	administrative: m.supply_kind_administrative,
	departmental: m.supply_kind_departmental,
	other: m.supply_kind_other
} as const satisfies Record<SiteKind, unknown>;

/** "Points d’accès au livre": a heading over several. */
export const siteKindsHeading = (kind: SiteKind, locale: Locale): string => KINDS_TOGETHER[kind]({}, { locale });

/** "points d’accès au livre", of several. */
export function siteKindsText(kind: SiteKind, locale: Locale): string {
	const heading = siteKindsHeading(kind, locale);
	return heading.slice(0, 1).toLocaleLowerCase(locale) + heading.slice(1);
}

/**
 * "Bibliothèque pour tous (Provin)": many sites are named alike, so words that name one say where it is, unless its name does.
 * @param communes of the territory; a site of none of them is in the commune that its file writes
 */
export function siteInCommune(
	site: Pick<SiteSummary, 'name' | 'communeCode' | 'communeName'>,
	communes: readonly Pick<CommuneSummary, 'code' | 'name'>[],
	locale: Locale
): string {
	return inCommune(site.name, communeOfSite(site, communes), locale);
}

/** A site's name with its commune, unless the one says the other or nothing is known of it. */
export function inCommune(site: string, commune: string | null, locale: Locale): string {
	const isSaid = commune === null || commune === '' || ` ${letters(site)} `.includes(` ${letters(commune)} `);
	return isSaid ? site : m.report_sheet_head({ site, commune: commune ?? '' }, { locale });
}

/** A name without accents, hyphens and case: files write the same commune in several ways. */
const letters = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim()
		.toLowerCase();
