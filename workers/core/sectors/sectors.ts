import type { Contiguity } from './contiguity.ts';
import { POINT_IN_DEFICIT, POINT_UNATTACHED } from './deficit.ts';

/** Demand points gathered in sectors. */
export interface SectorGroups {
	/** Sector of each demand point, −1 for none; sectors stand by their first point. */
	readonly sectorOf: Int32Array;
	/** People of each sector. */
	readonly people: Float64Array;
	/** People, after smoothing, of groups too small to be told apart: with those of the sectors, all of `smoothed`. */
	readonly peopleNotIndividualised: number;
}

/**
 * Share of the people around whom a point must differ from to change. Two thirds, not half: a hamlet that the threshold cuts in two does not
 * go whole from one side to the other when a few of its people do. A choice of this project.
 */
const SMOOTHING_MAJORITY = 2 / 3;

/**
 * Smooths by a strong majority: a point takes the state that `SMOOTHING_MAJORITY` of the people around it are in, itself among them, and
 * else keeps its own. A point that is off the network neither changes nor counts; one that is not known counts as not in deficit. One
 * point that a small change of the data tips over does not open, close or split a sector, and a higher threshold still takes no point out.
 * @param states from `pointStates`
 * @param people one weight per demand point
 * @param around whose people count for each point
 * @returns one byte per point, 1 where it is in deficit
 */
export function smoothedDeficit(
	states: Uint8Array,
	people: Float64Array,
	{ first, neighbour }: Contiguity
): Uint8Array {
	return Uint8Array.from(states, (state, point) => {
		if (state === POINT_UNATTACHED) return 0;
		const isBelow = state === POINT_IN_DEFICIT;
		let [below, above] = isBelow ? [people[point], 0] : [0, people[point]];
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const other = neighbour[entry];
			if (states[other] === POINT_UNATTACHED) continue;
			if (states[other] === POINT_IN_DEFICIT) below += people[other];
			else above += people[other];
		}
		const others = isBelow ? above : below;
		const changes = others > 0 && others >= SMOOTHING_MAJORITY * (below + above);
		return isBelow !== changes ? 1 : 0;
	});
}

/**
 * Contiguous groups of the points in deficit with at least `minimumPeople`.
 * @param smoothed from `smoothedDeficit`
 * @param joining which points are of one group
 * @param minimumPeople INSEE asks that cells never be read one by one: a smaller group is not told apart
 */
export function groupSectors(
	smoothed: Uint8Array,
	people: Float64Array,
	joining: Contiguity,
	minimumPeople: number
): SectorGroups {
	const sectorOf = new Int32Array(smoothed.length).fill(-1);
	const seen = new Uint8Array(smoothed.length);
	const sectorPeople: number[] = [];
	let peopleNotIndividualised = 0;
	for (let point = 0; point < smoothed.length; point++) {
		if (smoothed[point] === 0 || seen[point] === 1) continue;
		const group = groupFrom(point, smoothed, joining, seen);
		const sum = group.reduce((total, member) => total + people[member], 0);
		if (sum < minimumPeople) {
			peopleNotIndividualised += sum;
			continue;
		}
		for (const member of group) sectorOf[member] = sectorPeople.length;
		sectorPeople.push(sum);
	}
	return { sectorOf, people: Float64Array.from(sectorPeople), peopleNotIndividualised };
}

/** The points in deficit that a chain of neighbours leads to, marked in `seen`. */
function groupFrom(start: number, smoothed: Uint8Array, { first, neighbour }: Contiguity, seen: Uint8Array): number[] {
	const group = [start];
	seen[start] = 1;
	for (const point of group) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const other = neighbour[entry];
			if (smoothed[other] === 0 || seen[other] === 1) continue;
			seen[other] = 1;
			group.push(other);
		}
	}
	return group.sort((one, other) => one - other);
}
