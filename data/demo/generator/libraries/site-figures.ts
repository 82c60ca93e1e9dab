import type { Random } from '../tools/random.ts';
import type { PlannedSite, SiteSize } from './site-plan.ts';

/** The survey's figures; null where the library left the question blank, which is not zero. */
export interface SiteFigures {
	readonly typology: string | null;
	readonly squareMetres: number | null;
	readonly weeklyHours: number | null;
	readonly seats: number | null;
	readonly entries: number | null;
	readonly loans: number | null;
	readonly borrowers: number | null;
	readonly staff: number | null;
	readonly employees: number | null;
	readonly volunteers: number | null;
	readonly volunteerTime: number | null;
	readonly books: number | null;
	readonly acquisitions: number | null;
	readonly events: number | null;
}

interface Scale {
	readonly typology: readonly string[];
	/** Square metres for one inhabitant, and at least. */
	readonly squareMetres: readonly [perPerson: number, least: number, most: number];
	readonly staffPerThousand: number;
	readonly volunteers: readonly [least: number, most: number];
	readonly booksPerPerson: number;
	readonly visitsPerPerson: number;
	readonly loansPerPerson: number;
	/** People served at most: a small place in a large town is not for the whole town. */
	readonly mostPeople: number;
	/** How often a question is left blank. */
	readonly blank: number;
}

const SCALES: Readonly<Record<Exclude<SiteSize, 'stop'>, Scale>> = {
	main: {
		typology: ['A'],
		squareMetres: [0.082, 1500, 1800],
		staffPerThousand: 0.78,
		volunteers: [0, 0],
		booksPerPerson: 3.1,
		visitsPerPerson: 4.6,
		loansPerPerson: 5.2,
		mostPeople: Infinity,
		blank: 0
	},
	town: {
		typology: ['A', 'B'],
		squareMetres: [0.068, 350, 900],
		staffPerThousand: 0.62,
		volunteers: [2, 6],
		booksPerPerson: 2.7,
		visitsPerPerson: 3.4,
		loansPerPerson: 4.1,
		mostPeople: Infinity,
		blank: 0.03
	},
	branch: {
		typology: ['B', 'C'],
		squareMetres: [0.014, 140, 290],
		staffPerThousand: 0.11,
		volunteers: [0, 3],
		booksPerPerson: 0.7,
		visitsPerPerson: 0.8,
		loansPerPerson: 0.7,
		mostPeople: 14_000,
		blank: 0.1
	},
	university: {
		typology: [],
		squareMetres: [0.02, 380, 420],
		staffPerThousand: 0.15,
		volunteers: [0, 0],
		booksPerPerson: 0.9,
		visitsPerPerson: 1.2,
		loansPerPerson: 0.6,
		mostPeople: 12_000,
		blank: 0.1
	},
	'market-town': {
		typology: ['B', 'B', 'C'],
		squareMetres: [0.075, 120, 320],
		staffPerThousand: 0.65,
		volunteers: [3, 9],
		booksPerPerson: 3.2,
		visitsPerPerson: 2.6,
		loansPerPerson: 3.6,
		mostPeople: Infinity,
		blank: 0.08
	},
	village: {
		typology: ['C', 'D', 'D'],
		squareMetres: [0.055, 32, 130],
		staffPerThousand: 0.22,
		volunteers: [4, 12],
		booksPerPerson: 3.4,
		visitsPerPerson: 1.3,
		loansPerPerson: 1.8,
		mostPeople: 2_500,
		blank: 0.24
	},
	'book-point': {
		typology: ['E'],
		squareMetres: [0.02, 14, 38],
		staffPerThousand: 0,
		volunteers: [2, 5],
		booksPerPerson: 1.2,
		visitsPerPerson: 0.5,
		loansPerPerson: 0.6,
		mostPeople: 1_500,
		blank: 0.4
	}
};

/** Chance that the hours declared in the survey are not those of the hours file: it is a year older. */
const STALE_HOURS = 0.07;

/** Loans of the year of one who borrows: between these. */
const LOANS_PER_BORROWER = [24, 38] as const;

/**
 * Figures in keeping with a site's size and its commune's people. `weeklyHours`: what it really opens, if anything. Loans and borrowers are
 * drawn from a stream of their own, `lending`: they came after the others, which they leave as they were.
 */
export function siteFigures(
	entry: PlannedSite,
	communePeople: number,
	weeklyHours: number | null,
	random: Random,
	lending: Random
): SiteFigures {
	if (entry.size === 'stop') return NO_FIGURES;
	const scale = SCALES[entry.size];
	const people = Math.min(communePeople, scale.mostPeople);
	const answered = (value: number): number | null => (random.chance(scale.blank) ? null : value);
	const loans = people * scale.loansPerPerson * lending.between(0.7, 1.3);
	const borrowers = loans / lending.between(...LOANS_PER_BORROWER);
	const lent = (value: number): number | null => (lending.chance(scale.blank) ? null : value);
	const [perPerson, least, most] = scale.squareMetres;
	const squareMetres = Math.round(Math.min(most, Math.max(least, people * perPerson * random.between(0.75, 1.25))));
	const staff = Math.round(((people * scale.staffPerThousand) / 1000) * random.between(0.7, 1.3) * 10) / 10;
	const volunteers = random.integer(...scale.volunteers);
	const alone = entry.size === 'village' && random.chance(0.45);
	const stale = random.chance(STALE_HOURS) ? random.pick([-2, -1.5, 1, 2, 3]) : 0;
	return {
		typology: random.chance(0.08) || scale.typology.length === 0 ? null : random.pick(scale.typology),
		squareMetres: random.chance(scale.blank / 2) ? null : squareMetres,
		weeklyHours: weeklyHours === null || random.chance(0.06) ? null : quarter(Math.max(2, weeklyHours + stale)),
		seats: answered(Math.round(squareMetres / random.between(6, 11))),
		entries: answered(Math.round((people * scale.visitsPerPerson * random.between(0.6, 1.4)) / 10) * 10),
		loans: lent(Math.round(loans)),
		borrowers: lent(Math.round(borrowers)),
		staff: answered(alone ? 0 : staff),
		employees: answered(alone || staff === 0 ? 0 : Math.max(1, Math.ceil(staff * 1.2))),
		volunteers: answered(volunteers),
		volunteerTime: answered(Math.round(volunteers * random.between(0.04, 0.1) * 100) / 100),
		books: answered(Math.round(people * scale.booksPerPerson * random.between(0.6, 1.2))),
		acquisitions: answered(Math.round((people * random.between(0.8, 2.3)) / 10) * 10),
		events: answered(random.integer(0, Math.round(4 + squareMetres / 12)))
	};
}

function quarter(hours: number): number {
	return Math.round(hours * 4) / 4;
}

const NO_FIGURES: SiteFigures = {
	typology: null,
	squareMetres: null,
	weeklyHours: null,
	seats: null,
	entries: null,
	loans: null,
	borrowers: null,
	staff: null,
	employees: null,
	volunteers: null,
	volunteerTime: null,
	books: null,
	acquisitions: null,
	events: null
};
