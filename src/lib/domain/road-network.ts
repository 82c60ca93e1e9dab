/**
 * Roads as every reader yields them, before any mode is chosen: OSM (.osm.pbf, .osm.gz) and IGN BD TOPO alike.
 * Readers keep only ways that some mode could use and the nodes on them. Parallel typed arrays; nothing is compressed yet.
 */
export interface RoadNetwork {
	readonly format: 'osm' | 'bdtopo';
	/** Degrees, WGS 84. One entry per node kept. */
	readonly nodeLon: Float64Array;
	readonly nodeLat: Float64Array;
	/** Bits of NODE_FLAGS. */
	readonly nodeFlags: Uint8Array;
	/** wayCount + 1 offsets into wayNodes. */
	readonly wayFirst: Uint32Array;
	/** Indices of nodes, in the way's own direction. */
	readonly wayNodes: Uint32Array;
	/** Index into tagSets for each way. */
	readonly wayTagSet: Uint32Array;
	/** The distinct sets of the tags that routing reads (OSM keys; BD TOPO property names for format "bdtopo"). */
	readonly tagSets: readonly Readonly<Record<string, string>>[];
	readonly restrictions: readonly TurnRestriction[];
}

export const NODE_FLAGS = {
	/** highway=traffic_signals. */
	trafficSignals: 1,
	/** A barrier that stops cars (bollard, gate locked…) unless access says otherwise. */
	blocksCar: 2,
	blocksBike: 4,
	blocksFoot: 8
} as const;

/** From one way to another through a node (or through ways): forbidden, or the only way on. */
export interface TurnRestriction {
	readonly fromWay: number;
	readonly toWay: number;
	/** One node, or empty when the via is a list of ways. */
	readonly viaNode: number | null;
	readonly viaWays: readonly number[];
	readonly kind: 'no' | 'only';
	/** Modes it does not bind (`except=bicycle`), and the mode it alone binds (`restriction:hgv` is dropped by the reader). */
	readonly exceptBike: boolean;
	readonly exceptCar: boolean;
}
