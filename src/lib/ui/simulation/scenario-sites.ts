import type { Scenario } from '#domain/scenario.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import type { SiteOf } from './change-words.ts';

/** The places that a scenario makes, by identifier, those switched off too. */
export function newPlaces(scenario: Scenario | null): ReadonlySet<string> {
	const changes = scenario?.modifications.map(({ change }) => change) ?? [];
	return new Set(
		changes.flatMap((change) => (change.kind === 'add' || change.kind === 'bookmobile-stop' ? [change.site.id] : []))
	);
}

/** Finds what words say of a site: of the territory as it was opened, else a place that the scenario makes. */
export function siteLookup(sites: readonly SiteSummary[], scenario: Scenario | null): SiteOf {
	const known = new Map<string, Pick<SiteSummary, 'name' | 'position'>>(sites.map((site) => [site.id, site]));
	for (const { change } of scenario?.modifications ?? []) {
		if (change.kind === 'add' || change.kind === 'bookmobile-stop') known.set(change.site.id, change.site);
	}
	return (id) => known.get(id) ?? null;
}
