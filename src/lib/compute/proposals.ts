import type { HoursProposal, SitingProposal } from '#domain/proposals.ts';
import { buffersOf } from '#workers/buffers.ts';
import type { FoundPlaces } from '#workers/jobs/scenario/search-places.ts';
import type { HoursRequest, SitesRequest } from '#workers/jobs/scenario/proposal-jobs.ts';
import type { SitingCase } from '#workers/jobs/scenario/siting-case.ts';
import type { SitingRows } from '#workers/jobs/scenario/siting-rows.ts';
import { timedSearch } from '#workers/timed-search.ts';
import { watchedWorker } from '#workers/watched-worker.ts';
import type { WorkerClient, WorkerLike } from '#workers/worker-client.ts';

export type { HoursRequest, SitesRequest };

/** Of the work, the share that the territory is asked its part for; the search has the rest. */
const TERRITORY_SHARE = 0.3;
/** Places whose times are asked together: a few sweeps, in which the worker of the territory answers nothing else. */
const PLACES_AT_ONCE = 64;

/** How a search is told and cancelled. */
export interface SearchSteps {
	readonly signal: AbortSignal;
	/** Share done, 0 … 1, of the whole. */
	onProgress(share: number): void;
}

/**
 * Searches for proposals: the worker of the territory is asked for what they need, in pieces, and for the names of what was found; the search
 * itself runs in a worker of its own, so that the map goes on being answered meanwhile.
 */
export class Proposals {
	readonly #territory: WorkerClient;
	readonly #makeSearch: () => WorkerLike;

	constructor(territory: WorkerClient, makeSearch: () => WorkerLike = searchWorker) {
		this.#territory = territory;
		this.#makeSearch = makeSearch;
	}

	/**
	 * Where to put branches.
	 * @throws MaillageError as `sitingCase`, `rowsOfPlaces` and `searchPlaces`; `error_search_overtime`; an AbortError once the signal is aborted
	 */
	async sites(request: SitesRequest, { signal, onProgress }: SearchSteps): Promise<SitingProposal> {
		const of = await this.#territory.run('sitingCase', request, { signal });
		const told = (share: number) => onProgress(share * TERRITORY_SHARE);
		const rows = await this.#rowsOfPlaces(of, { signal, onProgress: told });
		const found = await timedSearch(this.#makeSearch, 'searchPlaces', { of, rows }, request.choice.timeLimitSeconds, {
			signal,
			onProgress: (share) => onProgress(TERRITORY_SHARE + share * (1 - TERRITORY_SHARE)),
			transfer: buffersOf([of.siteRows, rows])
		});
		return this.#named(of, found, signal);
	}

	/**
	 * Which hours to add, to move or to take away.
	 * @throws MaillageError as `hoursSearch` and `searchHours`; `error_search_overtime`; an AbortError once the signal is aborted
	 */
	async hours(request: HoursRequest, { signal, onProgress }: SearchSteps): Promise<HoursProposal> {
		const search = await this.#territory.run('hoursSearch', request, {
			signal,
			onProgress: (share) => onProgress(share * TERRITORY_SHARE)
		});
		return timedSearch(this.#makeSearch, 'searchHours', search, request.choice.timeLimitSeconds, {
			signal,
			onProgress: (share) => onProgress(TERRITORY_SHARE + share * (1 - TERRITORY_SHARE))
		});
	}

	async #rowsOfPlaces(
		{ mode, positions, limitSeconds }: SitingCase,
		{ signal, onProgress }: SearchSteps
	): Promise<SitingRows[]> {
		const rows: SitingRows[] = [];
		for (let from = 0; from < positions.length; from += PLACES_AT_ONCE) {
			const places = positions.slice(from, from + PLACES_AT_ONCE);
			rows.push(await this.#territory.run('placeRows', { mode, places, limitSeconds }, { signal }));
			onProgress((from + places.length) / positions.length);
		}
		return rows;
	}

	async #named(
		{ positions, names }: SitingCase,
		{ newSites, ...found }: FoundPlaces,
		signal: AbortSignal
	): Promise<SitingProposal> {
		const places = newSites.map(({ place }) => ({ position: positions[place], name: names?.[place] ?? null }));
		const named = await this.#territory.run('placeNames', places, { signal });
		return {
			...found,
			newSites: newSites.map(({ peopleOnlyHere }, rank) => ({
				position: places[rank].position,
				...named[rank],
				peopleOnlyHere
			}))
		};
	}
}

function searchWorker(): WorkerLike {
	return watchedWorker(new Worker(new URL('../../../workers/search.worker.ts', import.meta.url), { type: 'module' }));
}
