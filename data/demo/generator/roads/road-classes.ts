/** OSM highway values the territory uses, from the motorway down. */
export type RoadClass =
	| 'motorway'
	| 'motorway_link'
	| 'primary'
	| 'secondary'
	| 'tertiary'
	| 'unclassified'
	| 'residential'
	| 'living_street'
	| 'service'
	| 'track'
	| 'path'
	| 'footway'
	| 'pedestrian';

const RANKS: readonly RoadClass[] = [
	'motorway',
	'motorway_link',
	'primary',
	'secondary',
	'tertiary',
	'unclassified',
	'residential',
	'living_street',
	'pedestrian',
	'service',
	'track',
	'path',
	'footway'
];

/** 0 for the motorway, more for lesser roads. */
export function roadRank(road: RoadClass): number {
	return RANKS.indexOf(road);
}

/** Roads cars may use. */
export function isForCars(road: RoadClass): boolean {
	return roadRank(road) <= roadRank('living_street') || road === 'service';
}
