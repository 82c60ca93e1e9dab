import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { addDays, civilDate, civilDay, isoDateOf } from '#core/hours/civil-date.ts';
import { scheduleReader } from '#core/hours/day-openings.ts';
import { totalMinutes } from '#core/hours/intervals.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { hoursReport } from '#workers/jobs/hours-report.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { plainExpression } from '../hours-arbitraries.ts';
import { realData } from '../realdata.ts';

// opening_hours.js 3.15.0 (LGPL-3.0) reads the same expressions; it is used here and nowhere in the programme.

const LILLE = {
	lat: 50.63,
	lon: 3.06,
	address: { country_code: 'fr', state: 'Hauts-de-France', county: 'Nord' }
};
const FIRST_DAY = civilDay(2024, 1, 1);
const END_DAY = civilDay(2027, 1, 1);
const X = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';

type DayMinutes = Map<string, number>;

/** Wall-clock minutes of each day, in whatever time zone the test runs. */
function libraryMinutes(expression: string, first = FIRST_DAY, end = END_DAY): DayMinutes {
	const hours = new OpeningHours(expression, LILLE as unknown as ConstructorParameters<typeof OpeningHours>[1]);
	const at = (day: typeof first) => {
		const { year, month, dayOfMonth } = civilDate(day);
		return new Date(year, month - 1, dayOfMonth);
	};
	const minutes: DayMinutes = new Map();
	for (const [from, to, unknown] of hours.getOpenIntervals(at(first), at(end))) {
		if (unknown) continue;
		let start = from;
		while (start < to) {
			const midnight = new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1);
			const stop = to < midnight ? to : midnight;
			const day = isoDateOf(civilDay(start.getFullYear(), start.getMonth() + 1, start.getDate()));
			const until = stop.getTime() === midnight.getTime() ? 1440 : stop.getHours() * 60 + stop.getMinutes();
			minutes.set(day, (minutes.get(day) ?? 0) + until - (start.getHours() * 60 + start.getMinutes()));
			start = stop;
		}
	}
	return minutes;
}

function ourMinutes(expression: string, first = FIRST_DAY, end = END_DAY): DayMinutes {
	const parsed = parseOsmHours(expression);
	if (!parsed.ok) throw new Error(`${expression}: ${parsed.error.message.code}`);
	const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '59' });
	const reader = scheduleReader(parsed.schedule);
	const minutes: DayMinutes = new Map();
	for (let day = first; day < end; day = addDays(day, 1)) {
		const open = totalMinutes(reader.day(day, calendar).open);
		if (open > 0) minutes.set(isoDateOf(day), open);
	}
	return minutes;
}

const byDay = (minutes: DayMinutes) =>
	Object.fromEntries([...minutes].toSorted(([one], [other]) => (one < other ? -1 : 1)));
const total = (minutes: DayMinutes) => [...minutes.values()].reduce((sum, day) => sum + day, 0);
const differing = (minutes: DayMinutes, other: DayMinutes) =>
	[...new Set([...minutes.keys(), ...other.keys()])].filter((day) => minutes.get(day) !== other.get(day)).toSorted();

const melPath = realData('mel/bibliotheques-mel.json');
type MelRecord = { fields: { libelle: string; horairesosm?: string } };

describe('opening hours against opening_hours.js', () => {
	it.skipIf(melPath === null)('open minutes of every day of 2024–2026 on the expressions of MEL', () => {
		const records = JSON.parse(readFileSync(melPath ?? '', 'utf8')) as MelRecord[];
		const expressions = records.flatMap(({ fields }) => (fields.horairesosm === undefined ? [] : [fields.horairesosm]));
		expect(expressions).toHaveLength(125);
		const readable = expressions.filter((expression) => parseOsmHours(expression).ok);
		expect(readable).toHaveLength(124);
		let compared = 0;
		for (const expression of readable) {
			// School holidays differ (below), and days without hours are not taken for open day and night.
			if (/SH/.test(expression) || expression === 'Sa[2,4]') continue;
			expect(byDay(ourMinutes(expression)), expression).toEqual(byDay(libraryMinutes(expression)));
			compared++;
		}
		expect(compared).toBe(119);
	});

	it.skipIf(melPath === null)('reads the malformed expression of MEL as malformed too', () => {
		const malformed = 'Tu,Th 12:00,14:00-18:00; We 09:00-12:00,14:00-18:00; Fr 12:00,15:00-19:00; Sa 10:00-13:00';
		expect(readFileSync(melPath ?? '', 'utf8')).toContain(malformed);
		expect(parseOsmHours(malformed).ok).toBe(false);
		expect(() => new OpeningHours(malformed)).toThrow();
	});

	it('takes "Sa[2,4]" for unknown where the library opens it 24 hours, as it warns of', () => {
		expect(total(libraryMinutes('Sa[2,4]', civilDay(2026, 1, 1)))).toBe(24 * 24 * 60);
		const parsed = parseOsmHours('Sa[2,4]');
		expect(parsed.ok && parsed.schedule.rules[0].state).toBe('unknown');
		expect(ourMinutes('Sa[2,4]').size).toBe(0);
	});

	it('agrees day by day on generated expressions', () => {
		fc.assert(
			fc.property(plainExpression, (expression) => {
				expect(byDay(ourMinutes(expression))).toEqual(byDay(libraryMinutes(expression)));
			}),
			{ numRuns: 150, seed: 20260101 }
		);
	});

	it('agrees on 704.5 h in 2026, and 688.5 h without public holidays', () => {
		const year = [civilDay(2026, 1, 1), civilDay(2027, 1, 1)] as const;
		for (const [expression, hours] of [
			[X, 704.5],
			[`${X}; PH off`, 688.5]
		] as const) {
			expect(total(ourMinutes(expression, ...year))).toBe(hours * 60);
			expect(byDay(ourMinutes(expression, ...year))).toEqual(byDay(libraryMinutes(expression, ...year)));
		}
	});
});

describe('school holidays, zone B, 2026, against opening_hours.js', () => {
	const year = [civilDay(2026, 1, 1), civilDay(2027, 1, 1)] as const;
	const library = libraryMinutes(`${X}; SH off`, ...year);

	it('the library tells 486 h for the year', () => {
		expect(total(library)).toBe(486 * 60);
	});

	it('until 2026-08-30 we differ on the Saturdays that begin holidays, and on no other day', () => {
		// The ministry's holidays begin on Saturday ("après les cours"); the library starts them on Sunday.
		const known = [civilDay(2026, 1, 1), civilDay(2026, 8, 31)] as const;
		const ours = ourMinutes(`${X}; SH off`, ...known);
		const theirs = libraryMinutes(`${X}; SH off`, ...known);
		const saturdays = ['2026-02-14', '2026-04-11', '2026-07-04'];
		expect(differing(ours, theirs)).toEqual(saturdays);
		for (const day of saturdays) expect([ours.get(day), theirs.get(day)]).toEqual([undefined, 150]);
		expect(total(ours)).toBe(289.5 * 60);
		expect(total(theirs)).toBe(297 * 60);
	});

	it('from 2026-08-31 the library counts 189 h on dates that no source tells us; our year is null', () => {
		const report = hoursReport(`${X}; SH off`, 'B', '59', 2026);
		expect(report.yearly_hours).toBeNull();
		expect(report.known).toMatchObject({ from: '2026-01-01', to: '2026-08-30', hours: 289.5 });
		const later = libraryMinutes(`${X}; SH off`, civilDay(2026, 8, 31), civilDay(2027, 1, 1));
		expect(total(later)).toBe(189 * 60);
		expect(289.5 + 3 * 2.5 + 189).toBe(486);
	});

	it.skipIf(melPath === null)('the expressions of MEL with SH differ on those Saturdays at most', () => {
		const records = JSON.parse(readFileSync(melPath ?? '', 'utf8')) as MelRecord[];
		const expressions = records.map(({ fields }) => fields.horairesosm ?? '').filter((text) => text.includes('SH'));
		expect(expressions).toHaveLength(4);
		const known = [civilDay(2026, 1, 1), civilDay(2026, 8, 31)] as const;
		for (const expression of expressions) {
			const off = differing(ourMinutes(expression, ...known), libraryMinutes(expression, ...known));
			expect(['2026-02-14', '2026-04-11', '2026-07-04'], expression).toEqual(expect.arrayContaining(off));
		}
	});
});
