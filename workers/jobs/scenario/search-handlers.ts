import type { JobHandlers } from '#workers/protocol.ts';
import { searchHours } from './search-hours.ts';
import { searchPlaces } from './search-places.ts';

/** The jobs of a worker that searches for a proposal: they are given all that they need, and hold no territory. */
export function searchHandlers(): JobHandlers {
	return {
		searchPlaces: async (request, context) => ({ response: await searchPlaces(request, context), transfer: [] }),
		searchHours: async (request, context) => ({ response: await searchHours(request, context), transfer: [] })
	};
}
