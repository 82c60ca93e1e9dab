import { UNREACHABLE } from '#domain/travel.ts';
import { ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import { viewNow } from '../atlas/figures.ts';
import type { Access } from '../atlas/access.ts';
import { freeTimeAsked } from '../atlas/hours/free-time.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { supplyOfPoints } from '../atlas/supply/supply-of-points.ts';
import type { View } from '../atlas/view.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import type { AccessOfPoints } from './change-of-points.ts';

/** Sums of fractions in another order differ by less; two supplies within this share of each other are the same. */
const SUPPLY_TOLERANCE = 1e-9;

const EXACT = { tolerance: 0 } as const;

/**
 * What a question compares, of each demand point on one side: minutes to the nearest counted site (coverage), whether one is open at the
 * cursor within the cutoff (moment), hours open within it (openings), usable by the profile (usable), or the supply.
 * @throws MaillageError what the readers of the folder throw; the signal's reason once aborted
 */
export async function accessOfPoints(session: AtlasSession, view: View, steps: TravelSteps): Promise<AccessOfPoints> {
	const { access, question, cutoffSeconds } = view;
	const { attached } = view.times;
	switch (question.form) {
		case 'coverage':
			return nearestOfPoints(access.nearest, attached);
		case 'moment': {
			const within = Float64Array.from(viewNow(view).nearestOpen, (one) => (one <= cutoffSeconds ? 1 : 0));
			const values = withoutUnknownHours(access, within);
			return { ...EXACT, unit: 'open', lessIsBetter: false, stepsPerUnit: 1, values, attached };
		}
		case 'openings': {
			const values = withoutUnknownHours(access, Float64Array.from(access.openMinutes));
			return { ...EXACT, unit: 'hours', lessIsBetter: false, stepsPerUnit: 60, values, attached };
		}
		case 'usable': {
			const freeTime = freeTimeAsked(session, question);
			const [seconds] = freeTime === null ? [null] : access.usable.seconds([freeTime]);
			return usableOfPoints(access, seconds);
		}
		case 'supply': {
			const { unit, best, values, sitesWithCapacity, countedSites } = await supplyOfPoints(session, view, steps);
			const isUnknown = best === 'most' && sitesWithCapacity === 0 && countedSites > 0;
			return {
				unit,
				lessIsBetter: best === 'least',
				stepsPerUnit: 1,
				values: isUnknown ? new Float64Array(values.length).fill(NaN) : values,
				attached,
				tolerance: SUPPLY_TOLERANCE
			};
		}
	}
}

/** @param nearest seconds to the nearest counted site, of each demand point */
export function nearestOfPoints(nearest: Uint32Array, attached: Uint8Array): AccessOfPoints {
	const values = Float64Array.from(nearest, (one) => (one === UNREACHABLE ? Infinity : one));
	return { ...EXACT, unit: 'minutes', lessIsBetter: true, stepsPerUnit: 60, values, attached };
}

/** @param seconds usable ones of each demand point; null where the free time is not known */
export function usableOfPoints(access: Access, seconds: Uint32Array | null): AccessOfPoints {
	const { attached, demandCount } = access.times;
	const values =
		seconds === null
			? new Float64Array(demandCount).fill(NaN)
			: withoutUnknownHours(access, Float64Array.from(seconds));
	return { ...EXACT, unit: 'hours', lessIsBetter: false, stepsPerUnit: 3600, values, attached };
}

/**
 * Not known where only sites of unknown hours are within the cutoff, and anywhere when the hours of no counted site are; where none counts,
 * none is open.
 */
function withoutUnknownHours({ hoursInReach, withKnownHours, counted }: Access, values: Float64Array): Float64Array {
	if (withKnownHours === 0 && counted.includes(1)) return values.fill(NaN);
	return values.map((value, point) => (hoursInReach[point] === ONLY_UNKNOWN_HOURS ? NaN : value));
}

/**
 * The people whom a change is told of, per demand point, NaN where the source gives none: those asked about; of usable hours those of the
 * profile, as in the sentence, where the data tells their ages.
 */
export function peopleOfChange({ territory }: AtlasSession, { question, weights }: View): Float64Array {
	if (question.form !== 'usable') return weights;
	const profile = profileInForce(question.profile, question.editedProfiles);
	const { people, basis } = profilePeople(territory.population, profile);
	return basis === 'not-covered' ? weights : people;
}
