import type { LonLat } from './geometry.ts';
import type { OpeningSchedule } from './opening-schedule.ts';
import type { InseeCode } from './units.ts';

/**
 * One public point of a network. `administrative` and `other` are places of the file that are not open to the public
 * (a département's head office, a book depot); they are kept, shown as such and never counted.
 */
export type SiteKind = (typeof SITE_KINDS)[number];
/** In the order in which lists name them. */
export const SITE_KINDS = [
	'library',
	'branch',
	'book-point',
	'bookmobile-stop',
	'bookmobile',
	'return-box',
	'administrative',
	'departmental',
	'other'
] as const;

export type SiteStatut = 'territoriale' | 'associative' | 'universitaire' | 'scolaire' | 'autre' | 'unknown';

/** Why a site is or is not "compté dans l'offre": decided at import, visible, changeable. */
export interface CountedInSupply {
	readonly counted: boolean;
	/** Message code of the reason, e.g. `counted_reason_public_building`. */
	readonly reason: string;
	/** True once a user has overruled the import. */
	readonly byUser: boolean;
}

export interface Site {
	/** Unique within the territory; the source's own identifier where it has one. */
	readonly id: string;
	readonly name: string;
	readonly kind: SiteKind;
	readonly statut: SiteStatut;
	readonly openToAll: boolean | null;
	readonly counted: CountedInSupply;
	readonly position: LonLat;
	readonly address: string | null;
	readonly postcode: string | null;
	readonly communeCode: InseeCode | null;
	readonly communeName: string | null;
	/** Null when hours are not known, which is not the same as never open. */
	readonly schedule: OpeningSchedule | null;
	/** Class A–E of ABD/Ministry 2022, as imported. */
	readonly serviceClass: 'A' | 'B' | 'C' | 'D' | 'E' | null;
	/** Every figure is null where the source is blank: blank is not zero. */
	readonly figures: SiteFigures;
	/** Outside the perimeter, loaded with the margin. */
	readonly margin: boolean;
	/** File and row it came from, for the note and the correction. */
	readonly origin: { readonly file: string; readonly row: number };
}

export interface SiteFigures {
	readonly surfaceSquareMetres: number | null;
	readonly declaredWeeklyHours: number | null;
	readonly seats: number | null;
	readonly entriesPerYear: number | null;
	readonly loansPerYear: number | null;
	/** Who borrowed at least once in the year. */
	readonly borrowers: number | null;
	readonly paidStaffFte: number | null;
	readonly volunteers: number | null;
	readonly books: number | null;
	readonly acquisitionsEuros: number | null;
}

/** The same site, put into the counted supply or taken out of it by the user: an import decides again only what no user decided. */
export function setCounted(site: Site, counted: boolean): Site {
	return { ...site, counted: { counted, reason: 'counted_reason_user', byUser: true } };
}
