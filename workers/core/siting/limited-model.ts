import type { MedianCase } from './median-case.ts';
import { ModelBuilder, type MixedModel } from './mixed-model.ts';
import { CLOSED, OPEN, UNDECIDED, type Narrowed } from './narrowing.ts';
import { isNew, type SiteLimits } from './site-limits.ts';

/** The exact model of a choice of sites that keeps to limits. */
export interface LimitedModel {
	readonly model: MixedModel;
	/** Candidate of each of the first columns of the model. */
	readonly undecided: readonly number[];
	/** Candidates open in any solution looked for. */
	readonly open: readonly number[];
}

/** Limits are scaled to this in their rows, so that the solver's absolute tolerance is a tiny share of them. */
const SCALE = 1e4;

/**
 * The model with a column per undecided candidate (1: open) and, along the candidates of each point from the nearest, a column per set of
 * candidates (1: none of them is open): a point is served by a candidate where none before it is open and it is. Points that meet the
 * same candidates share columns. Each site opened sums the people it serves, for the minimum.
 * @param aim `sum`: the costs of the case; `count`: the number of sites
 * @param mostEntries coefficients past which the model is given up
 * @returns null where it is too large; `impossible` where a point is left without candidate
 */
export function limitedModel(
	median: MedianCase,
	limits: SiteLimits,
	left: Narrowed,
	aim: 'sum' | 'count',
	mostEntries: number
): LimitedModel | 'impossible' | null {
	const open: number[] = [];
	const undecided: number[] = [];
	left.state.forEach((state, site) => {
		if (state === OPEN) open.push(site);
		else if (state === UNDECIDED) undecided.push(site);
	});
	const builder = new ModelBuilder();
	if (aim === 'count') builder.offset = open.length;
	for (let rank = 0; rank < undecided.length; rank++) builder.addColumn(aim === 'count' ? 1 : 0, 1, true);
	addCountRows(builder, limits, open, undecided);
	const serving = new Serving(median, left, undecided, limits, builder);
	for (let point = 0; point < median.demandCount; point++) {
		if (!serving.add(point)) return 'impossible';
		if (builder.entryCount > mostEntries) return null;
	}
	serving.addMinimumRows([...open, ...undecided]);
	return { model: builder.build(), undecided, open };
}

/** Numbers of sites, closures, budget. */
function addCountRows(
	builder: ModelBuilder,
	limits: SiteLimits,
	open: readonly number[],
	undecided: readonly number[]
): void {
	const { most, mostOpened, cost, budget, closable, leastKept } = limits;
	const addRow = (of: (site: number) => number, least: number, greatest: number) => {
		undecided.forEach((site, column) => {
			if (of(site) !== 0) builder.put(column, of(site));
		});
		const decided = open.reduce((sum, site) => sum + of(site), 0);
		builder.endRow(least - decided, greatest - decided);
	};
	addRow(() => 1, -Infinity, most);
	addRow((site) => isNew(limits, site), -Infinity, mostOpened);
	addRow((site) => closable[site], leastKept, Infinity);
	if (budget === Infinity) return;
	const largest = cost.reduce((most, one) => Math.max(most, Math.abs(one)), Math.abs(budget));
	const factor = largest > 0 ? SCALE / largest : 1;
	addRow((site) => cost[site] * factor, -Infinity, budget * factor);
}

/** Who serves each point, along its candidates from the nearest. */
class Serving {
	readonly #median: MedianCase;
	readonly #left: Narrowed;
	readonly #limits: SiteLimits;
	readonly #builder: ModelBuilder;
	readonly #columnOf: Int32Array;
	readonly #columns = new Map<string, number>();
	/** The candidates met by the point so far, 16 to a word, so that a set is a key. */
	readonly #met: Uint16Array;
	/** By candidate: people it serves, as a constant and by column. */
	readonly #served: { constant: number; readonly byColumn: Map<number, number> }[];

	constructor(
		median: MedianCase,
		left: Narrowed,
		undecided: readonly number[],
		limits: SiteLimits,
		builder: ModelBuilder
	) {
		this.#median = median;
		this.#left = left;
		this.#limits = limits;
		this.#builder = builder;
		this.#columnOf = new Int32Array(median.siteCount).fill(-1);
		undecided.forEach((site, column) => (this.#columnOf[site] = column));
		this.#met = new Uint16Array(Math.ceil(undecided.length / 16));
		this.#served = Array.from({ length: median.siteCount }, () => ({ constant: 0, byColumn: new Map() }));
	}

	/** Adds what a point costs and whom it goes to. False where no candidate left may serve it. */
	add(point: number): boolean {
		const { first, site, cost, outside, everyoneServed } = this.#median;
		const { state, dearest } = this.#left;
		const people = this.#limits.people[point];
		this.#met.fill(0);
		/** Column of "none so far"; −1: none was met, it is 1. */
		let none = -1;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const candidate = site[entry];
			if (state[candidate] === CLOSED) continue;
			if (cost[entry] > dearest[point]) return this.#mustBeServed(none);
			this.#add(none, cost[entry], candidate, people);
			if (state[candidate] === OPEN) return true;
			none = this.#pass(candidate, none);
			this.#add(none, -cost[entry], candidate, -people);
		}
		if (everyoneServed || outside[point] > dearest[point]) return this.#mustBeServed(none);
		this.#charge(none, outside[point]);
		return true;
	}

	/** For each site opened: the people it serves, at least the minimum where it is open. */
	addMinimumRows(sites: readonly number[]): void {
		const { minimumPeople } = this.#limits;
		if (minimumPeople === 0) return;
		const factor = SCALE / minimumPeople;
		for (const site of sites) {
			if (isNew(this.#limits, site) === 0) continue;
			const { constant, byColumn } = this.#served[site];
			for (const [column, people] of byColumn) this.#builder.put(column, people * factor);
			const own = this.#columnOf[site];
			if (own >= 0) this.#builder.put(own, -minimumPeople * factor);
			this.#builder.endRow(((own >= 0 ? 0 : minimumPeople) - constant) * factor, Infinity);
		}
	}

	#mustBeServed(none: number): boolean {
		if (none < 0) return false;
		this.#builder.forbid(none);
		return true;
	}

	/** A cost and people that are those of the candidate where none was open before. */
	#add(none: number, cost: number, candidate: number, people: number): void {
		this.#charge(none, cost);
		const served = this.#served[candidate];
		if (none < 0) served.constant += people;
		else served.byColumn.set(none, (served.byColumn.get(none) ?? 0) + people);
	}

	#charge(none: number, cost: number): void {
		if (none < 0) this.#builder.offset += cost;
		else this.#builder.addCost(none, cost);
	}

	/** The column of going past a candidate, after those that `before` speaks of. */
	#pass(candidate: number, before: number): number {
		const builder = this.#builder;
		const own = this.#columnOf[candidate];
		this.#met[own >> 4] |= 1 << (own & 15);
		const key = String.fromCharCode(...this.#met);
		const known = this.#columns.get(key);
		if (known !== undefined) return known;
		const column = builder.addColumn(0, 1, false);
		this.#columns.set(key, column);
		// None of these: not this one; not more than none before; and no less than that, were this one closed.
		builder.put(column, 1);
		builder.put(own, 1);
		builder.endRow(before < 0 ? 1 : -Infinity, 1);
		if (before < 0) return column;
		builder.put(column, 1);
		builder.put(before, -1);
		builder.endRow(-Infinity, 0);
		builder.put(column, 1);
		builder.put(before, -1);
		builder.put(own, 1);
		builder.endRow(0, Infinity);
		return column;
	}
}
