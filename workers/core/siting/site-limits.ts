/** What a set of open sites must keep to, beside their number. */
export interface SiteLimits {
	/** One byte per candidate, 1 where it is open whatever else is. */
	readonly fixed: Uint8Array;
	/** Sites open at most, the fixed ones among them. */
	readonly most: number;
	/** What each candidate costs when it is open; all 0 where there is no budget. */
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
	for (const site of open) {
		cost += limits.cost[site];
		kept += limits.closable[site];
	}
	return open.length <= limits.most && isAffordable(limits, cost) && kept >= limits.leastKept;
}

export function isAffordable({ budget }: SiteLimits, cost: number): boolean {
	return cost <= budget + ROUNDING * Math.abs(budget);
}

/** True where each site opened is the nearest of enough people; of equally near ones the first candidate has them all. */
export function fitsMinimum(limits: SiteLimits, { first, site }: NearestOrder, open: readonly number[]): boolean {
	const { minimumPeople, people, closable, fixed } = limits;
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
	return open.every((one) => fixed[one] === 1 || closable[one] === 1 || itsPeople[one] >= least);
}

/** Sites that number and budget allow, the cheapest being taken: no allowed set has more. */
export function mostAffordable(limits: SiteLimits): number {
	let count = 0;
	let spent = 0;
	const others: number[] = [];
	limits.fixed.forEach((isFixed, site) => {
		if (isFixed === 0) return others.push(limits.cost[site]);
		count++;
		spent += limits.cost[site];
		return count;
	});
	others.sort((a, b) => a - b);
	for (const cost of others) {
		spent += cost;
		if (count >= limits.most || !isAffordable(limits, spent)) break;
		count++;
	}
	return Math.min(count, limits.most);
}
