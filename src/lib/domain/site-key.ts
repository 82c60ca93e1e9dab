import { SITE_KINDS, type SiteKind } from './site.ts';
import type { SiteSummary } from './territory-summary.ts';
import { HOURS_STEP_BOUNDS, markShape, type HoursStep, type MarkShape } from './site-mark.ts';

/** Kinds that share a mark, in the order of the marks. */
export interface ShapeRow {
	readonly shape: MarkShape;
	readonly kinds: readonly SiteKind[];
}

/** The shapes that the territory's places have, each with the kinds it stands for. */
export function shapeRows(sites: readonly Pick<SiteSummary, 'kind'>[]): readonly ShapeRow[] {
	const present = new Set(sites.map(({ kind }) => kind));
	const rows = new Map<MarkShape, SiteKind[]>();
	for (const kind of SITE_KINDS) {
		if (!present.has(kind)) continue;
		const shape = markShape(kind);
		rows.set(shape, [...(rows.get(shape) ?? []), kind]);
	}
	return [...rows].map(([shape, kinds]) => ({ shape, kinds }));
}

/** Sizes of marks with the weekly hours from which (null: from none) and up to which (null: and more) they stand. */
export const SIZE_ROWS: readonly {
	readonly step: HoursStep;
	readonly over: number | null;
	readonly upTo: number | null;
}[] = Array.from({ length: HOURS_STEP_BOUNDS.length + 1 }, (_, rank) => ({
	step: rank as HoursStep,
	over: HOURS_STEP_BOUNDS[rank - 1] ?? null,
	upTo: HOURS_STEP_BOUNDS[rank] ?? null
}));
