import type { TravelTimes } from '#domain/travel.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { gatherRows, type SiteRow } from './site-rows.ts';
import { SiteSearch, type SiteSearchOptions } from './site-search.ts';
import { UNATTACHED, type Snaps } from './snap.ts';

/**
 * Exact times between demand points and sites by one search towards and one from each site: for few sites, and what faster ways
 * are held to. A pair is kept when the way to the site is within the cap; the way back is then given whatever it takes.
 * @param onProgress called with the share of the sites done
 */
export function travelTimesToSites(
	graph: RoadGraph,
	demand: Snaps,
	sites: Snaps,
	options: SiteSearchOptions,
	onProgress?: (share: number) => void
): TravelTimes {
	const search = new SiteSearch(graph, demand, options);
	const rows: SiteRow[] = [];
	for (let site = 0; site < sites.count; site++) {
		rows.push(search.row(sites, site));
		onProgress?.((site + 1) / sites.count);
	}
	return travelTimesOfRows(graph, demand, sites, rows, options.capSeconds);
}

/**
 * Times from a row for each site, however the rows were found.
 * @param rows in the order of the sites
 */
export function travelTimesOfRows(
	{ mode }: RoadGraph,
	demand: Snaps,
	sites: Snaps,
	rows: readonly SiteRow[],
	capSeconds: number
): TravelTimes {
	return {
		mode,
		origin: 'roads',
		demandCount: demand.count,
		siteCount: sites.count,
		capSeconds,
		...gatherRows(rows, demand.count),
		attached: attachedOf(demand),
		siteAttached: attachedOf(sites)
	};
}

function attachedOf(snaps: Snaps): Uint8Array {
	return Uint8Array.from(snaps.edge, (edge) => (edge === UNATTACHED ? 0 : 1));
}
