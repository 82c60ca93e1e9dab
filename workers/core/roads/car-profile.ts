import {
	CAR_CLASS_KMH,
	CAR_DEFAULT_KMH,
	CAR_HEIGHT_METRES,
	CAR_LIMIT_SHARE,
	CAR_ROUTE_KMH,
	CAR_SMOOTHNESS_KMH,
	CAR_SURFACE_KMH,
	CAR_TRACKTYPE_KMH,
	CAR_WIDTH_METRES,
	MOVABLE_BRIDGE_KMH
} from './car-speeds.ts';
import {
	directionalTag,
	firstTag,
	impliedOneway,
	isNoRoad,
	parseDurationSeconds,
	parseMetres,
	parseOneway
} from './osm-tags.ts';
import { signedLimitsKmh, zoneLimitKmh } from './speed-limits.ts';
import type { DirectionUse, Tags, WayUse } from './way-use.ts';

const ACCESS_KEYS = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];
const ONEWAY_KEYS = ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'];
const ALLOWED = new Set(['yes', 'motorcar', 'motor_vehicle', 'vehicle', 'permissive', 'designated', 'hov']);
const REFUSED = new Set(['no', 'agricultural', 'forestry', 'emergency', 'psv']);
/** On a road of a known class, passable by those whose journey starts or ends there; refused on anything else. */
const ENDS_ONLY = new Set(['private', 'delivery', 'destination', 'customers']);

/**
 * How cars use a way of OSM, after OSRM 5.27's car.lua. As there: reversible lanes are left out, construction and proposed
 * roads too; private, destination, delivery and customers roads serve the ends of a journey only; tolls are passed.
 * Unlike there: a zone told beside an unsigned road only lowers its speed, never raises it; a bad surface also caps a signed limit.
 */
export function carWayUse(tags: Tags): WayUse | null {
	if (isNoRoad(tags) || tags.highway === 'steps' || tags.oneway === 'reversible' || tags.reversible === 'yes')
		return null;
	if (tags.service === 'emergency_access' || isTooSmall(tags)) return null;
	const access = directionalTag(tags, ACCESS_KEYS);
	const [towards, against] = onewayDirections(tags);
	const route = CAR_ROUTE_KMH.get(tags.route ?? '');
	const speeds = route === undefined ? roadSpeeds(tags, access) : [route, route];
	const isClass = CAR_CLASS_KMH.has(tags.highway ?? '');
	return {
		forward: towards ? directionUse(speeds[0], access[0], isClass, tags) : null,
		backward: against ? directionUse(speeds[1], access[1], isClass, tags) : null,
		isFerry: route !== undefined,
		durationSeconds: route !== undefined || tags.bridge === 'movable' ? parseDurationSeconds(tags.duration) : null,
		fixedSeconds: 0,
		isRoundabout: tags.junction === 'roundabout' || tags.junction === 'circular',
		isStartPoint: route === undefined && !(tags.highway === 'service' && access[0] === 'private')
	};
}

function directionUse(kmh: number, access: string | null, isClass: boolean, tags: Tags): DirectionUse | null {
	if (access !== null && REFUSED.has(access)) return null;
	const endsOnly = access !== null && ENDS_ONLY.has(access);
	if (kmh <= 0 || (endsOnly && !isClass)) return null;
	return { kmh, endsOnly: endsOnly || tags.hov === 'designated' };
}

function onewayDirections(tags: Tags): [forward: boolean, backward: boolean] {
	const oneway = parseOneway(firstTag(tags, ONEWAY_KEYS)) ?? impliedOneway(tags);
	return [oneway !== 'backward', oneway !== 'forward'];
}

/** Speeds of a road in each direction, km/h; 0 where it is not open to cars. */
function roadSpeeds(tags: Tags, access: readonly [string | null, string | null]): [number, number] {
	const highway = tags.highway;
	if (highway === undefined) return [0, 0];
	const byClass = tags.bridge === 'movable' ? MOVABLE_BRIDGE_KMH : CAR_CLASS_KMH.get(highway);
	const signed = signedLimitsKmh(tags);
	const zone = zoneLimitKmh(tags);
	const cap = surfaceCapKmh(tags);
	const speed = (direction: 0 | 1) => {
		// A way of no class is driven only where an access tag opens it.
		const typical = byClass ?? (ALLOWED.has(access[direction] ?? '') ? CAR_DEFAULT_KMH : 0);
		if (typical === 0) return 0;
		const limit = signed[direction];
		if (limit !== null) return Math.min(limit * CAR_LIMIT_SHARE, cap);
		return Math.min(typical, cap, zone === null ? Infinity : zone * CAR_LIMIT_SHARE);
	};
	return [speed(0), speed(1)];
}

function surfaceCapKmh(tags: Tags): number {
	return Math.min(
		CAR_SURFACE_KMH.get(tags.surface ?? '') ?? Infinity,
		CAR_TRACKTYPE_KMH.get(tags.tracktype ?? '') ?? Infinity,
		CAR_SMOOTHNESS_KMH.get(tags.smoothness ?? '') ?? Infinity
	);
}

function isTooSmall(tags: Tags): boolean {
	const height = parseMetres(firstTag(tags, ['maxheight:physical', 'maxheight']));
	const width = parseMetres(firstTag(tags, ['maxwidth:physical', 'maxwidth', 'width', 'est_width']));
	return (height !== null && height < CAR_HEIGHT_METRES) || (width !== null && width <= CAR_WIDTH_METRES);
}
