import type { Change, NewSite, Scenario } from '#domain/scenario.ts';

/**
 * The change by which a site stands elsewhere, and the modification whose place it takes: that which made the site, or the last one that
 * moved it; null: a new one.
 */
export function movedChange(
	scenario: Scenario | null,
	siteId: string,
	place: Pick<NewSite, 'position' | 'communeCode' | 'communeName'>
): { readonly modificationId: string | null; readonly change: Change } {
	const modifications = scenario?.modifications ?? [];
	for (const { id, on, change } of modifications.toReversed()) {
		if (!on) continue;
		if (change.kind === 'move' && change.siteId === siteId)
			return { modificationId: id, change: { ...change, position: place.position } };
		if (change.kind === 'add' && change.site.id === siteId)
			return { modificationId: id, change: { ...change, site: { ...change.site, ...place } } };
		if (change.kind === 'bookmobile-stop' && change.site.id === siteId)
			return { modificationId: id, change: { ...change, site: { ...change.site, ...place } } };
	}
	return { modificationId: null, change: { kind: 'move', siteId, position: place.position } };
}
