import { describe, expect, it } from 'vitest';
import { minutesText, peopleText } from '#i18n/figures.ts';
import { whoText } from '#i18n/question-words.ts';
import { clockText, dayAndMinute, momentInSentence, momentText, shortDayText } from '#i18n/week-words.ts';

describe('times and people said', () => {
	it('a travel time is rounded up, so that what is said to be within a cutoff is', () => {
		expect(minutesText(900, 'fr')).toBe('15\u00a0min');
		expect(minutesText(901, 'fr')).toBe('16\u00a0min');
		expect(minutesText(0, 'en')).toBe('1\u00a0min');
	});

	it('people are whole and grouped as the language does', () => {
		expect(peopleText(12_400.4, 'fr')).toBe('12\u00a0400');
		expect(peopleText(12_400.4, 'en')).toBe('12,400');
	});

	it('moments of the week', () => {
		const saturdayAtThree = 5 * 1440 + 15 * 60;
		expect(momentText(saturdayAtThree, 'fr')).toBe('samedi 15\u00a0h');
		expect(momentText(saturdayAtThree + 30, 'en')).toBe('Saturday 15:30');
		expect(momentInSentence(saturdayAtThree, 'fr')).toBe('samedi à 15\u00a0h');
		expect(clockText(9 * 60 + 5, 'fr')).toBe('9\u00a0h\u00a005');
		expect(shortDayText(2, 'fr')).toBe('mer.');
	});

	it('a minute past Sunday midnight is Monday’s', () => {
		expect(dayAndMinute(10_080 + 61)).toEqual({ day: 0, minute: 61 });
		expect(dayAndMinute(-15)).toEqual({ day: 6, minute: 1425 });
	});

	it('whom figures are of', () => {
		expect(whoText({ kind: 'ages', fromAge: 25, toAge: 64 }, 'fr')).toBe('25-64 ans');
		expect(whoText({ kind: 'ages', fromAge: 80, toAge: null }, 'fr')).toBe('80 ans ou plus');
		expect(whoText({ kind: 'everyone' }, 'en')).toBe('residents');
	});
});
