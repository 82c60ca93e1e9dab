import type { ReportBlock } from '../../report/document.ts';

/** Whether something is printed between a heading and the next one: where the author wrote nothing, a heading alone would stand on paper. */
export function isFollowed(
	blocks: readonly ReportBlock[],
	heading: number,
	texts: Readonly<Record<string, string>>
): boolean {
	const next = blocks.findIndex(({ kind }, at) => at > heading && kind === 'heading');
	const under = blocks.slice(heading + 1, next < 0 ? blocks.length : next);
	return under.some((block) => block.kind !== 'own' || (texts[block.slot] ?? '').trim() !== '');
}
