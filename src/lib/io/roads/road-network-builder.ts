import type { RoadNetwork, TurnRestriction } from '#domain/road-network.ts';
import { uint32List } from '../bytes/growable-list.ts';

/** The distinct sets of tags met so far. Each set is kept once, however many ways carry it. */
export class TagSets {
	readonly sets: Readonly<Record<string, string>>[] = [];
	readonly #ranks = new Map<string, number>();

	/** Rank of this set among `sets`. Entries come in one order for equal sets (sorted by key, for instance). */
	intern(entries: readonly (readonly [key: string, value: string])[]): number {
		const identity = JSON.stringify(entries);
		let rank = this.#ranks.get(identity);
		if (rank === undefined) {
			rank = this.sets.length;
			// fromEntries defines own properties: a key named __proto__ stays a key.
			this.sets.push(Object.fromEntries(entries));
			this.#ranks.set(identity, rank);
		}
		return rank;
	}
}

/** Ways in the making: nodes are ranks among the reader's own nodes, of which only those used are kept at the end. */
export class WayList {
	readonly #first = uint32List();
	readonly #nodes = uint32List();
	readonly #tagSet = uint32List();

	get wayCount(): number {
		return this.#tagSet.length;
	}

	/** Appends a way and returns its rank. Nodes given twice running count once. */
	push(nodes: ArrayLike<number>, tagSet: number): number {
		this.#first.push(this.#nodes.length);
		let previous = -1;
		for (let i = 0; i < nodes.length; i++) {
			const node = nodes[i];
			if (node !== previous) this.#nodes.push(node);
			previous = node;
		}
		this.#tagSet.push(tagSet);
		return this.wayCount - 1;
	}

	/** Nodes of a way, as ranks among the reader's own nodes. */
	nodesOf(way: number): Uint32Array {
		const first = this.#first.view();
		const end = way + 1 < this.wayCount ? first[way + 1] : this.#nodes.length;
		return this.#nodes.view().subarray(first[way], end);
	}

	/**
	 * The network of these ways. `lon`, `lat` (degrees) and `flags` (NODE_FLAGS) are indexed by the reader's own ranks;
	 * nodes that no way uses are left out, the others keep their order. Via nodes of `restrictions` are the reader's ranks too.
	 */
	toNetwork(
		format: RoadNetwork['format'],
		nodes: { readonly lon: Float64Array; readonly lat: Float64Array; readonly flags: Uint8Array },
		tagSets: TagSets,
		restrictions: readonly TurnRestriction[]
	): RoadNetwork {
		const wayNodes = this.#nodes.toArray();
		const rankKept = rankUsed(wayNodes, nodes.lon.length);
		const nodeLon = new Float64Array(rankKept.count);
		const nodeLat = new Float64Array(rankKept.count);
		const nodeFlags = new Uint8Array(rankKept.count);
		for (let node = 0; node < nodes.lon.length; node++) {
			const kept = rankKept.ranks[node];
			if (kept === UNUSED) continue;
			nodeLon[kept] = nodes.lon[node];
			nodeLat[kept] = nodes.lat[node];
			nodeFlags[kept] = nodes.flags[node];
		}
		for (let i = 0; i < wayNodes.length; i++) wayNodes[i] = rankKept.ranks[wayNodes[i]];
		const wayFirst = new Uint32Array(this.wayCount + 1);
		wayFirst.set(this.#first.view());
		wayFirst[this.wayCount] = wayNodes.length;
		return {
			format,
			nodeLon,
			nodeLat,
			nodeFlags,
			wayFirst,
			wayNodes,
			wayTagSet: this.#tagSet.toArray(),
			tagSets: tagSets.sets,
			restrictions: restrictions.map((restriction) =>
				restriction.viaNode === null ? restriction : { ...restriction, viaNode: rankKept.ranks[restriction.viaNode] }
			)
		};
	}
}

const UNUSED = 0xffffffff;

function rankUsed(wayNodes: Uint32Array, nodeCount: number): { ranks: Uint32Array; count: number } {
	const ranks = new Uint32Array(nodeCount).fill(UNUSED);
	for (const node of wayNodes) ranks[node] = 0;
	let count = 0;
	for (let node = 0; node < nodeCount; node++) if (ranks[node] !== UNUSED) ranks[node] = count++;
	return { ranks, count };
}
