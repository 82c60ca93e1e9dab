/**
 * The class that at least half of the people of each group do as well as, or better: the people-weighted median of the classes of its
 * points. Classes follow the order of values, so it is the class of the median value, whatever the values.
 * @param classOf class of each demand point
 * @param people one weight per demand point
 * @param group index of each demand point's group, −1 for none
 * @param bestFirst the classes, best first; points of any other class are left out
 * @param none what a group without anybody in those classes gets
 * @returns one class per group
 */
export function medianClassByGroup(
	classOf: Uint8Array,
	people: Float64Array,
	group: Int32Array | Uint32Array,
	groupCount: number,
	bestFirst: readonly number[],
	none: number
): Uint8Array {
	const rankOf = new Int16Array(256).fill(-1);
	bestFirst.forEach((one, rank) => (rankOf[one] = rank));
	const ranks = bestFirst.length;
	const peopleOfRank = new Float64Array(groupCount * ranks);
	for (let point = 0; point < classOf.length; point++) {
		const rank = rankOf[classOf[point]];
		if (rank >= 0 && group[point] >= 0) peopleOfRank[group[point] * ranks + rank] += people[point];
	}
	return Uint8Array.from({ length: groupCount }, (_, index) => {
		const rank = medianRank(peopleOfRank.subarray(index * ranks, (index + 1) * ranks));
		return rank === -1 ? none : bestFirst[rank];
	});
}

/** The first rank at which half of the weight is reached; −1 where there is no weight. */
function medianRank(weights: Float64Array): number {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (total === 0) return -1;
	let sum = 0;
	return weights.findIndex((weight) => (sum += weight) >= total / 2);
}
