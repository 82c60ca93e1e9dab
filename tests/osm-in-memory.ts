import { bytesSource } from '#io/bytes/byte-source.ts';
import type { OsmMember, OsmPass } from '#io/roads/osm-entities.ts';
import { inflateBlock, pbfBlocks } from '#io/roads/osm-pbf-blocks.ts';
import { visitPrimitiveBlock } from '#io/roads/osm-pbf-primitives.ts';
import { assembleOsmRoads } from '#io/roads/osm-road-network.ts';
import type { ImportedRoads, RoadReadOptions } from '#io/roads/road-import.ts';

/** Every entity of an .osm.pbf, all held at once: what the reader of large files must agree with, and what it is measured against. */
async function allEntities(bytes: Uint8Array): Promise<OsmPass> {
	const nodes: { id: number; lon: number; lat: number; tags: Map<string, string> }[] = [];
	const ways: { id: number; tags: Map<string, string>; nodeIds: number[] }[] = [];
	const relations: { tags: Map<string, string>; members: OsmMember[] }[] = [];
	const copy = (tags: { forEach(visit: (value: string, key: string) => void): void }) => {
		const map = new Map<string, string>();
		tags.forEach((value, key) => map.set(key, value));
		return map;
	};
	for await (const block of pbfBlocks(bytesSource('whole', bytes))) {
		if (block.type !== 'OSMData') continue;
		visitPrimitiveBlock(inflateBlock(block), {
			node: (id, lon, lat, tags) => void nodes.push({ id, lon, lat, tags: copy(tags) }),
			way: (id, tags, nodeIds) => void ways.push({ id, tags: copy(tags), nodeIds: [...nodeIds()] }),
			relation: (tags, members) => void relations.push({ tags: copy(tags), members: [...members()] })
		});
	}
	return async (visitor) => {
		for (const { id, lon, lat, tags } of nodes) visitor.node?.(id, lon, lat, tags);
		for (const { id, tags, nodeIds } of ways) visitor.way?.(id, tags, () => nodeIds);
		for (const { tags, members } of relations) visitor.relation?.(tags, () => members);
	};
}

/** The roads of an .osm.pbf read whole: opened once, every entity in memory before the first road is made. */
export async function readOsmInMemory(
	name: string,
	bytes: Uint8Array,
	options: RoadReadOptions = {}
): Promise<Omit<ImportedRoads, 'source'>> {
	return assembleOsmRoads(name, await allEntities(bytes), options);
}
