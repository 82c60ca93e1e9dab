import type { DiagnosticData } from '#domain/diagnostic.ts';

/** Names the figures of a diagnostic and the question they are of: other ones have, but by a chance in billions, another name. */
export function figuresName({ question, figures }: Pick<DiagnosticData, 'question' | 'figures'>): string {
	const values = Object.values(figures).map((figure) => [figure.id, figure.value]);
	return hash(JSON.stringify([question, values]));
}

/** Fowler–Noll–Vo (FNV-1a, 32 bits) of the text from both ends: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
	let [forward, backward] = [0x811c9dc5, 0x811c9dc5];
	for (let at = 0; at < text.length; at++) {
		forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193);
		backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
	}
	return (forward >>> 0).toString(36) + (backward >>> 0).toString(36);
}
