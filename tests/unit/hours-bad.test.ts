import { describe, expect, it } from 'vitest';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { parseOsmHours, writeOsmHours, type HoursParsed } from '#io/hours/hours-osm.ts';
import { hoursFromDayRows } from '#io/hours/hours-rows.ts';
import { parseHoursText } from '#io/hours/hours-text.ts';

// Each fault of a schedule, through each form of input that can hold it.

/** What was understood, in the canonical syntax, or the code of the refusal; then what was said. */
function told(parsed: HoursParsed): [string, string[]] {
	if (!parsed.ok) return [parsed.error.message.code, []];
	return [writeOsmHours(parsed.schedule), parsed.notes.map(({ code }) => code)];
}

const NAMES = ['jour', 'ouverture_am', 'fermeture_am', 'ouverture_pm', 'fermeture_pm'];
function rows(...cells: string[]): [string | null, string[]] {
	const row = { row: 2, cells: new Map(NAMES.map((name, rank) => [name, cells[rank] ?? ''])) };
	const { schedule, notes, rejected, rowsKept } = hoursFromDayRows('Site', [row], 'horaires.csv');
	expect(rowsKept + rejected.length).toBe(1);
	return [schedule && writeOsmHours(schedule), notes.map(({ severity, message }) => `${severity} ${message.code}`)];
}

const READ = 'note_hours_french_read';

describe('intervals that overlap', () => {
	it('are kept as written, said, and counted once by the calendar', () => {
		expect(told(parseOsmHours('Tu 10:00-12:00,11:00-13:00'))).toEqual([
			'Tu 10:00-12:00,11:00-13:00',
			['note_hours_overlap']
		]);
		for (const text of ['mardi 10h-12h et 11h-13h', 'mardi 10h-12h, mardi 11h-13h'])
			expect(told(parseFrenchHours(text))).toEqual(['Tu 10:00-12:00,11:00-13:00', [READ, 'note_hours_overlap']]);
		expect(rows('mardi', '10:00', '12:30', '12:00', '14:00')).toEqual([
			'Tu 10:00-12:30,12:00-14:00',
			['changed note_hours_row_overlap']
		]);
	});
});

describe('midnight', () => {
	it('24:00 ends a day', () => {
		expect(told(parseOsmHours('Tu 10:00-24:00'))[0]).toBe('Tu 10:00-24:00');
		expect(told(parseFrenchHours('mardi 10h-24h'))[0]).toBe('Tu 10:00-24:00');
		for (const midnight of ['24:00', '00:00']) expect(rows('mardi', '10:00', midnight)).toEqual(['Tu 10:00-24:00', []]);
	});

	it('00:00-24:00 is the whole day', () => {
		expect(told(parseOsmHours('Tu 00:00-24:00'))[0]).toBe('Tu 00:00-24:00');
		expect(told(parseFrenchHours('mardi 0h-24h'))[0]).toBe('Tu 00:00-24:00');
		expect(rows('mardi', '00:00', '24:00')).toEqual(['Tu 00:00-24:00', []]);
	});

	it('crossed, it is a night that is said where the syntax leaves a doubt, and a fault in a row of one day', () => {
		expect(told(parseOsmHours('Tu 22:00-02:00'))).toEqual(['Tu 22:00-26:00', ['note_hours_next_day']]);
		expect(told(parseOsmHours('Tu 22:00-26:00'))).toEqual(['Tu 22:00-26:00', []]);
		for (const text of ['mardi 22h-2h', 'mardi 22:00-02:00'])
			expect(told(parseFrenchHours(text))).toEqual(['Tu 22:00-26:00', [READ]]);
		expect(rows('mardi', '', '', '22:00', '02:00')).toEqual([null, ['rejected note_hours_row_reversed']]);
	});

	it('an opening does not begin at it', () => {
		expect(told(parseOsmHours('Tu 24:00-25:00'))[0]).toBe('error_hours_start_after_midnight');
	});
});

describe('an end before its start', () => {
	it('is said, unknown or rejected, never taken in silence', () => {
		const osm = parseOsmHours('Tu 12:00-10:00');
		expect(told(osm)[1]).toEqual(['note_hours_next_day']);
		expect(osm.ok && osm.notes[0].params).toEqual({ read: '12:00-10:00' });
		const french = told(parseFrenchHours('mardi 12h-10h'));
		expect(french[0]).toBe('Tu unknown');
		expect(french[1]).toContain('note_hours_french_not_understood');
		expect(rows('mardi', '12:00', '10:00')).toEqual([null, ['rejected note_hours_row_reversed']]);
	});

	it('or equal to it is no opening', () => {
		expect(told(parseOsmHours('Tu 10:00-10:00'))[0]).toBe('error_hours_empty_span');
		expect(told(parseFrenchHours('mardi 10h-10h'))[0]).toBe('Tu unknown');
		expect(rows('mardi', '10:00', '10:00')).toEqual([null, ['rejected note_hours_row_reversed']]);
	});
});

describe('nothing to read', () => {
	it('an empty text is no schedule in either syntax', () => {
		for (const text of ['', '  ', ';', '\n']) {
			expect(told(parseOsmHours(text))[0]).toBe('error_hours_empty');
			expect(told(parseFrenchHours(text))[0]).toBe('error_french_hours_nothing');
			expect(parseHoursText(text).ok).toBe(false);
		}
		expect(rows('mardi')).toEqual([null, ['info note_hours_rows_empty']]);
	});

	it('a comment alone tells no public hour: reserved, or unknown', () => {
		expect(told(parseOsmHours('"sur rendez-vous"'))).toEqual(['"sur rendez-vous"', ['note_hours_restricted']]);
		expect(told(parseOsmHours('"voir le site"'))).toEqual(['unknown "voir le site"', ['note_hours_comment_unknown']]);
		expect(told(parseFrenchHours('Sur rendez-vous'))).toEqual([
			'"Sur rendez-vous"',
			[READ, 'note_hours_french_restricted']
		]);
		expect(told(parseFrenchHours('voir le site'))[0]).toBe('error_french_hours_nothing');
	});

	it('"fermé" is a week without hours, which is known; a row that says it alone tells nothing of the others', () => {
		const states = (schedule: OpeningSchedule) => schedule.rules.map(({ state }) => state);
		for (const parsed of [parseOsmHours('off'), parseFrenchHours('fermé'), parseFrenchHours('Fermée')])
			expect(parsed.ok && states(parsed.schedule)).toEqual(['closed']);
		expect(told(parseFrenchHours('mardi fermé'))[0]).toBe('Tu off');
		expect(rows('mardi', 'fermé', 'fermé')).toEqual([null, ['info note_hours_rows_empty']]);
	});

	it('nonsense is refused with its place, or a row rejected with its column', () => {
		expect(told(parseOsmHours('blabla'))[0]).toBe('error_hours_unknown_word');
		expect(told(parseFrenchHours('blabla 42'))[0]).toBe('error_french_hours_nothing');
		expect(rows('mardi', 'x', 'y')).toEqual([null, ['rejected note_hours_row_time']]);
		expect(rows('blabla', '10:00', '12:00')).toEqual([null, ['rejected note_hours_row_day']]);
	});

	it('ranks without their day are unknown, not every week', () => {
		const [understood, said] = told(parseFrenchHours('mercredi : 1er et 3e du mois 10h-12h'));
		expect(understood).toBe('We 10:00-12:00 unknown');
		expect(said).toContain('note_hours_french_unknown');
	});
});
