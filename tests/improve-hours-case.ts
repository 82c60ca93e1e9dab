// Small made cases of hours to improve: two days of free time, a few sites on half-hours, and what they give worked out by the kernels of
// usable hours, which know nothing of the search.
import fc from 'fast-check';
import type { RoundTrips } from '#core/hours/growing-union.ts';
import { normalizeIntervals, type Intervals } from '#core/hours/intervals.ts';
import { packOpenings } from '#core/hours/openings-kernel.ts';
import { usableHours } from '#core/hours/usable-hours.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import { hoursCase, type Audience, type HoursCase } from '#core/improve-hours/hours-case.ts';

export const CUTOFF = 1200;

export interface MadeCase {
	readonly audiences: readonly Audience[];
	readonly reach: RoundTrips;
	readonly openings: readonly Intervals[];
	readonly hours: HoursCase;
}

export interface MadeParts {
	readonly audiences: readonly MadeAudience[];
	/** Of each point and site: seconds there and back; beyond the cutoff, not reached. */
	readonly trips: readonly (readonly (readonly [number, number])[])[];
	readonly openings: readonly Intervals[];
}

export interface MadeAudience {
	readonly people: readonly number[];
	readonly weight: number;
	readonly windows: Intervals;
	readonly minimumVisitMinutes: number;
}

export function madeCase({ audiences: made, trips, openings }: MadeParts): MadeCase {
	const siteCount = openings.length;
	const rows = trips.map((row) =>
		row
			.map(([go, back], site) => ({ site, go, back }))
			.filter(({ go }) => go <= CUTOFF)
			.sort((one, other) => one.go - other.go)
	);
	const first = new Uint32Array(rows.length + 1);
	rows.forEach((row, point) => (first[point + 1] = first[point] + row.length));
	const flat = rows.flat();
	const reach: RoundTrips = {
		demandCount: rows.length,
		siteCount,
		first,
		site: Uint32Array.from(flat, ({ site }) => site),
		toSite: Uint32Array.from(flat, ({ go }) => go),
		fromSite: Uint32Array.from(flat, ({ back }) => back)
	};
	const sites = new Uint8Array(siteCount).fill(1);
	const audiences = made.map((one): Audience => ({ ...one, people: Float64Array.from(one.people) }));
	return { audiences, reach, openings, hours: hoursCase(reach, audiences, CUTOFF, openings, sites) };
}

/** The same sites and trips for other audiences. */
export function caseFor({ reach, openings }: MadeCase, audiences: readonly Audience[]): MadeCase {
	const sites = new Uint8Array(openings.length).fill(1);
	return { audiences, reach, openings, hours: hoursCase(reach, audiences, CUTOFF, openings, sites) };
}

/** Σ of audiences, weight × people × usable seconds under some hours, by `usableHours` for each audience alone. */
export function personSecondsOf({ audiences, reach }: MadeCase, openings: readonly Intervals[]): number {
	const packed = packOpenings(openings.map((week) => Uint16Array.from(week)));
	return audiences.reduce((all, { people, weight, windows, minimumVisitMinutes }) => {
		const freeTime = { week: 0, windows, minimumVisitMinutes };
		const { seconds } = usableHours(reach, possibleVisits([packed], [freeTime]), [CUTOFF]);
		return people.reduce((sum, there, point) => sum + (there > 0 ? weight * there * seconds[point] : 0), all);
	}, 0);
}

const NOON = 12 * 60;
/** Monday 14–17 h, Tuesday 16–18 h. */
export const ALLOWED = [14 * 60, 17 * 60, 1440 + 16 * 60, 1440 + 18 * 60];

/** Openings on both days, edges on the half-hour from noon to 20 h. */
const siteWeek = fc.uniqueArray(fc.integer({ min: 0, max: 31 }), { maxLength: 6 }).map((slots) =>
	normalizeIntervals(
		slots.flatMap((slot) => {
			const start = (slot >> 4) * 1440 + NOON + (slot & 15) * 30;
			return [start, start + 30];
		})
	)
);

const trip = fc.tuple(fc.integer({ min: 60, max: 1500 }), fc.integer({ min: 60, max: 1500 }));

const madeAudience = (points: number): fc.Arbitrary<MadeAudience> =>
	fc.record({
		people: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: points, maxLength: points }),
		weight: fc.constantFrom(1, 2, 0.5),
		windows: fc.constantFrom(
			[NOON, 20 * 60, 1440 + NOON, 1440 + 20 * 60],
			[13 * 60, 15 * 60 + 30, 16 * 60, 19 * 60, 1440 + 15 * 60, 1440 + 17 * 60 + 10]
		),
		minimumVisitMinutes: fc.constantFrom(0, 30, 60)
	});

/**
 * @param sites at most
 * @param audiences at most; one has weight 1
 */
export function madeCases(sites: number, audiences = 1): fc.Arbitrary<MadeCase> {
	return fc
		.record({ count: fc.integer({ min: 1, max: sites }), points: fc.integer({ min: 4, max: 6 }) })
		.chain(({ count, points }) =>
			fc.record({
				audiences: fc.array(madeAudience(points), { minLength: audiences === 1 ? 1 : 2, maxLength: audiences }),
				openings: fc.array(siteWeek, { minLength: count, maxLength: count }),
				trips: fc.array(fc.array(trip, { minLength: count, maxLength: count }), {
					minLength: points,
					maxLength: points
				})
			})
		)
		.map((parts) =>
			madeCase(audiences === 1 ? { ...parts, audiences: [{ ...parts.audiences[0], weight: 1 }] } : parts)
		);
}

/** Every week that a site can have: half-hours added where it is closed and slots are allowed, each run as long as a block at least. */
export function everyAddition(openings: Intervals, blockMinutes: number): { added: number; week: Intervals }[] {
	const free: number[] = [];
	for (let day = 0; day < 2; day++) {
		for (let start = ALLOWED[2 * day]; start < ALLOWED[2 * day + 1]; start += 30) {
			const isOpen = openings.some((from, at) => at % 2 === 0 && from <= start && start < openings[at + 1]);
			if (!isOpen) free.push(start);
		}
	}
	return Array.from({ length: 1 << free.length }, (_, mask) => {
		const added = normalizeIntervals(free.flatMap((start, bit) => ((mask >> bit) & 1 ? [start, start + 30] : [])));
		return { added, week: normalizeIntervals([...openings, ...added]) };
	})
		.filter(({ added }) => added.every((from, at) => at % 2 === 1 || added[at + 1] - from >= blockMinutes))
		.map(({ added, week }) => ({
			added: added.reduce((sum, minute, at) => sum + (at % 2 === 0 ? -minute : minute), 0),
			week
		}));
}
