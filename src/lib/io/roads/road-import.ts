import type { Basemap } from '#domain/basemap.ts';
import type { Bounds } from '#domain/geometry.ts';
import type { Imported } from '#domain/notes.ts';
import type { RoadNetwork } from '#domain/road-network.ts';
import type { Source } from '#domain/source.ts';
import type { RoadLimits } from './road-limits.ts';

/** What every reader of roads takes. */
export interface RoadReadOptions {
	/** Only roads with at least one node within, kept whole. Any margin is the caller's to add. */
	readonly bounds?: Bounds;
	/** Called with the share of the work done, from 0 to 1, never going back. */
	readonly onProgress?: (share: number) => void;
	/** Stops the reading: its reason is thrown. */
	readonly signal?: AbortSignal;
	/** What may be held; ROAD_LIMITS where it is not told. */
	readonly limits?: RoadLimits;
}

/** What every reader of roads yields: the network, what to draw of the file, what was said of it, and where it comes from. */
export interface ImportedRoads extends Imported<RoadNetwork> {
	readonly basemap: Basemap;
	readonly source: Source;
}

/** OpenStreetMap's licence asks for these words. `vintage` is the date of the data where the file tells it. */
export function osmSource(file: string, vintage: string | null): Source {
	return {
		title: 'OpenStreetMap, réseau routier',
		publisher: 'OpenStreetMap',
		licence: 'ODbL 1.0',
		attribution: '© les contributeurs d’OpenStreetMap',
		vintage,
		file
	};
}

/** BD TOPO states its edition nowhere in an export of sections: the vintage stays unknown. */
export function bdTopoSource(file: string): Source {
	return {
		title: 'BD TOPO, tronçons de route',
		publisher: 'IGN',
		licence: 'Licence Ouverte 2.0',
		attribution: '© IGN, BD TOPO',
		vintage: null,
		file
	};
}
