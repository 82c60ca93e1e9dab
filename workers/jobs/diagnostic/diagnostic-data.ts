import { NO_COST_SAID, type CostAnswer } from '#domain/cost.ts';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { Message } from '#domain/notes.ts';
import type { Question } from '#domain/question.ts';
import type { Comparison } from '#domain/scenario-answers.ts';
import { breather } from '#workers/breathe.ts';
import type { JobContext } from '#workers/protocol.ts';
import { answer } from '../atlas/answer.ts';
import { profiles } from '../atlas/hours/profiles.ts';
import { weekHeat } from '../atlas/hours/week-heat.ts';
import { sectorsFound } from '../atlas/supply/sectors.ts';
import { viewOf } from '../atlas/view.ts';
import { compare } from '../scenario/compare.ts';
import { scenarioCosts } from '../scenario/cost.ts';
import type { OpenTerritory } from '../scenario/session.ts';
import { areaOf } from './area.ts';
import { communesOfArea } from './communes-of-area.ts';
import { coverageFigures } from './coverage-figures.ts';
import type { DiagnosticRequest } from './diagnostic-jobs.ts';
import { byId, say } from './figure.ts';
import { hoursFigures } from './hours-figures.ts';
import { MOMENT_MINUTES, momentFigures } from './moment-figures.ts';
import { peersOf } from './peers.ts';
import { peopleFigures } from './people-figures.ts';
import { referencesOf } from './references.ts';
import { SCENARIO_MINUTE, scenarioFigures } from './scenario-figures.ts';
import { sectorFigures, sectorsOfArea } from './sector-figures.ts';
import { siteFigures } from './site-figures.ts';
import { siteSheets } from './site-sheets.ts';
import { statementsOf } from './statements.ts';
import { usableFigures } from './usable-figures.ts';

/** Share of the work done after each step, where times are to be computed first. */
const DONE = { view: 0.3, modes: 0.6, sites: 0.65, usable: 0.75, sectors: 0.85, scenario: 0.98 } as const;

/** The open territory as it is, and under each scenario it holds. */
export type DiagnosedTerritory = Pick<OpenTerritory, 'baseline' | 'held'>;

/**
 * Everything that a diagnostic of the scope of a question is written from: the territory as it is, and beside it the scenario of the
 * question. Each figure is what the map, the tables and `diagnose` say for the same question.
 * @throws MaillageError as `viewOf`, and `error_question_scenario` for a scenario that is not held; the signal's reason once aborted
 */
export async function diagnosticData(
	territory: DiagnosedTerritory,
	{ question, costs }: DiagnosticRequest,
	{ signal, progress: tell }: JobContext
): Promise<DiagnosticData> {
	let told = 0;
	// Each step tells its own share from the start.
	const progress = (share: number) => {
		if (share > told) tell((told = share));
	};
	const session = territory.baseline;
	const asked: Question = { ...question, scenario: null };
	const pause = breather();
	const within = (from: number, to: number): JobContext => ({
		signal,
		progress: (share) => progress(from + share * (to - from))
	});
	const after = async (share: number) => {
		progress(share);
		await pause();
		signal.throwIfAborted();
	};
	const view = await viewOf(session, asked, { signal, onProgress: (share) => progress(share * DONE.view) });
	const area = areaOf(session, view);
	const ofModes = within(DONE.view, DONE.modes);
	const coverage = await coverageFigures(area, { signal, onProgress: ofModes.progress });
	await after(DONE.modes);
	const everybody = await answer(session, { ...asked, who: { kind: 'everyone' } }, within(DONE.modes, DONE.sites));
	const week = await weekHeat(session, { question: asked, cell: null }, within(DONE.modes, DONE.sites));
	await after(DONE.sites);
	const ofProfiles = await profiles(session, asked, within(DONE.sites, DONE.usable));
	await after(DONE.usable);
	const found = await sectorsFound(session, asked, within(DONE.usable, DONE.sectors));
	await after(DONE.sectors);
	const scenario = await scenarioTold(territory, { question, costs }, within(DONE.sectors, DONE.scenario));
	await after(DONE.scenario);
	return {
		question,
		area: {
			name: area.name,
			territoryName: session.territory.name,
			fictional: session.territory.fictional,
			communeCodes: area.communes.map(({ code }) => code)
		},
		figures: byId([
			...peopleFigures(area),
			...siteFigures(area),
			...coverage,
			...hoursFigures(area),
			...momentFigures(area),
			...usableFigures(area, ofProfiles),
			...sectorFigures(area, found),
			...(scenario === null ? [] : scenarioFigures(area, scenario.comparison, scenario.cost))
		]),
		sites: siteSheets(area, everybody),
		communes: communesOfArea(area),
		sectors: sectorsOfArea(area, found.answer),
		threshold: found.answer.threshold,
		week: { open: week.open, ofPeople: week.ofPeople },
		momentMinutes: MOMENT_MINUTES,
		references: referencesOf(area),
		peers: peersOf(area),
		statements: [...statementsOf(area, found.answer.threshold), ...(scenario?.statements ?? [])]
	};
}

interface ScenarioTold {
	readonly comparison: Comparison;
	readonly cost: CostAnswer | null;
	readonly statements: readonly Message[];
}

/** The cursor is at the moment that a scenario is told at, unless the question is of its own. */
const atStandingMoment = (question: Question): Question =>
	question.form === 'moment' ? question : { ...question, minute: SCENARIO_MINUTE };

/** The scenario of a question against the territory as it is; null without one. */
async function scenarioTold(
	territory: DiagnosedTerritory,
	{ question, costs }: DiagnosticRequest,
	context: JobContext
): Promise<ScenarioTold | null> {
	if (question.scenario === null) return null;
	const { baseline } = territory;
	const { scenario, session, applied } = territory.held(question.scenario);
	const compared = await compare(
		baseline,
		[{ id: scenario.id, session }],
		{ question: atStandingMoment(question), withSectors: false, withGroups: false },
		context
	);
	if (costs === null) {
		const { length: count } = applied.notApplied;
		return { comparison: compared, cost: null, statements: count > 0 ? [say('cost_says_not_applied', { count })] : [] };
	}
	const costOf = new Map(costs.modifications.map(({ modificationId, cost }) => [modificationId, cost]));
	const modifications = scenario.modifications.map((one) => ({ ...one, cost: costOf.get(one.id) ?? NO_COST_SAID }));
	const costed = { opened: baseline, session, applied, modifications };
	const cost = await scenarioCosts(costed, { question, settings: costs.settings }, context);
	return { comparison: compared, cost, statements: cost.statements };
}
