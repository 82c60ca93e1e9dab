/** What the road file holds, in OpenStreetMap's terms. Tags are pairs, in the order they are written. */
export type Tags = readonly (readonly [key: string, value: string])[];

export interface OsmNode {
	readonly id: number;
	readonly lon: number;
	readonly lat: number;
	readonly tags: Tags;
}

export interface OsmWay {
	readonly id: number;
	/** Ids of nodes. */
	readonly refs: readonly number[];
	readonly tags: Tags;
}

export interface OsmRelation {
	readonly id: number;
	readonly members: readonly { readonly type: 'node' | 'way'; readonly ref: number; readonly role: string }[];
	readonly tags: Tags;
}

export interface OsmData {
	readonly nodes: readonly OsmNode[];
	readonly ways: readonly OsmWay[];
	readonly relations: readonly OsmRelation[];
}
