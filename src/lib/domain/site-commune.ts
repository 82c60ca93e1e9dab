import type { SiteSummary } from './territory-summary.ts';

/** The commune of a site as the territory writes it, else as the file of sites does; null where neither is known. */
export function communeOfSite(
	{ communeCode, communeName }: Pick<SiteSummary, 'communeCode' | 'communeName'>,
	communes: readonly { readonly code: string; readonly name: string }[]
): string | null {
	const known = communeCode === null ? undefined : communes.find(({ code }) => code === communeCode);
	return known?.name ?? communeName;
}
