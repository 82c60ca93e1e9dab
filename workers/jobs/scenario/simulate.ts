import { COMPARED_COMMUNES_COLUMNS } from '#domain/comparison-columns.ts';
import type { CostAnswer } from '#domain/cost.ts';
import { MaillageError, type Message } from '#domain/notes.ts';
import type { Question } from '#domain/question.ts';
import type { Scenario } from '#domain/scenario.ts';
import type { AppliedScenario, Comparison, SideFigures } from '#domain/scenario-answers.ts';
import { writeCsv, type Cell } from '#io/tables/csv-writer.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { csvMetadata, provenance } from '../diagnose/metadata.ts';
import { applyScenario, type UnderScenario } from './apply.ts';
import { changedCells } from './changed-cells.ts';
import { compare } from './compare.ts';
import { comparedCommunes } from './comparison-rows.ts';
import { scenarioCosts } from './cost.ts';
import { provenancedOf, resultHeading } from './session-provenance.ts';

/** A scenario and what it comes to. */
export interface SimulatedScenario {
	readonly scenario: Scenario;
	readonly applied: AppliedScenario;
	readonly cost: CostAnswer;
}

export interface Simulation {
	readonly comparison: Comparison;
	/** In the order given. */
	readonly scenarios: readonly SimulatedScenario[];
	/** comparison.json, communes.csv and what says where it comes from, cells.geojson, cost.json. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Share of the work done as the comparison ends. */
const COMPARED = 0.8;

/**
 * Compares scenarios with a territory as it is, and tells what they cost. Of a question the scenario is not read.
 * @param write a message in the reader's language: formulas and reasons stand as text in the files
 * @throws MaillageError `error_simulate_same_scenario`; what `viewOf` throws
 */
export async function simulate(
	session: AtlasSession,
	scenarios: readonly Scenario[],
	question: Question,
	write: (message: Message) => string,
	{ signal, progress }: JobContext
): Promise<Simulation> {
	requireDistinct(scenarios);
	const under: UnderScenario[] = scenarios.map((scenario) => applyScenario(session, inForce(scenario)));
	const sides = under.map((one, rank) => ({ id: scenarios[rank].id, session: one.session }));
	const comparison = await compare(
		session,
		sides,
		{ question, withSectors: true, withGroups: true },
		{ signal, progress: (share) => progress(share * COMPARED) }
	);
	const simulated: SimulatedScenario[] = [];
	for (const [rank, scenario] of scenarios.entries()) {
		const { applied, session: after } = under[rank];
		const { modifications } = inForce(scenario);
		const cost = await scenarioCosts(
			{ opened: session, session: after, applied, modifications },
			{ question, settings: scenario.costs },
			{ signal, progress: () => {} }
		);
		simulated.push({ scenario, applied, cost });
	}
	const source = provenancedOf(session);
	const cells = await changedCells(session, sides, question, { metadata: provenance(source), signal });
	const rows = comparedCommunes(session, comparison).map(({ values }) =>
		COMPARED_COMMUNES_COLUMNS.map((column) => values[column] as Cell)
	);
	const headings = COMPARED_COMMUNES_COLUMNS.map((column) => column.replaceAll('-', '_'));
	const files = new Map([
		[
			'comparison.json',
			json({ ...resultHeading('maillage-comparison', source), ...compared(question, simulated, comparison, write) })
		],
		['communes.csv', writeCsv(headings, rows)],
		['communes.csv-metadata.json', csvMetadata('communes.csv', headings, source)],
		['cells.geojson', cells],
		[
			'cost.json',
			json({ ...resultHeading('maillage-costs', source), scenarios: simulated.map((one) => costed(one, write)) })
		]
	]);
	progress(1);
	return { comparison, scenarios: simulated, files };
}

/** Two scenarios of one name could not be told apart. */
function requireDistinct(scenarios: readonly Scenario[]): void {
	const ids = scenarios.map(({ id }) => id);
	const repeated = scenarios.find(({ id }, rank) => ids.indexOf(id) < rank);
	if (repeated) throw new MaillageError('error_simulate_same_scenario', { read: repeated.name });
}

const inForce = ({ id, modifications }: Scenario) => ({ id, modifications: modifications.filter(({ on }) => on) });

function compared(
	{ form, mode, cutoffMinutes, week, profile }: Question,
	simulated: readonly SimulatedScenario[],
	comparison: Comparison,
	write: (message: Message) => string
) {
	return {
		question: { form, mode, cutoffMinutes, week, profile },
		scenarios: simulated.map(({ scenario: { id, name }, applied }) => ({
			id,
			name,
			notApplied: applied.notApplied.map(({ modificationId, why }) => ({ modificationId, why: write(why) }))
		})),
		comparison: {
			...comparison,
			baseline: withoutMoment(comparison.baseline),
			scenarios: comparison.scenarios.map((one) => ({ ...one, figures: withoutMoment(one.figures) }))
		}
	};
}

/** No moment of the week is asked of a file: who has a library open at one is left out. */
const withoutMoment = (figures: SideFigures) =>
	Object.fromEntries(Object.entries(figures).filter(([key]) => key !== 'moment'));

/** What a scenario costs, without the regions that there are to choose from. */
function costed({ scenario, cost }: SimulatedScenario, write: (message: Message) => string) {
	const told = Object.fromEntries(Object.entries(cost).filter(([key]) => key !== 'stateShares'));
	return { id: scenario.id, name: scenario.name, ...(written(told, write) as object) };
}

/** The same with messages as text. */
function written(value: unknown, write: (message: Message) => string): unknown {
	if (Array.isArray(value)) return value.map((one) => written(one, write));
	if (typeof value !== 'object' || value === null) return value;
	if ('code' in value && 'params' in value) return write(value as Message);
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, written(one, write)]));
}

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(snakeKeys(value), null, '\t')}\n`);

/** The same with keys in snake_case, as other tools read them. */
function snakeKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(snakeKeys);
	if (typeof value !== 'object' || value === null) return value;
	const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [snake(key), snakeKeys(one)]));
}
