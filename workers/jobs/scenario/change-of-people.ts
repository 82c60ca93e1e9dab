import type { ChangeOfPeople } from '#domain/scenario-answers.ts';
import {
	ACCESS_IMPROVED,
	ACCESS_REDUCED,
	ACCESS_UNCHANGED,
	ACCESS_UNKNOWN,
	POINT_UNATTACHED,
	type ChangeOfPoints
} from './change-of-points.ts';

export interface ChangeOfGroup {
	readonly people: ChangeOfPeople;
	/** Mean of after − before over the people for whom it is known; null when it is for nobody. */
	readonly meanChange: number | null;
}

const STATES = 5;

/**
 * People of each group by what becomes of their access, summed in the order of the demand points.
 * @param weights people of each demand point; NaN, not given, is nobody
 * @param group index of each demand point's group, −1 for none
 */
export function changeByGroup(
	{ states, change }: ChangeOfPoints,
	weights: Float64Array,
	group: Int32Array,
	groupCount: number
): ChangeOfGroup[] {
	const ofState = new Float64Array(STATES * groupCount);
	const known = new Float64Array(groupCount);
	const timesChange = new Float64Array(groupCount);
	for (let point = 0; point < states.length; point++) {
		const to = group[point];
		const people = weights[point];
		if (to < 0 || Number.isNaN(people)) continue;
		ofState[STATES * to + states[point]] += people;
		if (Number.isNaN(change[point])) continue;
		known[to] += people;
		timesChange[to] += people * change[point];
	}
	return Array.from({ length: groupCount }, (_, index) => {
		const people = (state: number) => ofState[STATES * index + state];
		const isKnown = known[index] > 0;
		return {
			people: {
				improved: people(ACCESS_IMPROVED),
				reduced: people(ACCESS_REDUCED),
				unchanged: people(ACCESS_UNCHANGED),
				unknown: people(ACCESS_UNKNOWN),
				unattached: people(POINT_UNATTACHED),
				peopleTimesChange: isKnown ? timesChange[index] : null
			},
			meanChange: isKnown ? timesChange[index] / known[index] : null
		};
	});
}

/**
 * The largest known change for the better, or for the worse, of a demand point where somebody lives, in units and above zero; null when
 * there is none.
 * @param state `ACCESS_IMPROVED` or `ACCESS_REDUCED`
 */
export function largestChange(
	{ states, change }: ChangeOfPoints,
	weights: Float64Array,
	group: Int32Array,
	state: number
): number | null {
	let largest = 0;
	for (let point = 0; point < states.length; point++) {
		// NaN is larger than nothing.
		if (states[point] !== state || group[point] < 0 || !(weights[point] > 0)) continue;
		if (Math.abs(change[point]) > largest) largest = Math.abs(change[point]);
	}
	return largest === 0 ? null : largest;
}
