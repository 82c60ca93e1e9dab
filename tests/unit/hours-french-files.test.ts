import { describe, expect, it } from 'vitest';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { parseHoursText } from '#io/hours/hours-text.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { hoursReport } from '#workers/jobs/hours-report.ts';

describe('a text in either syntax', () => {
	const read = (text: string) => {
		const parsed = parseHoursText(text);
		return parsed.ok
			? [parsed.schedule.syntax, writeOsmHours(parsed.schedule)]
			: parsed.errors.map(({ message }) => message.code);
	};

	it('is read in OpenStreetMap syntax where it holds no other word', () => {
		expect(read('Mar Mo 10:00-12:00')).toEqual(['osm', 'Mar Mo 10:00-12:00']);
		expect(read('Tu,Th 9.30-12')).toEqual(['osm', 'Tu,Th 09:30-12:00']);
	});

	it('is French where all of it is', () => {
		expect(read('Mar 16h-18h; Mer 10h-12h')).toEqual(['french', 'Tu 16:00-18:00; We 10:00-12:00']);
		expect(read('mardi 10h-12h; mardi 14h-18h')).toEqual(['french', 'Tu 10:00-12:00,14:00-18:00']);
		expect(read('mardi 18h-16h')).toEqual(['french', 'Tu unknown']);
		expect(read('Tu 10:00-12:00; We fermé')).toEqual(['osm', 'Tu 10:00-12:00; We off']);
	});

	it('that neither reads has both reasons', () => {
		expect(read('mardi 10h-12h ; horaires variables')).toEqual([
			'error_hours_unknown_word',
			'error_french_hours_condition'
		]);
		expect(read('mardi 10h-12h ; fermé')).toEqual(['error_french_hours_closed']);
		expect(read('Tu 10:00-')).toEqual(['error_hours_time']);
		expect(read('Tu 10:00-; Sa 10:00-12:00')).toEqual(['error_hours_time']);
	});
});

describe('French hours of places', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const sites = importSites(bytes('id,nom,ville,lat,lon\nL1,Médiathèque,Lille,50.63,3.06\n'), 'lieux.csv').value;

	it('are read in a file of hours, with what was understood', () => {
		const file = 'id,horaires\nL1,"mardi 16h-18h, un samedi sur deux 10h-12h"\n';
		const { value, notes } = importHours(bytes(file), 'horaires.csv', sites);
		expect(value.map(({ schedule }) => schedule && writeOsmHours(schedule))).toEqual([
			'Tu 16:00-18:00; Sa 10:00-12:00 unknown'
		]);
		expect(notes.find(({ message }) => message.code === 'note_hours_french_read')).toMatchObject({
			severity: 'info',
			row: 2,
			column: 'horaires'
		});
	});

	it('are measured by the hours report', () => {
		const report = hoursReport(
			'mardi et jeudi 16h-18h30, mercredi 10h-12h et 14h-18h, samedi 10h-12h30',
			'B',
			'59',
			2026
		);
		expect(report).toMatchObject({ weekly_hours: 13.5, yearly_hours: 704.5 });
	});
});
