/** Columns of the communes of a comparison, a row for each commune and scenario; the page gives their headings in the user's language. */
export const COMPARED_COMMUNES_COLUMNS = [
	'scenario',
	'code',
	'name',
	'people',
	'people-improved',
	'people-reduced',
	'people-unchanged',
	'people-unknown',
	'people-unattached',
	'mean-change',
	'unit'
] as const;

/**
 * Columns of what a scenario changes by age, by profile and by moment, a row for each group and scenario. People are told of ages and
 * profiles, hours before and after of moments; `unit` is that of the change.
 */
export const COMPARED_GROUPS_COLUMNS = [
	'scenario',
	'by',
	'group',
	'people-improved',
	'people-reduced',
	'people-unchanged',
	'people-unknown',
	'people-unattached',
	'people-times-change',
	'before',
	'after',
	'difference',
	'unit'
] as const;

/** What groups are told by. */
export const GROUPED_BY = ['by-age', 'by-profile', 'by-moment'] as const;
export type GroupedBy = (typeof GROUPED_BY)[number];

/** What files of a comparison name an age band by: `age-0-17`, `age-65-` without a last age. */
export function ageGroup({ fromAge, toAge }: { readonly fromAge: number; readonly toAge: number | null }): string {
	return `age-${fromAge}-${toAge ?? ''}`;
}

/**
 * Columns of the figures of a comparison before those of its sides: what the figure is, whom or when it is of, its unit. Then come the
 * situation as it is and each scenario, in the order asked.
 */
export const COMPARED_FIGURES_COLUMNS = ['figure', 'of', 'unit'] as const;

/** Figures that both sides have, then what becomes of people, which the baseline has not. */
export const COMPARED_FIGURES = [
	'people-covered',
	'share-covered',
	'people-at-moment',
	'share-at-moment',
	'median-weekly-hours',
	'people-hours-unknown',
	'median-usable-hours',
	'people-without-usable-hours',
	'share-without-usable-hours',
	'people-usable-hours-unknown',
	'counted-sites',
	'weekly-open-hours',
	'people-below-threshold',
	'people-not-classed',
	'open-hours',
	'people-improved',
	'people-reduced',
	'people-unchanged',
	'people-unknown',
	'people-unattached',
	'people-times-change',
	'largest-gain',
	'largest-loss'
] as const;
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];
