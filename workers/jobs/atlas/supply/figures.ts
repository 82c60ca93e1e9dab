import type { EquityFigures, SupplyFigures } from '#domain/supply-answers.ts';
import { amountsByGroup } from '#core/access/amounts.ts';
import { unattachedByGroup } from '#core/access/coverage.ts';
import { shareOf } from '#core/access/share.ts';
import { fgtIndex } from '#core/equity/fgt.ts';
import { giniIndex } from '#core/equity/gini.ts';
import { amountShare, lorenzCurve, thinnedCurve } from '#core/equity/lorenz.ts';
import { palmaRatio } from '#core/equity/palma.ts';
import { DEFAULT_LOW_SUPPLY_SHARE } from '#core/sectors/threshold.ts';
import { supplyKnown, type SupplyOfPoints } from './supply-of-points.ts';

const LORENZ_POINTS = 200;

/**
 * The supply of people by group of demand points, in the order of the groups.
 * @param weights people asked about, one per demand point; NaN (not given) are nobody
 * @param group index of each demand point's group, −1 for none
 */
export function supplyFiguresByGroup(
	supply: SupplyOfPoints,
	weights: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number
): SupplyFigures[] {
	const { values, rising, best } = supply;
	const known = supplyKnown(supply, weights, group, groupCount);
	const { people, without, median, mean } = amountsByGroup(values, rising, weights, group, groupCount, best);
	const unknown = unknownByGroup(values, weights, attached, group, groupCount);
	const unattached = unattachedByGroup(weights, attached, group, groupCount);
	return Array.from({ length: groupCount }, (_, index): SupplyFigures => {
		const ofPeople = people[index];
		const none = without[index];
		return {
			median: known[index] === 1 ? finiteOrNull(median[index]) : null,
			mean: known[index] === 1 ? finiteOrNull(mean[index]) : null,
			none:
				known[index] === 1
					? { people: none, ofPeople, share: shareOf(none, ofPeople) }
					: { people: null, ofPeople, share: null },
			unknownPeople: unknown[index],
			unattachedPeople: unattached[index]
		};
	});
}

function unknownByGroup(
	values: Float64Array,
	weights: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number
): Float64Array {
	const unknown = new Float64Array(groupCount);
	for (let point = 0; point < values.length; point++) {
		const isUnknown = Number.isNaN(values[point]) && attached[point] === 1;
		if (isUnknown && group[point] >= 0 && weights[point] > 0) unknown[group[point]] += weights[point];
	}
	return unknown;
}

const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);

const NO_EQUITY: EquityFigures = { gini: null, palma: null, lowerHalfShare: null, fgt: null, lorenz: null };

/**
 * How evenly supply is shared between the people of one group. Lacking is told from half of the group's median down, as in the threshold of
 * under-served sectors.
 * @param figures of the same people, from `supplyFiguresByGroup`
 * @param inGroup 0 for the demand points of the group
 */
export function equityFigures(
	supply: SupplyOfPoints,
	{ median, none }: SupplyFigures,
	weights: Float64Array,
	inGroup: Int32Array
): EquityFigures {
	if (supply.best === 'least' || none.people === null) return NO_EQUITY;
	const [values, people] = risingOfGroup(supply, weights, inGroup);
	const curve = lorenzCurve(values, people);
	return {
		gini: giniIndex(values, people),
		palma: palmaRatio(values, people),
		lowerHalfShare: curve === null ? null : amountShare(curve, 0.5),
		fgt: median === null || median === 0 ? null : lacking(values, people, DEFAULT_LOW_SUPPLY_SHARE * median),
		lorenz: curve === null ? null : thinnedCurve(curve, LORENZ_POINTS)
	};
}

/** The Gini index alone, as `equityFigures` has it. */
export function giniOfGroup(
	supply: SupplyOfPoints,
	{ none }: SupplyFigures,
	weights: Float64Array,
	inGroup: Int32Array
): number | null {
	if (supply.best === 'least' || none.people === null) return null;
	return giniIndex(...risingOfGroup(supply, weights, inGroup));
}

function lacking(values: Float64Array, people: Float64Array, line: number): EquityFigures['fgt'] {
	const [headcount, gap, severity] = ([0, 1, 2] as const).map((aversion) => fgtIndex(values, people, line, aversion));
	return headcount === null || gap === null || severity === null ? null : { line, headcount, gap, severity };
}

/** Values and people of a group by rising value, which indices of inequality would else put in order each for itself. */
function risingOfGroup(
	{ values, rising }: SupplyOfPoints,
	weights: Float64Array,
	inGroup: Int32Array
): [values: Float64Array, people: Float64Array] {
	const points = rising.filter((point) => inGroup[point] === 0 && weights[point] > 0);
	return [Float64Array.from(points, (point) => values[point]), Float64Array.from(points, (point) => weights[point])];
}
