import { describe, expect, it } from 'vitest';
import { parseHoursText } from '#io/hours/hours-text.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Site } from '#domain/site.ts';
import { typedHoursCsv } from '../../src/lib/state/typed-hours-file.ts';
import { site, summary } from '../summary-fixture.ts';

/** A site as an import gives it, of the same identifier and name as in the summary. */
const imported = (id: string, name: string): Site => ({
	...site(id, 'library', { name }),
	address: null,
	postcode: null,
	schedule: null,
	origin: { file: 'sites.csv', row: 2 }
});

function typed(text: string): OpeningSchedule {
	const read = parseHoursText(text);
	if (!read.ok) throw new Error(text);
	return read.schedule;
}

const TEXTS = [
	'mardi et jeudi 16h-18h30, mercredi 10h-12h et 14h-18h',
	'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Aug off; PH off',
	'SH off; Sa[1] 10:00-12:00',
	'We 14:00-18:00; Fr 10:00-12:00 "sur rendez-vous ; classes"',
	'week 1-53/2 Mo 22:00-26:00'
];
const NAMES = ['Médiathèque ; annexe', '=1+1', 'Bibliothèque « Les mots »', 'Namesake', 'Namesake'];

describe('the file of hours typed in the page', () => {
	const typedHours = TEXTS.map((text, rank) => ({ siteId: `LI${rank}`, schedule: typed(text) }));
	const territory = summary({ sites: NAMES.map((name, rank) => site(`LI${rank}`, 'library', { name })) });

	it('is read back by the import of hours, to the rule, for the sites it is of', () => {
		const bytes = typedHoursCsv(typedHours, territory);
		const sites = [...NAMES.map((name, rank) => imported(`LI${rank}`, name)), imported('LI9', 'Sans saisie')];
		const read = importHours(bytes, 'horaires-saisis.csv', sites);
		expect(read.rejected).toEqual([]);
		expect(read.rowsKept).toBe(TEXTS.length);
		for (const [rank, { schedule }] of typedHours.entries())
			expect([rank, read.value[rank].schedule?.rules]).toEqual([rank, schedule.rules]);
		expect(read.value[5].schedule).toBeNull();
	});

	it('opens in French Excel: byte order mark, semicolons, the columns that `prepare` knows', () => {
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(typedHoursCsv(typedHours, territory));
		expect(text.split('\r\n')[0]).toBe('\ufeffid;nom;opening_hours');
	});

	it('has no row for hours stated to be unknown', () => {
		const text = new TextDecoder().decode(typedHoursCsv([{ siteId: 'LI0', schedule: null }], territory));
		expect(text.trim()).toBe('id;nom;opening_hours');
	});

	it('states hours in the OpenStreetMap syntax, whatever they were typed in', () => {
		const text = new TextDecoder().decode(typedHoursCsv(typedHours.slice(0, 1), territory));
		expect(text).toMatch(/Tu,Th 16:00-18:30.*We 10:00-12:00,14:00-18:00/);
	});
});
