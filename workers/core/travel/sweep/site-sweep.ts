import { UNREACHABLE } from '#domain/travel.ts';
import type { RoadGraph } from '../../roads/road-graph.ts';
import { arrivals, departures, edgeArcs, type EdgeArcs } from '../attachments.ts';
import type { ContractionOptions } from '../hierarchy/contract.ts';
import { reverseHierarchy, type Hierarchy } from '../hierarchy/hierarchy.ts';
import { toSeconds } from '../many-to-many.ts';
import { FAR } from '../search-graph.ts';
import type { SiteRow } from '../site-rows.ts';
import { SiteSearch, type SiteSearchOptions } from '../site-search.ts';
import { snapsAt, type Snaps } from '../snap.ts';
import { WaysBack } from '../ways-back.ts';
import { allBatches } from './batches.ts';
import { FARTHEST, LANES } from './lanes.ts';
import { sweepLayout, type SweepLayout } from './layout.ts';
import { readied, type SweepPartner } from './partner.ts';
import { sourcesOfSites } from './site-sources.ts';
import { twoWayProgram, TwoWaySweep, type TwoWayProgram, type TwoWaySources } from './two-way-sweep.ts';

/** What looks after long work, and a second worker that takes a part of it. */
export interface SiteSweepSteps extends Pick<ContractionOptions, 'pause' | 'signal'> {
	readonly partner?: SweepPartner | null;
}

/** Some sites that are swept together. */
interface Batch {
	/** Ranks of the sites. */
	readonly ranks: Uint32Array;
	readonly snaps: Snaps;
	readonly sources: TwoWaySources;
}

/**
 * Rows of many sites by sweeps: the same as SiteSearch finds them one by one. What depends on the roads and the demand
 * points alone is made once.
 */
export class SiteSweep {
	readonly #graph: RoadGraph;
	readonly #demand: Snaps;
	readonly #options: Required<SiteSearchOptions>;
	readonly #driving: EdgeArcs;
	readonly #sweep: TwoWaySweep;
	/** The second worker, and the program it is given when it first sweeps; null without one. */
	readonly #helped: { readonly partner: SweepPartner; readonly program: TwoWayProgram } | null;
	#search: SiteSearch | null = null;
	#waysBack: WaysBack | null = null;

	/**
	 * Lays out the sweeps of both directions, a second or so each for a million nodes, side by side where there is a partner.
	 * @param hierarchy of graph.search
	 * @param steps what is awaited and looked at between the two
	 * @throws the signal's reason once aborted
	 */
	static async create(
		graph: RoadGraph,
		hierarchy: Hierarchy,
		demand: Snaps,
		{ capSeconds, accessLeg = 'timed' }: SiteSearchOptions,
		{ pause, signal, partner = null }: SiteSweepSteps = {}
	): Promise<SiteSweep> {
		const driving = edgeArcs(graph);
		const helper = await readied(partner, hierarchy.nodeCount);
		signal?.throwIfAborted();
		const coming = arrivals(graph, demand, accessLeg, driving);
		const laidOut = helper?.layOut(hierarchy, coming, signal ? { signal } : {}).catch(() => null);
		const there = sweepLayout(reverseHierarchy(hierarchy), departures(graph, demand, accessLeg));
		await pause?.();
		signal?.throwIfAborted();
		const back = (await laidOut) ?? sweepLayout(hierarchy, coming);
		signal?.throwIfAborted();
		const program = programFor(helper, hierarchy, there, back);
		return new SiteSweep(
			graph,
			demand,
			{ capSeconds, accessLeg },
			driving,
			TwoWaySweep.of(program),
			helper && { partner: helper, program }
		);
	}

	private constructor(
		graph: RoadGraph,
		demand: Snaps,
		options: Required<SiteSearchOptions>,
		driving: EdgeArcs,
		sweep: TwoWaySweep,
		helped: { readonly partner: SweepPartner; readonly program: TwoWayProgram } | null
	) {
		this.#graph = graph;
		this.#demand = demand;
		this.#options = options;
		this.#driving = driving;
		this.#sweep = sweep;
		this.#helped = helped;
	}

	/**
	 * The demand points within the cap of each site, with the times there and back. The way back is given whatever it takes.
	 * @param steps awaited, looked at and told between batches of sites
	 * @throws the signal's reason once aborted
	 */
	async rows(sites: Snaps, { onProgress, pause, signal }: ContractionOptions = {}): Promise<SiteRow[]> {
		const limit = this.#options.capSeconds * 10 + 4;
		const batches = this.#batches(sites);
		const rows = new Array<SiteRow>(sites.count);
		const isDone = new Uint8Array(batches.length);
		let [own, others] = [0, 0];
		const tell = () => onProgress?.(Math.min(1, own / sites.count + others));
		const take = (batch: number, found: (sources: TwoWaySources) => readonly SiteRow[]) => {
			const { ranks, snaps, sources } = batches[batch];
			const whole =
				limit > FARTHEST
					? Array.from(ranks, (_, i) => this.#searchedRow(snaps, i))
					: this.#withWaysBack(found(sources), snaps);
			whole.forEach((row, i) => (rows[ranks[i]] = row));
			isDone[batch] = 1;
		};
		const sweep = (sources: TwoWaySources) => this.#sweep.rows(sources, limit);
		const shared = this.#shared(batches, limit, (share) => ((others = share), tell()), signal);
		const next = shared?.next ?? allBatches();
		for (let batch = next(); batch < batches.length; batch = next()) {
			await pause?.();
			signal?.throwIfAborted();
			take(batch, sweep);
			own += batches[batch].ranks.length;
			tell();
		}
		for (const [batch, found] of (await shared?.rows) ?? []) {
			await pause?.();
			signal?.throwIfAborted();
			take(batch, () => found);
		}
		// What a partner that failed had taken.
		for (let batch = isDone.indexOf(0); batch >= 0; batch = isDone.indexOf(0)) {
			await pause?.();
			signal?.throwIfAborted();
			take(batch, sweep);
		}
		onProgress?.(1);
		return rows;
	}

	/** Starts the partner on its share of the batches; null where it is not worth it. */
	#shared(batches: readonly Batch[], limit: number, onProgress: (share: number) => void, signal?: AbortSignal) {
		if (this.#helped === null || limit > FARTHEST || batches.length < 2) return null;
		const { partner, program } = this.#helped;
		const siteCount = batches.reduce((sum, { ranks }) => sum + ranks.length, 0);
		if (siteCount * this.#graph.search.nodeCount < partner.least.siteNodes) return null;
		const sources = batches.map((batch) => batch.sources);
		const { next, rows } = partner.sweep(program, sources, limit, { onProgress, ...(signal && { signal }) });
		return { next, rows: rows.catch(() => NO_ROWS) };
	}

	/** The sites by neighbours, as many together as sweeps take at once. */
	#batches(sites: Snaps): Batch[] {
		const order = this.#sweep.order(this.#sourcesOf(sites));
		return Array.from({ length: Math.ceil(sites.count / LANES) }, (_, batch) => {
			const ranks = order.subarray(batch * LANES, (batch + 1) * LANES);
			const snaps = snapsAt(sites, Array.from(ranks));
			return { ranks, snaps, sources: this.#sourcesOf(snaps) };
		});
	}

	#sourcesOf(sites: Snaps): TwoWaySources {
		return sourcesOfSites(this.#graph, this.#demand, sites, this.#options.accessLeg, this.#driving);
	}

	/**
	 * The same rows with the ways back that the sweep did not find: by searches from their sites, or towards their demand points,
	 * whichever are fewer.
	 */
	#withWaysBack(rows: readonly SiteRow[], sites: Snaps): SiteRow[] {
		const openPoints = new Set<number>();
		const openSites = new Set<number>();
		rows.forEach(({ demand, fromSite }, site) => {
			for (let entry = fromSite.indexOf(UNREACHABLE); entry >= 0; entry = fromSite.indexOf(UNREACHABLE, entry + 1)) {
				openPoints.add(demand[entry]);
				openSites.add(site);
			}
		});
		if (openSites.size <= openPoints.size) {
			return rows.map((row, site) => (openSites.has(site) ? this.#searchedRow(sites, site) : row));
		}
		this.#waysBack ??= new WaysBack(this.#graph, this.#demand, this.#options.accessLeg, this.#driving);
		const leaving = this.#waysBack.leaving(sites);
		for (const point of openPoints) {
			const times = this.#waysBack.to(point, sites, leaving);
			rows.forEach(({ demand, fromSite }, site) => {
				const entry = entryOf(demand, point);
				if (entry >= 0 && times[site] < FAR) fromSite[entry] = toSeconds(times[site]);
			});
		}
		return [...rows];
	}

	#searchedRow(sites: Snaps, rank: number): SiteRow {
		this.#search ??= new SiteSearch(this.#graph, this.#demand, this.#options);
		return this.#search.row(sites, rank);
	}
}

const NO_ROWS: ReadonlyMap<number, readonly SiteRow[]> = new Map();

/** The program of this worker, and of its partner if it has one: copied where no shared memory is to be had. */
function programFor(partner: SweepPartner | null, hierarchy: Hierarchy, there: SweepLayout, back: SweepLayout) {
	try {
		return twoWayProgram(hierarchy, there, back, partner?.kind ?? 'copied');
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return twoWayProgram(hierarchy, there, back, 'copied');
	}
}

/** Place of a demand point in a row, by bisection; −1 where it is not in it. */
function entryOf(demand: Uint32Array, point: number): number {
	let [low, high] = [0, demand.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (demand[middle] < point) low = middle + 1;
		else high = middle;
	}
	return demand[low] === point ? low : -1;
}
