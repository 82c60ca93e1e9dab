import Flatbush from 'flatbush';
import type { Commune } from '#domain/commune.ts';
import { metresToPolygons, preparePolygons, type Polygons } from '../geo/polygon-distance.ts';

/** Metres of a degree of latitude. */
const METRES_PER_DEGREE = 111_195;

/**
 * Communes by place: boxes in a packed R-tree, then rings. Made for tens of thousands of cells; communes without outline
 * are never found. A point on a border belongs to one commune only, always the same.
 */
export class CommuneIndex {
	readonly #communes: readonly Commune[];
	/** Rank in the communes given, and outline, of each commune that has one. */
	readonly #outlines: readonly { readonly rank: number; readonly polygons: Polygons }[];
	/** Null when no commune has an outline: the tree cannot be empty. */
	readonly #boxes: Flatbush | null;

	constructor(communes: readonly Commune[]) {
		this.#communes = communes;
		this.#outlines = communes.flatMap(({ geometry }, rank) =>
			geometry === null ? [] : [{ rank, polygons: preparePolygons(geometry) }]
		);
		this.#boxes = this.#outlines.length === 0 ? null : new Flatbush(this.#outlines.length);
		for (const { polygons } of this.#outlines) this.#boxes?.add(...polygons.bounds);
		this.#boxes?.finish();
	}

	/** The commune whose outline holds the point; null outside all. */
	communeOf(lon: number, lat: number): Commune | null {
		return this.nearest(lon, lat, 0);
	}

	/** The commune nearest to the point, at 0 m when it holds it; null when none is within `mostMetres`. */
	nearest(lon: number, lat: number, mostMetres: number): Commune | null {
		const rank = this.#nearestRank(lon, lat, mostMetres);
		return rank === -1 ? null : this.#communes[rank];
	}

	/** For each point the rank of the commune nearest to it within `mostMetres`, −1 where there is none. */
	ranksOf(lon: Float64Array, lat: Float64Array, mostMetres = 0): Int32Array {
		return Int32Array.from(lon, (value, i) => this.#nearestRank(value, lat[i], mostMetres));
	}

	#nearestRank(lon: number, lat: number, mostMetres: number): number {
		if (this.#boxes === null) return -1;
		const north = mostMetres / METRES_PER_DEGREE;
		const east = north / Math.cos((lat * Math.PI) / 180);
		// In the order of the communes, so that a border is settled the same way whatever the tree.
		const candidates = this.#boxes.search(lon - east, lat - north, lon + east, lat + north).sort((a, b) => a - b);
		let least = mostMetres;
		let nearest = -1;
		for (const candidate of candidates) {
			const { rank, polygons } = this.#outlines[candidate];
			const metres = metresToPolygons(polygons, [lon, lat], least);
			if (metres > least || (metres === least && nearest !== -1)) continue;
			nearest = rank;
			if (metres === 0) break;
			least = metres;
		}
		return nearest;
	}
}
