/** What an OSM file holds, as its readers (PBF, XML) hand it over: one entity at a time, never the file. */

/** The tags of the entity in hand; valid only while it is visited. A Map serves. */
export interface OsmTags {
	get(key: string): string | undefined;
	forEach(visit: (value: string, key: string) => void): void;
}

export interface OsmMember {
	readonly type: 'node' | 'way' | 'relation';
	readonly id: number;
	readonly role: string;
}

/**
 * Called for each entity, in the order of the file, which is no particular order.
 * A kind without a method is not decoded. Coordinates are degrees, WGS 84; ids are exact to 2^53.
 * Lists are functions because most entities are of no interest: buildings outnumber roads.
 */
export interface OsmVisitor {
	node?(id: number, lon: number, lat: number, tags: OsmTags): void;
	way?(id: number, tags: OsmTags, nodeIds: () => readonly number[]): void;
	relation?(tags: OsmTags, members: () => readonly OsmMember[]): void;
}

/** One reading of the whole file with one visitor. */
export type OsmPass = (visitor: OsmVisitor) => Promise<void>;
