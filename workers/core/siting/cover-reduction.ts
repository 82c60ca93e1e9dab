import { kept, transposed, type CoverSets } from './cover-sets.ts';
import { dominated } from './dominance.ts';

/** A covering problem made smaller without losing its best solutions' number of sites. */
export interface ReducedCover {
	/** Candidates that some best solution opens, the fixed ones first. */
	readonly open: readonly number[];
	/** What is left to cover; empty when nothing is. */
	readonly left: CoverSets;
}

/**
 * The usual reductions of set covering (Toregas and ReVelle 1972), until none does anything: a point whose only candidate is known opens it,
 * points covered are left out, and so are points and candidates that another makes useless.
 * @param fixed candidates open whatever else is
 * @param stop asked now and then: true ends the reductions where they are
 */
export function reducedCover(
	sets: CoverSets,
	fixed: readonly number[],
	stop: () => boolean = () => false
): ReducedCover {
	const open = [...fixed];
	const isOpen = new Uint8Array(sets.siteCount);
	for (const site of fixed) isOpen[site] = 1;
	let left = uncovered(sets, isOpen);
	for (;;) {
		const before = left.site.length;
		const uselessPoint = dominated(left, 'larger', stop);
		left = kept(
			left,
			(point) => uselessPoint[point] === 0,
			() => true
		);
		const uselessSite = dominated(transposed(left), 'smaller', stop);
		left = kept(
			left,
			() => true,
			(site) => uselessSite[site] === 0
		);
		for (let point = 0; point + 1 < left.first.length; point++) {
			const only = left.site[left.first[point]];
			if (left.first[point + 1] - left.first[point] !== 1 || isOpen[only] === 1) continue;
			isOpen[only] = 1;
			open.push(only);
		}
		left = uncovered(left, isOpen);
		if (left.site.length === before || stop()) return { open, left };
	}
}

function uncovered(sets: CoverSets, isOpen: Uint8Array): CoverSets {
	const isCovered = (point: number) => {
		for (let entry = sets.first[point]; entry < sets.first[point + 1]; entry++) {
			if (isOpen[sets.site[entry]] === 1) return true;
		}
		return false;
	};
	return kept(
		sets,
		(point) => !isCovered(point),
		() => true
	);
}
