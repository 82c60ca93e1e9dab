import type { SiteKind } from '#domain/site.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';

export interface SiteChoice {
	readonly id: string;
	/** "Annexe du Port (Landrecelle)". */
	readonly label: string;
}

/** Kinds that are no place where people come in. */
const NOT_PUBLIC: readonly SiteKind[] = ['administrative', 'departmental', 'other'];

/** Kinds that a new place may be; a bookmobile's stop has a form of its own. */
export const NEW_SITE_KINDS: readonly SiteKind[] = ['library', 'branch', 'book-point', 'return-box'];

/** Sites of the territory that a change may be about, by name. */
export function siteChoices(sites: readonly SiteSummary[], locale: Locale): SiteChoice[] {
	return sites
		.filter(({ margin, kind }) => !margin && !NOT_PUBLIC.includes(kind))
		.map(({ id, name, communeName }) => ({ id, label: communeName === null ? name : `${name} (${communeName})` }))
		.toSorted((one, other) => one.label.localeCompare(other.label, locale));
}

/** An identifier that no site has yet: the same for the same sites, so that a scenario made again is the same. */
export function newSiteId(taken: ReadonlySet<string>): string {
	for (let rank = 1; ; rank++) if (!taken.has(`new-${rank}`)) return `new-${rank}`;
}

/** What was typed of a surface; null for nothing or no surface. */
export function surfaceOf(typed: number | null | undefined): number | null {
	return typed != null && Number.isFinite(typed) && typed > 0 ? typed : null;
}
