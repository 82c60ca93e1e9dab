import type { TerritorySummary } from '#domain/territory-summary.ts';

/** What each source asks to be written on a map, once each, in the order of the inputs. Plain text. */
export function attributionsOf({ sources }: Pick<TerritorySummary, 'sources'>): string[] {
	const written = new Set<string>();
	for (const source of Object.values(sources)) {
		const words = source?.attribution ?? source?.publisher;
		if (words) written.add(words.trim());
	}
	return [...written];
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text that stays text where MapLibre reads HTML. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
