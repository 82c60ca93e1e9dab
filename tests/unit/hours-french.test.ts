import { describe, expect, it } from 'vitest';
import { describeSchedule } from '#i18n/describe-schedule.ts';
import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { noteCodes, osm } from '../french-hours.ts';

describe('days and hours as communes write them', () => {
	it.each([
		[
			'mardi et jeudi 16h-18h30, mercredi 10h-12h / 14h-18h, 1er samedi du mois 10h-12h',
			'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa[1] 10:00-12:00'
		],
		['Lun. Mar. 14h-18h ; Me 10h-12h', 'Mo,Tu 14:00-18:00; We 10:00-12:00'],
		['Mar/Jeu : 16h30-18h30 – Sam : 10h-12h', 'Tu,Th 16:30-18:30; Sa 10:00-12:00'],
		['Mar 16h-18h / Mer 10h-12h 14h-18h', 'Tu 16:00-18:00; We 10:00-12:00,14:00-18:00'],
		['du mardi au vendredi de 14h à 18h', 'Tu-Fr 14:00-18:00'],
		['mardi-vendredi 9h/12h', 'Tu-Fr 09:00-12:00'],
		['Lundi - Mardi - Jeudi - Vendredi : 16h30 - 18h', 'Mo,Tu,Th,Fr 16:30-18:00'],
		['vendredi au lundi 10h-12h', 'Mo,Fr-Su 10:00-12:00'],
		['tous les jours sauf lundi 10h-18h', 'Tu-Su 10:00-18:00'],
		['Tous les mercredis de 14h à 16h', 'We 14:00-16:00'],
		['Le mercredi de 14 h à 17 h et le samedi de 10 h à 12 h.', 'We 14:00-17:00; Sa 10:00-12:00'],
		['Lundi 16h00 à 18h30 - Mercredi 14h00 à 17h00', 'Mo 16:00-18:30; We 14:00-17:00'],
		['Mercredi 14 h 00 – 18 h 30', 'We 14:00-18:30'],
		['mercredi : 16:30 — 18:00', 'We 16:30-18:00'],
		['mercredi 9.30-12.00', 'We 09:30-12:00'],
		['mercredi 14-18h', 'We 14:00-18:00'],
		['mercredi 10hà12h et 14h à 18 heures', 'We 10:00-12:00,14:00-18:00'],
		['lundi de 16h30 à 18h, mercredi de midi à 14h', 'Mo 16:30-18:00; We 12:00-14:00'],
		['lundi 10h à 12h - 14h à 17h', 'Mo 10:00-12:00,14:00-17:00'],
		['mercredi entre 14h et 17h', 'We 14:00-17:00'],
		['mercredi matin 10h-12h et après-midi 14h-18h', 'We 10:00-12:00,14:00-18:00'],
		['Mercredi : 10h-12h le matin, 14h-18h l’après-midi', 'We 10:00-12:00,14:00-18:00'],
		['vendredi 20h à minuit', 'Fr 20:00-24:00'],
		['vendredi 22h-2h', 'Fr 22:00-26:00'],
		['mardi 10h-12h ; mercredi 10h-12h ; mardi 14h-18h', 'Tu 10:00-12:00,14:00-18:00; We 10:00-12:00'],
		['Du lundi au vendredi 16h-18h sauf mercredi 14h-18h', 'Mo,Tu,Th,Fr 16:00-18:00; We 14:00-18:00'],
		['mercredi 14h\u00a0–\u00a018h\u202f; samedi 10h\u00a0–\u00a012h', 'We 14:00-18:00; Sa 10:00-12:00'],
		['vendredi à partir de 16h', 'Fr 16:00+']
	])('%s', (text, expected) => {
		expect(osm(text)).toBe(expected);
	});

	it.each([
		['Mardi : 16:30 - 18:30\nMercredi : 10:00 - 12:00 et 14:00 - 18:00', 'Tu 16:30-18:30; We 10:00-12:00,14:00-18:00'],
		['Mardi\n16h - 18h\nMercredi\n10h - 12h\n14h - 18h', 'Tu 16:00-18:00; We 10:00-12:00,14:00-18:00'],
		['LUNDI : FERMÉ\r\nMARDI : 14H00-18H00\r\n', 'Tu 14:00-18:00; Mo off'],
		['• mardi 14h–18h\n• samedi 10h–12h', 'Tu 14:00-18:00; Sa 10:00-12:00'],
		['- mardi 14h-18h\n- samedi 10h-12h', 'Tu 14:00-18:00; Sa 10:00-12:00'],
		['mardi et jeudi 16h-\n18h30', 'Tu,Th 16:00-18:30'],
		['mardi 10h-12h\nmercredi -\njeudi 14h-18h', 'Tu 10:00-12:00; Th 14:00-18:00; We unknown'],
		['Mercredi:14h-18h.Samedi:10h-12h.', 'We 14:00-18:00; Sa 10:00-12:00']
	])('over several lines: %j', (text, expected) => {
		expect(osm(text)).toBe(expected);
	});
});

describe('ranks in the month and weeks', () => {
	it.each([
		['1er et 3e samedi du mois 10h-12h ; dernier samedi 14h-16h', 'Sa[1,3] 10:00-12:00; Sa[-1] 14:00-16:00'],
		['les 2ème et 4ème samedis de chaque mois de 10h à 12h', 'Sa[2,4] 10:00-12:00'],
		['Chaque premier samedi du mois de 10h à 12h', 'Sa[1] 10:00-12:00'],
		['Samedi 10h-12h (1er samedi du mois)', 'Sa[1] 10:00-12:00'],
		[
			'semaines paires : samedi 10h-12h ; semaines impaires : mercredi 14h-16h',
			'week 02-52/2 Sa 10:00-12:00; week 01-53/2 We 14:00-16:00'
		],
		['Mardi 16h-18h. Samedi (semaines impaires) 10h-12h.', 'Tu 16:00-18:00; week 01-53/2 Sa 10:00-12:00'],
		['un samedi sur deux (semaines paires) 10h-12h', 'week 02-52/2 Sa 10:00-12:00']
	])('%s', (text, expected) => {
		expect(osm(text)).toBe(expected);
	});

	it('says that a rank in the month replaces the weekly hours', () => {
		expect(noteCodes('samedi 10h-12h ; 1er samedi du mois 14h-18h')).toEqual(['note_hours_french_replaces']);
	});

	it.each([
		'un samedi sur deux 10h-12h',
		'1 samedi sur 2 10h-12h',
		'un samedi par mois 10h-12h',
		'samedi 10h-12h (une semaine sur deux)',
		'tous les 15 jours le samedi 10h-12h'
	])('does not guess which: %s', (text) => {
		expect(osm(text)).toBe('Sa 10:00-12:00 unknown');
		expect(noteCodes(text)).toContain('note_hours_french_unknown');
	});
});

describe('the result', () => {
	it('keeps the text verbatim and the name of its syntax', () => {
		const text = ' mardi 16h-18h\n';
		const parsed = parseFrenchHours(text);
		expect(parsed).toMatchObject({ ok: true, schedule: { sourceText: text, syntax: 'french' } });
	});

	it('is said in French as it was written', () => {
		const parsed = parseFrenchHours('mardi et jeudi 16h-18h30, 1er samedi du mois 10h-12h');
		if (!parsed.ok) throw new Error(parsed.error.message.code);
		expect(describeSchedule(parsed.schedule, 'fr').replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
			'mardi et jeudi 16 h–18 h 30 ; 1er samedi du mois 10 h–12 h'
		);
	});
});
