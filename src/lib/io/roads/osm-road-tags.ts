import { ROAD_CLASSES, type RoadClass } from '#domain/basemap.ts';
import type { OsmTags } from './osm-entities.ts';

/** Values of `highway` that a car, a bike or a pedestrian may use; construction, proposed, raceway, bus_guideway… are no roads for us. */
const USABLE_HIGHWAYS: ReadonlySet<string> = new Set([
	'motorway',
	'motorway_link',
	'trunk',
	'trunk_link',
	'primary',
	'primary_link',
	'secondary',
	'secondary_link',
	'tertiary',
	'tertiary_link',
	'unclassified',
	'residential',
	'living_street',
	'service',
	'road',
	'track',
	'path',
	'footway',
	'pedestrian',
	'cycleway',
	'bridleway',
	'steps',
	'corridor',
	'busway',
	'platform'
]);

/** Lines that carry vehicles or people without being a highway. */
const USABLE_ROUTES: ReadonlySet<string> = new Set(['ferry', 'shuttle_train']);

/** Keys that a speed or access profile may read. Names and references stay out, so that distinct sets stay few. */
const ROUTING_KEYS: ReadonlySet<string> = new Set([
	'highway',
	'route',
	'junction',
	'service',
	'oneway',
	'access',
	'vehicle',
	'motor_vehicle',
	'motorcar',
	'bicycle',
	'foot',
	'motorroad',
	'hov',
	'maxspeed',
	'maxspeed:forward',
	'maxspeed:backward',
	'maxspeed:type',
	'source:maxspeed',
	'zone:maxspeed',
	'surface',
	'smoothness',
	'tracktype',
	'lanes',
	'width',
	'side_road',
	'ramp',
	'toll',
	'area',
	'reversible',
	'duration',
	'construction',
	'proposed',
	'cycleway',
	'cycleway:left',
	'cycleway:right',
	'cycleway:both',
	'cycleway:left:oneway',
	'cycleway:right:oneway',
	'bridge',
	'maxspeed:advisory',
	'maxspeed:advisory:forward',
	'maxspeed:advisory:backward',
	'zone:traffic',
	'maxheight',
	'maxheight:physical',
	'maxwidth',
	'maxwidth:physical',
	'est_width',
	'impassable',
	'status',
	'sidewalk',
	'ramp:bicycle',
	'access:forward',
	'access:backward',
	'vehicle:forward',
	'vehicle:backward',
	'motor_vehicle:forward',
	'motor_vehicle:backward',
	'motorcar:forward',
	'motorcar:backward'
]);

/** Whether a way carrying these tags is a road, a path or a ferry that some mode could use. Access is the profiles' matter. */
export function isUsableRoad(tags: OsmTags): boolean {
	const highway = tags.get('highway');
	if (highway !== undefined) return USABLE_HIGHWAYS.has(highway);
	const route = tags.get('route');
	return route !== undefined && USABLE_ROUTES.has(route);
}

/** The tags that routing reads, sorted by key: two ways alike for routing have equal lists. */
export function routingTags(tags: OsmTags): [key: string, value: string][] {
	const kept: [string, string][] = [];
	tags.forEach((value, key) => {
		if (ROUTING_KEYS.has(key) || key.startsWith('oneway:')) kept.push([key, value]);
	});
	return kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The class under which a road is drawn, links with the roads they link; null for a minor one. */
export function osmRoadClass({ highway }: Readonly<Record<string, string>>): RoadClass | null {
	return ROAD_CLASSES.find((roadClass) => highway === roadClass || highway === `${roadClass}_link`) ?? null;
}
