import { ROAD_CLASSES, type BasemapRoad, type RoadClass } from '#domain/basemap.ts';
import type { RoadNetwork } from '#domain/road-network.ts';
import { joinLines, simplifyLines, type NodeLine } from './road-lines.ts';

/**
 * The major roads of a network, to be drawn: ways of one class joined into long lines, simplified.
 * Names do not part them: the map shows none.
 * @param classOf the class of a way by its tags; null for a minor road
 */
export function basemapRoads(
	network: RoadNetwork,
	classOf: (tags: Readonly<Record<string, string>>) => RoadClass | null
): BasemapRoad[] {
	const { tagSets, wayTagSet, wayFirst, wayNodes, nodeLon, nodeLat } = network;
	const classOfSet = tagSets.map(classOf);
	const waysOf = new Map<RoadClass, NodeLine[]>(ROAD_CLASSES.map((roadClass) => [roadClass, []]));
	for (let way = 0; way < wayTagSet.length; way++) {
		const roadClass = classOfSet[wayTagSet[way]];
		if (roadClass !== null) waysOf.get(roadClass)?.push(wayNodes.subarray(wayFirst[way], wayFirst[way + 1]));
	}
	const roads = [...waysOf].flatMap(([roadClass, ways]) =>
		joinLines(ways, nodeLon.length).map((nodes) => ({ roadClass, nodes }))
	);
	const lines = simplifyLines(
		roads.map(({ nodes }) => nodes),
		{ lon: nodeLon, lat: nodeLat }
	);
	return roads.map(({ roadClass }, rank) => ({ roadClass, line: lines[rank] }));
}
