import type { SectorsPeople } from '#domain/sectors-answer.ts';
import { CAUSE_CAPACITY, CAUSE_DISTANCE, CAUSE_HOURS } from '#core/sectors/cause.ts';
import { POINT_IN_DEFICIT, POINT_UNATTACHED, POINT_UNKNOWN } from '#core/sectors/deficit.ts';
import type { SectorsFound } from './find.ts';

/** The people of a territory by what its threshold says of them. */
export function sectorsPeople(
	people: Float64Array,
	{ threshold, states, causes, smoothed, groups }: SectorsFound
): SectorsPeople {
	const where = (isOne: (point: number) => boolean) =>
		people.reduce((sum, each, point) => (isOne(point) ? sum + each : sum), 0);
	const below = (point: number) => states[point] === POINT_IN_DEFICIT;
	const ofCause = (cause: number) => where((point) => causes[point] === cause);
	return {
		below: where(below),
		belowByCause: {
			distance: ofCause(CAUSE_DISTANCE),
			hours: ofCause(CAUSE_HOURS),
			capacity: ofCause(CAUSE_CAPACITY)
		},
		hoursUnknown: threshold.minimumUsableSeconds === null ? null : where((point) => states[point] === POINT_UNKNOWN),
		unattached: where((point) => states[point] === POINT_UNATTACHED),
		takenIn: where((point) => smoothed[point] === 1 && !below(point)),
		leftOut: where((point) => smoothed[point] === 0 && below(point)),
		inSectors: groups.people.reduce((sum, each) => sum + each, 0),
		notIndividualised: groups.peopleNotIndividualised
	};
}
