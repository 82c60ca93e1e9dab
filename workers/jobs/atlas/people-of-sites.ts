import { peopleInReach } from '#core/access/catchment.ts';
import { peopleOnlyHere } from '#core/access/only-here.ts';
import type { TravelTimes } from '#domain/travel.ts';
import type { View } from './view.ts';

/** People of the scope by site: to be read, never written. */
export interface PeopleOfSites {
	/** Those within the cutoff of each site. */
	readonly within: Float64Array;
	/** Those who reach no other counted one. */
	readonly onlyHere: Float64Array;
}

type Asked = Pick<View, 'weights' | 'inScope' | 'cutoffSeconds' | 'counted'>;

// Both sides of a scenario, with and without the neighbours.
const KEPT = 4;
const keptOf = new WeakMap<TravelTimes, readonly (Asked & { readonly people: PeopleOfSites })[]>();

/** The people of each site: hours change nothing of it, so that one edit of them after the other shares it. */
export function peopleOfSites({ times, counted, weights, inScope, cutoffSeconds }: View): PeopleOfSites {
	const asked: Asked = { counted, weights, inScope, cutoffSeconds };
	const kept = keptOf.get(times) ?? [];
	const known = kept.find((one) => isSame(one, asked));
	if (known !== undefined) return known.people;
	const weightsInScope = new Float64Array(weights.length);
	for (let point = 0; point < weights.length; point++) {
		weightsInScope[point] = inScope[point] === 1 ? weights[point] : NaN;
	}
	const people = {
		within: peopleInReach(times, weightsInScope, cutoffSeconds),
		onlyHere: peopleOnlyHere(times, counted, weights, inScope, cutoffSeconds)
	};
	keptOf.set(times, [{ ...asked, people }, ...kept].slice(0, KEPT));
	return people;
}

/** Weights and scopes are kept and shared by sessions; what counts is made again by each. */
function isSame(one: Asked, other: Asked): boolean {
	return (
		one.weights === other.weights &&
		one.inScope === other.inScope &&
		one.cutoffSeconds === other.cutoffSeconds &&
		one.counted.length === other.counted.length &&
		one.counted.every((counts, site) => counts === other.counted[site])
	);
}
