import type { SupplyUnit } from '#domain/supply-answers.ts';
import type { Capacity, NearestRank, SupplyMeasure, SupplyMethod } from '#domain/supply-measure.ts';
import { hoursText, minutesText, numberText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';

type AmountMethod = Exclude<SupplyMethod, 'nearest'>;
type AmountUnit = Exclude<SupplyUnit, 'minutes-to-nth'>;

const SHORT = {
	'2sfca': m.supply_method_2sfca,
	e2sfca: m.supply_method_e2sfca,
	gravity: m.supply_method_gravity,
	cumulative: m.supply_method_cumulative
} as const satisfies Record<AmountMethod, unknown>;

const METHODS = {
	'2sfca': m.supply_choice_2sfca,
	e2sfca: m.supply_choice_e2sfca,
	gravity: m.supply_choice_gravity,
	cumulative: m.supply_choice_cumulative,
	nearest: m.supply_choice_nearest
} as const satisfies Record<SupplyMethod, unknown>;

const SAYS = {
	'2sfca': m.supply_says_2sfca,
	e2sfca: m.supply_says_e2sfca,
	gravity: m.supply_says_gravity,
	cumulative: m.supply_says_cumulative,
	nearest: m.supply_says_nearest
} as const satisfies Record<SupplyMethod, unknown>;

const CAPACITIES = {
	hours: m.supply_capacity_hours,
	surface: m.supply_capacity_surface,
	'hours-surface': m.supply_capacity_hours_surface
} as const satisfies Record<Capacity, unknown>;

const RANKS = { 1: m.supply_rank_1, 2: m.supply_rank_2, 3: m.supply_rank_3 } as const satisfies Record<
	NearestRank,
	unknown
>;

const LEADS = {
	hours: m.supply_lead_hours,
	surface: m.supply_lead_surface,
	'hours-surface': m.supply_lead_hours_surface
} as const satisfies Record<Capacity, unknown>;

const SHORT_UNITS = {
	hours: m.supply_short_hours,
	surface: m.supply_short_surface,
	'hours-surface': m.supply_short_hours_surface
} as const satisfies Record<Capacity, unknown>;

const UNITS = {
	'hours-per-1000': m.supply_unit_hours_per_1000,
	'surface-per-1000': m.supply_unit_surface_per_1000,
	'hours-surface-per-1000': m.supply_unit_hours_surface_per_1000,
	'hours-in-reach': m.supply_unit_hours_in_reach,
	'surface-in-reach': m.supply_unit_surface_in_reach,
	'hours-surface-in-reach': m.supply_unit_hours_surface_in_reach
} as const satisfies Record<AmountUnit, unknown>;

/** Whether all who reach a site share it. */
export const isShared = ({ method }: SupplyMeasure): boolean => method === '2sfca' || method === 'e2sfca';

/** Whether the cutoff of the question has a part in it: e2sfca has its own limits, nearest none. */
export const followsCutoff = ({ method }: SupplyMeasure): boolean => method !== 'e2sfca' && method !== 'nearest';

/** Whether the week of the question has a part in it. */
export const followsWeek = ({ method, capacity }: SupplyMeasure): boolean =>
	method !== 'nearest' && capacity !== 'surface';

/** What a measure's figures are in. */
export function unitOf({ method, capacity }: SupplyMeasure): SupplyUnit {
	if (method === 'nearest') return 'minutes-to-nth';
	return isShared({ method, capacity, rank: 1 }) ? `${capacity}-per-1000` : `${capacity}-in-reach`;
}

/** Of a list of choices: "Offre partagée à égalité (2SFCA)". */
export const methodText = (method: SupplyMethod, locale: Locale): string => METHODS[method]({}, { locale });

/** What the method assumes, in plain words, without final stop. */
export const methodExplanation = (method: SupplyMethod, locale: Locale): string => SAYS[method]({}, { locale });

/** "ses heures d’ouverture par semaine". */
export const capacityText = (capacity: Capacity, locale: Locale): string => CAPACITIES[capacity]({}, { locale });

/** "la deuxième bibliothèque la plus proche". */
export const rankText = (rank: NearestRank, locale: Locale): string => RANKS[rank]({}, { locale });

/** The measure's word within a sentence, after `leadText`: "pour 1 000 habitants (E2SFCA)"; of nearest, the site. */
export function measureInSentence(measure: SupplyMeasure, locale: Locale): string {
	const { method, rank } = measure;
	if (method === 'nearest') return rankText(rank, locale);
	const params = { method: SHORT[method]({}, { locale }) };
	return isShared(measure) ? m.supply_word_per_1000(params, { locale }) : m.supply_word_in_reach(params, { locale });
}

/** What an amount is of, between it and the measure's word: "d’ouverture hebdomadaire". */
export const leadText = (capacity: Capacity, locale: Locale): string => LEADS[capacity]({}, { locale });

/** The unit of a measure, for the heading of a column: "h par semaine pour 1 000 habitants (E2SFCA)". */
export function shortUnitText(measure: SupplyMeasure, locale: Locale): string {
	if (measure.method === 'nearest') return measureUnitText(measure, locale);
	return SHORT_UNITS[measure.capacity]({ word: measureInSentence(measure, locale) }, { locale });
}

/** The unit of a measure for legends, headings and axes: "heures d’ouverture par semaine pour 1 000 habitants (E2SFCA)". */
export function measureUnitText(measure: SupplyMeasure, locale: Locale): string {
	const { method, rank } = measure;
	const unit = unitOf(measure);
	if (method === 'nearest' || unit === 'minutes-to-nth')
		return m.supply_unit_minutes_to_nth({ site: rankText(rank, locale) }, { locale });
	return UNITS[unit]({ method: SHORT[method]({}, { locale }) }, { locale });
}

/** An amount with the short sign of its unit: "18 h 12", "240 m²", "1 200 h × m²", "12 min". */
export function supplyAmountText(value: number, unit: SupplyUnit, locale: Locale): string {
	if (unit === 'minutes-to-nth') return minutesText(value * 60, locale);
	if (unit === 'hours-per-1000' || unit === 'hours-in-reach') return hoursText(value, locale);
	const figure = numberText(locale, { maximumSignificantDigits: 3 }, value);
	return unit === 'surface-per-1000' || unit === 'surface-in-reach'
		? m.supply_amount_surface({ figure }, { locale })
		: m.supply_amount_hours_surface({ figure }, { locale });
}

const NOTHING = {
	hours: m.supply_nothing_hours,
	surface: m.supply_nothing_surface,
	'hours-surface': m.supply_nothing_hours_surface
} as const satisfies Record<Capacity, unknown>;
const QUANTITY = {
	hours: m.supply_quantity_hours,
	surface: m.supply_quantity_surface,
	'hours-surface': m.supply_quantity_hours_surface
} as const satisfies Record<Capacity, unknown>;

/** None of a capacity, before `leadText`: "aucune heure". */
export const nothingText = (capacity: Capacity, locale: Locale): string => NOTHING[capacity]({}, { locale });
/** A capacity after "combien": "d’heures". */
export const quantityText = (capacity: Capacity, locale: Locale): string => QUANTITY[capacity]({}, { locale });
