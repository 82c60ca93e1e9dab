/**
 * Travel times between named places as somebody else computed them (R5, OSRM, INSEE…), sparse and directed: from place r
 * of `fromIds`, entries first[r] … first[r+1] − 1 name places of `toIds`, in rising order and each once. A pair that is
 * not there is one that cannot be travelled, never one of zero seconds.
 */
export interface TimeMatrix {
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
	/** fromIds.length + 1 offsets. */
	readonly first: Uint32Array;
	/** Indices into toIds. */
	readonly to: Uint32Array;
	/** Rounded once, when read. */
	readonly seconds: Uint32Array;
}
