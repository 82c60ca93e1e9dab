import { headingKey } from '#io/tables/table.ts';
import type { ReviewedSite } from '../../compute/prepare-client.ts';

/** What is said of the sites of a review: how many there are, and those to be looked at. */
export function sitesSeen(sites: readonly ReviewedSite[]): {
	readonly inside: number;
	readonly around: number;
	/** Left out, or kept in doubt: nothing else asks for a look. */
	readonly doubtful: readonly ReviewedSite[];
	/** Counted ones of the territory whose hours are not known. */
	readonly withoutHours: readonly ReviewedSite[];
	/** Of the counted ones of the territory. */
	readonly counted: number;
	readonly withSurface: number;
} {
	const kept = sites.filter(({ isLeftOut }) => !isLeftOut);
	const counted = kept.filter((site) => site.counted && !site.margin);
	return {
		inside: kept.filter(({ margin }) => !margin).length,
		around: kept.filter(({ margin }) => margin).length,
		counted: counted.length,
		withSurface: counted.filter(({ surface }) => surface !== null).length,
		withoutHours: counted.filter(({ schedule }) => schedule === null),
		doubtful: sites.filter(({ problem, margin, isLeftOut }) => problem !== null && (isLeftOut || !margin))
	};
}

/** Sites whose name, commune, address or identifier hold all the words typed; those of the territory first. */
export function sitesNamed(sites: readonly ReviewedSite[], typed: string): readonly ReviewedSite[] {
	const words = typed
		.split(/\s+/)
		.map(headingKey)
		.filter((word) => word !== '');
	const found = sites.filter(({ name, communeName, address, id }) => {
		const key = headingKey([name, communeName, address, id].join(' '));
		return words.every((word) => key.includes(word));
	});
	return [...found.filter(({ margin }) => !margin), ...found.filter(({ margin }) => margin)];
}
