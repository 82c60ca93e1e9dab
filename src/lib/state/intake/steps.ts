import type { Message } from '#domain/notes.ts';
import { MODES } from '#domain/travel.ts';

/** A step expected of a preparation, and the share of the whole that it may take. */
export interface ExpectedStep {
	readonly key: string;
	readonly weight: number;
}

/** What a step is known by: its words and their blanks. */
export const stepKey = ({ code, params }: Message) => `${code} ${params.file ?? params.mode ?? ''}`;

/** Seconds that a step takes, roughly, on a laptop: they tell shares, not times. */
export function expectedSteps(
	files: readonly { readonly name: string; readonly bytes: number; readonly isRoads: boolean }[]
): readonly ExpectedStep[] {
	const steps: ExpectedStep[] = [];
	const add = (code: string, of: Record<string, string>, weight: number) =>
		steps.push({ key: stepKey({ code, params: of }), weight });
	for (const { name, bytes, isRoads } of files)
		add('step_reading', { file: name }, isRoads ? 0.3 + bytes / 2e6 : 0.2 + bytes / 8e6);
	const roads = files.find(({ isRoads }) => isRoads);
	for (const mode of MODES) {
		if (roads !== undefined) {
			add('step_graph', { mode }, 0.1 + roads.bytes / 5e6);
			add('step_contraction', { mode }, 0.3 + roads.bytes / 1e6);
		}
		add('step_times', { mode }, roads === undefined ? 0.3 : 0.3 + roads.bytes / 4e6);
	}
	return steps;
}

/** The share done, 0 … 1, of the steps expected, while one of those told is under way. */
export function overallShare(expected: readonly ExpectedStep[], told: readonly string[], share: number): number {
	const total = expected.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) return 0;
	const weightOf = (key: string) => expected.find((step) => step.key === key)?.weight ?? 0;
	const done = told.slice(0, -1).reduce((sum, key) => sum + weightOf(key), 0);
	const current = told.at(-1);
	return Math.min(1, (done + (current === undefined ? 0 : weightOf(current) * share)) / total);
}

/** Seconds left if it goes on as it went; null while too little is done to tell. */
export function remainingSeconds(elapsedSeconds: number, share: number): number | null {
	return share < 0.05 || elapsedSeconds < 1 ? null : (elapsedSeconds * (1 - share)) / share;
}
