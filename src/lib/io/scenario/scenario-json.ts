import * as v from 'valibot';
import { MaillageError, type Note } from '#domain/notes.ts';
import { SCENARIO_SCHEMA_VERSION, type ChangeKind, type Modification, type Scenario } from '#domain/scenario.ts';
import { parseJson } from '../tables/json-text.ts';
import { readChange, writtenChange } from './scenario-changes.ts';
import { readCosts, readModificationCost, writtenCosts, writtenModificationCost } from './scenario-costs.ts';
import {
	modificationSchema,
	scenarioFileSchema,
	type ScenarioFile,
	type WrittenModification
} from './scenario-schema.ts';

/** What `improve-hours` writes: its member `scenario` is a scenario file. */
export const HOURS_PROPOSAL_FORMAT = 'maillage-hours-proposal';
/** A scenario is a few kilobytes; what is larger than this is another file. */
const MOST_BYTES = 5_000_000;
const KINDS: Readonly<Record<ChangeKind, true>> = {
	hours: true,
	add: true,
	close: true,
	move: true,
	merge: true,
	'bookmobile-stop': true,
	surface: true
};

/** The territory that a scenario was made on: it applies to any that has its sites. */
export interface ScenarioTerritory {
	readonly name: string;
	readonly epciCode: string | null;
}

export interface ScenarioRead {
	readonly scenario: Scenario;
	readonly territory: ScenarioTerritory;
	/** Modifications of a kind that this version does not know: left out, the others hold. */
	readonly notes: readonly Note[];
}

/** A scenario as readable JSON: hours in the OpenStreetMap syntax, identifiers of the territory's sites, euros, square metres. */
export function writeScenarioFile(scenario: Scenario, { name, epciCode }: ScenarioTerritory): Uint8Array {
	const content: ScenarioFile = {
		format: 'maillage-scenario',
		schema_version: SCENARIO_SCHEMA_VERSION,
		territory: { name, epci_code: epciCode },
		scenario: {
			id: scenario.id,
			name: scenario.name,
			modifications: scenario.modifications.map(({ id, on, change, cost }): WrittenModification => ({
				id,
				on,
				change: writtenChange(change),
				cost: writtenModificationCost(cost)
			})),
			costs: writtenCosts(scenario.costs)
		}
	};
	return new TextEncoder().encode(`${JSON.stringify(content, null, '\t')}\n`);
}

/**
 * Reads what writeScenarioFile wrote, or a hand did; of hours proposed (`improve-hours`), the scenario that they make.
 * @throws MaillageError `error_scenario_too_large`, `error_json…`, `error_scenario_format`, `error_scenario_newer` (made by a later Maillage),
 * `error_scenario_member…` and `error_scenario_value` (they name the member, what is expected and what was read),
 * `error_scenario_repeated`, `error_scenario_hours`
 */
export function readScenarioFile(bytes: Uint8Array, file: string): ScenarioRead {
	if (bytes.length > MOST_BYTES) {
		throw new MaillageError('error_scenario_too_large', { bytes: bytes.length, limit: MOST_BYTES }, file);
	}
	const parsed = parseJson(bytes, file);
	const isProposal = memberOf(parsed, 'format') === HOURS_PROPOSAL_FORMAT;
	const { territory, scenario } = checkedFile(isProposal ? memberOf(parsed, 'scenario') : parsed, file);
	const notes: Note[] = [];
	const modifications = scenario.modifications.flatMap((read, rank) => {
		const kind = unknownKind(read);
		if (kind === null) return [readModification(read, rank, file)];
		const params = { rank: String(rank + 1), kind: kind.slice(0, 60) };
		const message = { code: 'note_scenario_kind_unknown', params };
		notes.push({ severity: 'rejected', message, file, row: null, column: null, read: kind });
		return [];
	});
	requireDistinct(modifications, file);
	return {
		scenario: { id: scenario.id, name: scenario.name, modifications, costs: readCosts(scenario.costs) },
		territory: { name: territory.name, epciCode: territory.epci_code },
		notes
	};
}

const memberOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;

function checkedFile(parsed: unknown, file: string): ScenarioFile {
	if (memberOf(parsed, 'format') !== 'maillage-scenario') throw new MaillageError('error_scenario_format', {}, file);
	const version = memberOf(parsed, 'schema_version');
	if (typeof version === 'number' && version > SCENARIO_SCHEMA_VERSION) {
		const params = { read: String(version), known: String(SCENARIO_SCHEMA_VERSION) };
		throw new MaillageError('error_scenario_newer', params, file);
	}
	return checked(scenarioFileSchema, parsed, '', file);
}

function unknownKind(modification: unknown): string | null {
	const kind = memberOf(memberOf(modification, 'change'), 'kind');
	return typeof kind === 'string' && !Object.hasOwn(KINDS, kind) ? kind : null;
}

function readModification(read: unknown, rank: number, file: string): Modification {
	const entry = `scenario.modifications[${rank}]`;
	const { id, on, change, cost } = checked(modificationSchema, read, entry, file);
	return { id, on, change: readChange(change, { file, entry: `${entry}.change` }), cost: readModificationCost(cost) };
}

/** @throws MaillageError that names the first member at fault */
function checked<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
	within: string,
	file: string
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, value, { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	const entry = [within, v.getDotPath(issue) ?? '']
		.filter((part) => part !== '')
		.join('.')
		.slice(0, 200);
	if (issue.received === 'undefined') throw new MaillageError('error_scenario_member_missing', { entry }, file);
	if (issue.expected === 'never') throw new MaillageError('error_scenario_member_unknown', { entry }, file);
	const params = { entry, expected: issue.expected ?? issue.message, read: issue.received.slice(0, 60) };
	throw new MaillageError('error_scenario_value', params, file);
}

/** Two modifications of one name, or two new sites, could not be told apart. */
function requireDistinct(modifications: readonly Modification[], file: string): void {
	const made = modifications.flatMap(({ change }) => ('site' in change ? [change.site.id] : []));
	for (const names of [modifications.map(({ id }) => id), made]) {
		const repeated = names.find((name, rank) => names.indexOf(name) < rank);
		if (repeated !== undefined) throw new MaillageError('error_scenario_repeated', { read: repeated }, file);
	}
}
