import type { SiteFigures } from '#domain/site.ts';

/** The figures of a site whose source is blank. */
export const BLANK_FIGURES: SiteFigures = {
	surfaceSquareMetres: null,
	declaredWeeklyHours: null,
	seats: null,
	entriesPerYear: null,
	loansPerYear: null,
	borrowers: null,
	paidStaffFte: null,
	volunteers: null,
	books: null,
	acquisitionsEuros: null
};
