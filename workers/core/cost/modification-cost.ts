import {
	SLOT_KINDS,
	type CostSettings,
	type Explained,
	type ModificationCost,
	type ModificationCostAnswer
} from '#domain/cost.ts';
import type { Message } from '#domain/notes.ts';
import { explained, notSaid, wholeEuros } from './explain.ts';
import { moreMinutes, type SlotMinutes } from './slot-minutes.ts';
import { stateShare, type Rates } from './state-share.ts';

/** What one modification changes of the hours of the sites that it is the last to change. */
export interface HoursOfModification {
	readonly id: string;
	readonly cost: ModificationCost;
	/** Of these sites together, as they were opened and under the scenario. */
	readonly before: SlotMinutes;
	readonly after: SlotMinutes;
	/** False for a change that is not about hours: a move, a surface. */
	readonly changesHours: boolean;
	/** True for a new place whose hours nobody decided yet. */
	readonly isUndecided: boolean;
}

/** What a kind of slot holds, by the message that says it. */
const HOURS_OF_SLOT = {
	'weekday-day': 'cost_hours_weekday_day',
	'weekday-evening': 'cost_hours_weekday_evening',
	'saturday-morning': 'cost_hours_saturday_morning',
	'saturday-afternoon': 'cost_hours_saturday_afternoon',
	'school-holidays': 'cost_hours_school_holidays',
	sunday: 'cost_hours_sunday'
} as const;

const STATE_OF_SLOT = {
	'weekday-day': 'cost_state_weekday_day',
	'weekday-evening': 'cost_state_weekday_evening',
	'saturday-morning': 'cost_state_saturday_morning',
	'saturday-afternoon': 'cost_state_saturday_afternoon',
	'school-holidays': 'cost_state_school_holidays',
	sunday: 'cost_state_sunday'
} as const;

/**
 * The costs of one modification in a year, each with its formula. Hours that go cost less: negative. Volunteers' hours are counted apart and
 * cost nothing. What nobody said is null, and the formula says what is missing.
 * @param year the civil year that the minutes are of
 */
export function modificationCost(
	hours: HoursOfModification,
	settings: CostSettings,
	rates: Rates,
	year: number
): ModificationCostAnswer {
	const { id, cost, changesHours } = hours;
	const more = moreMinutes(hours.before, hours.after);
	const extraHours = changesHours ? extraHoursOf(hours, more, year) : explained(0, 'cost_hours_same');
	const paidHours = paidHoursOf(extraHours, cost, settings);
	const staffEuros = staffEurosOf(paidHours, settings);
	return {
		modificationId: id,
		extraHours: bySlot(more),
		extraHoursPerYear: extraHours,
		paidHours,
		volunteerHours: volunteerHoursOf(extraHours, cost, settings),
		staffEuros,
		runningEuros: runningEurosOf(cost),
		investmentEuros:
			cost.investmentEuros === null
				? notSaid('cost_investment_missing')
				: explained(cost.investmentEuros, 'cost_investment_said', { euros: wholeEuros(cost.investmentEuros) }),
		stateEuros: stateEurosOf(more, staffEuros, cost, settings, rates)
	};
}

function bySlot({ bySlot: minutes }: SlotMinutes): ModificationCostAnswer['extraHours'] {
	if (minutes === null) return null;
	const hours = SLOT_KINDS.map((kind) => [kind, minutes[kind] / 60]);
	return Object.fromEntries(hours) as NonNullable<ModificationCostAnswer['extraHours']>;
}

/** Hours of each kind of slot that changes, as messages. */
export function slotTerms(hours: ModificationCostAnswer['extraHours']): Message[] {
	if (hours === null) return [];
	return SLOT_KINDS.filter((kind) => hours[kind] !== 0).map((kind) => ({
		code: HOURS_OF_SLOT[kind],
		params: { hours: hours[kind] }
	}));
}

function extraHoursOf({ before, after, isUndecided }: HoursOfModification, more: SlotMinutes, year: number): Explained {
	if (isUndecided) return notSaid('cost_hours_undecided');
	if (before.total === null || after.total === null || more.total === null) {
		return notSaid('cost_hours_unknown', { year: String(year) });
	}
	const params = { after: after.total / 60, before: before.total / 60, hours: more.total / 60, year: String(year) };
	return explained(more.total / 60, 'cost_hours_formula', params, slotTerms(bySlot(more)));
}

function paidHoursOf({ value: hours }: Explained, cost: ModificationCost, settings: CostSettings): Explained {
	const onDuty = cost.paidOnDuty ?? settings.paidOnDuty;
	if (hours === 0) return explained(0, 'cost_no_extra_hour');
	if (hours === null) return notSaid('cost_needs_hours');
	if (onDuty === null) return notSaid('cost_paid_on_duty_missing');
	const { preparationShare } = settings;
	const paid = hours * onDuty * (1 + preparationShare);
	if (preparationShare === 0) return explained(paid, 'cost_paid_formula', { hours, onDuty, paid });
	return explained(paid, 'cost_paid_prepared_formula', { hours, onDuty, factor: 1 + preparationShare, paid });
}

function volunteerHoursOf({ value: hours }: Explained, cost: ModificationCost, settings: CostSettings): Explained {
	const onDuty = cost.volunteersOnDuty ?? settings.volunteersOnDuty;
	if (hours === 0) return explained(0, 'cost_no_extra_hour');
	if (hours === null) return notSaid('cost_needs_hours');
	if (onDuty === null) return notSaid('cost_volunteers_on_duty_missing');
	return explained(hours * onDuty, 'cost_volunteers_formula', { hours, onDuty, volunteer: hours * onDuty });
}

function staffEurosOf({ value: paid }: Explained, { eurosPerPaidHour }: CostSettings): Explained {
	if (paid === 0) return explained(0, 'cost_no_paid_hour');
	if (paid === null) return notSaid('cost_needs_paid_hours');
	if (eurosPerPaidHour === null) return notSaid('cost_euros_per_hour_missing');
	const euros = paid * eurosPerPaidHour;
	return explained(euros, 'cost_staff_formula', { paid, rate: eurosPerPaidHour, euros: wholeEuros(euros) });
}

function runningEurosOf({ runningEurosPerYear: running, vehicleEurosPerYear: vehicle }: ModificationCost): Explained {
	if (running === null && vehicle === null) return notSaid('cost_running_missing');
	const euros = (running ?? 0) + (vehicle ?? 0);
	if (vehicle === null) return explained(euros, 'cost_running_only', { euros: wholeEuros(euros) });
	if (running === null) return explained(euros, 'cost_vehicle_only', { euros: wholeEuros(euros) });
	const params = { running: wholeEuros(running), vehicle: wholeEuros(vehicle), euros: wholeEuros(euros) };
	return explained(euros, 'cost_running_formula', params);
}

function stateEurosOf(
	more: SlotMinutes,
	{ value: staff }: Explained,
	{ eligible, paidOnDuty }: ModificationCost,
	settings: CostSettings,
	rates: Rates
): Explained {
	if (eligible === false) return explained(0, 'cost_state_not_eligible');
	if (staff === null) return notSaid('cost_state_needs_staff');
	if (staff <= 0) return explained(0, 'cost_state_nothing_more');
	if (eligible === null) return notSaid('cost_state_eligibility_missing');
	if (more.bySlot === null) return notSaid('cost_state_slots_unknown');
	const onDuty = paidOnDuty ?? settings.paidOnDuty ?? 0;
	const eurosPerHour = onDuty * (1 + settings.preparationShare) * (settings.eurosPerPaidHour ?? 0);
	const { euros, aided } = stateShare(more, eurosPerHour, rates);
	if (euros === null) return notSaid('cost_state_rates_missing');
	const terms = aided.map(({ kind, euros: costs, rate }) => ({
		code: STATE_OF_SLOT[kind],
		params: { euros: wholeEuros(costs), percent: (rate ?? 0) * 100 }
	}));
	return explained(euros, 'cost_state_formula', { euros: wholeEuros(euros) }, terms);
}
