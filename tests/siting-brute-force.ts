import type { SitingRequest } from '#workers/jobs/siting/siting-request.ts';

/** What a set of sites is worth, worked out from its definition; null where it is no solution. */
export function worthOf(request: SitingRequest, open: readonly number[]): number | null {
	const { problem, pairs, weight, people, cutoff, closures, budget, minimumPeople, fixed } = request;
	const most = problem === 'lscp' ? Infinity : (request.p ?? Infinity);
	const today = closures?.sites ?? [];
	if (open.length > most || fixed.some((site) => !open.includes(site))) return null;
	const closed = today.filter((site) => !open.includes(site));
	const opened = open.filter((site) => !fixed.includes(site) && !today.includes(site));
	if (closed.length > (closures?.most ?? 0) || opened.length > (request.mostOpened ?? Infinity)) return null;
	const spent = open.reduce((sum, site) => sum + (budget?.cost[site] ?? 0), closed.length * (budget?.perClosure ?? 0));
	if (spent > (budget?.most ?? Infinity)) return null;
	const isCoverage = problem === 'mclp' || problem === 'lscp';
	const itsPeople = new Map<number, number>();
	let [covered, sum, farthest] = [0, 0, 0];
	for (let point = 0; point < pairs.demandCount; point++) {
		let nearest = { site: -1, value: Infinity };
		for (let entry = pairs.first[point]; entry < pairs.first[point + 1]; entry++) {
			const [site, value] = [pairs.column[entry], pairs.value[entry]];
			if (!open.includes(site) || value > nearest.value) continue;
			if (value < nearest.value || site < nearest.site) nearest = { site, value };
		}
		const isServed = nearest.site >= 0 && (!isCoverage || nearest.value <= (cutoff ?? Infinity));
		if (!isServed) {
			if (problem !== 'mclp') return null;
			continue;
		}
		itsPeople.set(nearest.site, (itsPeople.get(nearest.site) ?? 0) + people[point]);
		covered += weight[point];
		sum += weight[point] * nearest.value;
		farthest = Math.max(farthest, nearest.value);
	}
	if (opened.some((site) => (itsPeople.get(site) ?? 0) < minimumPeople)) return null;
	return { mclp: covered, lscp: open.length, pmedian: sum, pcenter: farthest }[problem];
}

/** The best worth of all the subsets of the candidates; null where none is a solution. */
export function bestByTryingAll(request: SitingRequest): number | null {
	const { supplyCount } = request.pairs;
	let best: number | null = null;
	for (let subset = 0; subset < 2 ** supplyCount; subset++) {
		const open = Array.from({ length: supplyCount }, (_, site) => site).filter((site) => (subset >> site) & 1);
		const worth = worthOf(request, open);
		if (worth === null) continue;
		if (best === null || (request.problem === 'mclp' ? worth > best : worth < best)) best = worth;
	}
	return best;
}
