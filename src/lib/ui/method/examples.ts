/**
 * The worked examples of the page of methods: what is given, and what comes out. tests/unit/method-examples.test.ts runs each through the
 * kernels that the app itself uses.
 */

/** Estimated times over one straight line. */
export const ESTIMATED_EXAMPLE = { metres: 10_000, seconds: { car: 1160, bike: 3120, foot: 10_400 } } as const;

/** Homes around one site; null minutes is off the network. */
export const COVERAGE_EXAMPLE = {
	cutoffMinutes: 15,
	points: [
		{ people: 120, minutes: 6 },
		{ people: 80, minutes: 15 },
		{ people: 200, minutes: 22 },
		{ people: 10, minutes: null }
	],
	within: 200,
	attached: 400,
	unattached: 10,
	share: 0.5
} as const;

const hours = (day: number, from: number, to: number) => [(day * 24 + from) * 60, (day * 24 + to) * 60] as const;
const [WEDNESDAY, SATURDAY] = [2, 5];

/** Two sites, two free windows; spans in minutes of the week. */
export const USABLE_EXAMPLE = {
	cutoffMinutes: 30,
	minimumVisitMinutes: 30,
	windows: [hours(WEDNESDAY, 17, 20), hours(SATURDAY, 9, 13)],
	sites: [
		{ name: 'L1', minutesAway: 10, openings: [hours(WEDNESDAY, 14, 18), hours(SATURDAY, 10, 12)] },
		{ name: 'L2', minutesAway: 20, openings: [hours(WEDNESDAY, 17, 19)] }
	],
	/** By rank of the site. */
	visits: [
		{ site: 0, visit: [WEDNESDAY * 1440 + 17 * 60 + 10, WEDNESDAY * 1440 + 18 * 60] },
		{ site: 0, visit: hours(SATURDAY, 10, 12) },
		{ site: 1, visit: [WEDNESDAY * 1440 + 17 * 60 + 20, WEDNESDAY * 1440 + 19 * 60] }
	],
	usableMinutes: 230,
	summedMinutes: 270,
	firstSiteMinutes: 170,
	openMinutes: 420
} as const;

/** A profile of 60 and over, in bands that have no edge at 60. */
export const PROFILE_EXAMPLE = {
	ages: { fromAge: 60, toAge: null },
	bands: [
		{ fromAge: 55, toAge: 64, people: 100, taken: 50 },
		{ fromAge: 65, toAge: 79, people: 150, taken: 150 },
		{ fromAge: 80, toAge: null, people: 40, taken: 40 }
	],
	people: 240
} as const;

/** Three hamlets and two sites, E2SFCA of weekly hours. */
export const SUPPLY_EXAMPLE = {
	people: [1000, 500, 2000],
	weeklyHours: [20, 12],
	/** By hamlet, then by site. */
	minutes: [
		[5, 18],
		[15, 9],
		[25, 35]
	],
	/** Weekly hours for 1,000 people, to the thousandth. */
	per1000: [18.151, 17.81, 2.472],
	capacityGiven: 32
} as const;

/** Four groups of people and what one person of each has. */
export const EQUITY_EXAMPLE = {
	values: [0, 10, 20, 40],
	people: [100, 300, 400, 200],
	gini: 0.342,
	palma: 1.33,
	lowerHalfShare: 0.263,
	line: 20,
	headcount: 0.4,
	gap: 0.25,
	severity: 0.175,
	/** Of one person each who has 1, 2, 3 and 4. */
	simpleGini: 0.25
} as const;

/** Homes against the threshold; null usable hours: no site within the cutoff. */
export const SECTOR_EXAMPLE = {
	cutoffMinutes: 15,
	minimumUsableHours: 4,
	points: [
		{ people: 120, minutes: 12, usableHours: 1, lacking: 0.75, deficit: 90 },
		{ people: 80, minutes: 22, usableHours: null, lacking: 1, deficit: 80 },
		{ people: 300, minutes: 8, usableHours: 6, lacking: 0, deficit: 0 }
	],
	deficit: 170
} as const;

/** A schedule of every week, and one of the first Saturday of the month, in zone B and a whole year. */
export const CALENDAR_EXAMPLE = {
	zone: 'B',
	departement: '59',
	year: 2025,
	everyWeek: 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30; PH off',
	weeklyHours: 13.5,
	yearlyHours: 687,
	termHours: 463.5,
	smallHolidaysHours: 113,
	summerHours: 110.5,
	firstSaturday: 'Sa[1] 10:00-12:00',
	/** Mean over the Saturdays of term: 7 first Saturdays of 31. */
	termSaturdays: 31,
	firstTermSaturdays: 7,
	firstSaturdayMinutes: 27
} as const;

/** Homes around the nearest site, before and after; null minutes is beyond the times that are computed. */
export const CHANGE_EXAMPLE = {
	points: [
		{ people: 120, before: 12, after: 8, change: -4, state: 'improved' },
		{ people: 80, before: 22, after: 22, change: 0, state: 'unchanged' },
		{ people: 200, before: 9, after: 14, change: 5, state: 'reduced' },
		{ people: 50, before: null, after: 25, change: null, state: 'improved' }
	],
	improved: 170,
	reduced: 200,
	unchanged: 80,
	meanChange: 1.3
} as const;

/** Saturday afternoons all year, paid at one rate of the State, with one other funder. Euros, a year. */
export const COST_EXAMPLE = {
	hours: 75,
	onDuty: 2,
	volunteersOnDuty: 1,
	perHour: 24,
	staff: 3600,
	rate: 0.7,
	state: 2520,
	investment: 2000,
	funders: 300,
	/** Years from … to. */
	years: [
		{ from: 1, to: 1, gross: 5600, state: 2520, left: 2780 },
		{ from: 2, to: 5, gross: 3600, state: 2520, left: 780 },
		{ from: 6, to: 6, gross: 3600, state: 0, left: 3300 }
	],
	personHours: 1200,
	perPersonHour: 3
} as const;

/** Three hamlets and three places, one of which may be taken. */
export const SITING_EXAMPLE = {
	cutoffMinutes: 15,
	places: ['A', 'B', 'C'],
	/** Minutes by place. */
	hamlets: [
		{ people: 900, minutes: [5, 14, 20] },
		{ people: 300, minutes: [25, 15, 12] },
		{ people: 200, minutes: [30, 28, 14] }
	],
	answers: {
		mclp: { place: 'B', people: 1200 },
		lscp: { sites: 2 },
		pmedian: { place: 'A', meanMinutes: 12.9 },
		pcenter: { place: 'C', minutes: 20 }
	}
} as const;

/** Two hamlets with the same free time, two sites closed in it; null: out of reach. Spans in minutes of the week. */
export const HOURS_EXAMPLE = {
	window: hours(SATURDAY, 9, 13),
	minimumVisitMinutes: 30,
	hamlets: [
		{ people: 120, minutes: [10, null] },
		{ people: 80, minutes: [20, 10] }
	],
	choices: [
		{ opened: [{ site: 0, times: hours(SATURDAY, 10, 12) }], personHours: 400 },
		{ opened: [{ site: 1, times: hours(SATURDAY, 10, 12) }], personHours: 160 },
		{
			opened: [
				{ site: 0, times: hours(SATURDAY, 10, 12) },
				{ site: 1, times: hours(SATURDAY, 10, 12) }
			],
			personHours: 400
		},
		{
			opened: [
				{ site: 0, times: hours(SATURDAY, 9, 11) },
				{ site: 1, times: hours(SATURDAY, 11, 13) }
			],
			personHours: 500
		}
	]
} as const;

/** Names of one place at two times, the share of their pairs of letters that they have in common, and how far apart both are. */
export const FOLLOW_UP_EXAMPLE = {
	alike: { before: 'Bibliothèque Jean-Moulin', after: 'Bibliothèque J. Moulin', likeness: 0.88, metres: 60 },
	renamed: { before: 'Bibliothèque du Port', after: 'Médiathèque du Port', likeness: 0.7, metres: 60 }
} as const;
