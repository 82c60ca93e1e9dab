import { describe, expect, it } from 'vitest';
import { hoursFromWeekCells } from '#io/hours/hours-week-cells.ts';
import { hoursTextHandlers } from '#workers/jobs/hours/handlers.ts';
import { readHours } from '#workers/jobs/hours/read-hours.ts';

const codes = (text: string) => readHours(text).notes.map(({ code }) => code);

describe('hours typed as text', () => {
	it('are read in the OpenStreetMap syntax, and written back in one way', () => {
		expect(readHours('tu, th 16:00 - 18:30;Sa[1] 10:00-12:00')).toMatchObject({
			form: 'osm',
			osm: 'Tu,Th 16:00-18:30; Sa[1] 10:00-12:00',
			schedule: { syntax: 'osm', sourceText: 'tu, th 16:00 - 18:30;Sa[1] 10:00-12:00' }
		});
		expect(readHours('Tu 22:00-02:00').notes).toEqual([
			{ code: 'note_hours_next_day', params: { read: '22:00-02:00' } }
		]);
	});

	it('are read in French, with what was not understood', () => {
		expect(readHours('mardi et jeudi 16h-18h30 ; fermé en août')).toMatchObject({
			form: 'french',
			osm: 'Tu,Th 16:00-18:30; Aug off',
			notes: []
		});
		expect(codes('mardi 16h-18h, un samedi sur deux 10h-12h')).toContain('note_hours_french_alternate');
	});

	it('say that alternate weeks change sides after a year of 53, in any form', () => {
		const alternate = { code: 'note_hours_alternate_weeks', params: {} };
		for (const text of ['week 1-53/2 Sa 10:00-12:00', 'semaines paires : samedi 10h-12h'])
			expect(readHours(text).notes).toEqual([alternate]);
		const { notes } = hoursFromWeekCells(new Map([[5, '10h-12h (semaines impaires)']]));
		expect(notes.map(({ message }) => message)).toContainEqual(alternate);
		expect(codes('Sa[1] 10:00-12:00')).toEqual([]);
	});

	it('that cannot be read have no schedule, and each reason with its place', () => {
		const osm = readHours('Tu 10:00-');
		expect([osm.schedule, osm.form, osm.osm]).toEqual([null, null, null]);
		expect(osm.notes).toEqual([{ code: 'error_hours_time', params: expect.objectContaining({ position: 10 }) }]);
		expect(codes('')).toEqual(['error_hours_empty']);
		expect(codes('blabla mardi selon saison')).not.toEqual([]);
		expect(codes('x'.repeat(100_000))).toContain('error_hours_too_long');
	});

	it('are asked of a worker without a territory', async () => {
		const context = { progress: () => undefined, signal: new AbortController().signal };
		const answer = await hoursTextHandlers().readHoursText?.({ text: 'mardi 10h-12h' }, context);
		expect(answer?.response.osm).toBe('Tu 10:00-12:00');
	});
});
