import type { SupplyChoice } from '#domain/question.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';

/** The choice with one site counted or not. What the import and the kinds already decide is not written down again. */
export function withSiteCounted(supply: SupplyChoice, site: SiteSummary, counted: boolean): SupplyChoice {
	const takenIn = supply.takenIn.filter((id) => id !== site.id);
	const leftOut = supply.leftOut.filter((id) => id !== site.id);
	const byDefault = site.counted.counted && !supply.kindsLeftOut.includes(site.kind);
	if (counted === byDefault) return { ...supply, takenIn, leftOut };
	return counted
		? { ...supply, takenIn: [...takenIn, site.id], leftOut }
		: { ...supply, takenIn, leftOut: [...leftOut, site.id] };
}

/** Whether the user decided otherwise than the import for some kind or site. */
export function isSupplyChanged({ kindsLeftOut, takenIn, leftOut }: SupplyChoice): boolean {
	return kindsLeftOut.length + takenIn.length + leftOut.length > 0;
}
