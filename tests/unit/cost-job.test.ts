import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, NO_COST_SAID, type CostSettings } from '#domain/cost.ts';
import { writeMessage } from '#i18n/message.ts';
import type { Change } from '#domain/scenario.ts';
import { costHandlers } from '#workers/jobs/scenario/cost.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { alone, type MadeTerritory } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { modification } from '../scenario-session.ts';
import { scheduledSession, scheduleOf } from '../scheduled-session.ts';

// A hundred people, forty of 65 and over, ten minutes from one library, twenty from the other.
const made: MadeTerritory = {
	communes: 1,
	points: [{ people: 100, peopleOver65: 40, commune: 0, attached: true, seconds: [600, 1200] }],
	sites: [0, 1].map(() => ({ kind: 'library', counted: true, margin: false, commune: 0, week: null }))
};
const SETTINGS: CostSettings = { ...DEFAULT_COSTS, paidOnDuty: 1, volunteersOnDuty: 0, eurosPerPaidHour: 30 };
const retired = questionOf({ profile: 'retired' });

function hoursOf(siteId: string, text: string): Change {
	const schedule = scheduleOf(text);
	if (schedule === null) throw new Error(text);
	return { kind: 'hours', siteId, schedule };
}

async function costOf(
	texts: readonly (string | null)[],
	changes: readonly Change[],
	settings = SETTINGS,
	cost = NO_COST_SAID,
	question = retired
) {
	const territory = new OpenTerritory();
	territory.open(scheduledSession(made, texts));
	const modifications = changes.map((one) => modification(one));
	territory.setScenarios([{ id: 'a', modifications }]);
	const costs = modifications.map(({ id }) => ({ modificationId: id, cost }));
	const job = costHandlers(territory).cost;
	if (!job) throw new Error('No job of costs');
	return (await job({ question, scenario: 'a', settings, costs }, alone)).response;
}

describe('the costs of a scenario on its territory', () => {
	it('divides yearly euros by the usable hours gained: 104 h at 30 €, forty people × 2 h × 365 ÷ 7 weeks', async () => {
		const answer = await costOf(['We 14:00-18:00', null], [hoursOf('s0', 'Tu 10:00-12:00; We 14:00-18:00')]);
		expect(answer.calendarYear).toBe(2025);
		expect(answer.extraHoursPerYear.value).toBe(104);
		expect(answer.yearlyEuros.value).toBe(3120);
		expect(answer.eurosPerUsableHour.value).toBeCloseTo(3120 / (40 * 2 * (365 / 7)), 12);
		expect(answer.eurosPerUsableHour.terms).toHaveLength(3);
	});

	it('gives the same whatever the people, the week and the scope asked', async () => {
		const change = [hoursOf('s0', 'Tu 10:00-12:00; We 14:00-18:00')];
		const whole = await costOf(['We 14:00-18:00', null], change);
		const part = questionOf({
			profile: 'retired',
			week: 'summer',
			who: { kind: 'poor-households' },
			scope: { kind: 'epci', code: 'elsewhere' }
		});
		expect(await costOf(['We 14:00-18:00', null], change, SETTINGS, NO_COST_SAID, part)).toEqual({
			...whole,
			modifications: [{ ...whole.modifications[0], modificationId: expect.any(String) }]
		});
	});

	it('counts one week in two date by date, which no reference week has: no cost of a usable hour', async () => {
		const answer = await costOf(
			['We 14:00-18:00', null],
			[hoursOf('s0', 'We 14:00-18:00, week 1-53/2 Tu 10:00-12:00')]
		);
		// Tuesdays of odd ISO weeks of 2025: weeks 3 to 51 of its 52, and week 1 of 2026 on 30 December.
		expect(answer.extraHoursPerYear.value).toBe(2 * 26);
		expect(answer.eurosPerUsableHour.formula.code).toBe('cost_usable_no_gain');
	});

	it('saves the hours of a site that closes; the one it is merged into keeps its own', async () => {
		const merge: Change = { kind: 'merge', siteIds: ['s1'], into: 's0', surfaceSquareMetres: null };
		const answer = await costOf(['We 14:00-18:00', 'Su 10:00-12:00'], [merge]);
		expect(answer.extraHoursPerYear.value).toBe(-104);
		expect(answer.modifications[0].extraHours).toMatchObject({ sunday: -104, 'weekday-day': 0 });
		expect(answer.stateEuros.value).toBe(0);
	});

	it('gives no total where hours are not known, and leaves out what is not applied, which it says', async () => {
		const unknown = await costOf(['We 14:00-18:00', null], [{ kind: 'close', siteId: 's1' }]);
		expect([unknown.extraHoursPerYear.value, unknown.yearlyEuros.value]).toEqual([null, null]);
		const gone = await costOf(['We 14:00-18:00', null], [{ kind: 'close', siteId: 'gone' }]);
		expect(gone.modifications).toEqual([]);
		expect(gone.statements.map(({ code }) => code)).toEqual(['cost_says_not_applied']);
	});

	it('asks for the rates of the DRAC where none is stated, in words', async () => {
		const eligible = { ...NO_COST_SAID, eligible: true };
		const change = [hoursOf('s0', 'We 14:00-18:00; Su 10:00-12:00')];
		const answer = await costOf(['We 14:00-18:00', null], change, { ...SETTINGS, regionCode: '32' }, eligible);
		expect(answer.stateEuros.value).toBeNull();
		expect(writeMessage(answer.modifications[0].stateEuros.formula, 'fr')).toBe(
			'Taux à confirmer par la DRAC\u00a0: aucun montant.'
		);
		const here = await costOf(['We 14:00-18:00', null], change, { ...SETTINGS, regionCode: '84' }, eligible);
		expect(here.stateEuros.value).toBe(0.8 * 104 * 30);
		expect(here.years.map(({ ownEuros }) => ownEuros)).toEqual([624, 624, 624, 624, 624, 3120]);
	});
});
