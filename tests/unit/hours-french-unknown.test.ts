import { describe, expect, it } from 'vitest';
import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { noteCodes, osm } from '../french-hours.ts';

describe('what is not understood', () => {
	it.each([
		['certains mercredis 14h-18h', 'We 14:00-18:00 unknown'],
		['mardi 16h-18h selon disponibilité des bénévoles', 'Tu 16:00-18:00 unknown'],
		['samedi 10h-12h (?)', 'Sa 10:00-12:00 unknown'],
		['mardi 16h', 'Tu unknown'],
		['mardi 18h-16h', 'Tu unknown'],
		['mardi 16h5', 'Tu unknown'],
		['mercredi après-midi', 'We unknown'],
		['mercredi après-midi 2h-6h', 'We 02:00-06:00 unknown'],
		['fermé le lundi, mardi 10h-12h', 'Mo,Tu 10:00-12:00 unknown'],
		['1er samedi des vacances 10h-12h', 'SH Sa 10:00-12:00 unknown'],
		[
			'Section adultes : mardi 14h-18h\nSection jeunesse : mercredi 14h-18h',
			'Tu 14:00-18:00 unknown; We 14:00-18:00 unknown'
		]
	])('leaves the opening unknown: %s', (text, expected) => {
		expect(osm(text)).toBe(expected);
		expect(noteCodes(text)).toContain('note_hours_french_unknown');
	});

	it.each([
		['', 'error_french_hours_nothing'],
		['entrée libre et gratuite', 'error_french_hours_nothing'],
		['10h-12h et 14h-18h', 'error_french_hours_nothing'],
		['fermé en août ; 10h-12h', 'error_french_hours_days_missing'],
		['Mardi 16h-18h. Horaires variables.', 'error_french_hours_condition'],
		['Mardi 16h-18h. Sauf exceptions.', 'error_french_hours_condition'],
		['mardi 16h-18h ; fermé', 'error_french_hours_closed']
	])('refuses the text where all of it hangs on it: %j', (text, code) => {
		expect(osm(text)).toBe(code);
	});

	it('says which words it passed over', () => {
		const parsed = parseFrenchHours('Tél. 03 20 00 00 00. Mardi 16h-18h (salle du conseil), entrée libre');
		if (!parsed.ok) throw new Error(parsed.error.message.code);
		expect(writeOsmHours(parsed.schedule)).toBe('Tu 16:00-18:00');
		expect(parsed.notes.map(({ params }) => params.read ?? params.understood)).toEqual([
			'Tu 16:00-18:00',
			'Tél',
			'03 20 00 00 00',
			'salle du conseil',
			'entrée libre'
		]);
	});

	it('puts right a word one letter away from a single other, and says so', () => {
		expect(osm('mercedi 14h-18h, samdi 10h-12h')).toBe('We 14:00-18:00; Sa 10:00-12:00');
		expect(noteCodes('mercedi 14h-18h')).toEqual(['note_hours_french_typo']);
		expect(osm('mairie 14h-18h, mardi 10h-12h')).toBe('error_french_hours_days_missing');
	});
});

describe('hostile text', () => {
	it.each([
		['__proto__ constructor', 1],
		['mardi __proto__ 10h-12h', 1],
		['\u0000\u202e mardi 10h-12h', 1],
		['🕙 mardi 🕙 10h-12h 🕙', 1],
		['((((mardi))))', 1],
		['mardi 99999999999h-18h', 1],
		['sauf sauf sauf', 1],
		['hors hors vacances', 1],
		['lundi ', 600],
		['du ', 3000],
		['1er et ', 1400],
		['( ', 5000]
	])('is a schedule that can be written and read back, or refused: %j × %i', (text, times) => {
		const parsed = parseFrenchHours(text.repeat(times));
		if (!parsed.ok) return expect(parsed.error.message.code).toMatch(/^error_/);
		expect(parseOsmHours(writeOsmHours(parsed.schedule)).ok).toBe(true);
	});

	it('of 10,000 characters is read, beyond it is refused', () => {
		const text = 'mardi 16h-18h ; mercredi 10h-12h ; '.repeat(400).slice(0, 9_975) + 'jeudi 10h-12h';
		expect(osm(text)).toContain('Th 10:00-12:00');
		expect(osm('mardi 10h-12h;'.repeat(100_000))).toBe('error_hours_too_long');
	});
});
