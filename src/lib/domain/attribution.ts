import type { TerritorySummary } from './territory-summary.ts';

/** What each source asks to be written on a map, once each, in the order of the inputs. Plain text. */
export function attributionsOf({ sources }: Pick<TerritorySummary, 'sources'>): string[] {
	const written = new Set<string>();
	for (const source of Object.values(sources)) {
		const words = source?.attribution ?? source?.publisher;
		if (words) written.add(words.trim());
	}
	return [...written];
}
