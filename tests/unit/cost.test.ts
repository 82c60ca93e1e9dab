import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, NO_COST_SAID, SLOT_KINDS, type CostSettings, type ModificationCost } from '#domain/cost.ts';
import { modificationCost } from '#core/cost/modification-cost.ts';
import { scenarioCost } from '#core/cost/scenario-cost.ts';
import { NO_MINUTES, UNKNOWN_MINUTES, type MinutesBySlot, type SlotMinutes } from '#core/cost/slot-minutes.ts';
import { ratesInForce, stateShare } from '#core/cost/state-share.ts';
import { costYears, firstYearOverfunded } from '#core/cost/years.ts';
import { STATE_SHARES } from '#workers/jobs/scenario/cost.ts';

const AUVERGNE_RHONE_ALPES = '84';

/** Two people on duty, with a quarter of an hour of preparation for each hour, at 24 € an hour. */
const SETTINGS: CostSettings = {
	...DEFAULT_COSTS,
	paidOnDuty: 2,
	volunteersOnDuty: 1,
	eurosPerPaidHour: 24,
	preparationShare: 0.25,
	regionCode: AUVERGNE_RHONE_ALPES
};
const RATES = ratesInForce(SETTINGS, STATE_SHARES);

function minutes(hours: Partial<MinutesBySlot>, hoursBeforeNine = 0): SlotMinutes {
	const bySlot = Object.fromEntries(SLOT_KINDS.map((kind) => [kind, 60 * (hours[kind] ?? 0)])) as MinutesBySlot;
	const total = SLOT_KINDS.reduce((sum, kind) => sum + bySlot[kind], 0);
	return { total, bySlot, weekdayBeforeNine: 60 * hoursBeforeNine };
}

function costOf(after: SlotMinutes, cost: Partial<ModificationCost> = {}, settings = SETTINGS, before = NO_MINUTES) {
	const hours = { id: 'one', before, after, changesHours: true, isUndecided: false };
	const rates = ratesInForce(settings, STATE_SHARES);
	return modificationCost({ ...hours, cost: { ...NO_COST_SAID, ...cost } }, settings, rates, 2025);
}

describe('the cost of a modification', () => {
	it('is hours × people on duty × preparation × euros an hour: 72 h, 2 people, 1.25, 24 € are 180 h and 4 320 €', () => {
		const cost = costOf(minutes({ 'weekday-evening': 72 }));
		expect(cost.extraHoursPerYear.value).toBe(72);
		expect(cost.paidHours).toEqual({
			value: 180,
			formula: { code: 'cost_paid_prepared_formula', params: { hours: 72, onDuty: 2, factor: 1.25, paid: 180 } },
			terms: []
		});
		expect(cost.staffEuros.value).toBe(4320);
		expect(cost.volunteerHours.value).toBe(72);
	});

	it('takes the people of the modification in the place of the scenario’s; volunteers cost nothing', () => {
		const cost = costOf(
			minutes({ sunday: 100 }),
			{ paidOnDuty: 0, volunteersOnDuty: 3 },
			{ ...SETTINGS, eurosPerPaidHour: null }
		);
		expect(cost.staffEuros.value).toBe(0);
		expect(cost.volunteerHours.value).toBe(300);
	});

	it('has a State’s share of 70 % of evenings and 80 % of Sundays in Auvergne-Rhône-Alpes, where it is eligible', () => {
		// 72 h are 4 320 €, 52 h are 3 120 €.
		const hours = minutes({ 'weekday-evening': 72, sunday: 52 });
		const { stateEuros } = costOf(hours, { eligible: true });
		expect(stateEuros.value).toBeCloseTo(0.7 * 4320 + 0.8 * 3120, 9);
		expect(stateEuros.terms.map(({ params }) => [params.euros, params.percent])).toEqual([
			[4320, 70],
			[3120, 80]
		]);
		expect(costOf(hours, { eligible: false }).stateEuros.value).toBe(0);
		expect(costOf(hours).stateEuros.value).toBeNull();
	});

	it('has no amount of a share where a rate is to be confirmed, and one once it is typed', () => {
		const morning = minutes({ 'saturday-morning': 40 });
		expect(costOf(morning, { eligible: true }).stateEuros).toEqual({
			value: null,
			formula: { code: 'cost_state_rates_missing', params: {} },
			terms: []
		});
		const confirmed = { ...SETTINGS, rates: { 'saturday-morning': 0.5 } };
		expect(costOf(morning, { eligible: true }, confirmed).stateEuros.value).toBe(1200);
		expect(
			costOf(minutes({ sunday: 1 }), { eligible: true }, { ...SETTINGS, regionCode: '53' }).stateEuros.value
		).toBeNull();
	});

	it('says what is missing instead of an amount', () => {
		const missing = (settings: Partial<CostSettings>) =>
			costOf(minutes({ sunday: 1 }), {}, { ...SETTINGS, ...settings });
		expect(missing({ paidOnDuty: null }).paidHours.formula.code).toBe('cost_paid_on_duty_missing');
		expect(missing({ paidOnDuty: null }).staffEuros.value).toBeNull();
		expect(missing({ eurosPerPaidHour: null }).staffEuros.formula.code).toBe('cost_euros_per_hour_missing');
		expect(missing({ volunteersOnDuty: null }).volunteerHours.value).toBeNull();
		const unknown = costOf(UNKNOWN_MINUTES);
		expect([unknown.extraHours, unknown.staffEuros.value, unknown.stateEuros.value]).toEqual([null, null, null]);
	});

	it('adds running costs and the vehicle where they are said, and nothing where they are not', () => {
		expect(costOf(NO_MINUTES).runningEuros.value).toBeNull();
		expect(costOf(NO_MINUTES, { vehicleEurosPerYear: 900 }).runningEuros.value).toBe(900);
		expect(costOf(NO_MINUTES, { vehicleEurosPerYear: 900, runningEurosPerYear: 100 }).runningEuros.value).toBe(1000);
	});
});

describe('the State’s share', () => {
	it('is none for hours moved at constant cost, and of what is left of the extra costs otherwise', () => {
		const moved = minutes({ sunday: 100, 'weekday-day': -100 });
		expect(stateShare(moved, 24, RATES).euros).toBe(0);
		// 2 400 € more on Sundays, 1 200 € less on weekdays: 1 200 € aided at 80 %.
		expect(stateShare(minutes({ sunday: 100, 'weekday-day': -50 }), 24, RATES).euros).toBe(960);
	});

	it('leaves out weekday hours before 9:00', () => {
		expect(stateShare(minutes({ 'weekday-day': 10 }, 4), 10, RATES).euros).toBe(36);
	});
});

describe('the years', () => {
	const figures = { yearlyEuros: 10_000, investmentEuros: 50_000, stateEuros: 6_000 };

	it('are five with aid and a sixth without, the investment in the first', () => {
		const years = costYears(figures, { ...SETTINGS, funders: [{ name: 'Département', eurosPerYear: 1_000 }] });
		expect(years.map(({ ownEuros }) => ownEuros)).toEqual([53_000, 3_000, 3_000, 3_000, 3_000, 9_000]);
		expect(years.at(-1)).toEqual({ year: 6, grossEuros: 10_000, stateEuros: 0, fundersEuros: 1_000, ownEuros: 9_000 });
	});

	it('leave the aided years open where the share is not known, and tell the sixth', () => {
		const own = costYears({ ...figures, stateEuros: null }, SETTINGS).map(({ ownEuros }) => ownEuros);
		expect(own).toEqual([null, null, null, null, null, 10_000]);
	});

	it('are never below zero through other funders, which is said; savings are', () => {
		const generous = { ...SETTINGS, funders: [{ name: 'Fondation', eurosPerYear: 7_000 }] };
		const years = costYears(figures, generous);
		expect(years[1].ownEuros).toBe(0);
		expect(firstYearOverfunded(years)).toBe(2);
		expect(costYears({ yearlyEuros: -5_000, investmentEuros: 0, stateEuros: 0 }, generous)[0].ownEuros).toBe(-5_000);
	});
});

describe('the cost of a scenario', () => {
	it('is the sum of its modifications, with the amounts that are said', () => {
		const open = costOf(minutes({ sunday: 52 }), { runningEurosPerYear: 1_000, investmentEuros: 500, eligible: true });
		const close = costOf(NO_MINUTES, {}, SETTINGS, minutes({ 'weekday-day': 100 }));
		const total = scenarioCost([open, close], SETTINGS);
		expect(total.extraHoursPerYear.value).toBe(-48);
		expect(total.yearlyEuros.value).toBe(3120 - 6000 + 1000);
		expect(total.investmentEuros.value).toBe(500);
		expect(total.stateEuros.value).toBeCloseTo(0.8 * 3120, 9);
	});

	it('is not known where a modification’s is not; an empty one costs nothing', () => {
		const total = scenarioCost([costOf(minutes({ sunday: 52 })), costOf(UNKNOWN_MINUTES)], SETTINGS);
		expect([total.yearlyEuros.value, total.years[5].grossEuros]).toEqual([null, null]);
		expect(total.yearlyEuros.formula.code).toBe('cost_needs_paid_hours');
		const unpriced = { ...SETTINGS, eurosPerPaidHour: null };
		const mixed = scenarioCost([costOf(minutes({ sunday: 52 }), {}, unpriced), costOf(UNKNOWN_MINUTES)], SETTINGS);
		expect(mixed.yearlyEuros.formula).toEqual({ code: 'cost_total_missing', params: { count: 2 } });
		expect(scenarioCost([], SETTINGS).yearlyEuros.value).toBe(0);
	});
});

describe('data/reference/state-share.json', () => {
	it('states the rates of one region alone, each with who stated them, and every region once', () => {
		expect(STATE_SHARES.filter(({ stated }) => stated !== null).map(({ code }) => code)).toEqual([
			AUVERGNE_RHONE_ALPES
		]);
		for (const { rates, stated } of STATE_SHARES) {
			expect(Object.keys(rates).every((kind) => (SLOT_KINDS as readonly string[]).includes(kind))).toBe(true);
			expect(Object.keys(rates).length > 0).toBe(stated !== null);
		}
		expect(new Set(STATE_SHARES.map(({ code }) => code)).size).toBe(18);
	});
});
