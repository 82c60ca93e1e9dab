/**
 * Conventions of this project, told with each point and on the page of methods: what a share must reach to be put up as a strength, and
 * below which as a weakness. All are shares, 0 … 1.
 */
export const SWOT_THRESHOLDS = {
	/** Of people within the time asked of a counted site. */
	coveredWell: 0.9,
	coveredBadly: 0.75,
	/** Of people of the profile without any usable hour. */
	fewWithoutUsable: 0.1,
	manyWithoutUsable: 0.25,
	/** Of the sites that answered. */
	mostlyWithoutPaid: 0.5,
	/** Of the sites of known hours. */
	fewSitesOpen: 0.25,
	/** Between coverage with and without neighbours. */
	neighboursMatter: 0.05,
	/** Of the hours of a week of term. */
	muchLessInSummer: 0.8,
	/** Of the located population, 65 and over. */
	manyOlder: 0.25,
	/** Of the sites asked. */
	fewAnswers: 0.5
} as const;
