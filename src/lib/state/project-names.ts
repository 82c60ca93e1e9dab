import { newScenarioId } from './scenario-list.ts';

/** An identifier that no other project has. */
export function newProjectId(): string {
	return `project-${newScenarioId()}`;
}

/** The name, or where another project has it, with the next number behind: "Vallées", "Vallées (2)". */
export function freeName(name: string, projects: readonly { readonly name: string }[]): string {
	const taken = new Set(projects.map((project) => project.name));
	let free = name;
	for (let rank = 2; taken.has(free); rank++) free = `${name} (${rank})`;
	return free;
}

/** ISO 8601, universal time. */
export function timeNow(): string {
	return new Date().toISOString();
}

/** The words and the map that a project was left with. */
export function viewOf(view: string): URLSearchParams {
	return new URLSearchParams(view);
}
