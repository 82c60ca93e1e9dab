import type { Answers, SiteAnswer } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import type { HeldScenario } from './held-scenarios.ts';
import type { MapState } from './map-url.ts';

/** The question as it can be answered now: under its scenario once the worker holds it, and not while the reader looks at the baseline. */
export function questionInForce(
	stated: Question | null,
	held: readonly HeldScenario[],
	flipped: boolean
): Question | null {
	if (stated === null || stated.scenario === null) return stated;
	return flipped || heldOf(held, stated.scenario) === undefined ? { ...stated, scenario: null } : stated;
}

export function heldOf(held: readonly HeldScenario[], id: string | null): HeldScenario | undefined {
	return held.find((scenario) => scenario.id === id);
}

/** The territory with the sites of a scenario; as it was opened, where they are null. */
export function summaryUnder(baseline: TerritorySummary, sites: readonly SiteSummary[] | null): TerritorySummary {
	return sites === null ? baseline : { ...baseline, sites };
}

const NOT_ANSWERED_YET: SiteAnswer = {
	counted: false,
	open: null,
	weeklyHours: null,
	peopleWithin: null,
	peopleOnlyHere: null
};

/** The answers with a line for each site and no more: of a site just added nothing is known until newer ones come. */
export function answersOfSites(answers: Answers | null, sites: readonly SiteSummary[]): Answers | null {
	if (answers === null || answers.sites.length === sites.length) return answers;
	return { ...answers, sites: sites.map((_, rank) => answers.sites[rank] ?? NOT_ANSWERED_YET) };
}

/** What the map shows, without the sites that are not there now. */
export function withinSites(map: MapState, sites: readonly SiteSummary[]): MapState {
	return withRanks(map, (rank) => (rank < sites.length ? rank : null));
}

/** What the map shows, once sites have other ranks: those that went are shown no more. */
export function withSitesMoved(map: MapState, before: readonly SiteSummary[], after: readonly SiteSummary[]): MapState {
	return withRanks(map, (rank) => {
		const id = before.at(rank)?.id;
		if (after.at(rank)?.id === id) return rank;
		const moved = after.findIndex((site) => site.id === id);
		return moved < 0 ? null : moved;
	});
}

function withRanks(map: MapState, rankOf: (rank: number) => number | null): MapState {
	const { selection, isochrone } = map;
	const chosen = selection?.kind === 'site' ? rankOf(selection.site) : null;
	const drawn = typeof isochrone === 'number' ? rankOf(isochrone) : isochrone;
	const isSelected = selection?.kind !== 'site' || chosen === selection.site;
	if (isSelected && drawn === isochrone) return map;
	const kept = isSelected ? selection : chosen === null ? null : { kind: 'site' as const, site: chosen };
	return { ...map, selection: kept, isochrone: drawn };
}

/**
 * The editions of the scenarios that a request is asked under, whatever its job: the same request has another answer once one of
 * them is edited. Empty for a request about the baseline alone.
 */
export function editionsAsked(request: unknown, held: readonly HeldScenario[]): string {
	return scenariosOf(request)
		.map((id) => `${id}:${heldOf(held, id)?.edition ?? ''}`)
		.join(' ');
}

/** `scenario` of a question or of a request that holds one, and `scenarios` that are compared. */
function scenariosOf(request: unknown): string[] {
	if (typeof request !== 'object' || request === null) return [];
	const { scenario, scenarios, question } = request as Partial<Record<'scenario' | 'scenarios' | 'question', unknown>>;
	const own = [scenario, ...(Array.isArray(scenarios) ? (scenarios as unknown[]) : [])];
	return [...own.filter((id) => typeof id === 'string'), ...scenariosOf(question)];
}
