/**
 * Mean of a value over the people of each group.
 * @param values one per demand point
 * @param people one weight per demand point; NaN (not given) and 0 are left out
 * @param attached one byte per demand point; 0 is left out
 * @param group index of each demand point's group, −1 for none
 * @returns one value per group; NaN where nobody is left
 */
export function meanByGroup(
	values: Uint32Array,
	people: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number
): Float64Array {
	const sum = new Float64Array(groupCount);
	const total = new Float64Array(groupCount);
	for (let point = 0; point < values.length; point++) {
		const to = group[point];
		const weight = people[point];
		if (to < 0 || attached[point] === 0 || !(weight > 0)) continue;
		sum[to] += weight * values[point];
		total[to] += weight;
	}
	return sum.map((each, index) => each / total[index]);
}
