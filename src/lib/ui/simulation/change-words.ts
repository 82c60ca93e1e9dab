import type { LonLat } from '#domain/geometry.ts';
import type { Change, NewSite, Rounds } from '#domain/scenario.ts';
import type { SiteKind } from '#domain/site.ts';
import { numberText, peopleText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { clockText, dayAndMinute, dayText } from '#i18n/week-words.ts';
import type { WeekOpening } from '#domain/cards.ts';
import type { SlotChanges } from './slot-changes.ts';

/** What the words of a change need of a site, by its identifier; null for one that is not there. */
export type SiteOf = (siteId: string) => { readonly name: string; readonly position: LonLat } | null;

const CREATE = {
	library: m.simulation_create_library,
	branch: m.simulation_create_branch,
	'book-point': m.simulation_create_book_point,
	'bookmobile-stop': m.simulation_create_bookmobile_stop,
	bookmobile: m.simulation_create_bookmobile_stop,
	'return-box': m.simulation_create_return_box,
	administrative: m.simulation_create_other,
	departmental: m.simulation_create_other,
	other: m.simulation_create_other
} as const satisfies Record<SiteKind, unknown>;

const WEEKS = {
	every: m.simulation_rounds_every,
	odd: m.simulation_rounds_odd,
	even: m.simulation_rounds_even
} as const satisfies Record<Rounds['weeks'], unknown>;

/** Slots named in a sentence; more are counted. */
const SLOTS_NAMED = 3;

/**
 * A change as a sentence without final stop: "Ouvrir « Annexe du Port » le samedi de 14 h à 17 h".
 * @param slots what new hours change in the week asked; null where it is not known
 */
export function changeSentence(change: Change, siteOf: SiteOf, slots: SlotChanges | null, locale: Locale): string {
	const options = { locale };
	const name = (id: string) => siteOf(id)?.name ?? id;
	switch (change.kind) {
		case 'hours':
			return hoursSentence(name(change.siteId), slots, locale);
		case 'add':
			return createSentence(change.site, locale);
		case 'close':
			return m.simulation_close({ name: name(change.siteId) }, options);
		case 'move': {
			const from = siteOf(change.siteId)?.position;
			const site = { name: name(change.siteId) };
			if (from === undefined) return m.simulation_move(site, options);
			return m.simulation_move_by(
				{ ...site, distance: distanceText(metresBetween(from, change.position), locale) },
				options
			);
		}
		case 'merge': {
			const params = { names: namesText(change.siteIds.map(name), locale), into: name(change.into) };
			const { surfaceSquareMetres: surface } = change;
			if (surface === null) return m.simulation_merge(params, options);
			return m.simulation_merge_surface({ ...params, surface: peopleText(surface, locale) }, options);
		}
		case 'bookmobile-stop':
			return `${createSentence(change.site, locale)}, ${roundsText(change.rounds, locale)}`;
		case 'surface':
			return m.simulation_surface(
				{ name: name(change.siteId), surface: peopleText(change.surfaceSquareMetres, locale) },
				options
			);
	}
}

/** "le mardi de 14 h à 16 h, toutes les semaines, hors vacances scolaires". */
export function roundsText({ weekday, start, end, weeks, inSchoolHolidays }: Rounds, locale: Locale): string {
	const when = m.simulation_slot(
		{ day: dayText(weekday, locale), from: clockText(start, locale), to: clockText(end, locale) },
		{ locale }
	);
	const parts = [when, WEEKS[weeks]({}, { locale })];
	if (!inSchoolHolidays) parts.push(m.simulation_rounds_term({}, { locale }));
	return parts.join(', ');
}

/** "le samedi de 14 h à 17 h". */
export function slotInSentence({ from, to }: WeekOpening, locale: Locale): string {
	const { day, minute } = dayAndMinute(from);
	const end = dayAndMinute(to).minute;
	return m.simulation_slot(
		{ day: dayText(day, locale), from: clockText(minute, locale), to: clockText(end === 0 ? 1440 : end, locale) },
		{ locale }
	);
}

function hoursSentence(name: string, slots: SlotChanges | null, locale: Locale): string {
	const options = { locale };
	if (slots === null || slots.added.length + slots.removed.length === 0) return m.simulation_hours({ name }, options);
	const added = slotsText(slots.added, locale);
	const removed = slotsText(slots.removed, locale);
	if (slots.removed.length === 0) return m.simulation_hours_added({ name, slots: added }, options);
	if (slots.added.length === 0) return m.simulation_hours_removed({ name, slots: removed }, options);
	return m.simulation_hours_both({ name, added, removed }, options);
}

function slotsText(slots: readonly WeekOpening[], locale: Locale): string {
	const named = slots.slice(0, SLOTS_NAMED).map((slot) => slotInSentence(slot, locale));
	const more = slots.length - named.length;
	if (more > 0) named.push(m.simulation_slots_more({ count: String(more) }, { locale }));
	return namesText(named, locale);
}

function createSentence({ kind, name, communeName }: Omit<NewSite, 'schedule'>, locale: Locale): string {
	const what = CREATE[kind]({ name }, { locale });
	// A place named after its commune tells where it is.
	return communeName === null || name === communeName
		? what
		: m.simulation_create_in({ what, commune: communeName }, { locale });
}

function namesText(names: readonly string[], locale: Locale): string {
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** "850 m", "1,2 km". */
export function distanceText(metres: number, locale: Locale): string {
	if (metres < 1000) return `${numberText(locale, {}, Math.round(metres / 10) * 10)}\u00a0m`;
	return `${numberText(locale, { maximumFractionDigits: 1 }, metres / 1000)}\u00a0km`;
}

const EARTH_RADIUS_METRES = 6_371_008.8;

/** Along the great circle (haversine). */
export function metresBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
	const a = half(lat2 - lat1) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon2 - lon1);
	return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(a));
}
