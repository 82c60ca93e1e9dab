import type { Cut } from './removable-cuts.ts';

/** Lengths are counted in quarters of an hour, rounded up: no cuts long enough are overlooked. */
const UNIT_MINUTES = 15;

/**
 * Cuts of the least loss that together take so many minutes away, one at most in an opening, losses being added up: dynamic programming
 * over the openings. Infinity where all of them are too short.
 * @param cuts by opening
 */
export function leastLoss(
	cuts: readonly Cut[],
	losses: Float64Array,
	minutes: number
): { readonly loss: number; readonly chosen: readonly number[] } {
	const row = Math.ceil(minutes / UNIT_MINUTES) + 1;
	const firsts = cuts.flatMap(({ opening }, rank) => (rank === 0 || cuts[rank - 1].opening !== opening ? [rank] : []));
	// Of the openings from each on, by units still to take.
	const least = new Float64Array((firsts.length + 1) * row).fill(Infinity);
	const taken = new Int32Array(firsts.length * row).fill(-1);
	least[firsts.length * row] = 0;
	for (let opening = firsts.length - 1; opening >= 0; opening--) {
		const end = firsts[opening + 1] ?? cuts.length;
		for (let left = 0; left < row; left++) {
			const at = opening * row + left;
			least[at] = least[at + row];
			for (let rank = firsts[opening]; rank < end; rank++) {
				const loss = losses[rank] + least[(opening + 1) * row + Math.max(0, left - unitsOf(cuts[rank]))];
				if (loss < least[at]) [least[at], taken[at]] = [loss, rank];
			}
		}
	}
	const chosen: number[] = [];
	for (let [opening, left] = [0, row - 1]; opening < firsts.length; opening++) {
		const rank = taken[opening * row + left];
		if (rank < 0) continue;
		chosen.push(rank);
		left = Math.max(0, left - unitsOf(cuts[rank]));
	}
	return { loss: least[row - 1], chosen };
}

const unitsOf = ({ start, end }: Cut) => Math.ceil((end - start) / UNIT_MINUTES);
