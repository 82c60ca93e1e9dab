import { describe, expect, it } from 'vitest';
import { describeSchedule, scheduleLines } from '#i18n/describe-schedule.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';

function sentence(text: string, locale: 'fr' | 'en' = 'fr'): string {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return describeSchedule(parsed.schedule, locale);
}

/** Plain spaces, to read the expected sentences. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the sentence of a schedule', () => {
	it('has the no-break spaces of French', () => {
		expect(sentence('Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00')).toBe(
			'mardi et jeudi 16\u00a0h–18\u00a0h\u00a030\u202f; mercredi 10\u00a0h–12\u00a0h et 14\u00a0h–18\u00a0h'
		);
	});

	it.each([
		['24/7', 'tous les jours : toute la journée'],
		['Mo-Fr 09:05-12:00; PH off', 'du lundi au vendredi 9 h 05–12 h ; jours fériés : fermé'],
		['Sa[1,3] 10:00-12:00', '1er et 3e samedis du mois 10 h–12 h'],
		['Sa[-1] 10:00-12:00', 'dernier samedi du mois 10 h–12 h'],
		['SH Tu-Sa 14:00-18:00', 'pendant les vacances scolaires, du mardi au samedi 14 h–18 h'],
		['PH,SH off', 'jours fériés et vacances scolaires : fermé'],
		['week 1-53/2 Sa 10:00-12:00', 'les semaines impaires, samedi 10 h–12 h'],
		['week 1-52/2 Sa 10:00-12:00', 'les semaines 1 à 52 (une sur 2), samedi 10 h–12 h'],
		['week 2-52/2 Sa 10:00-12:00', 'les semaines paires, samedi 10 h–12 h'],
		['Apr-Sep Tu 10:00-12:00', 'd’avril à septembre, mardi 10 h–12 h'],
		['Aug off', 'en août : fermé'],
		['2025 Dec 20-2026 Jan 1 off "inventaire"', 'du 20 décembre 2025 au 1er janvier 2026 : fermé (« inventaire »)'],
		['Fr 22:00-26:00', 'vendredi 22 h–2 h le lendemain'],
		['Fr 16:00+', 'vendredi à partir de 16 h (fin non précisée)'],
		['Sa[2,4]', '2e et 4e samedis du mois : horaires non précisés'],
		[
			'Mo 10:00-12:00, We 14:00-16:00 "classes"',
			'lundi 10 h–12 h ; en plus, mercredi 14 h–16 h (« classes »), public réservé, non compté'
		],
		[
			'Mo 10:00-12:00 || "sur rendez-vous"',
			'lundi 10 h–12 h ; sinon, tous les jours : « sur rendez-vous », public réservé, non compté'
		],
		[
			'Mo-Fr 10:00-18:00; Mo-Fr 12:00-13:00 off',
			'du lundi au vendredi 10 h–18 h ; du lundi au vendredi : fermé 12 h–13 h'
		]
	])('%s', (text, expected) => {
		expect(plain(sentence(text))).toBe(expected);
	});

	it('is also said a line a rule, in both languages', () => {
		const parsed = parseOsmHours(
			'Tu 16:00-18:30; SH Tu off; Jul-Aug Tu 10:00-12:00; Sa[1] 10:00-12:00, We 14:00-16:00 "sur rendez-vous"; Th unknown'
		);
		if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
		expect(scheduleLines(parsed.schedule, 'fr').map(plain)).toEqual([
			'mardi 16 h–18 h 30',
			'pendant les vacances scolaires, mardi : fermé',
			'de juillet à août, mardi 10 h–12 h',
			'1er samedi du mois 10 h–12 h',
			'en plus, mercredi 14 h–16 h (« sur rendez-vous »), public réservé, non compté',
			'jeudi : horaires non précisés'
		]);
		expect(scheduleLines(parsed.schedule, 'en').slice(3)).toEqual([
			'the first Saturday of the month 10:00–12:00',
			'in addition, Wednesday 14:00–16:00 (“sur rendez-vous”), reserved, not counted',
			'Thursday: hours not stated'
		]);
	});

	it('is said in English too', () => {
		expect(sentence('Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa[1] 10:00-12:00; PH off', 'en')).toBe(
			'Tuesday and Thursday 16:00–18:30; Wednesday 10:00–12:00 and 14:00–18:00; the first Saturday of the month 10:00–12:00; public holidays: closed'
		);
	});
});
