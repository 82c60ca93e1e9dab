import { directionalTag } from './osm-tags.ts';
import type { Tags } from './way-use.ts';

const KMH_PER_MPH = 1.609;
/** No sign on Earth says more; a figure above it is a slip. */
const HIGHEST_LIMIT_KMH = 200;

/** Legal limits that a zone implies, km/h (https://wiki.openstreetmap.org/wiki/Speed_limits; OSRM 5.27 maxspeed_table). */
const ZONE_LIMITS: ReadonlyMap<string, number> = new Map([
	['urban', 50],
	['rural', 90],
	['trunk', 110],
	['motorway', 130],
	['living_street', 20]
]);

/** Countries that differ from ZONE_LIMITS. */
const COUNTRY_LIMITS: ReadonlyMap<string, number> = new Map([
	['at:rural', 100],
	['at:trunk', 100],
	['be:motorway', 120],
	['be-vlg:rural', 70],
	['by:urban', 60],
	['by:motorway', 110],
	['ch:rural', 80],
	['ch:trunk', 100],
	['ch:motorway', 120],
	['de:living_street', 7],
	['de:rural', 100],
	['dk:rural', 80],
	['fr:rural', 80],
	['gb:nsl_single', 60 * KMH_PER_MPH],
	['gb:nsl_dual', 70 * KMH_PER_MPH],
	['gb:motorway', 70 * KMH_PER_MPH],
	['nl:rural', 80],
	['nl:trunk', 100],
	['no:rural', 80],
	['no:motorway', 110],
	['pl:rural', 100],
	['pl:trunk', 120],
	['pl:motorway', 140],
	['pt:trunk', 100],
	['pt:motorway', 120],
	['ro:trunk', 100],
	['ru:living_street', 20],
	['ru:urban', 60],
	['ru:motorway', 110],
	['uk:nsl_single', 60 * KMH_PER_MPH],
	['uk:nsl_dual', 70 * KMH_PER_MPH],
	['uk:motorway', 70 * KMH_PER_MPH],
	['za:urban', 60],
	['za:rural', 100],
	['none', 140],
	['walk', 7],
	['walking', 7]
]);

/**
 * The limit in a `maxspeed`-like value, km/h: a number (the first of a list "50;80"), "30 mph", a zone ("FR:urban", "FR:zone30",
 * "FR:30", "DE:zone:20"), "none" (140, as OSRM) or "walk" (7); null when it tells no figure ("signals", "variable", "DE:motorway").
 */
export function parseSpeedLimitKmh(value: string | null | undefined): number | null {
	if (value === null || value === undefined) return null;
	const text = value.trim().toLowerCase();
	const figure = /^(\d+(?:\.\d+)?)(.*)$/.exec(text);
	if (figure !== null) {
		const kmh = Number(figure[1]) * (/^\s*mp\/?h/.test(figure[2]) ? KMH_PER_MPH : 1);
		return kmh > 0 && kmh <= HIGHEST_LIMIT_KMH ? kmh : null;
	}
	const known = COUNTRY_LIMITS.get(text);
	if (known !== undefined) return known;
	const zone = /^[a-z]{2}(?:-[a-z]{2,3})?:(?:zone:?)?([a-z_]+|\d+)$/.exec(text);
	if (zone === null) return null;
	if (/^\d+$/.test(zone[1])) return parseSpeedLimitKmh(zone[1]);
	// Germany and Czechia set no limit there.
	if (text === 'de:motorway' || text === 'cz:motorway' || text === 'cz:trunk') return null;
	return ZONE_LIMITS.get(zone[1]) ?? null;
}

/** The signed limit in each direction, km/h, the advisory one first (OSRM WayHandlers.maxspeed); null where none is signed. */
export function signedLimitsKmh(tags: Tags): [forward: number | null, backward: number | null] {
	const [forward, backward] = directionalTag(tags, ['maxspeed:advisory', 'maxspeed']);
	return [parseSpeedLimitKmh(forward), parseSpeedLimitKmh(backward)];
}

/** Keys under which mappers say which legal zone a road without a sign lies in. */
const ZONE_KEYS = ['zone:maxspeed', 'maxspeed:type', 'source:maxspeed', 'zone:traffic'];

/** The limit that the zone told beside an unsigned road implies, km/h; null when no zone is told. */
export function zoneLimitKmh(tags: Tags): number | null {
	for (const key of ZONE_KEYS) {
		const limit = parseSpeedLimitKmh(tags[key]);
		if (limit !== null) return limit;
	}
	return null;
}
