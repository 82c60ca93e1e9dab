import { describe, expect, it } from 'vitest';
import { noteCodes, osm } from '../french-hours.ts';

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
