import type { Site } from '#domain/site.ts';
import type { Capacity } from '#domain/supply-measure.ts';
import type { SiteWeeks } from '../session.ts';

/**
 * What each site offers: weekly hours of a week, m², or the one times the other; NaN where the site does not count or one of them is not
 * known. Open for no hour, a site offers 0, which is known.
 * @param counted one byte per site
 */
export function capacitiesOf(
	sites: readonly Site[],
	{ weeklyHours }: SiteWeeks,
	counted: Uint8Array,
	capacity: Capacity
): Float64Array {
	return Float64Array.from(sites, ({ figures }, site) => {
		if (counted[site] === 0) return NaN;
		const hours = capacity === 'surface' ? 1 : (weeklyHours[site] ?? NaN);
		const squareMetres = capacity === 'hours' ? 1 : (figures.surfaceSquareMetres ?? NaN);
		return hours * squareMetres;
	});
}
