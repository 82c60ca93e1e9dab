import type { Message } from './notes.ts';

/** Kinds of opening hours that the State's share of extra costs tells apart (DGD, "Rythme": extension of opening hours). */
export const SLOT_KINDS = [
	'weekday-day',
	'weekday-evening',
	'saturday-morning',
	'saturday-afternoon',
	'school-holidays',
	'sunday'
] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Years that the State takes a project of longer hours into account for, at most (CGCT, art. R. 1614-75). */
export const MOST_AID_YEARS = 5;

/** Rates of the State's share in one region, as somebody published them; a kind of slot that is not there is to be confirmed. */
export interface StateShareOfRegion {
	/** INSEE code. */
	readonly code: string;
	readonly name: string;
	/** 0–1. */
	readonly rates: Readonly<Partial<Record<SlotKind, number>>>;
	/** Who stated them, and in what year; null where nobody did. */
	readonly stated: { readonly publisher: string; readonly year: string; readonly url: string } | null;
}

/** What a modification costs besides its hours of staff; null where the user said nothing: the scenario's settings hold, or no amount. */
export interface ModificationCost {
	/** People on duty together for each hour open, in the place of the scenario's. */
	readonly paidOnDuty: number | null;
	readonly volunteersOnDuty: number | null;
	/** Once, in the first year. */
	readonly investmentEuros: number | null;
	/** Each year: rent, fluids, collections, and for a bookmobile its vehicle. */
	readonly runningEurosPerYear: number | null;
	readonly vehicleEurosPerYear: number | null;
	/** Whether the extra costs of hours may be aided by the State; not known when null. */
	readonly eligible: boolean | null;
}

export const NO_COST_SAID: ModificationCost = {
	paidOnDuty: null,
	volunteersOnDuty: null,
	investmentEuros: null,
	runningEurosPerYear: null,
	vehicleEurosPerYear: null,
	eligible: null
};

export interface CostSettings {
	readonly paidOnDuty: number | null;
	readonly volunteersOnDuty: number | null;
	readonly eurosPerPaidHour: number | null;
	/** Paid hours of preparation for each hour on duty; 0 when nobody said otherwise. */
	readonly preparationShare: number;
	/** Region whose rates are taken, by its INSEE code; null: rates to be confirmed by the DRAC, and no amount. */
	readonly regionCode: string | null;
	/** Rates 0–1 in the place of the region's, as the user had them confirmed. */
	readonly rates: Readonly<Partial<Record<SlotKind, number>>>;
	/** Years of aid. */
	readonly aidYears: number;
	/** Other funders, each year. */
	readonly funders: readonly { readonly name: string; readonly eurosPerYear: number }[];
}

export const DEFAULT_COSTS: CostSettings = {
	paidOnDuty: null,
	volunteersOnDuty: null,
	eurosPerPaidHour: null,
	preparationShare: 0,
	regionCode: null,
	rates: {},
	aidYears: 5,
	funders: []
};

/** A figure and how it was made: "78 h × 2 agents × 24 €". Null when something that it needs is not said: `formula` says what. */
export interface Explained {
	readonly value: number | null;
	readonly formula: Message;
	/** What the formula adds up, where that is more than it can hold: a kind of slot each. */
	readonly terms: readonly Message[];
}

/** Of one modification, against the territory as it was opened. */
export interface ModificationCostAnswer {
	readonly modificationId: string;
	/** More (or fewer, negative) hours open in the year, by kind of slot; null where hours are not known. */
	readonly extraHours: Readonly<Record<SlotKind, number>> | null;
	readonly extraHoursPerYear: Explained;
	readonly paidHours: Explained;
	/** Counted in hours, never in euros. */
	readonly volunteerHours: Explained;
	readonly staffEuros: Explained;
	readonly runningEuros: Explained;
	readonly investmentEuros: Explained;
	readonly stateEuros: Explained;
}

export interface CostYear {
	/** 1 … aid years + 1: the last is without aid. */
	readonly year: number;
	readonly grossEuros: number | null;
	readonly stateEuros: number | null;
	readonly fundersEuros: number;
	readonly ownEuros: number | null;
}

export interface CostAnswer {
	/** The civil year whose dates the hours are counted on. */
	readonly calendarYear: number;
	readonly modifications: readonly ModificationCostAnswer[];
	readonly extraHoursPerYear: Explained;
	readonly paidHours: Explained;
	readonly volunteerHours: Explained;
	readonly yearlyEuros: Explained;
	readonly investmentEuros: Explained;
	readonly stateEuros: Explained;
	readonly years: readonly CostYear[];
	/** Yearly euros for each person-hour of usable time gained in a year, for the profile of the question. */
	readonly eurosPerUsableHour: Explained;
	/** Every region, for a choice. */
	readonly stateShares: readonly StateShareOfRegion[];
	/** The rates in force: those confirmed, else the region's; null where to be confirmed. */
	readonly rates: Readonly<Record<SlotKind, number | null>>;
	/** What must be said beside: rates to be confirmed, hours unknown, aid of extra costs alone. */
	readonly statements: readonly Message[];
}
