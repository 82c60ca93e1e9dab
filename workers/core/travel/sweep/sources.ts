import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Attachments } from '../search-graph.ts';
import type { SweepIndex } from './layout.ts';

/** Ways from sources to points that use no node of the graph, in compressed sparse rows by source. */
export interface DirectTimes {
	readonly first: Uint32Array;
	readonly point: Uint32Array;
	readonly deciseconds: Uint32Array;
}

/** Where the sources of a sweep hang on the graph; for a reversed hierarchy, how they are arrived at. */
export interface Sources {
	readonly attachments: Attachments;
	/** Journeys that stay on one edge, say. */
	readonly direct?: DirectTimes;
}

/** Place of a source whose ways enter nowhere. */
const NOWHERE = 0xffff_ffff;

export function sourceCount({ attachments }: Sources): number {
	return attachments.first.length - 1;
}

/** The sources, those that enter the program near one another side by side: a batch of neighbours leaves most blocks alone. */
export function sourcesByPlace(
	hierarchy: Hierarchy,
	rankOf: Uint32Array,
	index: SweepIndex,
	{ attachments: { first, node } }: Sources
): Uint32Array {
	const place = new Uint32Array(first.length - 1).fill(NOWHERE);
	for (let source = 0; source < place.length; source++) {
		if (first[source] < first[source + 1]) place[source] = rowAbove(hierarchy, index, rankOf[node[first[source]]]);
	}
	return Uint32Array.from(place.keys()).sort((a, b) => place[a] - place[b] || a - b);
}

/** The first row met on the way up from a rank by the quickest arc each time. */
function rowAbove({ upFirst, upHead }: Hierarchy, { entryFirst, entryRow }: SweepIndex, from: number): number {
	let rank = from;
	while (entryFirst[rank] === entryFirst[rank + 1]) {
		if (upFirst[rank] === upFirst[rank + 1]) return NOWHERE;
		rank = upHead[upFirst[rank]];
	}
	return entryRow[entryFirst[rank]];
}
