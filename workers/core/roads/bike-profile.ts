import { firstTag, impliedOneway, isNoRoad, parseDurationSeconds, parseOneway, type Oneway } from './osm-tags.ts';
import { parseSpeedLimitKmh } from './speed-limits.ts';
import type { Tags, WayUse } from './way-use.ts';

const RIDING_KMH = 16;
const PUSHING_KMH = 4.8;
const PUSHING_ON_STEPS_KMH = 2;
const FERRY_KMH = 5;

/** Riding speed by class, km/h: OSRM 5.27's bicycle.lua, at 16 km/h on roads; motorways and trunk roads are not ridden. */
const CLASS_KMH: ReadonlyMap<string, number> = new Map([
	...[
		...['primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link'],
		...['unclassified', 'residential', 'living_street', 'road', 'service', 'cycleway', 'busway']
	].map((highway) => [highway, RIDING_KMH] as const),
	['track', 12],
	['path', 13]
]);

/** Ways of pedestrians, where a bike is pushed unless it is invited. */
const PEDESTRIAN = new Set(['footway', 'pedestrian', 'corridor', 'bridleway']);

/** Highest riding speed on a surface, km/h (OSRM 5.27, bicycle.lua). */
const SURFACE_KMH: ReadonlyMap<string, number> = new Map([
	['wood', 10],
	['metal', 10],
	['cobblestone:flattened', 10],
	['paving_stones', 10],
	['compacted', 10],
	['fine_gravel', 10],
	['ground', 10],
	['sett', 9],
	['dirt', 8],
	['cobblestone', 7],
	['unpaved', 6],
	['gravel', 6],
	['pebblestone', 6],
	['grass_paver', 6],
	['earth', 6],
	['grass', 6],
	['mud', 3],
	['sand', 3],
	['woodchips', 3]
]);

const ACCESS_KEYS = ['bicycle', 'vehicle', 'access'];
const REFUSED = new Set(['no', 'private', 'agricultural', 'forestry', 'delivery', 'use_sidepath']);
const INVITED = new Set(['yes', 'permissive', 'designated', 'official']);
const OPPOSITE_LANES = new Set(['opposite', 'opposite_lane', 'opposite_track', 'opposite_share_busway']);
const SIDE_LANES = new Set(['lane', 'track', 'share_busway', 'shared_lane']);

/**
 * How bikes use a way of OSM, after OSRM 5.27's bicycle.lua: about 16 km/h by class and surface, pushed at walking speed on
 * footways and where cyclists dismount, steps only where they invite bikes. A one-way street is ridden against its direction only
 * where oneway:bicycle=no or a contraflow lane says so; bikes are never pushed against it.
 */
export function bikeWayUse(tags: Tags): WayUse | null {
	if (isNoRoad(tags) || tags.motorroad === 'yes') return null;
	const access = firstTag(tags, ACCESS_KEYS);
	if (access !== null && REFUSED.has(access)) return null;
	const isFerry = tags.route === 'ferry' && tags.highway === undefined;
	const kmh = isFerry ? FERRY_KMH : ridingKmh(tags, access);
	if (kmh === 0) return null;
	const oneway = bikeOneway(tags);
	const use = { kmh, endsOnly: false };
	return {
		forward: oneway === 'backward' ? null : use,
		backward: oneway === 'forward' ? null : use,
		isFerry,
		durationSeconds: isFerry ? parseDurationSeconds(tags.duration) : null,
		fixedSeconds: 0,
		isRoundabout: tags.junction === 'roundabout' || tags.junction === 'circular',
		isStartPoint: !isFerry
	};
}

function ridingKmh(tags: Tags, access: string | null): number {
	const { highway } = tags;
	if (highway === undefined) return 0;
	const isInvited = INVITED.has(tags.bicycle ?? '');
	if (highway === 'steps') return isInvited || tags['ramp:bicycle'] === 'yes' ? PUSHING_ON_STEPS_KMH : 0;
	if (tags.bicycle === 'dismount') return PUSHING_KMH;
	if (PEDESTRIAN.has(highway) && !isInvited) return tags.foot === 'no' || tags.access === 'no' ? 0 : PUSHING_KMH;
	const byClass = CLASS_KMH.get(highway) ?? (isInvited || (access !== null && INVITED.has(access)) ? RIDING_KMH : 0);
	if (highway.startsWith('motorway') && !isInvited) return 0;
	const limit = parseSpeedLimitKmh(tags.maxspeed) ?? Infinity;
	return Math.min(byClass, SURFACE_KMH.get(tags.surface ?? '') ?? Infinity, limit);
}

function bikeOneway(tags: Tags): Oneway {
	const own = parseOneway(firstTag(tags, ['oneway:bicycle']));
	if (own !== null) return own;
	const road = parseOneway(firstTag(tags, ['oneway:vehicle', 'oneway'])) ?? impliedOneway(tags);
	return road !== 'both' && hasContraflow(tags) ? 'both' : road;
}

function hasContraflow(tags: Tags): boolean {
	return ['', ':left', ':right', ':both'].some((side) => {
		const lane = tags[`cycleway${side}`] ?? '';
		const laneOneway = tags[`cycleway${side}:oneway`];
		return OPPOSITE_LANES.has(lane) || (SIDE_LANES.has(lane) && (laneOneway === 'no' || laneOneway === '-1'));
	});
}
