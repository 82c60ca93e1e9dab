/**
 * Constants of the kernels that the page of methods states, which it may not import: tests/unit/method-examples.test.ts holds them to what the
 * kernels do.
 */

/** Speed of the stretch between a home or a site and the road, km/h. */
export const ACCESS_KMH = { car: 10, bike: 10, foot: 4.8 } as const;

/** Share of a signed limit that is driven. */
export const LIMIT_SHARE = 0.8;

/** Speeds of cars on roads of OpenStreetMap without a signed limit, km/h, by class. */
export const CAR_KMH = {
	motorway: 90,
	trunk: 85,
	primary: 65,
	secondary: 55,
	tertiary: 40,
	unclassified: 25,
	residential: 25,
	living_street: 10
} as const;

export const RIDING_KMH = 16;
export const WALKING_KMH = 4.8;
export const STEPS_KMH = 2.4;

/** What turns cost cars on OpenStreetMap, seconds; a signal costs every mode. */
export const TURN_SECONDS = { right: 2.1, left: 5.3, back: 27.4, signal: 2 } as const;
/** IGN's cost of a section in town, for cars on BD TOPO, seconds. */
export const URBAN_SECTION_SECONDS = 5;

/** Estimated times: data/reference/estimated-model.json. */
export const ESTIMATED = {
	detour: 1.3,
	car: { terminalSeconds: 63, startMetresPerSecond: 9.75, topMetresPerSecond: 21.33, halfSpeedMetres: 45_100 },
	bikeKmh: 15,
	footKmh: 4.5
} as const;

/** Times beyond are not computed. */
export const LONGEST_MINUTES = 30;

/** Weights of E2SFCA, up to and including the minutes of each step. */
export const E2SFCA_WEIGHTS = [
	{ minutes: 10, weight: 1 },
	{ minutes: 20, weight: 0.68 },
	{ minutes: 30, weight: 0.22 }
] as const;

/** Supply is low, and people lack it, under this share of the median. */
export const LOW_SUPPLY_SHARE = 0.5;

/** People per km² around, from which a place is dense, or intermediate. */
export const DENSITY_LIMITS = { dense: 1500, intermediate: 300 } as const;

/** Rates of the State's share of extra costs of hours, the only ones published: data/reference/state-share.json. */
export const STATE_RATES = {
	code: '84',
	year: '2023',
	rates: {
		'weekday-day': 0.6,
		'weekday-evening': 0.7,
		'saturday-afternoon': 0.7,
		'school-holidays': 0.7,
		sunday: 0.8
	}
} as const;

/** Places that one search for a branch is given, at most. */
export const MOST_PLACES = 2048;

/** Proposed slots begin and end on these minutes, and are this long at most, longer ones being made of some that touch. */
export const SLOT_STEP_MINUTES = 30;
export const LONGEST_SLOT_MINUTES = 240;

/** Under this many people a commune's share of ages or of poor households is not shown. */
export const FEWEST_PEOPLE_FOR_SHARES = 200;
