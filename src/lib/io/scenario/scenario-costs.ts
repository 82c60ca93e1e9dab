import { DEFAULT_COSTS, NO_COST_SAID, type CostSettings, type ModificationCost } from '#domain/cost.ts';
import type { WrittenCosts, WrittenModificationCost } from './scenario-schema.ts';

/** Undefined where nothing was said: the file then has no such member. */
export function writtenModificationCost(cost: ModificationCost): WrittenModificationCost | undefined {
	if (Object.values(cost).every((said) => said === null)) return undefined;
	return {
		paid_on_duty: cost.paidOnDuty,
		volunteers_on_duty: cost.volunteersOnDuty,
		investment_euros: cost.investmentEuros,
		running_euros_per_year: cost.runningEurosPerYear,
		vehicle_euros_per_year: cost.vehicleEurosPerYear,
		eligible: cost.eligible
	};
}

export function readModificationCost(written: WrittenModificationCost | undefined): ModificationCost {
	if (written === undefined) return NO_COST_SAID;
	return {
		paidOnDuty: written.paid_on_duty,
		volunteersOnDuty: written.volunteers_on_duty,
		investmentEuros: written.investment_euros,
		runningEurosPerYear: written.running_euros_per_year,
		vehicleEurosPerYear: written.vehicle_euros_per_year,
		eligible: written.eligible
	};
}

export function writtenCosts(costs: CostSettings): WrittenCosts {
	return {
		paid_on_duty: costs.paidOnDuty,
		volunteers_on_duty: costs.volunteersOnDuty,
		euros_per_paid_hour: costs.eurosPerPaidHour,
		preparation_share: costs.preparationShare,
		region_code: costs.regionCode,
		rates: { ...costs.rates },
		aid_years: costs.aidYears,
		funders: costs.funders.map(({ name, eurosPerYear }) => ({ name, euros_per_year: eurosPerYear }))
	};
}

export function readCosts(written: WrittenCosts | undefined): CostSettings {
	if (written === undefined) return DEFAULT_COSTS;
	return {
		paidOnDuty: written.paid_on_duty,
		volunteersOnDuty: written.volunteers_on_duty,
		eurosPerPaidHour: written.euros_per_paid_hour,
		preparationShare: written.preparation_share,
		regionCode: written.region_code,
		rates: written.rates,
		aidYears: written.aid_years,
		funders: written.funders.map(({ name, euros_per_year }) => ({ name, eurosPerYear: euros_per_year }))
	};
}
