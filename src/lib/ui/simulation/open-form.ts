import type { LonLat } from '#domain/geometry.ts';
import type { Change, ChangeKind, Modification, NewSite, Rounds } from '#domain/scenario.ts';

/** A form of the page: a change that is made or changed, with what its fields hold at first. */
export interface OpenForm {
	readonly kind: ChangeKind;
	/** The modification that is changed; null for a new one. */
	readonly modificationId: string | null;
	/** The site that it is about, where one was chosen; the one that stays, of a merger. */
	readonly siteId: string | null;
	/** What is changed; null for a new one. */
	readonly change: Change | null;
}

/** The form of a new change. @param siteId the site that is pinned on the map, if any */
export function newForm(kind: ChangeKind, siteId: string | null): OpenForm {
	return { kind, modificationId: null, siteId, change: null };
}

/** The form of a modification that is there. */
export function formOf({ id, change }: Modification): OpenForm {
	return { kind: change.kind, modificationId: id, siteId: siteOfChange(change), change };
}

function siteOfChange(change: Change): string | null {
	if (change.kind === 'add' || change.kind === 'bookmobile-stop') return null;
	return change.kind === 'merge' ? change.into : change.siteId;
}

/** Whether the form asks for a place on the map. */
export const asksPlace = ({ kind }: OpenForm): boolean =>
	kind === 'add' || kind === 'move' || kind === 'bookmobile-stop';

/** Where the form's place stands at first; null where it is to be shown. */
export function placeOf({ change }: OpenForm): LonLat | null {
	if (change === null) return null;
	if (change.kind === 'move') return change.position;
	return change.kind === 'add' || change.kind === 'bookmobile-stop' ? change.site.position : null;
}

/** What a new place is at first. */
export function blankSite(id: string, name: string): Omit<NewSite, 'position' | 'communeCode' | 'communeName'> {
	return { id, name, kind: 'branch', schedule: null, surfaceSquareMetres: null };
}

/** What a bookmobile's stop is at first: two hours of a Wednesday afternoon, every week of school. */
export const FIRST_ROUNDS: Rounds = {
	weekday: 2,
	start: 14 * 60,
	end: 16 * 60,
	weeks: 'every',
	inSchoolHolidays: false
};
