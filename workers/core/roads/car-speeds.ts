/**
 * Figures of the car profile: those of OSRM 5.27 (profiles/car.lua), which are the speeds this project states.
 */

/** Typical speed of a road without a signed limit, km/h. */
export const CAR_CLASS_KMH: ReadonlyMap<string, number> = new Map([
	['motorway', 90],
	['motorway_link', 45],
	['trunk', 85],
	['trunk_link', 40],
	['primary', 65],
	['primary_link', 30],
	['secondary', 55],
	['secondary_link', 25],
	['tertiary', 40],
	['tertiary_link', 20],
	['unclassified', 25],
	['residential', 25],
	['living_street', 10],
	['service', 15]
]);

/** A way of no class above that access tags open to cars (a track, a road of unknown class), km/h. */
export const CAR_DEFAULT_KMH = 10;

/** A signed limit is driven at this share. */
export const CAR_LIMIT_SHARE = 0.8;

/** Ferry, shuttle train and movable bridge, where no duration is given, km/h. */
export const CAR_ROUTE_KMH: ReadonlyMap<string, number> = new Map([
	['ferry', 5],
	['shuttle_train', 10]
]);
export const MOVABLE_BRIDGE_KMH = 5;

/** Highest speed on a surface, km/h. */
export const CAR_SURFACE_KMH: ReadonlyMap<string, number> = new Map([
	['cement', 80],
	['compacted', 80],
	['fine_gravel', 80],
	['paving_stones', 60],
	['metal', 60],
	['bricks', 60],
	['grass', 40],
	['wood', 40],
	['sett', 40],
	['grass_paver', 40],
	['gravel', 40],
	['unpaved', 40],
	['ground', 40],
	['dirt', 40],
	['pebblestone', 40],
	['tartan', 40],
	['cobblestone', 30],
	['clay', 30],
	['earth', 20],
	['stone', 20],
	['rocky', 20],
	['sand', 20],
	['mud', 10]
]);

/** Highest speed on a track of a grade, km/h. */
export const CAR_TRACKTYPE_KMH: ReadonlyMap<string, number> = new Map([
	['grade1', 60],
	['grade2', 40],
	['grade3', 30],
	['grade4', 25],
	['grade5', 20]
]);

/** Highest speed on a smoothness, km/h (impassable ways are no roads). */
export const CAR_SMOOTHNESS_KMH: ReadonlyMap<string, number> = new Map([
	['intermediate', 80],
	['bad', 40],
	['very_bad', 20],
	['horrible', 10],
	['very_horrible', 5]
]);

/** The car that must pass, metres: OSRM's vehicle_height and vehicle_width. */
export const CAR_HEIGHT_METRES = 2;
export const CAR_WIDTH_METRES = 1.9;
