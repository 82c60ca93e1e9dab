import { fixedSites } from './greedy.ts';
import { Lagrangian, type LagrangianBound } from './lagrangian.ts';
import type { MedianCase } from './median-case.ts';
import { betterThan, CLOSED, narrowed, OPEN, UNDECIDED, type Narrowed } from './narrowing.ts';
import { nearestTwo } from './nearest-two.ts';
import { restricted } from './restricted.ts';
import { swapSites } from './swap.ts';

/** Sites and their sum. */
export interface MedianSites {
	readonly open: readonly number[];
	readonly total: number;
}

/** What is left to decide after some choices. */
interface Node {
	readonly median: MedianCase;
	/** Candidate of the whole case that each of its own stands for. */
	readonly origin: Uint32Array;
	readonly price: Float64Array;
	/** No solution of this node has a smaller sum. */
	readonly bound: number;
}

/** Steps of the bound at a node: prices are those of the node above, nearly right. */
const MOST_STEPS = 40;
/** Steps are shorter than at the root, for the same reason. */
const FIRST_SIZE = 0.25;

/**
 * Branch and bound on the Lagrangian relaxation (Christofides and Beasley 1982): each node raises the bound, makes the choices it can prove,
 * then tries a site open, and closed. Depth first.
 */
export class Branching {
	readonly #median: MedianCase;
	readonly #stack: Node[];
	#best: MedianSites;

	/** @param root the bound reached on the whole case */
	constructor(median: MedianCase, root: LagrangianBound, best: MedianSites) {
		this.#median = median;
		this.#best = best;
		this.#stack = [];
		const origin = Uint32Array.from({ length: median.siteCount }, (_, site) => site);
		this.#push({ median, origin, price: root.price, bound: root.bound }, narrowed(median, root, best.total), root);
	}

	get best(): MedianSites {
		return this.#best;
	}

	/** No solution of the whole case has a smaller sum, save the best known. */
	get bound(): number {
		return this.#stack.reduce((least, { bound }) => Math.min(least, bound), this.#best.total);
	}

	/** Works one node off; false once none is left: the best known is then proved. */
	next(): boolean {
		const node = this.#stack.pop();
		if (node === undefined) return false;
		if (node.bound > betterThan(this.#median, this.#best.total)) return true;
		const lagrangian = new Lagrangian(node.median, node.price, FIRST_SIZE);
		for (let step = 0; step < MOST_STEPS; step++) {
			const { chosen, cost, converged } = lagrangian.step(this.#best.total);
			if (cost < this.#best.total) this.#improve(node, chosen);
			if (lagrangian.best.bound > betterThan(this.#median, this.#best.total)) return true;
			if (converged) break;
		}
		this.#branch(node, lagrangian.best);
		return true;
	}

	#improve({ origin }: Node, chosen: Uint8Array): void {
		const state = nearestTwo(
			this.#median,
			fixedSites(chosen).map((site) => origin[site])
		);
		const total = swapSites(this.#median, state);
		if (total < this.#best.total) this.#best = { open: state.open, total };
	}

	#branch(node: Node, relaxed: LagrangianBound): void {
		const left = narrowed(node.median, relaxed, this.#best.total);
		const count = (which: number) => left.state.reduce((sum, state) => sum + (state === which ? 1 : 0), 0);
		const open = count(OPEN);
		const undecided = count(UNDECIDED);
		if (open > node.median.p || open + undecided < node.median.p) return;
		if (open === node.median.p || open + undecided === node.median.p) {
			const all = open === node.median.p ? OPEN : UNDECIDED;
			this.#improve(
				node,
				left.state.map((state) => (state === OPEN || state === all ? 1 : 0))
			);
			return;
		}
		const site = branchingSite(left, relaxed);
		const child = { ...node, price: relaxed.price, bound: Math.max(node.bound, relaxed.bound) };
		for (const choice of [CLOSED, OPEN]) {
			const state = left.state.slice();
			state[site] = choice;
			this.#push(child, { ...left, state }, relaxed);
		}
	}

	#push({ median, origin, bound }: Node, left: Narrowed, { price }: LagrangianBound): void {
		const smaller = restricted(median, left);
		if (smaller === null) return;
		this.#stack.push({
			median: smaller.median,
			origin: smaller.origin.map((site) => origin[site]),
			price,
			bound
		});
	}
}

/** The undecided site that the relaxation opens with most gain; where it opens none, the one it came nearest to open. */
function branchingSite({ state }: Narrowed, { reduced, chosen }: LagrangianBound): number {
	let best = -1;
	const comesBefore = (one: number, other: number) =>
		chosen[one] === chosen[other] ? reduced[one] < reduced[other] : chosen[one] === 1;
	state.forEach((one, site) => {
		if (one === UNDECIDED && (best < 0 || comesBefore(site, best))) best = site;
	});
	return best;
}
