import { float64List, uint32List } from '../bytes/growable-list.ts';
import { IdIndex } from '../bytes/id-index.ts';

/** Nodes by rank, of which the file may lack some. */
export interface OsmNodes {
	readonly index: IdIndex;
	/** Degrees; NaN where the file does not have the node, or has it out of the world. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

/** Nodes of these ids, all unknown yet. */
export function unknownNodes(ids: Float64Array): OsmNodes {
	const index = new IdIndex(ids);
	const count = index.ids.length;
	return { index, lon: new Float64Array(count).fill(NaN), lat: new Float64Array(count) };
}

/** Keeps the place of a node if it is one of those wanted, and returns its rank; −1 otherwise, or when it is out of the world. */
export function placeNode({ index, lon, lat }: OsmNodes, id: number, atLon: number, atLat: number): number {
	const rank = index.rankOf(id);
	if (rank === -1 || !(Math.abs(atLon) <= 180 && Math.abs(atLat) <= 90)) return -1;
	lon[rank] = atLon;
	lat[rank] = atLat;
	return rank;
}

/** Ways as read: their ids and those of their nodes, one way after the other. */
export class WayNodes {
	readonly wayIds = float64List();
	readonly nodeIds = float64List();
	readonly #first = uint32List();

	push(wayId: number, nodeIds: readonly number[]): void {
		this.wayIds.push(wayId);
		this.#first.push(this.nodeIds.length);
		for (const node of nodeIds) this.nodeIds.push(node);
	}

	/** Ranks of the ways whose id came before: files joined end to end repeat those of their border. */
	repeats(): Set<number> {
		const repeats = new Set<number>();
		const wayIds = this.wayIds.view();
		const index = new IdIndex(wayIds.slice());
		if (index.ids.length === wayIds.length) return repeats;
		const isSeen = new Uint8Array(index.ids.length);
		wayIds.forEach((id, way) => {
			const rank = index.rankOf(id);
			if (isSeen[rank]) repeats.add(way);
			isSeen[rank] = 1;
		});
		return repeats;
	}

	/** The runs of at least two nodes that the file knows, as ranks of nodes; whether one was missing. */
	knownRuns(way: number, { index, lon }: OsmNodes): { pieces: number[][]; isCut: boolean } {
		const first = this.#first.view();
		const end = way + 1 < first.length ? first[way + 1] : this.nodeIds.length;
		const ids = this.nodeIds.view();
		const pieces: number[][] = [];
		let run: number[] = [];
		let isCut = false;
		// Past its last node a way ends as it does at an unknown one.
		for (let i = first[way]; i <= end; i++) {
			const rank = i < end ? index.rankOf(ids[i]) : -1;
			if (rank !== -1 && !Number.isNaN(lon[rank])) {
				run.push(rank);
				continue;
			}
			if (i < end) isCut = true;
			if (run.some((node) => node !== run[0])) pieces.push(run);
			run = [];
		}
		return { pieces, isCut };
	}
}
