import type { Basemap } from '#domain/basemap.ts';
import type { LonLat } from '#domain/geometry.ts';
import { metresBetween } from '../geo/polygon-distance.ts';
import type { OsmTags } from './osm-entities.ts';
import { placeNode, unknownNodes, WayNodes, type OsmNodes } from './osm-way-nodes.ts';
import { joinLines, simplifyLines } from './road-lines.ts';

export type WaterKind = 'river' | 'stream' | 'area';

const KIND_OF_WATERWAY: ReadonlyMap<string | undefined, WaterKind> = new Map([
	['river', 'river'],
	['canal', 'river'],
	['stream', 'stream'],
	['riverbank', 'area']
]);
/** Beyond this the streams of a territory are left out: 20,000 vertices are 400 kB of basemap.json. */
const STREAM_VERTICES_AT_MOST = 20_000;
/** A smaller pond is a speck where a commune fills the screen. */
const AREA_AT_LEAST_SQUARE_METRES = 5_000;

/** What a way with these tags is of water; null when it is none. */
export function waterKind(tags: OsmTags): WaterKind | null {
	return KIND_OF_WATERWAY.get(tags.get('waterway')) ?? (tags.get('natural') === 'water' ? 'area' : null);
}

/** Waters of an OSM file: ways first, then the places of their nodes. Rivers, canals and streams are lines; closed ways are areas. */
export class OsmWater {
	readonly #ways = new WayNodes();
	readonly #kinds: WaterKind[] = [];
	#nodes: OsmNodes = unknownNodes(new Float64Array(0));
	/** Stretches of water that cannot be drawn: their outline is a relation, or is not whole. */
	#undrawn = 0;

	addWay(id: number, kind: WaterKind, nodeIds: readonly number[]): void {
		this.#ways.push(id, nodeIds);
		this.#kinds.push(kind);
	}

	/** Relations that are areas of water are counted, not assembled. */
	addRelation(tags: OsmTags): void {
		if (tags.get('type') === 'multipolygon' && waterKind(tags) === 'area') this.#undrawn++;
	}

	/** To be called between the ways and the nodes. */
	expectNodes(): void {
		this.#nodes = unknownNodes(this.#ways.nodeIds.toArray());
	}

	addNode(id: number, lon: number, lat: number): void {
		placeNode(this.#nodes, id, lon, lat);
	}

	finish(): Pick<Basemap, 'waterLines' | 'waterAreas'> & { readonly undrawn: number } {
		const pieces: Record<WaterKind, number[][]> = { river: [], stream: [], area: [] };
		const repeats = this.#ways.repeats();
		this.#kinds.forEach((kind, way) => {
			if (repeats.has(way)) return;
			const runs = this.#ways.knownRuns(way, this.#nodes);
			if (kind === 'area') {
				if (runs.isCut || !isRing(runs.pieces[0])) this.#undrawn++;
				else pieces.area.push(runs.pieces[0]);
			} else for (const piece of runs.pieces) pieces[kind].push(piece);
		});
		return {
			waterLines: this.#lines(pieces.river, pieces.stream),
			waterAreas: this.#areas(pieces.area),
			undrawn: this.#undrawn
		};
	}

	#lines(rivers: number[][], streams: number[][]): LonLat[][] {
		const nodeCount = this.#nodes.lon.length;
		const joined = joinLines(rivers, nodeCount);
		const lines = simplifyLines([...joined, ...joinLines(streams, nodeCount)], this.#nodes);
		const streamVertices = lines.slice(joined.length).reduce((sum, line) => sum + line.length, 0);
		return streamVertices > STREAM_VERTICES_AT_MOST ? lines.slice(0, joined.length) : lines;
	}

	/** An area so narrow that its outline simplifies to a line is left out. */
	#areas(outlines: number[][]): LonLat[][][] {
		const { lon, lat } = this.#nodes;
		const large = outlines.filter((ring) => squareMetres(ring, lon, lat) >= AREA_AT_LEAST_SQUARE_METRES);
		return simplifyLines(large, this.#nodes).flatMap((ring) => (ring.length >= 4 ? [[ring]] : []));
	}
}

function isRing(nodes: readonly number[] | undefined): boolean {
	return nodes !== undefined && nodes.length >= 4 && nodes[0] === nodes[nodes.length - 1];
}

/** Area of a closed ring of nodes by the shoelace formula, on the plane tangent at its first node. */
function squareMetres(ring: readonly number[], lon: Float64Array, lat: Float64Array): number {
	const origin: LonLat = [lon[ring[0]], lat[ring[0]]];
	const metresEast = metresBetween(origin, [origin[0] + 1, origin[1]]);
	const metresNorth = metresBetween(origin, [origin[0], origin[1] + 1]);
	let twice = 0;
	for (let i = 1; i < ring.length; i++) {
		const [x0, y0] = [lon[ring[i - 1]] - origin[0], lat[ring[i - 1]] - origin[1]];
		const [x1, y1] = [lon[ring[i]] - origin[0], lat[ring[i]] - origin[1]];
		twice += x0 * y1 - x1 * y0;
	}
	return (Math.abs(twice) / 2) * metresEast * metresNorth;
}
