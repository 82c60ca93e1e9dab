import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { parseIsoDate, type CivilDay } from '#core/hours/civil-date.ts';
import { scheduleReader } from '#core/hours/day-openings.ts';
import { BLANK_RULE, type OpeningSchedule } from '#domain/opening-schedule.ts';
import { scheduleLines } from '#i18n/describe-schedule.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { anySchedule } from '../hours-arbitraries.ts';

const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '67' });
// Seven years, leap and of 53 weeks among them: what differs on no day of theirs is the same for any reader.
const [first, last] = ['2022-12-20', '2029-01-10'].map((date) => parseIsoDate(date) as CivilDay);
function openings(schedule: OpeningSchedule): string {
	const reader = scheduleReader(schedule);
	const days = Array.from({ length: last - first }, (_, rank) => reader.day((first + rank) as CivilDay, calendar));
	return JSON.stringify(days);
}

/** The model's own form: what the syntax writes and reads back as it is. */
function isSchedule(schedule: OpeningSchedule): boolean {
	const parsed = parseOsmHours(writeOsmHours(schedule));
	return parsed.ok && JSON.stringify(parsed.schedule.rules) === JSON.stringify(schedule.rules);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Every value that differs from `value` in one leaf, by one step; what they say to the reader (comments) stays. */
function neighbours(value: Json): Json[] {
	if (typeof value === 'number') return [value - 1, value + 1, -value];
	if (typeof value === 'boolean') return [!value];
	if (typeof value === 'string') return ['override', 'add', 'fallback', 'open', 'closed', 'unknown', 'PH', 'SH'];
	if (value === null) return [1, 2025];
	if (Array.isArray(value)) {
		const list: readonly Json[] = value;
		const without = list.map((_, rank) => list.filter((_, other) => other !== rank));
		return [...without, ...list.flatMap((item, rank) => neighbours(item).map((next) => list.with(rank, next)))];
	}
	return Object.entries(value)
		.filter(([key]) => key !== 'comment')
		.flatMap(([key, item]) => neighbours(item).map((next) => ({ ...value, [key]: next })));
}

describe('the lines that say a schedule', () => {
	it('are there in both languages for any schedule, one a rule, each its own', () => {
		fc.assert(
			fc.property(anySchedule, fc.constantFrom<'fr' | 'en'>('fr', 'en'), (schedule, locale) => {
				const lines = scheduleLines(schedule, locale);
				expect(lines).toHaveLength(schedule.rules.length);
				for (const line of lines) expect(line).toMatch(/\S/);
				expect(lines.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
				schedule.rules.forEach(({ comment }, rank) => expect(lines[rank]).toContain(comment ?? ''));
			}),
			{ numRuns: 300 }
		);
	});

	it('are never the same for schedules whose openings differ', () => {
		let told = 0;
		fc.assert(
			fc.property(anySchedule, fc.nat(), fc.constantFrom<'fr' | 'en'>('fr', 'en'), (given, seed, locale) => {
				const near = neighbours(given.rules as unknown as Json);
				const other = { ...given, rules: near[seed % near.length] as unknown as OpeningSchedule['rules'] };
				fc.pre(other.rules.length > 0 && isSchedule(other));
				told++;
				if (scheduleLines(other, locale).join('\n') !== scheduleLines(given, locale).join('\n')) return;
				expect(openings(other), scheduleLines(given, locale).join('\n')).toBe(openings(given));
			}),
			{ numRuns: 600 }
		);
		expect(told).toBeGreaterThan(200);
	});

	it('say that a schedule without rules is closed', () => {
		const empty: OpeningSchedule = { rules: [], sourceText: '', syntax: 'grid' };
		expect(scheduleLines(empty, 'en')).toEqual(['every day: closed']);
		expect(openings(empty)).toBe(openings({ ...empty, rules: [{ ...BLANK_RULE, state: 'closed' }] }));
	});
});
