import type { AppliedScenario } from '#domain/scenario-answers.ts';
import type { Site } from '#domain/site.ts';
import { CLOSED_BY_SCENARIO } from '#domain/supply.ts';
import { withOtherSites } from '../atlas/other-sites.ts';
import { sameHours, samePlace } from '../atlas/same-site.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { takeOver } from '../atlas/view.ts';
import type { SessionTravel } from '../travel/session-travel.ts';
import { NetworkDraft } from './draft.ts';
import type { ScenarioInForce } from './scenario-jobs.ts';
import { ScenarioTravel } from './scenario-travel.ts';

/** A territory under a scenario, and what became of the scenario on it. */
export interface UnderScenario {
	readonly session: AtlasSession;
	readonly applied: AppliedScenario;
}

/**
 * The territory under a scenario: its sites keep their ranks, closed ones included, and those added come last. A modification that cannot be
 * applied is told and changes nothing; the others go on. What a former session knows is made again only where something has changed since.
 * @param baseline with the hours that the user corrected
 * @param former the same territory under the scenario as it was before
 */
export function applyScenario(
	baseline: AtlasSession,
	{ id, modifications }: ScenarioInForce,
	former: AtlasSession = baseline
): UnderScenario {
	const draft = new NetworkDraft(baseline.territory, baseline.travel.canPlace);
	const notApplied = modifications.flatMap(({ id: modificationId, on, change }) => {
		const why = on ? draft.make(change) : null;
		return why === null ? [] : [{ modificationId, why }];
	});
	const { sites } = draft;
	const ranks = ranksChanged(baseline.territory.sites, sites);
	const session: AtlasSession = {
		...withOtherSites(baseline, sites),
		travel: travelOf(baseline, sites, [...ranks.moved, ...ranks.added], former.travel),
		baseline
	};
	takeOver(session, [former, baseline]);
	return { session, applied: { id, sites: session.summary.sites, ...ranks, notApplied } };
}

type Ranks = Pick<AppliedScenario, 'closed' | 'moved' | 'added' | 'otherHours' | 'otherSurface'>;

/** What the changes come to: a site moved back, or given its own hours again, is none. */
function ranksChanged(before: readonly Site[], sites: readonly Site[]): Ranks {
	const all = [...sites.keys()];
	const kept = all.slice(0, before.length);
	return {
		closed: all.filter((rank) => sites[rank].counted.reason === CLOSED_BY_SCENARIO),
		moved: kept.filter((rank) => !samePlace(sites[rank], before[rank])),
		added: all.slice(before.length),
		otherHours: kept.filter((rank) => !sameHours(sites[rank].schedule, before[rank].schedule)),
		otherSurface: kept.filter(
			(rank) => sites[rank].figures.surfaceSquareMetres !== before[rank].figures.surfaceSquareMetres
		)
	};
}

/** The travel of the baseline where nothing is elsewhere, the former one where it is of the same places. */
function travelOf(
	{ travel, territory }: AtlasSession,
	sites: readonly Site[],
	moved: readonly number[],
	former: SessionTravel
): SessionTravel {
	if (moved.length === 0) return travel;
	if (former instanceof ScenarioTravel && former.isOf(travel, sites, moved)) return former;
	return new ScenarioTravel(travel, territory.population, sites, moved, former);
}
