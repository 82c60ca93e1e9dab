import { describe, expect, it } from 'vitest';
import { marginalHours } from '#core/hours/marginal.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import type { PeopleOfProfile, ProfilePeople } from '#core/hours/profile-weights.ts';
import { sitesWithoutWayBack, usableHours, usableSecondsByMoment, wholeMinutes } from '#core/hours/usable-hours.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import { packed, roundTrips, usableSeconds, visitsOf } from '../usable-hours-case.ts';
import type { PlainTrip, Span } from '../usable-hours-plain.ts';
import { secondsSummed, secondsUnited, visitsPlainly } from '../usable-hours-plain.ts';

const [WE, SA] = [2, 5];
const span = (day: number, from: number, to: number): Span => [day * 1440 + from * 60, day * 1440 + to * 60];

// DESIGN §4.3: L1 at 10 min (We 14–18, Sa 10–12), L2 at 20 min (We 17–19), free We 17–20 and Sa 9–13, at least 30 min.
const openings = [[span(WE, 14, 18), span(SA, 10, 12)], [span(WE, 17, 19)]];
const task = { openings, windows: [span(WE, 17, 20), span(SA, 9, 13)], minimumVisitMinutes: 30 };
const trips: PlainTrip[] = [
	{ site: 0, go: 600, back: 600 },
	{ site: 1, go: 1200, back: 1200 }
];
const people = (...each: number[]): ProfilePeople<'a'> => ({
	profile: 'a',
	people: Float64Array.from(each) as PeopleOfProfile<'a'>,
	basis: 'ages'
});

describe('usable hours, worked out by hand', () => {
	it('are 230 minutes: neither the sum, 270, nor those of L1 alone, 170, nor the openings, 420', () => {
		expect(usableSeconds(trips, task, 1800)).toBe(230 * 60);
		expect(usableSeconds(trips, task, 600)).toBe(170 * 60);
		expect(secondsSummed(visitsPlainly(trips, task, 1800))).toBe(270 * 60);
		expect(secondsUnited(openings.flat())).toBe(420);
	});

	it('say by moment when: 110 minutes of Wednesday, before and after 18:00, 120 of Saturday morning', () => {
		const byMoment = usableSecondsByMoment(roundTrips([trips], 2), visitsOf([task]), 1800, 0);
		const minutes = Object.fromEntries(MOMENT_NAMES.map((name, rank) => [name, byMoment[rank] / 60]));
		expect(minutes).toEqual({
			'weekday-daytime': 0,
			'wednesday-afternoon': 50,
			'weekday-evening': 60,
			'saturday-morning': 120,
			'saturday-afternoon': 0,
			sunday: 0
		});
	});

	it('lose 130 minutes without L1 (10 of Wednesday, 120 of Saturday) and 60 without L2', () => {
		const loss = marginalHours(roundTrips([trips], 2), visitsOf([task]), packed(openings), 1800, people(2.5));
		// We: L1 17:10–18:00, L2 17:20–19:00. L1 alone 10 min, L2 alone 60. Sa: L1 alone 120.
		expect([...loss.byOpening]).toEqual([2.5 * 10, 2.5 * 120, 2.5 * 60]);
		expect([...loss.bySite]).toEqual([2.5 * 130, 2.5 * 60]);
		expect(loss.profile).toBe('a');
	});

	it('count a visit of the minimum to the second, and nothing a second shorter', () => {
		// Free 18–20, open to 18:45, 15 min away: 30 minutes on the spot.
		const short = { openings: [[span(0, 14, 18.75)]], windows: [span(0, 18, 20)], minimumVisitMinutes: 30 };
		expect(usableSeconds([{ site: 0, go: 900, back: 900 }], short, 1800)).toBe(1800);
		expect(usableSeconds([{ site: 0, go: 901, back: 900 }], short, 1800)).toBe(0);
		expect(usableSeconds([{ site: 0, go: 901, back: 900 }], { ...short, minimumVisitMinutes: 15 }, 1800)).toBe(1799);
	});

	it('need the way back: home by the end of the free time', () => {
		const late = { openings: [[span(0, 14, 20)]], windows: [span(0, 18, 20)], minimumVisitMinutes: 30 };
		expect(usableSeconds([{ site: 0, go: 600, back: 1200 }], late, 900)).toBe(90 * 60);
		const noWayBack = [{ site: 0, go: 600, back: null }];
		expect(usableSeconds(noWayBack, late, 900)).toBe(0);
		expect([...sitesWithoutWayBack(roundTrips([noWayBack, trips], 2), 900)]).toEqual([1, 0]);
		expect([...sitesWithoutWayBack(roundTrips([noWayBack], 2), 599)]).toEqual([0]);
	});

	it('take free time that touches for one window', () => {
		const cut = { openings: [[span(0, 11, 13)]], windows: [span(0, 10, 12), span(0, 12, 14)], minimumVisitMinutes: 30 };
		expect(usableSeconds([{ site: 0, go: 600, back: 600 }], cut, 900)).toBe(120 * 60);
	});

	it('hold a whole week of 10,080 minutes, and no more', () => {
		const always = { openings: [[[0, 10_080] as const]], windows: [[0, 10_080] as const], minimumVisitMinutes: 30 };
		const hours = usableHours(roundTrips([[{ site: 0, go: 0, back: 0 }]], 1), visitsOf([always]), [0]);
		expect([...wholeMinutes(hours.seconds)]).toEqual([10_080]);
		expect([...wholeMinutes(Uint32Array.of(0, 59, 60, 119))]).toEqual([0, 0, 1, 1]);
	});

	it('are 0 where nothing is in reach, whatever is asked', () => {
		const hours = usableHours(roundTrips([[], trips], 2), visitsOf([task]), [0, 600, 1800]);
		expect([...wholeMinutes(hours.seconds)]).toEqual([0, 0, 0, 170, 0, 230]);
	});
});

describe('what makes no sense is refused', () => {
	const reach = roundTrips([trips], 2);
	it('cutoffs that do not rise', () => {
		expect(() => usableHours(reach, visitsOf([task]), [900, 600])).toThrow(/900, 600 seconds, expected rising/);
		expect(() => usableHours(reach, visitsOf([task]), [NaN])).toThrow(RangeError);
	});
	it('openings of other sites', () => {
		const one = visitsOf([{ ...task, openings: [openings[0]] }]);
		expect(() => usableHours(reach, one, [900])).toThrow(/Openings of 1 sites, expected those of the 2/);
		expect(() => possibleVisits([packed(openings), packed([[]])], [])).toThrow(/different sites/);
	});
	it('tasks beyond the weeks given, beyond the week, or of a negative visit', () => {
		const visits = (week: number, windows: number[], minimumVisitMinutes: number) => () =>
			possibleVisits([packed(openings)], [{ week, windows, minimumVisitMinutes }]);
		expect(visits(1, [], 0)).toThrow(/Week of rank 1, expected one of the 1/);
		expect(visits(0, [0, 10_081], 0)).toThrow(/minutes of the week/);
		expect(visits(0, [0, 60], -1)).toThrow(/Minimum visit of -1/);
	});
	it('marginal hours of several tasks at once', () => {
		expect(() => marginalHours(reach, visitsOf([task, task]), packed(openings), 900, people(1))).toThrow(/2 tasks/);
	});
});
