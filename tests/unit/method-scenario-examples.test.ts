import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, MOST_AID_YEARS, NO_COST_SAID, type CostSettings } from '#domain/cost.ts';
import { SITING_PROBLEMS, type SitingProblem } from '#domain/proposals.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { modificationCost } from '#core/cost/modification-cost.ts';
import { scenarioCost } from '#core/cost/scenario-cost.ts';
import { NO_MINUTES } from '#core/cost/slot-minutes.ts';
import { ratesInForce } from '#core/cost/state-share.ts';
import { addableSlots } from '#core/improve-hours/addable-slots.ts';
import { hoursCase } from '#core/improve-hours/hours-case.ts';
import { UsableWeek } from '#core/improve-hours/usable-week.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { changeByGroup } from '#workers/jobs/scenario/change-of-people.ts';
import {
	ACCESS_IMPROVED,
	ACCESS_REDUCED,
	ACCESS_UNCHANGED,
	changeOfPoints
} from '#workers/jobs/scenario/change-of-points.ts';
import { STATE_SHARES } from '#workers/jobs/scenario/cost.ts';
import { eurosPerUsableHour } from '#workers/jobs/scenario/cost-usable-hours.ts';
import { MOST_PLACES } from '#workers/jobs/scenario/siting-places.ts';
import * as example from '../../src/lib/ui/method/examples.ts';
import * as stated from '../../src/lib/ui/method/stated.ts';
import { choose, pairsOf } from '../siting-instances.ts';

const STATES = { improved: ACCESS_IMPROVED, reduced: ACCESS_REDUCED, unchanged: ACCESS_UNCHANGED } as const;

describe('the examples of scenarios of the page of methods come out of the kernels', () => {
	it('what changes for whom', () => {
		const { improved, meanChange, points, reduced, unchanged } = example.CHANGE_EXAMPLE;
		const sideOf = (minutes: readonly (number | null)[]) => ({
			unit: 'minutes' as const,
			lessIsBetter: true,
			stepsPerUnit: 60,
			tolerance: 0,
			values: Float64Array.from(minutes, (each) => (each === null ? Infinity : each * 60)),
			attached: new Uint8Array(points.length).fill(1)
		});
		const changes = changeOfPoints(
			sideOf(points.map(({ before }) => before)),
			sideOf(points.map(({ after }) => after))
		);
		expect([...changes.states]).toEqual(points.map(({ state }) => STATES[state]));
		expect(Array.from(changes.change, (each) => (Number.isNaN(each) ? null : each))).toEqual(
			points.map(({ change }) => change)
		);
		const people = Float64Array.from(points, (point) => point.people);
		const [group] = changeByGroup(changes, people, new Int32Array(points.length), 1);
		expect(group.people).toMatchObject({ improved, reduced, unchanged, unknown: 0, unattached: 0 });
		expect(group.meanChange).toBe(meanChange);
	});

	it('costs, year by year', () => {
		const told = example.COST_EXAMPLE;
		const settings: CostSettings = {
			...DEFAULT_COSTS,
			paidOnDuty: told.onDuty,
			volunteersOnDuty: told.volunteersOnDuty,
			eurosPerPaidHour: told.perHour,
			regionCode: stated.STATE_RATES.code,
			funders: [{ name: 'Département', eurosPerYear: told.funders }]
		};
		const minutes = told.hours * 60;
		const after = { ...NO_MINUTES, total: minutes, bySlot: { ...zeroOfSlots(), 'saturday-afternoon': minutes } };
		const cost = { ...NO_COST_SAID, investmentEuros: told.investment, eligible: true };
		const hours = { id: 'one', cost, before: NO_MINUTES, after, changesHours: true, isUndecided: false };
		const rates = ratesInForce(settings, STATE_SHARES);
		expect(rates['saturday-afternoon']).toBe(told.rate);
		const one = modificationCost(hours, settings, rates, 2025);
		expect([one.staffEuros.value, one.stateEuros.value]).toEqual([told.staff, told.state]);
		expect(one.volunteerHours.value).toBe(told.hours);
		const { years, yearlyEuros } = scenarioCost([one], settings);
		const toldYears = told.years.flatMap(({ from, gross, left, state, to }) =>
			Array.from({ length: to - from + 1 }, (_, rank) => [from + rank, gross, state, left])
		);
		expect(years.map(({ year, grossEuros, stateEuros, ownEuros }) => [year, grossEuros, stateEuros, ownEuros])).toEqual(
			toldYears
		);
		const gain = { personHours: told.personHours, weeks: [], peopleUnknown: 0 };
		expect(eurosPerUsableHour(yearlyEuros, gain).value).toBe(told.perPersonHour);
	});

	it('where to put a branch', async () => {
		const { answers, cutoffMinutes, hamlets, places } = example.SITING_EXAMPLE;
		const people = Float64Array.from(hamlets, (hamlet) => hamlet.people);
		const pairs = pairsOf(hamlets.map(({ minutes }) => [...minutes]));
		const solve = (problem: SitingProblem) =>
			choose({ problem, pairs, people, cutoff: cutoffMinutes, p: problem === 'lscp' ? null : 1 });
		const [mclp, lscp, pmedian, pcenter] = await Promise.all(SITING_PROBLEMS.map(solve));
		for (const answer of [mclp, lscp, pmedian, pcenter]) expect(answer.optimal).toBe(true);
		const placeOf = ({ sites }: { readonly sites: readonly number[] }) => places[sites[0]];
		expect([placeOf(mclp), mclp.objective]).toEqual([answers.mclp.place, answers.mclp.people]);
		expect(lscp.objective).toBe(answers.lscp.sites);
		const mean = pmedian.objective / people.reduce((sum, each) => sum + each, 0);
		expect(placeOf(pmedian)).toBe(answers.pmedian.place);
		expect(mean).toBeCloseTo(answers.pmedian.meanMinutes, 1);
		expect([placeOf(pcenter), pcenter.objective]).toEqual([answers.pcenter.place, answers.pcenter.minutes]);
	});

	it('which hours to add', () => {
		const { choices } = example.HOURS_EXAMPLE;
		for (const { opened, personHours } of choices) {
			const week = new UsableWeek(hoursExample());
			for (const { site, times } of opened) week.add(site, ...times);
			expect(week.personSeconds / 3600).toBeCloseTo(personHours, 9);
		}
	});
});

describe('what the page of methods states of scenarios is what they do', () => {
	it('rates of the State, years of aid, the longest time', () => {
		const published = STATE_SHARES.filter((region) => region.stated !== null);
		const { code, rates, year } = stated.STATE_RATES;
		expect(published).toMatchObject([{ code, rates, stated: { year } }]);
		expect(Object.keys(published[0].rates).sort()).toEqual(Object.keys(rates).sort());
		expect(STATE_SHARES.filter((region) => Object.keys(region.rates).length > 0)).toEqual(published);
		expect([MOST_AID_YEARS, DEFAULT_COSTS.aidYears]).toEqual([5, 5]);
		expect(CAP_SECONDS).toBe(stated.LONGEST_MINUTES * 60);
	});

	it('places and slots', () => {
		expect(stated.MOST_PLACES).toBe(MOST_PLACES);
		const [from, to] = example.HOURS_EXAMPLE.window;
		const slots = addableSlots(hoursExample(), new Map([[0, [from, from + 2 * stated.LONGEST_SLOT_MINUTES]]]), 60);
		expect(new Set(slots.map(({ start }) => (start - from) % stated.SLOT_STEP_MINUTES))).toEqual(new Set([0]));
		expect(slots.some(({ start }) => start === from + stated.SLOT_STEP_MINUTES)).toBe(true);
		expect(Math.max(...slots.map(({ start, end }) => end - start))).toBe(stated.LONGEST_SLOT_MINUTES);
		expect(to - from).toBe(stated.LONGEST_SLOT_MINUTES);
	});
});

function zeroOfSlots() {
	const { bySlot } = NO_MINUTES;
	if (bySlot === null) throw new RangeError('Nothing open is known by slot');
	return bySlot;
}

/** The hamlets of the example, both sites closed. */
function hoursExample() {
	const { hamlets, minimumVisitMinutes, window } = example.HOURS_EXAMPLE;
	const sites = hamlets.map(({ minutes }) =>
		minutes.flatMap((each, site) => (each === null ? [] : [[site, each * 60]]))
	);
	const entries = sites.map((each) => each.toSorted(([, one], [, other]) => one - other));
	const seconds = Uint32Array.from(entries.flat(), ([, away]) => away);
	const first = Uint32Array.from([0, ...hamlets.map((_, hamlet) => entries.slice(0, hamlet + 1).flat().length)]);
	const reach = {
		demandCount: hamlets.length,
		siteCount: 2,
		first,
		site: Uint32Array.from(entries.flat(), ([site]) => site),
		toSite: seconds,
		fromSite: seconds
	};
	const people = Float64Array.from(hamlets, (hamlet) => hamlet.people);
	const audience = { people, weight: 1, windows: window, minimumVisitMinutes };
	return hoursCase(reach, [audience], UNREACHABLE - 1, [[], []], Uint8Array.of(1, 1));
}
