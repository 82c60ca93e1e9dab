import type { Tags } from './way-use.ts';

/** The first of `keys` the way carries, in each direction: `key:forward` before `key`, key after key (OSRM lib/tags.lua). */
export function directionalTag(tags: Tags, keys: readonly string[]): [forward: string | null, backward: string | null] {
	let forward: string | null = null;
	let backward: string | null = null;
	for (const key of keys) {
		forward ??= tags[`${key}:forward`] ?? tags[key] ?? null;
		backward ??= tags[`${key}:backward`] ?? tags[key] ?? null;
		if (forward !== null && backward !== null) break;
	}
	return [forward, backward];
}

/** The value of the first of `keys` that the way carries. */
export function firstTag(tags: Tags, keys: readonly string[]): string | null {
	for (const key of keys) {
		const value = tags[key];
		if (value !== undefined && value !== '') return value;
	}
	return null;
}

export type Oneway = 'forward' | 'backward' | 'both';

/** What a `oneway` value says; null when it says nothing we read. */
export function parseOneway(value: string | null): Oneway | null {
	if (value === 'yes' || value === '1' || value === 'true') return 'forward';
	if (value === '-1' || value === 'reverse') return 'backward';
	if (value === 'no' || value === '0' || value === 'false') return 'both';
	return null;
}

/** Roundabouts, circular junctions and motorways run one way unless told otherwise (OSRM WayHandlers.oneway). */
export function impliedOneway(tags: Tags): Oneway {
	const { junction, highway } = tags;
	return junction === 'roundabout' || junction === 'circular' || highway === 'motorway' ? 'forward' : 'both';
}

const BUILT_WHILE_IN_USE = new Set(['no', 'widening', 'minor']);

/** Ways that no mode takes: areas, roads not built yet, roads declared impassable (OSRM WayHandlers.blocked_ways). */
export function isNoRoad(tags: Tags): boolean {
	const { highway, construction } = tags;
	return (
		tags.area === 'yes' ||
		highway === 'construction' ||
		highway === 'proposed' ||
		(construction !== undefined && !BUILT_WHILE_IN_USE.has(construction)) ||
		tags.proposed !== undefined ||
		tags.impassable === 'yes' ||
		tags.status === 'impassable' ||
		tags.smoothness === 'impassable'
	);
}

/**
 * Seconds in a `duration` tag: "HH:MM", "HH:MM:SS", minutes alone, or ISO 8601 "PT1H30M" (OSRM durationIsValid, parseDuration);
 * null when it is none of these. At least one second.
 */
export function parseDurationSeconds(value: string | undefined): number | null {
	if (value === undefined) return null;
	const text = value.trim();
	const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text);
	const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
	const minutes = /^\d{1,5}$/.exec(text);
	if (clock !== null) return atLeastOne(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));
	if (minutes !== null) return atLeastOne(Number(text) * 60);
	if (iso === null || text === 'P') return null;
	const [days, hours, isoMinutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
	return atLeastOne(days * 86400 + hours * 3600 + isoMinutes * 60 + seconds);
}

function atLeastOne(seconds: number): number {
	return Math.max(1, seconds);
}

/** Metres in a `width` or `maxheight` value ("2.1", "2.1 m", "6'7\""); null for words and blanks. */
export function parseMetres(value: string | null): number | null {
	if (value === null) return null;
	const feet = /^(\d+(?:\.\d+)?)\s*(?:ft|')\s*(?:(\d+(?:\.\d+)?)\s*(?:in|")?)?$/.exec(value.trim());
	if (feet !== null) return Number(feet[1]) * 0.3048 + Number(feet[2] ?? 0) * 0.0254;
	const metres = /^(\d+(?:[.,]\d+)?)\s*(?:m|meters?|metres?)?$/.exec(value.trim());
	return metres === null ? null : Number(metres[1].replace(',', '.'));
}
