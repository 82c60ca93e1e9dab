import type { TravelTimes } from '#domain/travel.ts';
import type { TerritoryTravel } from './territory-travel.ts';
import type { TravelSteps } from './travel-source.ts';

/** The travel times of every mode that a territory has, in the order of its modes. */
export async function timesOfEveryMode(travel: TerritoryTravel, steps: TravelSteps): Promise<TravelTimes[]> {
	const { modes } = travel;
	const times: TravelTimes[] = [];
	for (const mode of modes) {
		steps.signal?.throwIfAborted();
		const done = times.length;
		const onProgress = (share: number) => steps.onProgress?.((done + share) / modes.length);
		times.push(await travel.times(mode, { ...steps, onProgress }));
		onProgress(1);
	}
	return times;
}
