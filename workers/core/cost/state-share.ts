import { SLOT_KINDS, type CostSettings, type SlotKind, type StateShareOfRegion } from '#domain/cost.ts';
import type { SlotMinutes } from './slot-minutes.ts';

/** Rate 0–1 of each kind of slot; null where it is to be confirmed. */
export type Rates = Readonly<Record<SlotKind, number | null>>;

/** The rates in force: what the user had confirmed, else what is stated for the region. */
export function ratesInForce({ rates, regionCode }: CostSettings, regions: readonly StateShareOfRegion[]): Rates {
	const stated = regions.find(({ code }) => code === regionCode)?.rates;
	return Object.fromEntries(SLOT_KINDS.map((kind) => [kind, rates[kind] ?? stated?.[kind] ?? null])) as Rates;
}

export interface StateShare {
	/** Null where a rate that it needs is not known. */
	readonly euros: number | null;
	/** The extra costs aided, by kind of slot: those above zero. */
	readonly aided: readonly { readonly kind: SlotKind; readonly euros: number; readonly rate: number | null }[];
}

/**
 * The State's share of the extra costs of staff: Σ over kinds of slot of max(0, euros of the kind) × its rate. Where other slots of the same
 * change cost less, the extra costs are what is left of them all, each kind in proportion: moving hours at constant cost is not aided.
 * Weekday hours before 9:00 have no rate and no aid.
 * @param eurosPerHour of staff for each hour open
 */
export function stateShare({ bySlot, weekdayBeforeNine }: SlotMinutes, eurosPerHour: number, rates: Rates): StateShare {
	if (bySlot === null) return { euros: null, aided: [] };
	const eurosOf = (minutes: number) => (minutes / 60) * eurosPerHour;
	const costs = SLOT_KINDS.map((kind) => ({ kind, euros: eurosOf(bySlot[kind]) }));
	const more = costs.reduce((sum, { euros }) => sum + Math.max(0, euros), 0);
	const net = costs.reduce((sum, { euros }) => sum + euros, 0);
	const shareLeft = more > 0 ? Math.max(0, net) / more : 0;
	const early = eurosOf(Math.max(0, weekdayBeforeNine));
	const aided = costs.flatMap(({ kind, euros }) => {
		const eligible = (kind === 'weekday-day' ? euros - early : euros) * shareLeft;
		return eligible > 0 ? [{ kind, euros: eligible, rate: rates[kind] }] : [];
	});
	const isKnown = aided.every(({ rate }) => rate !== null);
	return { euros: isKnown ? aided.reduce((sum, { euros, rate }) => sum + euros * (rate ?? 0), 0) : null, aided };
}
