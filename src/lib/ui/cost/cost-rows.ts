import type { CostAnswer, CostYear, Explained, ModificationCostAnswer } from '#domain/cost.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { SaidModification } from './cost-words.ts';

/** A figure of cost as a file holds it; the value is null where it is not known, and the formula then says what is missing. */
export interface CostRow {
	/** The whole scenario, a modification, a year. */
	readonly of: string;
	readonly figure: string;
	readonly value: number | null;
	readonly unit: 'h' | '€';
	/** Where it comes from, with what it adds up. */
	readonly formula: string;
}

type Named = readonly [name: (params: object, options: { locale: Locale }) => string, unit: CostRow['unit']];

const WHOLE = {
	extraHoursPerYear: [m.cost_extra_hours, 'h'],
	paidHours: [m.cost_paid_hours, 'h'],
	volunteerHours: [m.cost_volunteer_hours, 'h'],
	yearlyEuros: [m.cost_yearly, '€'],
	investmentEuros: [m.cost_investment, '€'],
	stateEuros: [m.cost_state, '€'],
	eurosPerUsableHour: [m.cost_per_usable, '€']
} as const satisfies Partial<Record<keyof CostAnswer, Named>>;
const OF_MODIFICATION = {
	extraHoursPerYear: [m.cost_extra_hours, 'h'],
	paidHours: [m.cost_paid_hours, 'h'],
	volunteerHours: [m.cost_volunteer_hours, 'h'],
	staffEuros: [m.cost_staff, '€'],
	runningEuros: [m.cost_running, '€'],
	investmentEuros: [m.cost_investment, '€'],
	stateEuros: [m.cost_state, '€']
} as const satisfies Partial<Record<keyof ModificationCostAnswer, Named>>;

const keysOf = <Key extends string>(named: Readonly<Record<Key, Named>>) => Object.keys(named) as Key[];

/**
 * Every figure of the costs of a scenario: of the whole, of each year, of each modification that is counted.
 * @param modifications those of the scenario, with the sentences that say them
 */
export function costRows(answer: CostAnswer, modifications: readonly SaidModification[], locale: Locale): CostRow[] {
	const words = new Map(modifications.map(({ modification, words: said }) => [modification.id, said]));
	const row = (of: string, [name, unit]: Named, figure: Explained): CostRow => ({
		of,
		figure: name({}, { locale }),
		value: cents(figure.value),
		unit,
		formula: explanation(figure, locale)
	});
	const whole = m.simulation_cost_whole({}, { locale });
	return [
		...keysOf(WHOLE).map((key) => row(whole, WHOLE[key], answer[key])),
		...answer.years.flatMap((year) => yearRows(year, answer, locale)),
		...answer.modifications.flatMap((one) => {
			const of = words.get(one.modificationId) ?? one.modificationId;
			return keysOf(OF_MODIFICATION).map((key) => row(of, OF_MODIFICATION[key], one[key]));
		})
	];
}

function yearRows(
	{ year, grossEuros, stateEuros, fundersEuros, ownEuros }: CostYear,
	{ years, yearlyEuros, investmentEuros, stateEuros: aid }: CostAnswer,
	locale: Locale
): CostRow[] {
	const options = { locale };
	const isLast = year === years.length;
	const of = (isLast ? m.cost_year_without_aid : m.cost_year_rank)({ year: String(year) }, options);
	const withInvestment = year === 1 && investmentEuros.value !== null;
	const gross = [m.cost_yearly({}, options), ...(withInvestment ? [m.cost_investment({}, options)] : [])];
	const row = (figure: string, value: number | null, formula: string): CostRow => ({
		of,
		figure,
		value: cents(value),
		unit: '€',
		formula
	});
	return [
		row(
			m.cost_year_gross({}, options),
			grossEuros,
			grossEuros === null ? explanation(yearlyEuros, locale) : gross.join(' + ')
		),
		row(m.cost_year_state({}, options), stateEuros, isLast ? of : explanation(aid, locale)),
		row(m.cost_year_funders({}, options), fundersEuros, m.cost_funders({}, options)),
		row(m.cost_year_own({}, options), ownEuros, m.cost_years_note({}, options))
	];
}

const explanation = ({ formula, terms }: Explained, locale: Locale) =>
	[formula, ...terms].map((message) => writeMessage(message, locale)).join(' · ');

const cents = (value: number | null) => (value === null ? null : Number(value.toFixed(2)));
