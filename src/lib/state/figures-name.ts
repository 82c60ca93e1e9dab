import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { ToldFollowUp } from '#domain/follow-up.ts';

/** Between the name of the area's figures and that of another time told beside them. */
const BESIDE = '+';

/**
 * Names the figures of a document and the question they are of: other ones have, but by a chance in billions, another name.
 * @param followUp another time of the area and what it was expected to become, where the document tells them
 */
export function figuresName(
	{ question, figures }: Pick<DiagnosticData, 'question' | 'figures'>,
	followUp: ToldFollowUp | null = null
): string {
	const values = Object.values(figures).map((figure) => [figure.id, figure.value]);
	const name = hash(JSON.stringify([question, values]));
	return followUp === null ? name : `${name}${BESIDE}${hash(JSON.stringify(followUp))}`;
}

/** Of a name, what is of the area's own figures: a page that tells no other time has these alone. */
export const ownFiguresName = (name: string): string => name.split(BESIDE)[0];

/** Fowler–Noll–Vo (FNV-1a, 32 bits) of the text from both ends: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
	let [forward, backward] = [0x811c9dc5, 0x811c9dc5];
	for (let at = 0; at < text.length; at++) {
		forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193);
		backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
	}
	return (forward >>> 0).toString(36) + (backward >>> 0).toString(36);
}
