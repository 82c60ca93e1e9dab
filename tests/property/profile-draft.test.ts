import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PROFILES, profileInForce, type DefaultProfile } from '#domain/default-profiles.ts';
import { windowsByDay } from '#domain/free-windows.ts';
import {
	isAsProposed,
	profileDraft,
	readDay,
	readProfile,
	readWeek,
	tidyTime,
	weekDraft,
	type ProfileDraft
} from '../../src/lib/ui/profiles/profile-draft.ts';

/** Rising windows that do not touch, some over midnight. */
const windows = fc
	.uniqueArray(fc.integer({ min: 0, max: 10_080 }), { maxLength: 14 })
	.map((minutes) => minutes.sort((one, other) => one - other).slice(minutes.length % 2));
const profiles: fc.Arbitrary<DefaultProfile> = fc.record({
	id: fc.constantFrom(...DEFAULT_PROFILES.map(({ id }) => id)),
	ages: fc.oneof(
		fc.record({ fromAge: fc.integer({ min: 0, max: 60 }), toAge: fc.integer({ min: 60, max: 120 }) }),
		fc.record({ fromAge: fc.integer({ min: 0, max: 120 }), toAge: fc.constant(null) })
	),
	freeWindows: fc.record({ term: windows, 'small-holidays': windows, summer: windows }),
	minimumVisitMinutes: fc.integer({ min: 1, max: 480 })
});
const length = (pairs: readonly number[]) =>
	pairs.reduce((sum, minute, at) => sum + (at % 2 === 0 ? -minute : minute), 0);

describe('the form of a profile', () => {
	test('says the profile, and reads it back', () => {
		fc.assert(
			fc.property(profiles, (profile) => {
				expect(readProfile(profileDraft(profile))).toEqual(profile);
			})
		);
	});

	test('cuts a week into days without losing a minute', () => {
		fc.assert(
			fc.property(windows, (week) => {
				const days = windowsByDay(week).flat();
				for (const { from, to } of days) expect(0 <= from && from < to && to <= 1440).toBe(true);
				expect(days.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(length(week));
			})
		);
	});

	test('puts together windows that overlap or touch, and says so: every minute typed is in them, and no other', () => {
		const minutes = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
		const typed = fc.array(
			fc.tuple(minutes, fc.integer({ min: 1, max: 12 })).map(([from, quarters]) => ({
				from,
				to: Math.min(from + quarters * 15, 1440)
			})),
			{ maxLength: 5 }
		);
		const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
		fc.assert(
			fc.property(typed, (pairs) => {
				const reading = readDay(pairs.map(({ from, to }) => ({ from: clock(from), to: clock(to) })));
				expect(reading.faults.every((fault) => fault === null)).toBe(true);
				for (let minute = 7; minute < 1440; minute += 15) {
					const isRead = reading.windows.some(
						(from, at) => at % 2 === 0 && from < minute && minute < reading.windows[at + 1]
					);
					expect(isRead).toBe(pairs.some(({ from, to }) => from < minute && minute < to));
				}
				expect(reading.joined).toBe(reading.windows.length / 2 < pairs.length);
			})
		);
	});

	test('takes the times that people type', () => {
		for (const text of ['18:30', '18h30', '18 h 30', '1830', '18.30', ' 18H30 ']) expect(tidyTime(text)).toBe('18:30');
		for (const text of ['9', '9h', '09:00', '900', '9 h']) expect(tidyTime(text)).toBe('09:00');
		for (const text of ['', 'midi', '25', '18h61', '24:01', '18h3', '1:2:3']) expect(tidyTime(text)).toBe(text);
	});

	test('tells an end before its start, and a time that is missing, beside their window', () => {
		const day = [
			{ from: '18:00', to: '09:00' },
			{ from: '9:00', to: '' },
			{ from: '20:00', to: '00:00' }
		];
		expect(readDay(day)).toEqual({ faults: ['order', 'missing', null], windows: [1200, 1440], joined: false });
		expect(readWeek([day, [], [], [], [], [], []])).toBeNull();
	});

	test('joins midnight to what follows it', () => {
		const late = [[{ from: '22:00', to: '24:00' }], [{ from: '0:00', to: '1:00' }], [], [], [], [], []];
		expect(readWeek(late)).toEqual([1320, 1500]);
		expect(weekDraft([1320, 1500])[1]).toEqual([{ from: '00:00', to: '01:00' }]);
	});

	test('refuses ages and visits that are none', () => {
		const draft = profileDraft(profileInForce('full-time', []));
		const refused = (patch: Partial<ProfileDraft>) => readProfile({ ...draft, ...patch }) === null;
		expect(refused({ fromAge: '65' })).toBe(true);
		expect(refused({ fromAge: '' })).toBe(true);
		expect(refused({ toAge: '121' })).toBe(true);
		expect(refused({ toAge: '-3' })).toBe(true);
		expect(refused({ visitMinutes: '0' })).toBe(true);
		expect(refused({ visitMinutes: '12.5' })).toBe(true);
		expect(readProfile({ ...draft, toAge: '' })?.ages).toEqual({ fromAge: 25, toAge: null });
	});

	test('is as proposed until something is said otherwise', () => {
		for (const profile of DEFAULT_PROFILES) {
			expect(isAsProposed(profile)).toBe(true);
			expect(isAsProposed({ ...profile, minimumVisitMinutes: 15 })).toBe(false);
		}
	});
});
