import type { SiteCorrection } from '#domain/site-correction.ts';

/** What a territory is prepared of, apart from its name and area. */
export interface Given {
	readonly files: readonly unknown[];
	readonly corrections: readonly SiteCorrection[];
}

/** Whether leaving loses something that the last territory was not prepared of: files that were chosen, corrections made or taken back. */
export function isLost(given: Given, prepared: Given): boolean {
	if (given.files.length > 0 && given.files !== prepared.files) return true;
	return given.corrections !== prepared.corrections && given.corrections.length + prepared.corrections.length > 0;
}
