import type { Source } from '#domain/source.ts';

/** The source of a file that does not say where it comes from: its own name, and nothing made up. */
export function unstatedSource(file: string): Source {
	return {
		title: file.replace(/\.[^.]+$/, ''),
		publisher: null,
		licence: null,
		attribution: null,
		vintage: null,
		file
	};
}
