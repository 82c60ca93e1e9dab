/** A choice of sites, as its file says it. */
export interface SitingResult {
	readonly objective: number;
	readonly siteIds: readonly string[];
	readonly coveredPeople: number;
	readonly optimal: boolean;
	readonly bound: number;
	/** Share of the larger of objective and bound, 0 … 1. */
	readonly gap: number;
}

/** The JSON of a choice of sites: `objective`, `sites`, `covered_people`, `optimal`, `bound`, `gap`, at full precision. */
export function writeSitingJson({ objective, siteIds, coveredPeople, optimal, bound, gap }: SitingResult): string {
	const result = { objective, sites: siteIds, covered_people: coveredPeople, optimal, bound, gap };
	return `${JSON.stringify(result, null, '\t')}\n`;
}
