import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AudienceProfile } from '#domain/audience-profile.ts';
import { WEEK_KINDS } from '#domain/audience-profile.ts';
import { DEFAULT_PROFILES, type DefaultProfileId } from '#domain/default-profiles.ts';
import type { AgeBand, Population } from '#domain/population.ts';
import { totalMinutes } from '#core/hours/intervals.ts';
import { civilFreeWindows, freeWindows } from '#core/hours/profiles.ts';
import type { PeopleOfProfile } from '#core/hours/profile-weights.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';

function profileOf<Id extends DefaultProfileId>(id: Id): AudienceProfile<Id> {
	const found = DEFAULT_PROFILES.find((each) => each.id === id);
	if (found === undefined) throw new Error(`no profile ${id}`);
	return found as AudienceProfile<Id>;
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const clock = (minute: number) => `${Math.floor((minute % 1440) / 60)}:${String(minute % 60).padStart(2, '0')}`;
/** "Mo 18:00-20:00 …", days that share their hours together. */
function words(windows: readonly number[]): string {
	const days = new Map<string, string[]>();
	for (let at = 0; at < windows.length; at += 2) {
		const hours = `${clock(windows[at])}-${clock(windows[at + 1])}`;
		days.set(hours, [...(days.get(hours) ?? []), DAYS[Math.floor(windows[at] / 1440)]]);
	}
	return [...days].map(([hours, names]) => `${names.join(',')} ${hours}`).join('; ');
}

describe('default profiles', () => {
	// DESIGN §4.11.
	const stated: Record<DefaultProfileId, [ages: string, term: string]> = {
		'full-time': ['25-64', 'Mo,Tu,We,Th,Fr 18:00-20:00; Sa 9:00-19:00; Su 10:00-18:00'],
		'part-time': ['25-64', 'Tu,Th 13:30-16:00; We,Sa 9:00-19:00; Su 10:00-18:00'],
		'secondary-pupil': ['11-17', 'Mo,Tu,Th,Fr 16:30-19:00; We 13:00-19:00; Sa 9:00-19:00; Su 10:00-18:00'],
		student: ['18-24', 'Mo,Tu,Th,Fr 17:00-20:00; We 13:00-20:00; Sa 9:00-19:00; Su 10:00-18:00'],
		'accompanied-child': ['0-10', 'Mo,Tu,Th,Fr 16:30-18:30; We,Sa 9:00-18:00; Su 10:00-18:00'],
		retired: ['65-null', 'Mo,Tu,We,Th,Fr,Sa 9:00-18:00; Su 10:00-18:00'],
		'job-seeker': ['25-64', 'Mo,Tu,We,Th,Fr,Sa 9:00-18:00; Su 10:00-18:00']
	};
	it('are those stated, in term', () => {
		const found = DEFAULT_PROFILES.map((profile) => [
			profile.id,
			[`${profile.ages.fromAge}-${profile.ages.toAge}`, words(freeWindows(profile, 'term'))]
		]);
		expect(Object.fromEntries(found)).toEqual(stated);
		expect(DEFAULT_PROFILES.every(({ minimumVisitMinutes }) => minimumVisitMinutes === 30)).toBe(true);
	});

	it('free those who go to school from 9 to 19 in holidays, and change nothing for the others', () => {
		for (const profile of DEFAULT_PROFILES) {
			const atSchool = profile.id === 'secondary-pupil' || profile.id === 'accompanied-child';
			const expected = atSchool ? 'Mo,Tu,We,Th,Fr,Sa 9:00-19:00; Su 10:00-18:00' : stated[profile.id][1];
			expect(words(freeWindows(profile, 'small-holidays'))).toBe(expected);
			expect(words(freeWindows(profile, 'summer'))).toBe(expected);
		}
	});
});

describe('free windows', () => {
	const full = profileOf('full-time');
	const withTerm = (term: number[]) => ({ ...full, freeWindows: { ...full.freeWindows, term } });

	it('are sorted, those that overlap or touch made one', () => {
		expect(freeWindows(withTerm([600, 700, 60, 120, 120, 180, 650, 800]), 'term')).toEqual([60, 180, 600, 800]);
	});
	it.each([[[120, 60]], [[60, 60]], [[-1, 60]], [[0, 10_081]], [[0.5, 60]], [[60]], [[NaN, 60]]])(
		'refuse %j',
		(term) => {
			expect(() => freeWindows(withTerm(term), 'term')).toThrow(/profile "full-time"/);
		}
	);

	it('of a civil week take each day from its own kind', () => {
		const pupil = profileOf('secondary-pupil');
		const term = 'term' as const;
		// Holidays begin on the Saturday: nothing changes but that day, which is the same.
		expect(civilFreeWindows(pupil, [term, term, term, term, term, 'summer', 'summer'])).toEqual(
			freeWindows(pupil, 'term')
		);
		const broken = civilFreeWindows(pupil, ['summer', term, term, term, term, term, term]);
		expect(totalMinutes(broken ?? []) - totalMinutes(freeWindows(pupil, 'term'))).toBe(10 * 60 - 150);
	});
	it('of a civil week are not known when they hang on an unknown day', () => {
		const days = Array.from({ length: 7 }, () => 'unknown' as const);
		expect(civilFreeWindows(profileOf('secondary-pupil'), days)).toBeNull();
		expect(civilFreeWindows(full, days)).toEqual(freeWindows(full, 'term'));
	});
	it('of a week of one kind are those of the abstract week', () => {
		for (const kind of WEEK_KINDS) {
			for (const profile of DEFAULT_PROFILES) {
				const days = Array.from({ length: 7 }, () => kind);
				expect(civilFreeWindows(profile, days)).toEqual(freeWindows(profile, kind));
			}
		}
	});
});

describe('people of a profile', () => {
	const band = (fromAge: number, toAge: number | null, ...people: number[]): AgeBand => ({
		fromAge,
		toAge,
		people: Float64Array.from(people)
	});
	const population = (ageBands: AgeBand[] | null): Population => ({
		kind: 'grid-200m',
		count: 2,
		ids: ['a', 'b'],
		lon: new Float64Array(2),
		lat: new Float64Array(2),
		people: Float64Array.of(100, 10),
		communeCodes: [null, null],
		imputed: null,
		ageBands,
		households: null,
		poorHouseholds: null
	});
	const of = (id: DefaultProfileId, bands: AgeBand[] | null) => {
		const { people, basis } = profilePeople(population(bands), profileOf(id));
		return { people: [...people], basis };
	};

	it('are the whole bands of the INSEE grid', () => {
		const bands = [
			band(18, 24, 7, 1),
			band(25, 39, 10, 2),
			band(40, 54, 20, 3),
			band(55, 64, 5.5, 0),
			band(65, 79, 8, 1)
		];
		const grid = [band(0, 3, 1, 1), ...bands, band(80, null, 4, 2)];
		expect(of('full-time', grid)).toEqual({ people: [35.5, 5], basis: 'ages' });
		expect(of('student', grid)).toEqual({ people: [7, 1], basis: 'ages' });
		expect(of('retired', grid)).toEqual({ people: [12, 3], basis: 'ages' });
	});
	it('take of a band that holds other ages its share of years, and say so', () => {
		// 25–64 is 5 of the 15 years of 15–29, all of 30–59, 5 of the 40 years of 60 and over (to 99).
		const bands = [band(15, 29, 30, 0), band(30, 59, 50, 8), band(60, null, 80, 0)];
		expect(of('full-time', bands)).toEqual({ people: [10 + 50 + 10, 8], basis: 'split' });
		// 65 and over: 35 of the 40 years.
		expect(of('retired', bands)).toEqual({ people: [70, 0], basis: 'split' });
	});
	it('are counted once where bands overlap', () => {
		const bands = [band(65, null, 12, 3), band(65, 79, 8, 1), band(80, null, 4, 2)];
		expect(of('retired', bands)).toEqual({ people: [12, 3], basis: 'ages' });
	});
	it('are not known where no band holds their ages, or the band is blank', () => {
		expect(of('student', [band(0, 17, 1, 1), band(20, 64, 1, 1)])).toEqual({
			people: [NaN, NaN],
			basis: 'not-covered'
		});
		expect(of('student', [band(18, 24, 7, NaN)])).toEqual({ people: [7, NaN], basis: 'ages' });
	});
	it('are everyone without ages, in a copy', () => {
		const all = population(null);
		const { people, basis } = profilePeople(all, profileOf('student'));
		expect([...people]).toEqual([100, 10]);
		expect(basis).toBe('everyone');
		people[0] = 0;
		expect(all.people[0]).toBe(100);
	});
	it('of two profiles are two types: no function takes one for the other', () => {
		expectTypeOf<PeopleOfProfile<'student'>>().not.toExtend<PeopleOfProfile<'retired'>>();
		expectTypeOf<PeopleOfProfile<'student'>>().not.toExtend<PeopleOfProfile<'student' | 'retired'>>();
		expectTypeOf<Float64Array>().not.toExtend<PeopleOfProfile<'student'>>();
	});
});
