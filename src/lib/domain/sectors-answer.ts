import type { Sector, SectorCause } from './sector.ts';

/** The under-served sectors of a territory under a question; they are of its perimeter, whatever its scope and people. */
export interface SectorsAnswer {
	readonly threshold: {
		/** Null when distance alone decides. */
		readonly minimumUsableMinutes: number | null;
		/** Why distance alone decides: no counted site's hours are known, or the free time is not (a civil week beyond the school calendar). */
		readonly distanceAlone: 'no-hours' | 'free-time-unknown' | null;
		/** Weekly hours for 1,000 people (E2SFCA) under which supply is low; null when not known. */
		readonly lowSupplyPer1000: number | null;
	};
	/** Alphabetical by name. */
	readonly sectors: readonly Sector[];
	readonly people: SectorsPeople;
}

/** People of a territory: below + takenIn − leftOut = inSectors + notIndividualised. */
export interface SectorsPeople {
	readonly below: number;
	readonly belowByCause: Readonly<Record<SectorCause, number>>;
	readonly hoursUnknown: number | null;
	readonly unattached: number;
	readonly takenIn: number;
	readonly leftOut: number;
	readonly inSectors: number;
	readonly notIndividualised: number;
}
