import type { Scenario } from '#domain/scenario.ts';
import type { Scenarios } from '../../state/scenarios.svelte.ts';
import { fileName, saveFile } from '../save-file.ts';

/** Hands the file of a scenario to the browser's downloads. */
export function saveScenario(scenarios: Scenarios, scenario: Scenario): void {
	saveFile(scenarios.exportFile(scenario), fileName([scenario.name], 'json'), 'application/json');
}
