import type { TerritorySummary } from '#domain/territory-summary.ts';

/** How much of one thing is known: `known` of `all`. */
export interface Completeness {
	readonly what:
		| 'hours'
		| 'surface'
		| 'staff'
		| 'volunteers'
		| 'entries'
		| 'loans'
		| 'borrowers'
		| 'class'
		| 'municipale'
		| 'geometry';
	readonly known: number;
	readonly all: number;
}

/** What is known of the counted sites and the communes of the perimeter; blank is not zero. */
export function completenessOf({ sites, communes }: TerritorySummary): Completeness[] {
	const places = sites.filter(({ counted, margin }) => counted.counted && !margin);
	const inside = communes.filter(({ margin }) => !margin);
	const ofSites = (what: Completeness['what'], isKnown: (site: (typeof places)[number]) => boolean): Completeness => ({
		what,
		known: places.filter(isKnown).length,
		all: places.length
	});
	return [
		ofSites('hours', ({ weeklyHours }) => weeklyHours.term !== null),
		ofSites('surface', ({ figures }) => figures.surfaceSquareMetres !== null),
		ofSites('staff', ({ figures }) => figures.paidStaffFte !== null),
		ofSites('volunteers', ({ figures }) => figures.volunteers !== null),
		ofSites('entries', ({ figures }) => figures.entriesPerYear !== null),
		ofSites('loans', ({ figures }) => figures.loansPerYear !== null),
		ofSites('borrowers', ({ figures }) => figures.borrowers !== null),
		ofSites('class', ({ serviceClass }) => serviceClass !== null),
		{
			what: 'municipale',
			known: inside.filter(({ municipalPopulation }) => municipalPopulation !== null).length,
			all: inside.length
		},
		{ what: 'geometry', known: inside.filter(({ geometry }) => geometry !== null).length, all: inside.length }
	];
}
