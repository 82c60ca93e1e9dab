import { MaillageError } from '#domain/notes.ts';
import { isAffordable, leastCost } from '#core/siting/site-limits.ts';
import { leastKept, limitsOf } from './siting-limits.ts';
import type { SitingRequest } from './siting-request.ts';

/**
 * That a request can be answered, as far as it can be told before a search.
 * @param nameOf name of a demand point, from its rank; its rank from 1 where names are not known
 * @throws MaillageError `error_siting_p_missing` no number of sites, nor `mostOpened` or a budget in its place; `error_siting_p_unused` a number of sites
 * for `lscp`, which looks for it; `error_siting_p_invalid` not a whole number from 1; `error_siting_p_too_large` more sites than candidates;
 * `error_siting_p_below_fixed` fewer than the sites that must stay open; `error_siting_cutoff_missing`; `error_siting_unreachable` points
 * that no candidate serves, where everybody must be served; `error_siting_budget_below_fixed` a budget that the sites which must stay
 * open exceed
 */
export function checkSiting(
	request: SitingRequest,
	nameOf: (point: number) => string = (point) => String(point + 1)
): void {
	const { problem, cutoff, budget } = request;
	requireRanks(request);
	if ((problem === 'mclp' || problem === 'lscp') && cutoff === null)
		throw new MaillageError('error_siting_cutoff_missing', { problem });
	requireNumber(request);
	const limits = limitsOf(request);
	const least = leastCost(limits);
	if (budget !== null && !isAffordable(limits, least)) {
		const cost = least + budget.perClosure * (request.closures?.sites.length ?? 0);
		throw new MaillageError('error_siting_budget_below_fixed', { budget: budget.most, cost });
	}
	if (problem !== 'mclp') requireServed(request, nameOf);
}

/** Faults of who calls, not of a user. */
function requireRanks({ pairs, weight, people, fixed, closures, budget }: SitingRequest): void {
	if (people.length !== pairs.demandCount || weight.length !== pairs.demandCount)
		throw new RangeError(
			`${people.length} people and ${weight.length} weights when ${pairs.demandCount} demand points were expected`
		);
	if (budget !== null && budget.cost.length !== pairs.supplyCount)
		throw new RangeError(`${budget.cost.length} costs when ${pairs.supplyCount} candidates were expected`);
	const today = [...fixed, ...(closures?.sites ?? [])];
	for (const site of today) {
		if (!(Number.isInteger(site) && site >= 0 && site < pairs.supplyCount))
			throw new RangeError(`Site ${site} is none of ${pairs.supplyCount} candidates`);
	}
	if (new Set(today).size !== today.length) throw new RangeError('A site is fixed or closable twice');
}

function requireNumber(request: SitingRequest): void {
	const { problem, p, mostOpened, pairs, fixed, budget } = request;
	if (problem === 'lscp') {
		if (p !== null) throw new MaillageError('error_siting_p_unused', { p });
		return;
	}
	if (p === null) {
		if (budget === null && mostOpened === null) throw new MaillageError('error_siting_p_missing', { problem });
		return;
	}
	if (!Number.isInteger(p) || p < 1) throw new MaillageError('error_siting_p_invalid', { read: p });
	if (p > pairs.supplyCount) throw new MaillageError('error_siting_p_too_large', { p, candidates: pairs.supplyCount });
	const least = fixed.length + leastKept(request);
	if (p < least) throw new MaillageError('error_siting_p_below_fixed', { p, fixed: least });
}

function requireServed({ problem, pairs, cutoff }: SitingRequest, nameOf: (point: number) => string): void {
	const limit = problem === 'lscp' ? (cutoff ?? Infinity) : Infinity;
	let count = 0;
	let example = -1;
	for (let point = 0; point < pairs.demandCount; point++) {
		let isServed = false;
		for (let entry = pairs.first[point]; entry < pairs.first[point + 1] && !isServed; entry++)
			isServed = pairs.value[entry] <= limit;
		if (isServed) continue;
		if (count++ === 0) example = point;
	}
	if (count === 0) return;
	const params = { problem, count, example: nameOf(example) };
	if (limit === Infinity) throw new MaillageError('error_siting_unreachable', params);
	throw new MaillageError('error_siting_beyond_cutoff', { ...params, cutoff: limit });
}
