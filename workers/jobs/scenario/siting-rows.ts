import { MaillageError } from '#domain/notes.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Mode } from '#domain/travel.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { View } from '../atlas/view.ts';
import { positionsOf } from '../travel/positions.ts';

/** Times from demand points to sites or places, one row each. */
export interface SitingRows {
	/** One offset more than rows. */
	readonly first: Uint32Array;
	/** Ranks of the territory's demand points. */
	readonly point: Uint32Array;
	readonly seconds: Uint32Array;
	/** Rows of the sites and places that somebody reaches, however far. */
	readonly reached: readonly number[];
}

/** Places whose times are asked together, so that the worker that holds the territory answers others between two such requests. */
export interface PlaceRowsRequest {
	readonly mode: Mode;
	readonly places: readonly LonLat[];
	/** Longer times are not kept. */
	readonly limitSeconds: number;
}

/** The rows of some of the territory's sites, out of its times. */
export function rowsOfSites({ times }: View, sites: readonly number[], limitSeconds: number): SitingRows {
	const rankOf = new Int32Array(times.siteCount).fill(-1);
	sites.forEach((site, rank) => (rankOf[site] = rank));
	const rows = sites.map(() => ({ demand: [] as number[], toSite: [] as number[] }));
	for (let point = 0; point < times.demandCount; point++) {
		for (let entry = times.first[point]; entry < times.first[point + 1]; entry++) {
			const rank = rankOf[times.site[entry]];
			if (rank < 0) continue;
			rows[rank].demand.push(point);
			rows[rank].toSite.push(times.toSite[entry]);
		}
	}
	return gathered(rows, limitSeconds);
}

/**
 * The rows of places.
 * @throws MaillageError `error_siting_matrix` where times come from a matrix, which knows no new place; the signal's reason once aborted
 */
export async function rowsOfPlaces(
	{ travel }: AtlasSession,
	{ mode, places, limitSeconds }: PlaceRowsRequest,
	{ signal }: JobContext
): Promise<SitingRows> {
	const positions = positionsOf(places.map((position) => ({ position })));
	const placed = await travel.places(mode, positions, { signal });
	if (placed === null) throw new MaillageError('error_siting_matrix');
	return gathered(
		placed.map(({ row }) => row),
		limitSeconds
	);
}

interface Row {
	readonly demand: ArrayLike<number>;
	readonly toSite: ArrayLike<number>;
}

function gathered(rows: readonly Row[], limitSeconds: number): SitingRows {
	const first = new Uint32Array(rows.length + 1);
	rows.forEach(({ toSite }, rank) => {
		let count = 0;
		for (let at = 0; at < toSite.length; at++) if (toSite[at] <= limitSeconds) count++;
		first[rank + 1] = first[rank] + count;
	});
	const [point, seconds] = [new Uint32Array(first[rows.length]), new Uint32Array(first[rows.length])];
	let next = 0;
	for (const { demand, toSite } of rows) {
		for (let at = 0; at < toSite.length; at++) {
			if (toSite[at] > limitSeconds) continue;
			point[next] = demand[at];
			seconds[next++] = toSite[at];
		}
	}
	return { first, point, seconds, reached: [...rows.keys()].filter((rank) => rows[rank].demand.length > 0) };
}
