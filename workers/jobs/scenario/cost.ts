import { NO_COST_SAID, type CostAnswer, type StateShareOfRegion } from '#domain/cost.ts';
import type { Modification } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import { modificationCost } from '#core/cost/modification-cost.ts';
import { scenarioCost } from '#core/cost/scenario-cost.ts';
import { ratesInForce } from '#core/cost/state-share.ts';
import type { JobContext, JobHandlers } from '#workers/protocol.ts';
import type { AtlasSession } from '../atlas/session.ts';
import file from '../../../data/reference/state-share.json' with { type: 'json' };
import { hoursOfModifications } from './cost-hours.ts';
import { costStatements } from './cost-statements.ts';
import { eurosPerUsableHour, usableGain } from './cost-usable-hours.ts';
import type { CostRequest } from './scenario-jobs.ts';
import type { OpenTerritory } from './session.ts';

/** The State's share of the extra costs of hours, where somebody stated it. */
export const STATE_SHARES: readonly StateShareOfRegion[] = file.regions;

/** A territory under a scenario. */
export interface ScenarioToCost {
	/** The same territory without any scenario. */
	readonly opened: AtlasSession;
	readonly session: AtlasSession;
	readonly applied: Pick<AppliedScenario, 'closed' | 'notApplied'>;
	readonly modifications: readonly Modification[];
}

/**
 * What the modifications in force of a scenario cost in a year, with the State's share, year by year, and for each person-hour of usable time
 * that they bring to the profile of the question.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function scenarioCosts(
	{ opened, session, applied, modifications }: ScenarioToCost,
	{ question, settings }: Pick<CostRequest, 'question' | 'settings'>,
	{ signal, progress }: JobContext
): Promise<CostAnswer> {
	const { year, calendar, territory } = opened;
	const rates = ratesInForce(settings, STATE_SHARES);
	const sites = { opened: territory.sites, after: session.territory.sites };
	const costs = hoursOfModifications({ ...sites, applied, modifications }, year, calendar).map((hours) =>
		modificationCost(hours, settings, rates, year)
	);
	const totals = scenarioCost(costs, settings);
	const gain = await usableGain(opened, session, question, { signal, onProgress: progress });
	const figures = { ...totals, modifications: costs };
	return {
		...figures,
		calendarYear: year,
		eurosPerUsableHour: eurosPerUsableHour(totals.yearlyEuros, gain),
		stateShares: STATE_SHARES,
		rates,
		statements: costStatements({
			settings,
			figures,
			modifications,
			notApplied: applied.notApplied.length,
			regions: STATE_SHARES,
			peopleUnknown: gain.peopleUnknown
		})
	};
}

/** The job of the costs of one scenario. */
export function costHandlers(territory: Pick<OpenTerritory, 'baseline' | 'held'>): JobHandlers {
	return {
		cost: async (request, context) => {
			const { scenario, session, applied } = territory.held(request.scenario);
			const costOf = new Map(request.costs.map(({ modificationId, cost }) => [modificationId, cost]));
			const modifications = scenario.modifications.map((one) => ({ ...one, cost: costOf.get(one.id) ?? NO_COST_SAID }));
			const costed = { opened: territory.baseline, session, applied, modifications };
			return { response: await scenarioCosts(costed, request, context), transfer: [] };
		}
	};
}
