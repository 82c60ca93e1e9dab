import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { parseIsoDate } from '#core/hours/civil-date.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { realData } from '../realdata.ts';

const table = realData('calendars/vacances_scolaires_zones_ABC.csv');
const ZONES = ['A', 'B', 'C'] as const;

describe('data/calendars/school-holidays.json', () => {
	it.each(ZONES)('zone %s holds dates in order, in the span known, each holiday of its own days', (zone) => {
		const calendar = schoolCalendar(zone);
		expect(calendar).not.toBeNull();
		let last = calendar?.knownFrom ?? '';
		for (const { from, to } of calendar?.holidays ?? []) {
			expect(parseIsoDate(from) !== null && parseIsoDate(to) !== null).toBe(true);
			expect(from <= to && from >= last && to <= (calendar?.knownTo ?? '')).toBe(true);
			last = to;
		}
		expect(calendar?.knownTo).toBe('2026-08-30');
		expect(calendar?.holidays.filter((holiday) => holiday.summer)).toHaveLength(11);
	});

	it.skipIf(table === null)('says of every day what the published table says, and unknown in its blank tail', () => {
		const rows = readFileSync(table ?? '', 'utf8')
			.trim()
			.split(/\r?\n/)
			.slice(1);
		const calendars = ZONES.map((zone) => civilCalendar({ school: schoolCalendar(zone), departement: null }));
		let compared = 0;
		for (const row of rows) {
			const [date, ...free] = row.split(',');
			const day = parseIsoDate(date);
			if (day === null || date < '2015-09-01') continue;
			const published = free.slice(0, 3).map((cell) => (date > '2026-08-30' ? null : cell === 'True'));
			expect([date, ...calendars.map((calendar) => calendar.isSchoolHoliday(day))]).toEqual([date, ...published]);
			compared++;
		}
		expect(compared).toBe(4140);
	});
});
