import type { LagrangianBound } from './lagrangian.ts';
import type { MedianCase } from './median-case.ts';

/** Below this share of a sum, differences are rounding. */
export const ROUNDING = 1e-9;

/** What is left to decide once a bound and a solution are known: any better solution has these sites open, those closed. */
export interface Narrowed {
	/** Per candidate: 1 open, 0 closed, 2 to be decided. */
	readonly state: Uint8Array;
	/** Highest cost at which each point is served in a better solution. */
	readonly dearest: Float64Array;
}

export const CLOSED = 0;
export const OPEN = 1;
export const UNDECIDED = 2;

/** Nothing decided but the fixed sites: where no solution is known. */
export function undecided(fixed: Uint8Array, demandCount: number): Narrowed {
	return {
		state: fixed.map((isFixed) => (isFixed === 1 ? OPEN : UNDECIDED)),
		dearest: new Float64Array(demandCount).fill(Infinity)
	};
}

/** The sum that a solution must not exceed to be better than one of `total`. */
export function betterThan({ whole }: MedianCase, total: number): number {
	return whole ? total - 1 + ROUNDING * Math.max(1, total) : total - ROUNDING * Math.abs(total);
}

/** The bound itself, or the next whole number above it where sums are whole, never above the solution known. */
export function tightened({ whole }: MedianCase, bound: number, total: number): number {
	const slack = ROUNDING * Math.max(1, Math.abs(total));
	if (total - bound <= slack) return total;
	return whole ? Math.min(total, Math.ceil(bound - slack)) : bound;
}

/**
 * Fixing by reduced costs (Beasley 1985, Christofides and Beasley 1982): closing an open site of the relaxation, or opening a closed one,
 * raises its bound by a known amount; where that goes past the best solution known, the choice is made. So for serving a point at
 * a cost above its price.
 * @param total sum of the best solution known
 */
export function narrowed(
	median: MedianCase,
	{ bound, price, reduced, chosen }: LagrangianBound,
	total: number
): Narrowed {
	const level = betterThan(median, total);
	let count = 0;
	let lastIn = -Infinity;
	let firstOut = Infinity;
	for (let site = 0; site < median.siteCount; site++) {
		if (chosen[site] === 1) count++;
		if (median.fixed[site] === 1) continue;
		if (chosen[site] === 1) lastIn = Math.max(lastIn, reduced[site]);
		else firstOut = Math.min(firstOut, reduced[site]);
	}
	// Fewer than p are chosen where a budget makes the others worth nothing: another then comes beside them, none in the place of one closed.
	if (count < median.p) lastIn = firstOut = 0;
	const state = new Uint8Array(median.siteCount).fill(UNDECIDED);
	for (let site = 0; site < median.siteCount; site++) {
		if (median.fixed[site] === 1) state[site] = OPEN;
		else if (chosen[site] === 1) {
			if (bound - reduced[site] + firstOut > level) state[site] = OPEN;
		} else if (bound + reduced[site] - lastIn > level) state[site] = CLOSED;
	}
	return { state, dearest: price.map((one) => one + Math.max(0, level - bound)) };
}

/**
 * The same where sites that the case holds open may be closed after all: without them it can only cost more, by their reduced cost at least.
 * @param closable one byte per candidate
 */
export function narrowedWithClosures(
	median: MedianCase,
	relaxed: LagrangianBound,
	total: number,
	closable: Uint8Array
): Narrowed {
	const left = narrowed(median, relaxed, total);
	const level = betterThan(median, total);
	closable.forEach((mayClose, site) => {
		if (mayClose === 0 || median.fixed[site] === 0) return;
		left.state[site] = relaxed.bound - relaxed.reduced[site] > level ? OPEN : UNDECIDED;
	});
	return left;
}
