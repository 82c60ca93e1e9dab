import type { SitingProposal } from '#domain/proposals.ts';
import type { Change } from '#domain/scenario.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { newSiteId } from '../site-choices.ts';

/** The modifications that a proposal is: its new places, branches without hours yet, and its closures. */
export function changesOfSiting(
	proposal: SitingProposal,
	{ communes, sites }: Pick<TerritorySummary, 'communes' | 'sites'>,
	taken: ReadonlySet<string>
): Change[] {
	const ids = new Set([...taken, ...sites.map(({ id }) => id)]);
	const added = proposal.newSites.map(({ position, communeCode, name }): Change => {
		const id = newSiteId(ids);
		ids.add(id);
		const communeName = communes.find(({ code }) => code === communeCode)?.name ?? null;
		return {
			kind: 'add',
			site: {
				id,
				name: name || communeName || id,
				kind: 'branch',
				position,
				communeCode,
				communeName,
				schedule: null,
				surfaceSquareMetres: null
			}
		};
	});
	return [...added, ...proposal.closed.map((siteId): Change => ({ kind: 'close', siteId }))];
}
