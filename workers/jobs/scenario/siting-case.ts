import { MaillageError } from '#domain/notes.ts';
import type { SitingChoice } from '#domain/proposals.ts';
import type { Mode } from '#domain/travel.ts';
import type { JobContext } from '#workers/protocol.ts';
import { nearestPlaceName } from '../atlas/cards/nearest-place.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf } from '../atlas/view.ts';
import { placeIn } from './place-of.ts';
import type { NamedPlace, NamelessPlace, SitesRequest } from './proposal-jobs.ts';
import { sitingDemand, type SitingDemand } from './siting-demand.ts';
import { sitingPlaces, type SitingPlaces } from './siting-places.ts';
import { rowsOfSites, type SitingRows } from './siting-rows.ts';

/** What a search for places needs of the territory under its scenario, beside the times to the places. */
export interface SitingCase extends SitingDemand, SitingPlaces {
	readonly choice: Omit<SitingChoice, 'candidates'>;
	readonly mode: Mode;
	readonly cutoffSeconds: number;
	/** Longer times are of no use to the problem. */
	readonly limitSeconds: number;
	/** How far who reaches nothing is said to be, so that a mean time can be told; null where it is not asked. */
	readonly nowhereSeconds: number | null;
	/** Identifiers of the counted sites: the first candidates. */
	readonly existing: readonly string[];
	/** Ranks of `existing` that may close. */
	readonly closable: readonly number[];
	readonly siteRows: SitingRows;
}

/**
 * The case of a search for branches: the people asked about in the scope of the question, the sites that count, the places that may be taken.
 * The sites that the user names may close, the others stay. The mean time counts who reaches nothing within 30 minutes as one second more.
 * @throws MaillageError as `viewOf`, `sitingDemand`, `sitingPlaces`; `error_siting_no_place` where there is none to propose
 */
export async function sitingCase(
	session: AtlasSession,
	{ question, choice: { candidates, ...choice } }: SitesRequest,
	{ signal }: JobContext
): Promise<SitingCase> {
	const view = await viewOf(session, question, { signal });
	const places = sitingPlaces(session, view, candidates);
	if (places.positions.length === 0) throw new MaillageError('error_siting_no_place');
	const sites = [...view.counted.keys()].filter((site) => view.counted[site] === 1);
	const existing = sites.map((site) => session.territory.sites[site].id);
	const mayClose = new Set(choice.closable);
	const { problem } = choice;
	const { cutoffSeconds } = view;
	const limitSeconds = problem === 'mclp' || problem === 'lscp' ? cutoffSeconds : view.times.capSeconds;
	return {
		...sitingDemand(session, view, choice.weight),
		...places,
		choice,
		mode: question.mode,
		cutoffSeconds,
		limitSeconds,
		nowhereSeconds: problem === 'pmedian' ? view.times.capSeconds + 1 : null,
		existing,
		closable: [...existing.keys()].filter((rank) => mayClose.has(existing[rank])),
		siteRows: rowsOfSites(view, sites, limitSeconds)
	};
}

/** What places are called: their own names in a given list, else the hamlet's or the commune's. */
export async function placeNames(
	{ territory, basemap }: AtlasSession,
	places: readonly NamelessPlace[]
): Promise<readonly NamedPlace[]> {
	return places.map(({ position, name }) => {
		const { commune } = placeIn(territory, position);
		return {
			communeCode: commune?.code ?? null,
			name: name ?? nearestPlaceName(basemap, position) ?? commune?.name ?? ''
		};
	});
}
