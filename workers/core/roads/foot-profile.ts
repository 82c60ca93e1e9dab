import { firstTag, isNoRoad, parseDurationSeconds, parseOneway } from './osm-tags.ts';
import type { Tags, WayUse } from './way-use.ts';

const WALKING_KMH = 4.8;
const STEPS_KMH = 2.4;
const FERRY_KMH = 5;

/** Ways that people walk on or beside. Motorways are not, trunk roads only where they are told to be. */
const WALKED = new Set([
	...['primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link', 'unclassified'],
	...['residential', 'living_street', 'road', 'service', 'track', 'path', 'footway', 'pedestrian', 'cycleway'],
	...['bridleway', 'steps', 'corridor']
]);
const SIDEWALKS = new Set(['yes', 'both', 'left', 'right']);
const INVITED = new Set(['yes', 'permissive', 'designated', 'official']);
const REFUSED = new Set(['no', 'private', 'agricultural', 'forestry', 'delivery', 'use_sidepath']);

/** Share of the walking speed kept on a surface (OSRM 5.27, foot.lua). */
const SURFACE_SHARE: ReadonlyMap<string, number> = new Map([
	['fine_gravel', 0.75],
	['gravel', 0.75],
	['pebblestone', 0.75],
	['mud', 0.5],
	['sand', 0.5]
]);

/**
 * How pedestrians use a way of OSM, after OSRM 5.27's foot.lua: 4.8 km/h, half of it on steps, both ways
 * unless oneway:foot says otherwise.
 */
export function footWayUse(tags: Tags): WayUse | null {
	if (isNoRoad(tags)) return null;
	const access = firstTag(tags, ['foot', 'access']);
	if (access !== null && REFUSED.has(access)) return null;
	const isFerry = tags.route === 'ferry' && tags.highway === undefined;
	const kmh = isFerry ? FERRY_KMH : walkingKmh(tags);
	if (kmh === 0) return null;
	const oneway = parseOneway(tags['oneway:foot'] ?? null) ?? 'both';
	const use = { kmh, endsOnly: false };
	return {
		forward: oneway === 'backward' ? null : use,
		backward: oneway === 'forward' ? null : use,
		isFerry,
		durationSeconds: isFerry ? parseDurationSeconds(tags.duration) : null,
		fixedSeconds: 0,
		isRoundabout: false,
		isStartPoint: !isFerry
	};
}

function walkingKmh(tags: Tags): number {
	const highway = tags.highway ?? '';
	const isInvited = INVITED.has(tags.foot ?? '') || SIDEWALKS.has(tags.sidewalk ?? '');
	if (!WALKED.has(highway) && !(isInvited && highway !== '')) return 0;
	if (tags.motorroad === 'yes' && !isInvited) return 0;
	return (highway === 'steps' ? STEPS_KMH : WALKING_KMH) * (SURFACE_SHARE.get(tags.surface ?? '') ?? 1);
}
