import { describe, expect, it } from 'vitest';
import type { OpeningRule } from '#domain/opening-schedule.ts';
import { isRestrictingComment } from '#domain/opening-schedule.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';

function rules(text: string): readonly OpeningRule[] {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
	return parsed.schedule.rules;
}

function written(text: string): string {
	return writeOsmHours({ rules: rules(text), sourceText: text, syntax: 'osm' });
}

function noteCodes(text: string): string[] {
	const parsed = parseOsmHours(text);
	return parsed.ok ? parsed.notes.map((note) => note.code) : [];
}

function fault(text: string): { code: string; position: number; read: string } {
	const parsed = parseOsmHours(text);
	if (parsed.ok) throw new Error(`${text} was read as ${writeOsmHours(parsed.schedule)}`);
	return { code: parsed.error.message.code, position: parsed.error.position, read: parsed.error.read };
}

describe('rules and how they join', () => {
	it('tells a list of times from an additional rule by what follows the comma', () => {
		expect(rules('Mo-Fr 10:00-12:00,14:00-18:00')).toHaveLength(1);
		expect(rules('Mo-Fr 10:00-12:00, We 14:00-18:00').map((rule) => rule.joins)).toEqual(['override', 'add']);
		expect(rules('Mo-Fr 10:00-12:00; We 14:00-18:00').map((rule) => rule.joins)).toEqual(['override', 'override']);
		expect(rules('Mo 10:00-12:00 || "sur rendez-vous"').map((rule) => rule.joins)).toEqual(['override', 'fallback']);
		expect(rules('Mo 10:00-12:00, 2026 Dec 24 off').map((rule) => rule.joins)).toEqual(['override', 'add']);
		expect(rules('PH off, Mo 10:00-12:00').map((rule) => rule.joins)).toEqual(['override', 'add']);
	});

	it('passes over separators with nothing between, as MEL publishes them', () => {
		expect(rules('We 17:30-19:30; Sa,Su 11:00-12:30;')).toHaveLength(2);
		expect(rules(' ; Mo 10:00-12:00 ;; ')).toHaveLength(1);
	});

	it('says when a rule after ";" names no day and so replaces every day', () => {
		expect(noteCodes('Mo 10:00-12:00; 14:00-16:00')).toEqual(['note_hours_rule_without_day']);
		expect(noteCodes('Mo 10:00-12:00, 14:00-16:00')).toEqual([]);
	});
});

describe('days', () => {
	it('reads lists, ranges, wrapping ranges, ranks in the month and offsets', () => {
		const [rule] = rules('Mo,We-Fr,Sa-Mo,Sa[1,-1],Su[2] +1 day 10:00-12:00');
		expect(rule.weekdays).toEqual([
			{ from: 0, to: 0, nth: [], offsetDays: 0 },
			{ from: 2, to: 4, nth: [], offsetDays: 0 },
			{ from: 5, to: 0, nth: [], offsetDays: 0 },
			{ from: 5, to: 5, nth: [1, -1], offsetDays: 0 },
			{ from: 6, to: 6, nth: [2], offsetDays: 1 }
		]);
		expect(rules('Sa[1-3] 10:00-12:00')[0].weekdays[0].nth).toEqual([1, 2, 3]);
	});

	it('tells holidays that narrow the weekdays from holidays that add to them', () => {
		expect(rules('SH Mo-Fr 10:00-12:00')[0]).toMatchObject({ holidaysNarrow: true, holidays: [{ kind: 'SH' }] });
		expect(rules('Mo-Fr,PH 10:00-12:00')[0]).toMatchObject({ holidaysNarrow: false, holidays: [{ kind: 'PH' }] });
		expect(rules('PH,Mo-Fr 10:00-12:00')[0].holidaysNarrow).toBe(false);
		expect(rules('PH,SH off')[0]).toMatchObject({ holidays: [{ kind: 'PH' }, { kind: 'SH' }], state: 'closed' });
		expect(rules('PH -1 day 10:00-12:00')[0].holidays).toEqual([{ kind: 'PH', offsetDays: -1 }]);
	});

	it('takes days without hours for unknown and says so, not for open day and night', () => {
		for (const text of ['Sa[2,4]', 'Sa,Su', 'Jul-Aug']) {
			expect(rules(text)[0].state).toBe('unknown');
			expect(noteCodes(text)).toEqual(['note_hours_times_missing']);
		}
		expect(rules('Sa,Su open')[0]).toMatchObject({ state: 'open', times: [] });
	});
});

describe('dates', () => {
	it('reads months, days, feasts, years and weeks', () => {
		expect(written('Jan-Mar,Jun Mo 10:00-12:00')).toBe('Jan-Mar,Jun Mo 10:00-12:00');
		expect(written('Dec 24-Jan 2 off')).toBe('Dec 24-Jan 02 off');
		expect(written('Jul 1-15 off')).toBe('Jul 01-Jul 15 off');
		expect(written('Dec 24,31 off')).toBe('Dec 24,Dec 31 off');
		expect(written('easter -2 days,easter +1 day off')).toBe('easter -2 days,easter +1 day off');
		expect(written('2026-2028/2,2030+ Mo 10:00-12:00')).toBe('2026-2028/2,2030+ Mo 10:00-12:00');
		expect(written('week 1-53/2,50-2 Sa 10:00-12:00')).toBe('week 01-53/2,50-02 Sa 10:00-12:00');
		expect(written('2026 Jul-Aug week 28: Mo 10:00-12:00')).toBe('2026 Jul-Aug week 28 Mo 10:00-12:00');
	});

	it('tells the hour after a month from its day', () => {
		expect(rules('Jan 10:00-12:00')[0]).toMatchObject({
			dates: [{ from: { month: 1, day: null } }],
			times: [{ start: 600 }]
		});
		expect(rules('Jan 10-12 10:00-12:00')[0].dates[0]).toMatchObject({ from: { day: 10 }, to: { day: 12 } });
	});

	it('states the years of dated periods on both ends', () => {
		expect(written('2025 Dec 20-2026 Jan 4 off')).toBe('2025 Dec 20-2026 Jan 04 off');
		expect(written('2025 Dec 20-Jan 4 off')).toBe('2025 Dec 20-2026 Jan 04 off');
		expect(noteCodes('2025 Dec 20-Jan 4 off')).toEqual(['note_hours_year_wrap']);
		expect(written('2026 Dec 24,31 off')).toBe('2026 Dec 24,Dec 31 off');
		expect(written('2025 Dec 24,2026 Jan 3 off')).toBe('2025 Dec 24-2025 Dec 24,2026 Jan 03-2026 Jan 03 off');
		expect(rules('2026 Sep 1+ Mo 10:00-12:00')[0]).toMatchObject({
			years: [],
			dates: [{ from: { year: 2026 }, openEnd: true }]
		});
	});
});

describe('times', () => {
	it('reads midnight crossings, 24:00, more than 24:00 and open ends', () => {
		expect(rules('Fr 22:00-02:00')[0].times).toEqual([{ start: 1320, end: 1560, openEnd: false }]);
		expect(rules('Fr 22:00-26:00')[0].times).toEqual([{ start: 1320, end: 1560, openEnd: false }]);
		expect(rules('Fr 18:00-24:00')[0].times).toEqual([{ start: 1080, end: 1440, openEnd: false }]);
		expect(rules('Fr 00:00-00:00')[0].times).toEqual([{ start: 0, end: 1440, openEnd: false }]);
		expect(rules('Fr 16:00+')[0].times).toEqual([{ start: 960, end: 960, openEnd: true }]);
		expect(rules('Fr 16:00-18:00+')[0].times).toEqual([{ start: 960, end: 1080, openEnd: true }]);
		expect(noteCodes('Fr 16:00+')).toEqual(['note_hours_open_end']);
	});

	it('says that times overlap', () => {
		expect(noteCodes('Mo 10:00-12:00,11:00-13:00')).toEqual(['note_hours_overlap']);
		expect(noteCodes('Mo 10:00-12:00,12:00-13:00')).toEqual([]);
	});

	it('reads 24/7 as open always', () => {
		expect(rules('24/7')[0]).toMatchObject({ weekdays: [], times: [], state: 'open' });
		expect(written('24/7; PH off')).toBe('24/7; PH off');
	});
});

describe('states and comments', () => {
	it('takes appointments, classes and crèches for hours that are not the public’s', () => {
		for (const comment of ['sur rendez-vous', 'sur RDV', 'by appointment', 'classes', 'Accueil scolaires', 'crèches']) {
			expect(rules(`Tu 10:00-12:00 "${comment}"`)[0]).toMatchObject({ state: 'restricted', comment });
			expect(rules(`Tu 10:00-12:00 open "${comment}"`)[0].state).toBe('restricted');
		}
		expect(rules('Tu off "classes"')[0].state).toBe('closed');
	});

	it('does not take "vacances scolaires" for pupils', () => {
		expect(isRestrictingComment('hors vacances scolaires')).toBe(false);
		expect(isRestrictingComment('période scolaire')).toBe(false);
		expect(isRestrictingComment('accueil des scolaires hors vacances scolaires')).toBe(true);
	});

	it('follows the specification on other comments: alone unknown, after open open', () => {
		expect(rules('Tu 10:00-12:00 "entrée par la cour"')[0].state).toBe('unknown');
		expect(noteCodes('Tu 10:00-12:00 "entrée par la cour"')).toEqual(['note_hours_comment_unknown']);
		expect(rules('Tu 10:00-12:00 open "entrée par la cour"')[0].state).toBe('open');
	});

	it('keeps what a comment holds, separators too', () => {
		expect(rules('Tu 10:00-12:00 open "a; b, c || d"')[0].comment).toBe('a; b, c || d');
		expect(rules('Tu 10:00-12:00 open « cour »')[0].comment).toBe('cour');
	});

	it('gives a restricted rule that names nobody the word "réservé"', () => {
		const [rule] = rules('Tu 10:00-12:00');
		const text = writeOsmHours({ rules: [{ ...rule, state: 'restricted' }], sourceText: '', syntax: 'grid' });
		expect(text).toBe('Tu 10:00-12:00 "réservé"');
		expect(rules(text)[0].state).toBe('restricted');
	});
});

describe('French and English habits', () => {
	it('are read, with a note that names the words', () => {
		const text = 'Lundi-Vendredi : 9h-12h et 14h à 18h30; Mercredi FERMÉ; 15 août off';
		expect(written(text)).toBe('Mo-Fr 09:00-12:00,14:00-18:30; We off; Aug 15 off');
		const parsed = parseOsmHours(text);
		const words = parsed.ok ? parsed.notes.find((note) => note.code === 'note_hours_words_read')?.params.words : '';
		expect(words).toContain('Vendredi');
		expect(words).toContain('FERMÉ');
		expect(noteCodes(text)).toContain('note_hours_day_before_month');
	});

	it('case, spaces, dots and hours without minutes are read', () => {
		expect(written('mo - fr   9.30 - 12')).toBe('Mo-Fr 09:30-12:00');
		expect(noteCodes('mo - fr   9.30 - 12')).toEqual(['note_hours_point_times', 'note_hours_whole_hours']);
		expect(written('semaines impaires samedi 10h-12h')).toBe('week 01-53/2 Sa 10:00-12:00');
	});

	it('Mar is March, as in the specification', () => {
		expect(written('Mar Mo 10:00-12:00')).toBe('Mar Mo 10:00-12:00');
	});
});

describe('what cannot be read', () => {
	it.each([
		['', 'error_hours_empty', 0, ''],
		[' ;; ', 'error_hours_empty', 4, ''],
		['Tu,Th 12:00,14:00-18:00', 'error_hours_end_missing', 11, ','],
		['Tu 25:61-26:00', 'error_hours_minutes', 6, '61'],
		['Tu 49:00-50:00', 'error_hours_time', 3, '49'],
		['Tu 24:00-25:00', 'error_hours_start_after_midnight', 3, '24'],
		['Tu 10:00-10:00', 'error_hours_empty_span', 3, '10'],
		['Tu 10:00-40:00', 'error_hours_span_too_long', 3, '10'],
		['Tu 10:00-', 'error_hours_time', 9, ''],
		['Tu 10:00-12:00/30', 'error_hours_repeated_times', 14, '/'],
		['Tu sunrise-12:00', 'error_hours_sun_time', 3, 'sunrise'],
		['Tu (sunset-01:00)-20:00', 'error_hours_sun_time', 3, '('],
		['Tu 10:00-12:00 14:00-16:00', 'error_hours_separator_expected', 15, '14'],
		['Tu 10:00-12:00 sauf août', 'error_hours_unknown_word', 15, 'sauf'],
		['horaires variables', 'error_hours_unknown_word', 0, 'horaires'],
		['Mo-', 'error_hours_day_expected', 3, ''],
		['Mo Tu 10:00-12:00', 'error_hours_comma_expected', 3, 'Tu'],
		['Sa[6] 10:00-12:00', 'error_hours_nth', 3, '6'],
		['Sa[1 10:00-12:00', 'error_hours_bracket_open', 5, '10'],
		['Mo-Fr[1] 10:00-12:00', 'error_hours_nth_of_range', 5, '['],
		['Feb 30 off', 'error_hours_day_of_month', 4, '30'],
		['31 Apr off', 'error_hours_day_of_month', 0, '31'],
		['week 54 Mo off', 'error_hours_week', 5, '54'],
		['week 50-2/2 Mo off', 'error_hours_week_wrap_step', 12, 'Mo'],
		['2027-2026 Mo off', 'error_hours_year', 5, '2026'],
		['2025-2026 Dec 20-2027 Jan 4 off', 'error_hours_years_mixed', 28, 'off'],
		['Tu 10:00-12:00 "classes', 'error_hours_comment_open', 15, '"classes'],
		['Tu 10:00-12:00 #', 'error_hours_strange_character', 15, '#'],
		['Dec 24,10:00-12:00', 'error_hours_separator_expected', 6, ',']
	])('%j: %s', (text, code, position, read) => {
		expect(fault(text)).toEqual({ code, position, read });
	});

	it('is shown with its place, counted from 1, and what stands before it', () => {
		const parsed = parseOsmHours('Tu 10:00-12:00; We foo');
		expect(!parsed.ok && parsed.error.message.params).toEqual({
			position: 20,
			before: 'Tu 10:00-12:00; We',
			read: 'foo'
		});
	});
});
