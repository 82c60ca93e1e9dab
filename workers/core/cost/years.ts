import type { CostSettings, CostYear } from '#domain/cost.ts';

interface YearlyFigures {
	/** Each year, staff and running costs; null when not known. */
	readonly yearlyEuros: number | null;
	/** Once, in the first year. */
	readonly investmentEuros: number;
	/** Each year of aid; null when not known. */
	readonly stateEuros: number | null;
}

/**
 * Years 1 … aid years + 1, the last one without the State's aid. What is left to pay never goes below zero through the other funders, who
 * give each year: what they offer beyond it is not earned. Where closures save more than the rest costs, it is below zero of itself.
 */
export function costYears(figures: YearlyFigures, { aidYears, funders }: CostSettings): CostYear[] {
	const fundersEuros = funders.reduce((sum, { eurosPerYear }) => sum + eurosPerYear, 0);
	return Array.from({ length: aidYears + 1 }, (_, rank) => {
		const grossEuros =
			figures.yearlyEuros === null ? null : figures.yearlyEuros + (rank === 0 ? figures.investmentEuros : 0);
		const stateEuros = rank === aidYears ? 0 : figures.stateEuros;
		const needed = grossEuros === null || stateEuros === null ? null : grossEuros - stateEuros;
		const ownEuros = needed === null || needed <= 0 ? needed : Math.max(0, needed - fundersEuros);
		return { year: rank + 1, grossEuros, stateEuros, fundersEuros, ownEuros };
	});
}

/** The first year in which the other funders give more than is left to pay; null when there is none. */
export function firstYearOverfunded(years: readonly CostYear[]): number | null {
	const found = years.find(
		({ grossEuros, stateEuros, fundersEuros }) =>
			fundersEuros > 0 &&
			grossEuros !== null &&
			stateEuros !== null &&
			fundersEuros > Math.max(0, grossEuros - stateEuros)
	);
	return found?.year ?? null;
}
