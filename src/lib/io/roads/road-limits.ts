import type { Bounds } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';

/**
 * What the reading of roads may hold, whatever the size of the file. Of a file clipped to bounds, the nodes within them cost 4 bytes
 * each while it is read (a region of 300 MB has some forty million, buildings included); a point of what is kept costs 80 at most.
 */
export interface RoadLimits {
	/** Nodes within the bounds, of roads or not. */
	readonly nodesWithin: number;
	/** Points of the roads and waters kept, one for each passage of a line. */
	readonly points: number;
}

/** 400 MB of ids and 1.6 GB of roads at most: those of a whole French region, where a territory has a tenth of it. */
export const ROAD_LIMITS: RoadLimits = { nodesWithin: 100_000_000, points: 20_000_000 };

/** What one reading has taken so far of its limits. */
export class RoadBudget {
	readonly #file: string;
	readonly #bounds: Bounds | undefined;
	readonly #limits: RoadLimits;
	#nodes = 0;
	#points = 0;

	/** @param file name for errors */
	constructor(file: string, bounds: Bounds | undefined, limits: RoadLimits = ROAD_LIMITS) {
		this.#file = file;
		this.#bounds = bounds;
		this.#limits = limits;
	}

	/** @throws MaillageError error_roads_too_many_nodes */
	takeNode(): void {
		const limit = this.#limits.nodesWithin;
		if (++this.#nodes > limit) throw new MaillageError('error_roads_too_many_nodes', { limit }, this.#file);
	}

	/** @throws MaillageError error_roads_too_many where the whole file is read, error_roads_too_many_around within bounds */
	takePoints(count: number): void {
		const limit = this.#limits.points;
		this.#points += count;
		if (this.#points <= limit) return;
		if (this.#bounds === undefined) throw new MaillageError('error_roads_too_many', { limit }, this.#file);
		const bbox = this.#bounds.map((degrees) => degrees.toFixed(3)).join(',');
		throw new MaillageError('error_roads_too_many_around', { limit, bbox }, this.#file);
	}
}
