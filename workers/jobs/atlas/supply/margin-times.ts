import type { Mode, TravelTimes } from '#domain/travel.ts';
import type { TravelSteps } from '../../travel/travel-source.ts';
import type { AtlasSession } from '../session.ts';

/**
 * Times from the demand points of the margin to the sites; null where nobody of the margin is known.
 * @throws MaillageError what the readers of the folder throw; the signal's reason once aborted
 */
export function marginTimes(
	{ travel, marginPopulation }: AtlasSession,
	mode: Mode,
	steps: TravelSteps
): Promise<TravelTimes> | null {
	if (marginPopulation === null || marginPopulation.count === 0) return null;
	return travel.timesOf(marginPopulation, mode, steps);
}
