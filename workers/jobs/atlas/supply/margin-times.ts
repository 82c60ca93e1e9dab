import type { Mode, TravelTimes } from '#domain/travel.ts';
import { Remembered } from '../../travel/remembered.ts';
import type { TravelSteps } from '../../travel/travel-source.ts';
import type { AtlasSession } from '../session.ts';

// By travel source, which sessions that differ by hours alone share.
const timesOf = new WeakMap<AtlasSession['travel'], Remembered<Mode, TravelTimes>>();

/**
 * Times from the demand points of the margin to the sites, computed when first asked for and kept; null where nobody of the margin is known.
 * @throws MaillageError what the readers of the folder throw; the signal's reason once aborted
 */
export function marginTimes(
	{ travel, marginPopulation }: AtlasSession,
	mode: Mode,
	steps: TravelSteps
): Promise<TravelTimes> | null {
	if (marginPopulation === null || marginPopulation.count === 0) return null;
	const known = timesOf.get(travel) ?? new Remembered<Mode, TravelTimes>();
	timesOf.set(travel, known);
	return known.get(mode, () => travel.timesOf(marginPopulation, mode, steps));
}
