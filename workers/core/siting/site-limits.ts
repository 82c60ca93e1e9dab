/** What a set of open sites must keep to, beside their number. */
export interface SiteLimits {
	/** One byte per candidate, 1 where it is open whatever else is. */
	readonly fixed: Uint8Array;
	/** Sites open at most, the fixed ones among them. */
	readonly most: number;
	/** Of these, so many at most that are not open today: neither fixed nor closable. */
	readonly mostOpened: number;
	/** What each candidate costs when it is open, less what closing it costs; all 0 where there is no budget. */
	readonly cost: Float64Array;
	/** Sum of these costs at most; Infinity: no budget. */
	readonly budget: number;
	/** One byte per candidate, 1 where a site is open today and may be closed. */
	readonly closable: Uint8Array;
	/** Of those, so many stay open at least. */
	readonly leastKept: number;
	/** People whose nearest open site is that one, at least, for each site opened: neither fixed nor closable. 0: no minimum. */
	readonly minimumPeople: number;
	/** By demand point. */
	readonly people: Float64Array;
}

/** Candidates by demand point, the nearest first; of equal ones the first. One that is not there does not serve the point. */
export interface NearestOrder {
	readonly first: Uint32Array;
	readonly site: Uint32Array;
}

/** Share of a limit that is rounding. */
const ROUNDING = 1e-9;

/** True where sites keep to their number, the budget and the closures allowed. The fixed ones are among them. */
export function fitsCounts(limits: SiteLimits, open: readonly number[]): boolean {
	let cost = 0;
	let kept = 0;
	let opened = 0;
	for (const site of open) {
		cost += limits.cost[site];
		kept += limits.closable[site];
		opened += isNew(limits, site);
	}
	const fitsNumbers = open.length <= limits.most && opened <= limits.mostOpened && kept >= limits.leastKept;
	return fitsNumbers && isAffordable(limits, cost);
}

/** 1 for a candidate that is not open today. */
export function isNew({ fixed, closable }: SiteLimits, site: number): number {
	return fixed[site] === 0 && closable[site] === 0 ? 1 : 0;
}

export function isAffordable({ budget }: SiteLimits, cost: number): boolean {
	return cost <= budget + ROUNDING * Math.abs(budget);
}

/** True where each site opened is the nearest of enough people; of equally near ones the first candidate has them all. */
export function fitsMinimum(limits: SiteLimits, { first, site }: NearestOrder, open: readonly number[]): boolean {
	const { minimumPeople, people, fixed } = limits;
	if (minimumPeople === 0) return true;
	const isOpen = new Uint8Array(fixed.length);
	for (const one of open) isOpen[one] = 1;
	const itsPeople = new Float64Array(fixed.length);
	for (let point = 0; point < people.length; point++) {
		const end = first[point + 1];
		let entry = first[point];
		while (entry < end && isOpen[site[entry]] === 0) entry++;
		if (entry < end) itsPeople[site[entry]] += people[point];
	}
	const least = minimumPeople * (1 - ROUNDING);
	return open.every((one) => isNew(limits, one) === 0 || itsPeople[one] >= least);
}

/** The least that sites which keep to the closures allowed cost: fixed ones, and of the closable ones those that must stay or save. */
export function leastCost({ fixed, closable, cost, leastKept }: SiteLimits): number {
	let least = 0;
	const today: number[] = [];
	fixed.forEach((isFixed, site) => {
		if (isFixed === 1) least += cost[site];
		else if (closable[site] === 1) today.push(cost[site]);
	});
	today.sort((a, b) => a - b);
	today.forEach((one, rank) => (least += rank < leastKept || one < 0 ? one : 0));
	return least;
}

/** New sites that number and budget allow at most, the cheapest being taken: no allowed set has more. */
export function mostOpenable(limits: SiteLimits): number {
	const costs: number[] = [];
	limits.cost.forEach((cost, site) => {
		if (isNew(limits, site) === 1) costs.push(cost);
	});
	costs.sort((a, b) => a - b);
	let spent = leastCost(limits);
	const count = costs.findIndex((cost) => !isAffordable(limits, (spent += cost)));
	const staying = limits.fixed.reduce((sum, one) => sum + one, limits.leastKept);
	return Math.min(limits.mostOpened, limits.most - staying, count < 0 ? costs.length : count);
}
