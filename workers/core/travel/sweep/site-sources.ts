import type { RoadGraph } from '../../roads/road-graph.ts';
import { arrivals, departures, type AccessLeg, type EdgeArcs } from '../attachments.ts';
import { sameEdgePairs, type SameEdgePair } from '../same-edge.ts';
import type { Snaps } from '../snap.ts';
import type { DirectTimes } from './sources.ts';
import type { TwoWaySources } from './two-way-sweep.ts';

/**
 * How sites are arrived at and left in sweeps to and from demand points, journeys within one edge included.
 * @param driving the arcs of each edge of the graph
 */
export function sourcesOfSites(
	graph: RoadGraph,
	demand: Snaps,
	sites: Snaps,
	accessLeg: AccessLeg,
	driving: EdgeArcs
): TwoWaySources {
	return {
		there: {
			attachments: arrivals(graph, sites, accessLeg, driving),
			direct: directTimes(sameEdgePairs(graph, demand, sites, accessLeg), 'destination', sites.count)
		},
		back: {
			attachments: departures(graph, sites, accessLeg),
			direct: directTimes(sameEdgePairs(graph, sites, demand, accessLeg), 'origin', sites.count)
		}
	};
}

/** Same-edge journeys by site. */
function directTimes(pairs: readonly SameEdgePair[], siteIs: 'origin' | 'destination', siteCount: number): DirectTimes {
	const pointIs = siteIs === 'origin' ? 'destination' : 'origin';
	const sorted = [...pairs].sort((a, b) => a[siteIs] - b[siteIs]);
	const first = new Uint32Array(siteCount + 1);
	for (const pair of sorted) first[pair[siteIs] + 1] += 1;
	for (let site = 0; site < siteCount; site++) first[site + 1] += first[site];
	return {
		first,
		point: Uint32Array.from(sorted, (pair) => pair[pointIs]),
		deciseconds: Uint32Array.from(sorted, (pair) => pair.deciseconds)
	};
}
