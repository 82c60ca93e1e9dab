import type { SiteLimits } from '#core/siting/site-limits.ts';
import { markOf } from './found-sites.ts';
import type { SitingRequest } from './siting-request.ts';

/** Closable sites that stay open whatever the answer. */
export function leastKept({ closures }: SitingRequest): number {
	return closures === null ? 0 : Math.max(0, closures.sites.length - closures.most);
}

/** The limits of a request; closable sites are fixed where none of them may be closed. */
export function limitsOf(request: SitingRequest): SiteLimits {
	const { pairs, people, p, mostOpened, budget, minimumPeople } = request;
	const siteCount = pairs.supplyCount;
	const today = request.closures?.sites ?? [];
	const mayClose = leastKept(request) < today.length;
	const cost = budget === null ? new Float64Array(siteCount) : budget.cost.slice();
	for (const site of today) cost[site] -= budget?.perClosure ?? 0;
	return {
		fixed: markOf(mayClose ? request.fixed : [...request.fixed, ...today], siteCount),
		most: p ?? siteCount,
		mostOpened: mostOpened ?? siteCount,
		cost,
		budget: budget === null ? Infinity : budget.most - budget.perClosure * today.length,
		closable: markOf(mayClose ? today : [], siteCount),
		leastKept: mayClose ? leastKept(request) : 0,
		minimumPeople,
		people
	};
}

/** A request whose only limits are sites that stay open and, save for `lscp`, a number of sites. */
export interface FreeCase {
	readonly fixed: readonly number[];
	readonly p: number;
}

/** The request without other limits, where it can be said so; null elsewhere. */
export function freeCase(request: SitingRequest): FreeCase | null {
	const { problem, pairs, p, mostOpened, fixed, closures, budget, minimumPeople } = request;
	if (budget !== null || minimumPeople > 0) return null;
	const siteCount = pairs.supplyCount;
	const today = [...fixed, ...(closures?.sites ?? [])];
	const most = Math.min(siteCount, today.length + (mostOpened ?? siteCount));
	// Without budget nor minimum, closing a site serves only to open another in its place.
	if (problem !== 'lscp' && mostOpened !== null && (p ?? siteCount) >= most) return { fixed: today, p: most };
	if (mostOpened !== null) return null;
	const kept = leastKept(request);
	if (kept === 0) return { fixed, p: p ?? siteCount };
	return kept === today.length - fixed.length ? { fixed: today, p: p ?? siteCount } : null;
}
