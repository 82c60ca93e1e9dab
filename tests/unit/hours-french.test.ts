import { describe, expect, it } from 'vitest';
import { describeSchedule } from '#i18n/describe-schedule.ts';
import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { parseHoursText } from '#io/hours/hours-text.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { hoursReport } from '#workers/jobs/hours-report.ts';

function osm(text: string): string {
	const parsed = parseFrenchHours(text);
	return parsed.ok ? writeOsmHours(parsed.schedule) : parsed.error.message.code;
}
function noteCodes(text: string): string[] {
	const parsed = parseFrenchHours(text);
	return parsed.ok ? parsed.notes.map(({ code }) => code).filter((code) => code !== 'note_hours_french_read') : [];
}

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

describe('periods and closings', () => {
	it.each([
		[
			'En période scolaire : mardi 16h30-18h, mercredi 14h-18h. Pendant les vacances : mercredi 14h-17h.',
			'Tu 16:30-18:00; We 14:00-18:00; SH off; SH We 14:00-17:00'
		],
		['Mercredi 15h-17h. Vacances scolaires : vendredi seulement.', 'We 15:00-17:00; SH off; SH Fr unknown'],
		['En période scolaire : mercredi 14h-18h', 'We 14:00-18:00; SH We unknown'],
		['samedi 10h-12h hors vacances scolaires', 'Sa 10:00-12:00; SH Sa off'],
		['samedi 10h-12h uniquement en période scolaire', 'Sa 10:00-12:00; SH Sa off'],
		[
			'Mardi 16h-18h\nSamedi 10h-12h\n(hors vacances scolaires)',
			'Tu 16:00-18:00; Sa 10:00-12:00; SH Tu off; SH Sa off'
		],
		['mercredi 14h-18h, pendant les vacances scolaires mercredi 10h-12h', 'We 14:00-18:00; SH We 10:00-12:00'],
		['Mardi 16h-18h. Fermé pendant les petites vacances.', 'Tu 16:00-18:00; Oct-Jun SH off'],
		['Pendant les vacances de Noël : fermé. mercredi 14h-18h', 'We 14:00-18:00; Dec-Jan SH off'],
		['Mardi 16h-18h. Été : mardi 10h-12h', 'Tu 16:00-18:00; Jul-Aug SH off; Jul-Aug SH Tu 10:00-12:00'],
		['Horaires d’été (juillet et août) : mardi 9h-12h', 'Jul,Aug off; Jul,Aug Tu 09:00-12:00'],
		['du 1er juillet au 31 août : mardi 10h-12h', 'Jul 01-Aug 31 off; Jul 01-Aug 31 Tu 10:00-12:00'],
		['mercredi 14h-18h, fermé du 1er au 15 août, jours fériés fermé', 'We 14:00-18:00; Aug 01-Aug 15 off; PH off'],
		['mercredi 14h-18h. Fermé en août et les jours fériés.', 'We 14:00-18:00; Aug off; PH off'],
		['Fermeture annuelle du 24 décembre au 2 janvier. Mercredi 10h-12h', 'We 10:00-12:00; Dec 24-Jan 02 off'],
		['mercredi 14h-18h ; fermé du 20/12/2025 au 04/01/2026', 'We 14:00-18:00; 2025 Dec 20-2026 Jan 04 off'],
		['mercredi 14h-18h ; fermé du 20 décembre au 4 janvier 2026', 'We 14:00-18:00; 2025 Dec 20-2026 Jan 04 off'],
		['mercredi 14h-18h, fermé les 24 et 31 décembre', 'We 14:00-18:00; Dec 24,Dec 31 off'],
		['Fermé le lundi. Mardi à samedi : 10h00-12h30.', 'Tu-Sa 10:00-12:30; Mo off'],
		['lundi fermé mardi 10h-12h', 'Tu 10:00-12:00; Mo off'],
		['du lundi au vendredi 10h-18h, fermé de 12h à 14h', 'Mo-Fr 10:00-18:00; 12:00-14:00 off'],
		['du mardi au samedi 10h-12h, sauf jours fériés', 'Tu-Sa 10:00-12:00; PH Tu-Sa off'],
		['samedi 10h-12h ; dimanche et jours fériés : fermé', 'Sa 10:00-12:00; Su off; PH off'],
		['à partir du 1er septembre : mercredi 14h-18h', 'Sep 01+ off; Sep 01+ We 14:00-18:00']
	])('%s', (text, expected) => {
		expect(osm(text)).toBe(expected);
	});

	it('leaves unknown what one clause may or may not mean for the others', () => {
		const text = 'mardi 16h-18h, samedi 10h-12h hors vacances scolaires';
		expect(osm(text)).toBe('Tu 16:00-18:00; Sa 10:00-12:00; SH Tu unknown; SH Sa off');
		expect(noteCodes(text)).toEqual(['note_hours_french_scope']);
		expect(osm('mercredi 14h-18h. Vacances de printemps : mercredi 10h-12h')).toContain('unknown');
		expect(osm('mercredi 14h-18h. Vacances scolaires : se renseigner')).toBe('We 14:00-18:00; SH unknown');
	});
});

describe('reserved audiences', () => {
	it.each([
		['lundi 14h-16h sur rendez-vous, mardi 16h-18h', 'Tu 16:00-18:00; Mo 14:00-16:00 "sur rendez-vous"'],
		[
			'Jeudi 9h-11h : réservé aux scolaires. Mercredi 14h-18h : tout public',
			'We 14:00-18:00; Th 09:00-11:00 "réservé aux scolaires"'
		],
		[
			'Accueil de classes : jeudi 9h-11h\nTout public : mercredi 14h-18h',
			'We 14:00-18:00; Th 09:00-11:00 "Accueil de classes"'
		],
		[
			'Accueil des scolaires :\n- mardi 9h-11h\n- jeudi 9h-11h',
			'Tu 09:00-11:00 "Accueil des scolaires"; Th 09:00-11:00 "Accueil des scolaires"'
		]
	])('%s', (text, expected) => {
		expect(osm(text)).toBe(expected);
	});

	it('do not restrict the hours they stand beside', () => {
		for (const text of ['mardi 10h-12h et sur rendez-vous', 'mardi 10h-12h ou sur rendez-vous']) {
			expect(osm(text)).toBe('Tu 10:00-12:00');
			expect(noteCodes(text)).toEqual(['note_hours_french_appointment']);
		}
	});
});

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

describe('hostile text', () => {
	it.each([
		'__proto__ constructor',
		'mardi __proto__ 10h-12h',
		'\u0000\u202e mardi 10h-12h',
		'🕙 mardi 🕙 10h-12h 🕙',
		'((((mardi))))',
		'mardi 99999999999h-18h',
		'sauf sauf sauf',
		'hors hors vacances',
		'lundi '.repeat(600),
		'du '.repeat(3000),
		'1er et '.repeat(1400),
		'( '.repeat(5000)
	])('is a schedule that can be written and read back, or refused: %j', (text) => {
		const parsed = parseFrenchHours(text);
		if (!parsed.ok) return expect(parsed.error.message.code).toMatch(/^error_/);
		expect(parseOsmHours(writeOsmHours(parsed.schedule)).ok).toBe(true);
	});

	it('of 10,000 characters is read, beyond it is refused', () => {
		const text = 'mardi 16h-18h ; mercredi 10h-12h ; '.repeat(400).slice(0, 9_975) + 'jeudi 10h-12h';
		expect(osm(text)).toContain('Th 10:00-12:00');
		expect(osm('mardi 10h-12h;'.repeat(100_000))).toBe('error_hours_too_long');
	});
});

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
