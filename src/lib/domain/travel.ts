/** How people travel. */
export type Mode = 'car' | 'bike' | 'foot';
export const MODES: readonly Mode[] = ['car', 'bike', 'foot'];

/** Where the times come from: routed on roads, given by a matrix, or estimated from straight lines. */
export type TravelTimeOrigin = 'roads' | 'matrix' | 'estimated';

/** "Not reachable" in every array of seconds. */
export const UNREACHABLE = 0xffff_ffff;

/**
 * Travel times between demand points and sites, sparse: for demand point i, entries first[i] … first[i+1] − 1 name the
 * sites within the cap, by rising `toSite`. Seconds are rounded once.
 */
export interface TravelTimes {
	readonly mode: Mode;
	readonly origin: TravelTimeOrigin;
	readonly demandCount: number;
	readonly siteCount: number;
	/** Times above this are not stored. */
	readonly capSeconds: number;
	/** demandCount + 1 offsets. */
	readonly first: Uint32Array;
	readonly site: Uint32Array;
	/** Demand point to site. */
	readonly toSite: Uint32Array;
	/** Site back to demand point; UNREACHABLE where only one way is known. */
	readonly fromSite: Uint32Array;
	/** 1 where the demand point hangs on the network (or has a row in the matrix); 0 is counted apart, never as zero minutes. */
	readonly attached: Uint8Array;
	/** The same for sites. */
	readonly siteAttached: Uint8Array;
}
