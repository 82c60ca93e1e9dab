import { describe, expect, it } from 'vitest';
import { bytesText, hoursText, numberText, peopleText, percentText } from '#i18n/figures.ts';

describe('figures said', () => {
	it('hours to the minute, as French writes them', () => {
		expect(hoursText(14.5, 'fr')).toBe('14\u00a0h\u00a030');
		expect(hoursText(9, 'fr')).toBe('9\u00a0h');
		expect(hoursText(0.05, 'fr')).toBe('3\u00a0min');
		expect(hoursText(0, 'fr')).toBe('0\u00a0h');
		// 59.999 minutes are an hour, not "0 h 60".
		expect(hoursText(59.9999 / 60, 'en')).toBe('1\u00a0h');
	});

	it('never say 100 % of what is not all, nor 0 % of what is not nothing', () => {
		expect(percentText(0.86, 'fr')).toBe('86');
		expect(percentText(1, 'fr')).toBe('100');
		expect(percentText(0.9999, 'fr')).toBe('99,9');
		expect(percentText(0.996, 'fr')).toBe('99,6');
		expect(percentText(0.0001, 'fr')).toBe('0,1');
		expect(percentText(0, 'en')).toBe('0');
	});

	it('with a true minus below zero, and none where they round to zero', () => {
		expect(numberText('fr', {}, -1234.5)).toBe('\u22121\u00a0234,5');
		expect(numberText('en', { style: 'currency', currency: 'EUR' }, -60)).toBe('\u2212€60.00');
		expect(numberText('fr', { maximumFractionDigits: 0 }, -0.2)).toBe('0');
		expect(numberText('fr', {}, -0)).toBe('0');
	});

	it('sizes of files in the unit that reads best, and never 0 of what is not empty', () => {
		expect(bytesText(10_737_418_240, 'fr')).toBe('10,7\u00a0Go');
		expect(bytesText(2_400_000, 'fr')).toBe('2,4\u00a0Mo');
		expect(bytesText(31_400, 'en')).toBe('31\u00a0kB');
		expect(bytesText(12, 'fr')).toBe('1\u00a0ko');
		expect(bytesText(0, 'fr')).toBe('0\u00a0ko');
	});

	it('people as whole numbers: those of the grid are fractional', () => {
		expect(peopleText(103_979.4, 'fr')).toBe('103\u00a0979');
		expect(peopleText(1234.6, 'en')).toBe('1,235');
	});
});
