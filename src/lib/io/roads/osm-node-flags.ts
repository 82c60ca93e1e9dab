import { NODE_FLAGS } from '#domain/road-network.ts';
import type { OsmTags } from './osm-entities.ts';

/**
 * What a node of a road stops, after the process_node functions of OSRM's car, bicycle and foot profiles (5.27):
 * an access tag of the mode decides where there is one; else the barrier does.
 */
const CAR_ACCESS_KEYS = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];
const BIKE_ACCESS_KEYS = ['bicycle', 'vehicle', 'access'];
const FOOT_ACCESS_KEYS = ['foot', 'access'];

/** Private, delivery, destination and customers are passed by a car whose journey ends there, so they do not block. */
const CAR_REFUSED: ReadonlySet<string> = new Set(['no', 'agricultural', 'forestry', 'emergency', 'psv']);
const BIKE_REFUSED: ReadonlySet<string> = new Set([
	'no',
	'private',
	'agricultural',
	'forestry',
	'delivery',
	'use_sidepath'
]);
const FOOT_REFUSED: ReadonlySet<string> = new Set(['no', 'private', 'agricultural', 'forestry', 'delivery']);

/** Barriers that a car passes; any other stops it. */
const CAR_PASSES: ReadonlySet<string> = new Set([
	'cattle_grid',
	'border_control',
	'toll_booth',
	'sally_port',
	'gate',
	'lift_gate',
	'no',
	'entrance',
	'height_restrictor',
	'arch'
]);
/** Barriers that stop bikes and pedestrians; any other lets them through. */
const STOPS_EVERYONE: ReadonlySet<string> = new Set(['yes', 'wall', 'fence']);

/** OSRM's vehicle_height: a height restrictor below it stops cars. */
const CAR_HEIGHT_METRES = 2;

/** Bits of NODE_FLAGS for a node with these tags. */
export function nodeFlags(tags: OsmTags): number {
	const highway = tags.get('highway');
	const barrier = tags.get('barrier');
	const isCrossing = highway === 'crossing';
	let flags = 0;
	// A crossing with signals stands beside the junction's own: counting both would count one stop twice (as OSRM, only this tag).
	if (highway === 'traffic_signals') flags |= NODE_FLAGS.trafficSignals;

	const carAccess = firstTag(tags, CAR_ACCESS_KEYS);
	if (carAccess !== undefined ? CAR_REFUSED.has(carAccess) : barrier !== undefined && barrierStopsCar(barrier, tags)) {
		flags |= NODE_FLAGS.blocksCar;
	}
	const barrierStopsAll = barrier !== undefined && STOPS_EVERYONE.has(barrier);
	const bikeAccess = firstTag(tags, BIKE_ACCESS_KEYS);
	// Access tags of a crossing are about those who cross, not about the carriageway.
	if (bikeAccess !== undefined ? BIKE_REFUSED.has(bikeAccess) && !isCrossing : barrierStopsAll)
		flags |= NODE_FLAGS.blocksBike;
	const footAccess = firstTag(tags, FOOT_ACCESS_KEYS);
	if (footAccess !== undefined ? FOOT_REFUSED.has(footAccess) && !isCrossing : barrierStopsAll)
		flags |= NODE_FLAGS.blocksFoot;
	return flags;
}

function firstTag(tags: OsmTags, keys: readonly string[]): string | undefined {
	for (const key of keys) {
		const value = tags.get(key);
		if (value !== undefined && value !== '') return value;
	}
	return undefined;
}

function barrierStopsCar(barrier: string, tags: OsmTags): boolean {
	if (barrier === 'height_restrictor') return isTooLow(tags.get('maxheight'));
	if (CAR_PASSES.has(barrier)) return false;
	if (tags.get('bollard') === 'rising') return false;
	const kerb = tags.get('kerb');
	if (kerb === 'lowered' || kerb === 'flush') return false;
	return !(barrier === 'kerb' && tags.get('highway') === 'crossing');
}

/** `maxheight` in metres ("1.9", "1.9 m"); feet and words ("default") are not read, and do not stop. */
function isTooLow(maxheight: string | undefined): boolean {
	const metres = /^(\d+(?:\.\d+)?)\s*m?$/.exec(maxheight ?? '')?.[1];
	return metres !== undefined && Number(metres) < CAR_HEIGHT_METRES;
}
