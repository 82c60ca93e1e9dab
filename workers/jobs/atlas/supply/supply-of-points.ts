import type { MarginDemand, SupplyUnit } from '#domain/supply-answers.ts';
import type { SupplyMeasure } from '#domain/supply-measure.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { byRisingValue } from '#core/access/amounts.ts';
import { hoursInReach, hoursKnownByGroup, ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import { pairsOfTimes } from '#core/access/travel-pairs.ts';
import type { TravelSteps } from '../../travel/travel-source.ts';
import { LeastRecent } from '../least-recent.ts';
import type { AtlasSession } from '../session.ts';
import type { View } from '../view.ts';
import { capacitiesOf } from './capacity.ts';
import { marginTimes } from './margin-times.ts';
import { measured, reachSeconds, supplyUnit } from './measure.ts';

/** The supply of each demand point under a question, whoever it is asked of. Kept and shared: to be read, never written. */
export interface SupplyOfPoints {
	readonly unit: SupplyUnit;
	/** `least`: minutes, of which Infinity is none (beyond the times that are computed). `most`: amounts, of which 0 is none. */
	readonly best: 'most' | 'least';
	/** One per demand point; NaN where it reaches counted sites and the capacity of none of them is known. */
	readonly values: Float64Array;
	/** Attached demand points of known values, by rising value. */
	readonly rising: Uint32Array;
	/** From `hoursInReach`, of capacities in the place of hours. */
	readonly inReach: Uint8Array;
	readonly countedSites: number;
	/** All the counted ones where the measure needs none. */
	readonly sitesWithCapacity: number;
	readonly capacityReachingNobody: number | null;
	readonly margin: MarginDemand | null;
}

const SUPPLIES_KEPT = 8;
const keptOf = new WeakMap<AtlasSession, LeastRecent<SupplyOfPoints>>();

/**
 * The supply of every demand point under a question, kept by what it follows. People of the whole territory share, whoever is asked about.
 * @throws MaillageError what the readers of the folder throw; the signal's reason once aborted
 */
export async function supplyOfPoints(session: AtlasSession, view: View, steps: TravelSteps): Promise<SupplyOfPoints> {
	const { measure, mode, withNeighbours } = view.question;
	const isShared = measure.method === '2sfca' || measure.method === 'e2sfca';
	const ofMargin = isShared && withNeighbours ? await marginTimes(session, mode, steps) : null;
	const kept = keptOf.get(session) ?? new LeastRecent<SupplyOfPoints>(SUPPLIES_KEPT);
	keptOf.set(session, kept);
	return kept.get(keyOf(view), () => computed(session, view, ofMargin));
}

/** What the supply of points follows, and nothing else. */
function keyOf({ question }: View): string {
	const { mode, cutoffMinutes, week, withNeighbours, supply, measure } = question;
	const { method, capacity, rank } = measure;
	const { kindsLeftOut, takenIn, leftOut } = supply;
	const sites = [mode, withNeighbours, kindsLeftOut, takenIn, leftOut];
	if (method === 'nearest') return JSON.stringify([method, rank, ...sites]);
	const cutoff = method === 'e2sfca' ? null : cutoffMinutes;
	return JSON.stringify([method, capacity, cutoff, capacity === 'surface' ? null : week, ...sites]);
}

function computed(session: AtlasSession, view: View, ofMargin: TravelTimes | null): SupplyOfPoints {
	const { territory, marginPopulation } = session;
	const { times, counted, weeks, cutoffSeconds, question } = view;
	const { measure } = question;
	const capacity = capacitiesOf(territory.sites, weeks, counted, measure.capacity);
	const known = knownCapacities(measure, counted, capacity);
	const demand = { pairs: pairsOfTimes(times), people: territory.population.people };
	const margin =
		ofMargin === null || marginPopulation === null
			? null
			: { pairs: pairsOfTimes(ofMargin), people: marginPopulation.people };
	const { values, capacityReachingNobody, marginCapacity } = measured(
		measure,
		demand,
		margin,
		counted,
		capacity,
		cutoffSeconds
	);
	const inReach = hoursInReach(times, counted, known, reachSeconds(measure, times, cutoffSeconds));
	const ofPoints = values.map((value, point) => (inReach[point] === ONLY_UNKNOWN_HOURS ? NaN : value));
	const sitesWithCapacity = sumOf(known);
	return {
		unit: supplyUnit(measure),
		best: measure.method === 'nearest' ? 'least' : 'most',
		values: ofPoints,
		rising: byRisingValue(ofPoints, times.attached),
		inReach,
		countedSites: sumOf(counted),
		sitesWithCapacity,
		capacityReachingNobody: sitesWithCapacity === 0 ? null : capacityReachingNobody,
		margin: ofMargin === null || margin === null ? null : marginDemand(ofMargin.attached, margin.people, marginCapacity)
	};
}

/** One byte per site: 1 where it counts and what it offers is known. */
function knownCapacities({ method }: SupplyMeasure, counted: Uint8Array, capacity: Float64Array): Uint8Array {
	return method === 'nearest' ? counted : Uint8Array.from(capacity, (each) => (Number.isNaN(each) ? 0 : 1));
}

function marginDemand(attached: Uint8Array, people: Float64Array, capacity: number): MarginDemand {
	const [all, unattached] = people.reduce(
		([sum, apart], each, point) => [sum + each, attached[point] === 0 ? apart + each : apart],
		[0, 0]
	);
	return { people: all, unattachedPeople: unattached, capacity };
}

/**
 * One byte per group of demand points: 1 where the supply of its people is known: not where somebody of it reaches a counted site and none
 * of those that the group reaches has a known capacity, nor where no counted site at all has.
 */
export function supplyKnown(
	{ inReach, sitesWithCapacity, best }: SupplyOfPoints,
	people: Float64Array,
	group: Int32Array | Uint32Array,
	groupCount: number
): Uint8Array {
	if (best === 'most' && sitesWithCapacity === 0) return new Uint8Array(groupCount);
	return hoursKnownByGroup(inReach, people, group, groupCount);
}

const sumOf = (bytes: Uint8Array) => bytes.reduce((sum, one) => sum + one, 0);
