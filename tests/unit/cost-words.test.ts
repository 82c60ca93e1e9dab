import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, SLOT_KINDS } from '#domain/cost.ts';
import { STATE_SHARES } from '#workers/jobs/scenario/cost.ts';
import { LOCALES, writeMessage } from '#i18n/message.ts';
import {
	eurosPerHourText,
	eurosText,
	regionText,
	signedHoursText,
	slotText,
	typedNumber
} from '../../src/lib/ui/cost/cost-words.ts';
import { settingsText } from '../../src/lib/ui/cost/settings-words.ts';

describe('figures of cost in words', () => {
	it('are whole euros, cents for an hour, hours and minutes, with a true minus', () => {
		expect(eurosText(1234.4, 'fr')).toBe('1\u00a0234\u00a0€');
		expect(eurosText(-1234.6, 'fr')).toBe('−1\u00a0235\u00a0€');
		expect(eurosText(-0.2, 'fr')).toBe('0\u00a0€');
		expect(eurosText(-60, 'en')).toBe('−€60');
		expect(eurosPerHourText(0.748, 'fr')).toBe('0,75\u00a0€');
		expect(eurosPerHourText(24, 'fr')).toBe('24,00\u00a0€');
		// What costs something is not said to cost nothing.
		expect(eurosPerHourText(0.00099, 'fr')).toBe('0,001\u00a0€');
		expect(eurosPerHourText(0.1 + 0.2 - 0.3, 'fr')).toBe('0,00\u00a0€');
		expect(eurosPerHourText(0, 'fr')).toBe('0,00\u00a0€');
		expect(signedHoursText(-12.5, 'fr')).toBe('−12\u00a0h\u00a030');
		expect(signedHoursText(78, 'fr')).toBe('78\u00a0h');
	});

	it('write a formula with its figures', () => {
		const paid = { code: 'cost_paid_formula', params: { hours: -372, onDuty: 2, paid: -744 } };
		expect(writeMessage(paid, 'fr')).toBe('−372\u00a0h × 2\u00a0agents en service = −744\u00a0h payées');
		const staff = { code: 'cost_staff_formula', params: { paid: 156, rate: 24.5, euros: 3822 } };
		expect(writeMessage(staff, 'fr')).toBe('156\u00a0h payées × 24,5\u00a0€ = 3\u00a0822\u00a0€');
	});

	it('say in a line what they rest on, and what is missing', () => {
		expect(settingsText(DEFAULT_COSTS, STATE_SHARES, 'fr')).toBe(
			'agents en service à préciser · coût de l’heure à préciser · aide de l’État sur 5 ans, région à préciser'
		);
		const settings = {
			...DEFAULT_COSTS,
			paidOnDuty: 2,
			volunteersOnDuty: 1,
			eurosPerPaidHour: 24.5,
			preparationShare: 0.2,
			regionCode: '84',
			rates: { sunday: 0.5 },
			funders: [{ name: 'Département', eurosPerYear: 2000 }]
		};
		expect(settingsText(settings, STATE_SHARES, 'fr').replaceAll('\u00a0', ' ')).toBe(
			'2 agents payés en service · 1 bénévole · 24,50 € l’heure payée · 20 % de préparation · ' +
				'aide de l’État sur 5 ans, Auvergne-Rhône-Alpes (taux de 2023), taux saisis · 1 autre financeur'
		);
		expect(settingsText(settings, [], 'fr')).not.toContain('région à préciser');
	});

	it('name every kind of slot apart, and say of a region whether its rates are stated', () => {
		for (const locale of LOCALES) {
			expect(new Set(SLOT_KINDS.map((kind) => slotText(kind, locale))).size).toBe(SLOT_KINDS.length);
		}
		const texts = STATE_SHARES.map((region) => regionText(region, 'fr'));
		expect(texts).toContain('Auvergne-Rhône-Alpes (taux de 2023)');
		expect(texts).toContain('Bretagne (taux à confirmer)');
	});
});

describe('a number typed', () => {
	it('is read with a comma or a point and with spaces; empty is unsaid, which is not zero', () => {
		expect(typedNumber('24,5', 0, 100)).toBe(24.5);
		expect(typedNumber('1\u202f234.5', 0, 2000)).toBe(1234.5);
		expect(typedNumber(' ', 0, 100)).toBeNull();
		expect(typedNumber('0', 0, 100)).toBe(0);
	});

	it('is refused where it is none, or beyond the bounds', () => {
		for (const text of ['abc', '-1', '101', '1e400', 'NaN', '1,2,3']) expect(typedNumber(text, 0, 100)).toBeUndefined();
	});
});
