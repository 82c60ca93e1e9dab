/**
 * Downhill simplex of Nelder and Mead (1965), with their coefficients: a local minimum of a function of a few variables that
 * needs no derivative. Deterministic.
 */
export function minimise(loss: (point: readonly number[]) => number, start: readonly number[], step: number): number[] {
	const evaluated = (point: number[]) => ({ point, loss: loss(point) });
	let simplex = [[...start], ...start.map((_, i) => start.map((value, j) => (i === j ? value + step : value)))].map(
		evaluated
	);
	for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
		simplex = simplex.toSorted((a, b) => a.loss - b.loss);
		const best = simplex[0];
		const worst = simplex[simplex.length - 1];
		if (worst.loss - best.loss <= TOLERANCE * best.loss) break;
		const kept = simplex.slice(0, -1);
		const centre = start.map((_, j) => kept.reduce((sum, { point }) => sum + point[j], 0) / kept.length);
		const along = (factor: number) => evaluated(centre.map((value, j) => value + factor * (worst.point[j] - value)));
		const reflected = along(-1);
		if (reflected.loss < best.loss) {
			const expanded = along(-2);
			simplex = [...kept, expanded.loss < reflected.loss ? expanded : reflected];
		} else if (reflected.loss < kept[kept.length - 1].loss) {
			simplex = [...kept, reflected];
		} else {
			const contracted = reflected.loss < worst.loss ? along(-0.5) : along(0.5);
			if (contracted.loss < Math.min(worst.loss, reflected.loss)) simplex = [...kept, contracted];
			else simplex = simplex.map(({ point }) => evaluated(point.map((value, j) => (value + best.point[j]) / 2)));
		}
	}
	return simplex[0].point;
}

const MAX_ITERATIONS = 2000;
/** Relative spread of the loss over the simplex at which to stop. */
const TOLERANCE = 1e-9;
