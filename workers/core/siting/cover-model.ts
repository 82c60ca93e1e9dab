import type { CoverSets } from './cover-sets.ts';
import { ModelBuilder, type MixedModel } from './mixed-model.ts';

/** The exact model of the smallest cover: a column per candidate that covers something, a row per point. */
export interface CoverModel {
	readonly model: MixedModel;
	/** Candidate of each column. */
	readonly candidates: Uint32Array;
}

export function coverModel({ siteCount, first, site }: CoverSets): CoverModel {
	const builder = new ModelBuilder();
	const columnOf = new Int32Array(siteCount).fill(-1);
	const candidates: number[] = [];
	for (let point = 0; point + 1 < first.length; point++) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const candidate = site[entry];
			if (columnOf[candidate] < 0) {
				columnOf[candidate] = builder.addColumn(1, 1, true);
				candidates.push(candidate);
			}
			builder.put(columnOf[candidate], 1);
		}
		builder.endRow(1, Infinity);
	}
	return { model: builder.build(), candidates: Uint32Array.from(candidates) };
}
