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
	'median-usable-hours',
	'people-without-usable-hours',
	'share-without-usable-hours',
	'counted-sites',
	'weekly-open-hours',
	'people-below-threshold',
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
