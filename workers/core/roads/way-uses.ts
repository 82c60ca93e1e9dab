import type { RoadNetwork } from '#domain/road-network.ts';
import type { Mode } from '#domain/travel.ts';
import { haversineMetres } from './distance.ts';
import { wayUse, type WayUse } from './way-use.ts';

/** What must be alike on both sides of a node for the road to run through it uncut; oriented along the way. */
const FORWARD_OPEN = 1;
const BACKWARD_OPEN = 2;
const FORWARD_ENDS_ONLY = 4;
const BACKWARD_ENDS_ONLY = 8;
export const IS_FERRY = 16;
export const IS_ROUNDABOUT = 32;
export const IS_START_POINT = 64;

/** The ways of a network as one mode uses them. */
export interface WayUses {
	/** For each way: how it is used; null when it is not. */
	readonly useOfWay: readonly (WayUse | null)[];
	/** For each way: its traits (open directions, ends only, ferry…), seen along the way. */
	readonly traits: Uint8Array;
	/** For each way: seconds its whole length takes beside the speed; 0 for most. */
	readonly fixedSecondsPerMetre: Float64Array;
	/** For each way: seconds per metre in its own direction and against it. */
	readonly forwardSecondsPerMetre: Float64Array;
	readonly backwardSecondsPerMetre: Float64Array;
}

/** How much slower a way is in its own direction than against it; 0 or infinite where one direction is closed. */
export function directionRatio(uses: WayUses, way: number): number {
	return uses.forwardSecondsPerMetre[way] / uses.backwardSecondsPerMetre[way];
}

/** How `mode` uses each way, worked out once for each distinct set of tags. */
export function wayUses(network: RoadNetwork, mode: Mode): WayUses {
	const wayCount = network.wayTagSet.length;
	const uses = network.tagSets.map((tags) => wayUse(network.format, tags, mode));
	const result = {
		useOfWay: Array.from(network.wayTagSet, (tagSet) => uses[tagSet]),
		traits: new Uint8Array(wayCount),
		fixedSecondsPerMetre: new Float64Array(wayCount),
		forwardSecondsPerMetre: new Float64Array(wayCount),
		backwardSecondsPerMetre: new Float64Array(wayCount)
	};
	for (let way = 0; way < wayCount; way++) {
		const use = result.useOfWay[way];
		if (use === null) continue;
		result.traits[way] = traitsOf(use);
		const needsLength = use.durationSeconds !== null || use.fixedSeconds > 0;
		const metres = needsLength ? wayMetres(network, way) : 0;
		if (metres > 0) result.fixedSecondsPerMetre[way] = use.fixedSeconds / metres;
		const paced = use.durationSeconds !== null && metres > 0 ? use.durationSeconds / metres : null;
		result.forwardSecondsPerMetre[way] = use.forward === null ? 0 : (paced ?? 3.6 / use.forward.kmh);
		result.backwardSecondsPerMetre[way] = use.backward === null ? 0 : (paced ?? 3.6 / use.backward.kmh);
	}
	return result;
}

function traitsOf(use: WayUse): number {
	return (
		(use.forward === null ? 0 : FORWARD_OPEN) |
		(use.backward === null ? 0 : BACKWARD_OPEN) |
		(use.forward?.endsOnly ? FORWARD_ENDS_ONLY : 0) |
		(use.backward?.endsOnly ? BACKWARD_ENDS_ONLY : 0) |
		(use.isFerry ? IS_FERRY : 0) |
		(use.isRoundabout ? IS_ROUNDABOUT : 0) |
		(use.isStartPoint ? IS_START_POINT : 0)
	);
}

/** The same traits seen against the way. */
export function reversedTraits(traits: number): number {
	return (traits & ~15) | ((traits & 5) << 1) | ((traits & 10) >> 1);
}

export function isOpenForward(traits: number): boolean {
	return (traits & FORWARD_OPEN) !== 0;
}

export function isOpenBackward(traits: number): boolean {
	return (traits & BACKWARD_OPEN) !== 0;
}

export function isEndsOnlyForward(traits: number): boolean {
	return (traits & FORWARD_ENDS_ONLY) !== 0;
}

export function isEndsOnlyBackward(traits: number): boolean {
	return (traits & BACKWARD_ENDS_ONLY) !== 0;
}

function wayMetres({ nodeLon, nodeLat, wayFirst, wayNodes }: RoadNetwork, way: number): number {
	let metres = 0;
	for (let i = wayFirst[way] + 1; i < wayFirst[way + 1]; i++) {
		const [a, b] = [wayNodes[i - 1], wayNodes[i]];
		metres += haversineMetres(nodeLon[a], nodeLat[a], nodeLon[b], nodeLat[b]);
	}
	return metres;
}
