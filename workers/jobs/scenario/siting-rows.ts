import { MaillageError } from '#domain/notes.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import { pairsFromCandidates } from '#core/siting/candidate-pairs.ts';
import type { SiteRow } from '#core/travel/site-rows.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { View } from '../atlas/view.ts';
import { positionsOf } from '../travel/positions.ts';

/** Places searched between two looks at a cancel: a few sweeps. */
const PLACES_AT_ONCE = 128;

/** Times between the demand points that count in a siting and the sites it may open or keep. */
export interface SitingPairs {
	/** Demand: `points`, in their order. Supply: the existing sites first, then the places reached, then, where it is asked for, nowhere. */
	readonly pairs: AccessPairs;
	/** Ranks of the territory's demand points. */
	readonly points: Uint32Array;
	/** Weight of the points that no candidate serves, which are left out. */
	readonly pointsLeftOut: Uint32Array;
	/** Rank of the candidate that serves everybody, a second beyond what is searched; null when not asked for. */
	readonly nowhere: number | null;
	/** Ranks of the places that are candidates: those that no demand point reaches, far from the roads or from everybody, are not. */
	readonly reached: readonly number[];
}

export interface SitingCandidates {
	/** Ranks of the territory's sites that are open today. */
	readonly existing: readonly number[];
	readonly places: readonly LonLat[];
	/** Longer times are not kept. */
	readonly limitSeconds: number;
	/** Whether who reaches nothing is served by nowhere, so that a mean time can be told. */
	readonly withNowhere: boolean;
}

/**
 * @param weight by demand point of the territory: those of nobody are left out
 * @throws MaillageError `error_siting_matrix` where times come from a matrix, which knows no new place; the signal's reason once aborted
 */
export async function sitingPairs(
	session: AtlasSession,
	view: View,
	weight: Float64Array,
	{ existing, places, limitSeconds, withNowhere }: SitingCandidates,
	{ signal, progress }: JobContext
): Promise<SitingPairs> {
	const gathered = new GatheredRows(weight, limitSeconds);
	for (const row of rowsOfSites(view, existing)) gathered.add(row);
	const reached: number[] = [];
	for (let from = 0; from < places.length; from += PLACES_AT_ONCE) {
		const some = places.slice(from, from + PLACES_AT_ONCE).map((position) => ({ position }));
		const placed = await session.travel.places(view.question.mode, positionsOf(some), { signal });
		if (placed === null) throw new MaillageError('error_siting_matrix');
		placed.forEach(({ row }, rank) => {
			if (row.demand.length === 0) return;
			gathered.add(row);
			reached.push(from + rank);
		});
		progress(Math.min(1, (from + PLACES_AT_ONCE) / places.length));
		signal.throwIfAborted();
	}
	return { ...gathered.pairs(withNowhere ? view.times.capSeconds + 1 : null), reached };
}

/** The rows of some of the territory's sites, out of its times. */
function rowsOfSites({ times }: View, sites: readonly number[]): SiteRow[] {
	const rankOf = new Int32Array(times.siteCount).fill(-1);
	sites.forEach((site, rank) => (rankOf[site] = rank));
	const entries = sites.map(() => ({ demand: [] as number[], toSite: [] as number[] }));
	for (let point = 0; point < times.demandCount; point++) {
		for (let entry = times.first[point]; entry < times.first[point + 1]; entry++) {
			const rank = rankOf[times.site[entry]];
			if (rank < 0) continue;
			entries[rank].demand.push(point);
			entries[rank].toSite.push(times.toSite[entry]);
		}
	}
	return entries.map(({ demand, toSite }) => {
		const seconds = Uint32Array.from(toSite);
		return { demand: Uint32Array.from(demand), toSite: seconds, fromSite: seconds };
	});
}

/** Rows of candidates, of which only the demand points that weigh something and are near enough are kept. */
class GatheredRows {
	readonly #weight: Float64Array;
	readonly #limitSeconds: number;
	readonly #served: Uint8Array;
	readonly #kept: { readonly demand: Uint32Array; readonly seconds: Uint32Array }[] = [];

	constructor(weight: Float64Array, limitSeconds: number) {
		this.#weight = weight;
		this.#limitSeconds = limitSeconds;
		this.#served = new Uint8Array(weight.length);
	}

	add({ demand, toSite }: SiteRow): void {
		const isKept = (at: number) => toSite[at] <= this.#limitSeconds && this.#weight[demand[at]] > 0;
		let count = 0;
		for (let at = 0; at < demand.length; at++) if (isKept(at)) count++;
		const [points, seconds] = [new Uint32Array(count), new Uint32Array(count)];
		for (let at = 0, next = 0; at < demand.length; at++) {
			if (!isKept(at)) continue;
			points[next] = demand[at];
			seconds[next++] = toSite[at];
			this.#served[demand[at]] = 1;
		}
		this.#kept.push({ demand: points, seconds });
	}

	/** @param nowhereSeconds time to a last candidate that serves everybody; null: none */
	pairs(nowhereSeconds: number | null): Omit<SitingPairs, 'reached'> {
		const everybody = Uint32Array.from(this.#weight.keys()).filter((point) => this.#weight[point] > 0);
		const points = everybody.filter((point) => nowhereSeconds !== null || this.#served[point] === 1);
		const pointsLeftOut = everybody.filter((point) => nowhereSeconds === null && this.#served[point] === 0);
		const rankOf = new Uint32Array(this.#weight.length);
		points.forEach((point, rank) => (rankOf[point] = rank));
		const rows = this.#kept.map(({ demand, seconds }) => ({ demand: demand.map((point) => rankOf[point]), seconds }));
		if (nowhereSeconds !== null) {
			rows.push({
				demand: points.map((_, rank) => rank),
				seconds: new Uint32Array(points.length).fill(nowhereSeconds)
			});
		}
		const first = new Uint32Array(rows.length + 1);
		rows.forEach(({ demand }, candidate) => (first[candidate + 1] = first[candidate] + demand.length));
		const [point, cost] = [new Uint32Array(first[rows.length]), new Uint32Array(first[rows.length])];
		rows.forEach(({ demand, seconds }, candidate) => {
			point.set(demand, first[candidate]);
			cost.set(seconds, first[candidate]);
		});
		const candidates = { demandCount: points.length, candidateCount: rows.length, first, point, cost };
		return {
			pairs: pairsFromCandidates(candidates),
			points,
			pointsLeftOut,
			nowhere: nowhereSeconds === null ? null : rows.length - 1
		};
	}
}
