import type { RoadNetwork } from '#domain/road-network.ts';
import type { Mode } from '#domain/travel.ts';
import { bdTopoWayUse } from './bdtopo-profile.ts';
import { bikeWayUse } from './bike-profile.ts';
import { carWayUse } from './car-profile.ts';
import { footWayUse } from './foot-profile.ts';

/** The tags of a way, as the reader kept them. */
export type Tags = Readonly<Record<string, string>>;

/** How one mode may use one direction of a way. */
export interface DirectionUse {
	/** Speed driven or walked, km/h; above zero. */
	readonly kmh: number;
	/**
	 * Only for journeys that start or end behind it (access=private, destination, delivery, customers):
	 * never driven through.
	 */
	readonly endsOnly: boolean;
}

/** How one mode may use a way; null for the direction it may not take. */
export interface WayUse {
	readonly forward: DirectionUse | null;
	readonly backward: DirectionUse | null;
	/** A ferry or a shuttle train: no peak factor, no journey starts on it. */
	readonly isFerry: boolean;
	/** Seconds the whole way takes where its `duration` tells; the speeds then only serve as a fallback. */
	readonly durationSeconds: number | null;
	/** Seconds added to each way whatever its length (IGN: 5 s in town). */
	readonly fixedSeconds: number;
	readonly isRoundabout: boolean;
	/** Whether a journey may start or end on it. */
	readonly isStartPoint: boolean;
}

/**
 * How `mode` may use a way with these tags; null when it may not at all. Sources of the figures stand in each profile.
 * @param format which reader the tags come from: OSM keys, or IGN BD TOPO property names
 */
export function wayUse(format: RoadNetwork['format'], tags: Tags, mode: Mode): WayUse | null {
	const use = format === 'bdtopo' ? bdTopoWayUse(tags, mode) : osmWayUse(tags, mode);
	return use === null || (use.forward === null && use.backward === null) ? null : use;
}

function osmWayUse(tags: Tags, mode: Mode): WayUse | null {
	if (mode === 'car') return carWayUse(tags);
	return mode === 'bike' ? bikeWayUse(tags) : footWayUse(tags);
}
