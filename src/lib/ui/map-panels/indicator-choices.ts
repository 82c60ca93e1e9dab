import { MAP_INDICATORS, type MapIndicator } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';

/**
 * The indicators that the territory's data can give: ages and poor households are not in every population, and a change is of a scenario.
 * @param scenario that the territory is seen under; null for none
 */
export function indicatorChoices(
	{ whoChoices }: Pick<TerritorySummary, 'whoChoices'>,
	scenario: string | null
): readonly MapIndicator[] {
	const knows: Partial<Record<MapIndicator, boolean>> = {
		change: scenario !== null,
		'share-65-over': whoChoices.some((who) => who.kind === 'ages' && who.fromAge === 65),
		'poor-households': whoChoices.some(({ kind }) => kind === 'poor-households')
	};
	return MAP_INDICATORS.filter((indicator) => knows[indicator] ?? true);
}
