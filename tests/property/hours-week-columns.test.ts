import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openIntervals } from '#core/hours/day-openings.ts';
import { parseIsoDate, type CivilDay } from '#core/hours/civil-date.ts';
import { civilCalendar } from '#core/hours/calendar.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { hoursFromWeekCells } from '#io/hours/hours-week-cells.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

const NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '67' });
// Fifteen weeks of term, holidays and public holidays.
const first = parseIsoDate('2026-03-30') as CivilDay;
const dates = Array.from({ length: 105 }, (_, rank) => (first + rank) as CivilDay);
const openings = (schedule: OpeningSchedule) => dates.map((date) => openIntervals(schedule, date, calendar));

const cell = fc.oneof(
	fc.constantFrom(
		...['', '', 'fermé', '10h-12h', '10h-12h / 14h-18h', '9-12', '16h30-18h30', 'sur rdv', 'off', '-', '18h-16h'],
		...['1er samedi du mois 10h-12h', '10h-12h sauf vacances', '10h-12h (semaines paires)', '14h-18h, fermé en mai'],
		...['mercredi 9h-12h', 'tous les jours', '10h-12h (classes)', '22h-2h', '__proto__', 'fermé les jours fériés']
	),
	fc.string({ maxLength: 12 }).map((text) => text.trim())
);
const week = fc.array(cell, { minLength: 7, maxLength: 7 });
const told = (cells: readonly string[]) =>
	hoursFromWeekCells(new Map(cells.map((text, day) => [day as Weekday, text])));

describe('one column a day', () => {
	it('a day is open by its own cell alone, whatever the others say', () => {
		fc.assert(
			fc.property(week, fc.integer({ min: 0, max: 6 }), (cells, day) => {
				const whole = told(cells).schedule;
				const alone = told(cells.map((text, other) => (other === day ? text : ''))).schedule;
				if (whole === null || alone === null) return;
				const ofDay = (schedule: OpeningSchedule) => openings(schedule).filter((_, rank) => rank % 7 === day);
				// Midnight is crossed from the day before, which is not this cell's.
				if (cells.some((text) => text.includes('22h'))) return;
				expect(ofDay(whole)).toEqual(ofDay(alone));
			}),
			{ numRuns: 150 }
		);
	});

	it('what is understood is written in the OpenStreetMap syntax and read back without loss', () => {
		fc.assert(
			fc.property(week, (cells) => {
				const { schedule } = told(cells);
				if (schedule === null) return expect(cells.every((text) => text === '')).toBe(true);
				const again = parseOsmHours(writeOsmHours(schedule));
				expect(again.ok && openings(again.schedule)).toEqual(openings(schedule));
				for (const text of cells) expect(schedule.sourceText).toContain(text);
			}),
			{ numRuns: 150 }
		);
	});

	it('a file of them, as it is or mutated, keeps or rejects each row and gives each site a note', () => {
		const heading = fc.oneof(
			{ weight: 4, arbitrary: fc.constant(null) },
			{
				weight: 1,
				arbitrary: fc.constantFrom('', 'Horaires', 'lun.', 'mardi été', 'jour', 'samedi matin', '__proto__')
			}
		);
		const row = fc.tuple(fc.constantFrom('50.6', '50,6', '', 'x'), week, fc.integer({ min: 0, max: 3 }));
		fc.assert(
			fc.property(fc.array(heading, { minLength: 7, maxLength: 7 }), fc.array(row, { minLength: 1 }), (names, rows) => {
				const header = ['nom', 'lat', 'lon', ...names.map((name, day) => name ?? NAMES[day])];
				const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
				const lines = rows.map(([lat, cells, cut], rank) =>
					[`B${rank}`, lat, `${3 + rank / 10}`, ...cells.slice(0, 7 - cut)].map(quoted).join(';')
				);
				const { value, notes, rejected, rowsRead, rowsKept } = importSites(
					new TextEncoder().encode([header.map(quoted).join(';'), ...lines].join('\n')),
					'lieux.csv'
				);
				expect(rowsRead).toBe(rows.length);
				expect(rowsRead).toBe(rowsKept + rejected.length);
				for (const site of value) {
					if (site.schedule === null) continue;
					expect(site.schedule.sourceText).not.toBe('');
					expect(notes.some(({ row }) => row === site.origin.row)).toBe(true);
				}
			}),
			{ numRuns: 100 }
		);
	});
});
