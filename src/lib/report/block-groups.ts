import type { ReportBlock } from './document.ts';
import { isSiteSheet } from './site-sheet.ts';

/** Blocks that stand together on a page, by their ranks. */
export interface BlockGroup {
	/** `sheets`: those of sites, in columns; `drawn`: a picture and the table of its values, on one page; `one`: any other block, alone. */
	readonly kind: 'sheets' | 'drawn' | 'one';
	readonly ranks: number[];
}

/** The blocks of a section in their order, grouped as a page holds them. */
export function blockGroups(blocks: readonly ReportBlock[]): BlockGroup[] {
	const groups: BlockGroup[] = [];
	for (const [rank, block] of blocks.entries()) {
		const last = groups.at(-1);
		const isSheet = block.kind === 'table' && isSiteSheet(block);
		if (isSheet && last?.kind === 'sheets') last.ranks.push(rank);
		else if (isDrawn(blocks[rank - 1], block)) groups.splice(-1, 1, { kind: 'drawn', ranks: [rank - 1, rank] });
		else groups.push({ kind: isSheet ? 'sheets' : 'one', ranks: [rank] });
	}
	return groups;
}

/** Whether a table has the values of the picture before it. */
function isDrawn(before: ReportBlock | undefined, block: ReportBlock): boolean {
	return before?.kind === 'picture' && block.kind === 'table' && block.id === before.picture;
}
