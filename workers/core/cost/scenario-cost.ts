import {
	SLOT_KINDS,
	type CostAnswer,
	type CostSettings,
	type Explained,
	type ModificationCostAnswer,
	type SlotKind
} from '#domain/cost.ts';
import { explained, notSaid, wholeEuros } from './explain.ts';
import { slotTerms } from './modification-cost.ts';
import { costYears } from './years.ts';

type Totals = Pick<
	CostAnswer,
	'extraHoursPerYear' | 'paidHours' | 'volunteerHours' | 'yearlyEuros' | 'investmentEuros' | 'stateEuros' | 'years'
>;

/**
 * The costs of all the modifications of a scenario together. A total that lacks a modification's figure is not known; amounts that are said
 * or not (running costs, investment) are added up where they are said.
 */
export function scenarioCost(modifications: readonly ModificationCostAnswer[], settings: CostSettings): Totals {
	const staff = total(modifications, 'staffEuros', 'cost_total_staff');
	const running = sumOfSaid(modifications, 'runningEuros');
	const investment = sumOfSaid(modifications, 'investmentEuros');
	const yearly = staff.value === null ? null : staff.value + (running ?? 0);
	const state = total(modifications, 'stateEuros', 'cost_total_state');
	const extraHours = total(modifications, 'extraHoursPerYear', 'cost_total_hours');
	return {
		extraHoursPerYear: { ...extraHours, terms: extraHours.value === null ? [] : slotTerms(sumBySlot(modifications)) },
		paidHours: total(modifications, 'paidHours', 'cost_total_hours'),
		volunteerHours: total(modifications, 'volunteerHours', 'cost_total_hours'),
		yearlyEuros:
			staff.value === null || yearly === null
				? staff
				: explained(yearly, 'cost_yearly_formula', {
						staff: wholeEuros(staff.value),
						running: wholeEuros(running ?? 0),
						euros: wholeEuros(yearly)
					}),
		investmentEuros:
			investment === null
				? notSaid('cost_investment_missing')
				: explained(investment, 'cost_total_investment', { euros: wholeEuros(investment) }),
		stateEuros: state,
		years: costYears({ yearlyEuros: yearly, investmentEuros: investment ?? 0, stateEuros: state.value }, settings)
	};
}

type Figure = Exclude<keyof ModificationCostAnswer, 'modificationId' | 'extraHours'>;

/** Not known as soon as one is not: for the reason that all of these share, if they do. */
function total(modifications: readonly ModificationCostAnswer[], figure: Figure, code: string): Explained {
	const missing = modifications.map((one) => one[figure]).filter(({ value }) => value === null);
	if (missing.length > 0) {
		const { code, params } = missing[0].formula;
		const isShared = missing.every(({ formula }) => formula.code === code);
		return isShared ? notSaid(code, params) : notSaid('cost_total_missing', { count: missing.length });
	}
	const sum = modifications.reduce((so, one) => so + (one[figure].value ?? 0), 0);
	const isEuros = figure.endsWith('Euros');
	return explained(sum, code, { count: modifications.length, total: isEuros ? wholeEuros(sum) : sum });
}

/** Null when none is said. */
function sumOfSaid(modifications: readonly ModificationCostAnswer[], figure: Figure): number | null {
	const said = modifications.flatMap((one) => one[figure].value ?? []);
	return said.length === 0 ? null : said.reduce((sum, one) => sum + one, 0);
}

/** Null when the kinds of slot of one of them are not known. */
function sumBySlot(modifications: readonly ModificationCostAnswer[]): ModificationCostAnswer['extraHours'] {
	if (modifications.some(({ extraHours }) => extraHours === null)) return null;
	const hours = SLOT_KINDS.map((kind) => [
		kind,
		modifications.reduce((sum, one) => sum + (one.extraHours?.[kind] ?? 0), 0)
	]);
	return Object.fromEntries(hours) as Record<SlotKind, number>;
}
