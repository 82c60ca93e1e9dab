import type { HoursChoice, HoursProposal, SitingChoice, SitingProposal } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { HoursSearch } from './search-hours.ts';
import type { FoundPlaces } from './search-places.ts';
import type { SitingCase } from './siting-case.ts';
import type { PlaceRowsRequest, SitingRows } from './siting-rows.ts';

export interface SitesRequest {
	readonly question: Question;
	readonly choice: SitingChoice;
}

export interface HoursRequest {
	readonly question: Question;
	readonly choice: HoursChoice;
}

/** A place proposed: its own name in a given list; null elsewhere. */
export interface NamelessPlace {
	readonly position: LonLat;
	readonly name: string | null;
}

export type NamedPlace = Pick<SitingProposal['newSites'][number], 'communeCode' | 'name'>;

/** What a search for places is given; the rows are moved to it. */
export interface PlacesSearch {
	readonly of: SitingCase;
	/** Of the places of the case, in their order, in any number of pieces. */
	readonly rows: readonly SitingRows[];
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** On the territory under the question's scenario. */
		sitingCase: Job<SitesRequest, SitingCase>;
		/** Times to some of the places of a case: asked piece by piece, so that other questions are answered between two. */
		placeRows: Job<PlaceRowsRequest, SitingRows>;
		/** In the worker of the search: long, told and cancelled. */
		searchPlaces: Job<PlacesSearch, FoundPlaces>;
		/** Names of places, and the communes that they are in. */
		placeNames: Job<readonly NamelessPlace[], readonly NamedPlace[]>;
		/** On the territory under the question's scenario. */
		hoursSearch: Job<HoursRequest, HoursSearch>;
		/** In the worker of the search: long, told and cancelled. */
		searchHours: Job<HoursSearch, HoursProposal>;
	}
}
