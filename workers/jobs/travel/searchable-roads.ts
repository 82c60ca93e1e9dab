import type { RoadGraph } from '#core/roads/road-graph.ts';
import type { TimeFieldSource } from '#core/travel/isochrone/field.ts';
import { RoadFields } from '#core/travel/isochrone/road-field.ts';
import { snapIndex, snapPoints, type Snaps } from '#core/travel/snap.ts';
import type { Positions } from './positions.ts';
import type { FieldReach, SearchableRoads } from './travel-source.ts';

/** A graph made ready to hang places on. */
export function searchableRoads(graph: RoadGraph, snapMetres: number): SearchableRoads {
	const index = snapIndex(graph);
	return { graph, snapIndex: index, snapMetres, fields: new RoadFields(graph, index) };
}

/** Places hung on the roads. */
export function snapped({ graph, snapIndex, snapMetres }: SearchableRoads, { lon, lat }: Positions): Snaps {
	return snapPoints(graph, lon, lat, snapMetres, snapIndex);
}

/** Times to, or from, the nearest of some places, anywhere on the roads. */
export function roadField(roads: SearchableRoads, places: Positions, reach: FieldReach): TimeFieldSource {
	return roads.fields.around(snapped(roads, places), { ...reach, maxSnapMetres: roads.snapMetres });
}
