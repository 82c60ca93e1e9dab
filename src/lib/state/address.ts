import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeMapState, type MapState } from './map-url.ts';
import { writeQuestion } from './question-url.ts';
import type { Settings } from './settings.svelte.ts';

/** Where the address says which territory it speaks of, when it is not the demo. */
const TERRITORY = 'territoire';

/** Parameters whose change is not worth a step back in the browser's history. */
const FLEETING = ['vue', 'moment', 'lang'];

export interface Addressed {
	readonly question: Question;
	readonly map: MapState;
	readonly summary: TerritorySummary;
	readonly settings: Settings;
	readonly isDemo: boolean;
}

/** Writes all that a link keeps into the query of `url`. */
export function writeAddress(url: URL, { question, map, summary, settings, isDemo }: Addressed): void {
	const parameters = url.searchParams;
	writeQuestion(question, parameters);
	writeMapState(map, parameters, summary);
	settings.write(parameters);
	if (isDemo) parameters.delete(TERRITORY);
	else parameters.set(TERRITORY, summary.name);
}

/** The territory that a link was made on, where it is not the demo; null otherwise. */
export function territoryOfLink(parameters: URLSearchParams): string | null {
	return parameters.get(TERRITORY);
}

/**
 * How an address becomes another: words changed are a step that the browser's back undoes; the cursor and the camera are
 * not; the first writing of an address that had no question is none either.
 */
export function historyStep(from: URL, to: URL): 'push' | 'replace' | null {
	if (from.search === to.search) return null;
	if (!from.searchParams.has('dire')) return 'replace';
	const [a, b] = [new URLSearchParams(from.search), new URLSearchParams(to.search)];
	for (const name of FLEETING) {
		a.delete(name);
		b.delete(name);
	}
	return a.toString() === b.toString() ? 'replace' : 'push';
}
