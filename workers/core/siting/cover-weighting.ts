import { transposed, type CoverSets } from './cover-sets.ts';

/** Turns of the search between two looks at the clock. */
const TURNS_AT_ONCE = 64;

/**
 * Covers made smaller by row weighting local search (Gao, Weise and Li 2015): a cover gives up candidates until some points are bare, then
 * trades candidates, points that stay bare weighing more and more. It finds small covers, and proves nothing. The same sets give the same
 * covers, whatever the clock says in between.
 */
export class CoverWeighting {
	readonly #points: CoverSets;
	readonly #candidates: CoverSets;
	/** Of each point, what it weighs; by how many open candidates it is covered, and their sum: the one, where there is one. */
	readonly #weight: Float64Array;
	readonly #count: Int32Array;
	readonly #sum: Float64Array;
	/** Bare points, in any order, and the rank of each among them, −1 elsewhere. */
	readonly #bare: Int32Array;
	readonly #bareRank: Int32Array;
	#bareCount = 0;
	/** What opening a candidate covers; of an open one, minus what closing it bares. */
	readonly #score: Float64Array;
	readonly #openRank: Int32Array;
	readonly #open: number[] = [];
	/** Turn at which each candidate last moved; whether it may come back: one of its neighbours has moved since it left. */
	readonly #movedAt: Float64Array;
	readonly #mayOpen: Uint8Array;
	#opened: number[] = [];
	#turn = 1;
	#random = 1;
	#best: readonly number[];

	/** @param cover candidates that cover every point */
	constructor(sets: CoverSets, cover: readonly number[]) {
		const pointCount = sets.first.length - 1;
		this.#points = sets;
		this.#candidates = transposed(sets);
		this.#weight = new Float64Array(pointCount).fill(1);
		this.#count = new Int32Array(pointCount);
		this.#sum = new Float64Array(pointCount);
		this.#bare = Int32Array.from({ length: pointCount }, (_, point) => point);
		this.#bareRank = this.#bare.slice();
		this.#bareCount = pointCount;
		const { first } = this.#candidates;
		this.#score = Float64Array.from({ length: sets.siteCount }, (_, one) => first[one + 1] - first[one]);
		this.#openRank = new Int32Array(sets.siteCount).fill(-1);
		this.#movedAt = new Float64Array(sets.siteCount);
		this.#mayOpen = new Uint8Array(sets.siteCount).fill(1);
		for (const one of cover) this.#add(one);
		this.#best = [...cover];
	}

	/** The smallest cover so far. */
	get best(): readonly number[] {
		return this.#best;
	}

	/**
	 * Searches on.
	 * @param enough a cover of so many candidates ends it
	 * @param turns it ends after so many
	 */
	search(enough: number, turns: number, stop: () => boolean): void {
		const last = this.#turn + turns;
		while (this.#best.length > enough && this.#turn < last) {
			if (this.#turn % TURNS_AT_ONCE === 0 && stop()) return;
			this.#trade();
			this.#turn++;
		}
	}

	#trade(): void {
		while (this.#bareCount === 0) {
			this.#best = [...this.#open];
			if (this.#open.length === 0) return;
			this.#remove(this.#leastUseful(false));
		}
		if (this.#open.length > 0) this.#remove(this.#leastUseful(true));
		this.#opened = [];
		while (this.#bareCount > 0 && this.#open.length + 1 < this.#best.length) {
			const entering = this.#mostUseful(this.#bare[Math.floor(this.#nextRandom() * this.#bareCount)]);
			this.#add(entering);
			this.#movedAt[entering] = this.#turn;
			this.#opened.push(entering);
			this.#raiseWeights();
		}
	}

	/** The open candidate that bares least; of equal ones the longest unmoved. @param keepsNew leaves those just opened where others are open */
	#leastUseful(keepsNew: boolean): number {
		let best = -1;
		for (const one of this.#open) {
			if (keepsNew && this.#opened.length < this.#open.length && this.#opened.includes(one)) continue;
			if (best < 0 || this.#comesBefore(one, best)) best = one;
		}
		this.#movedAt[best] = this.#turn;
		return best;
	}

	/** The candidate of a bare point that covers most of what is bare. */
	#mostUseful(point: number): number {
		const { first, site } = this.#points;
		let best = -1;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const one = site[entry];
			if (this.#mayOpen[one] === 1 && (best < 0 || this.#comesBefore(one, best))) best = one;
		}
		// All of them have just left: whichever.
		return best < 0 ? site[first[point]] : best;
	}

	#comesBefore(one: number, other: number): boolean {
		const difference = this.#score[one] - this.#score[other];
		return difference > 0 || (difference === 0 && this.#movedAt[one] < this.#movedAt[other]);
	}

	#raiseWeights(): void {
		const { first, site } = this.#points;
		for (let rank = 0; rank < this.#bareCount; rank++) {
			const point = this.#bare[rank];
			this.#weight[point]++;
			for (let entry = first[point]; entry < first[point + 1]; entry++) this.#score[site[entry]]++;
		}
	}

	#add(candidate: number): void {
		this.#openRank[candidate] = this.#open.push(candidate) - 1;
		this.#score[candidate] = -this.#score[candidate];
		const { first, site: point } = this.#candidates;
		for (let entry = first[candidate]; entry < first[candidate + 1]; entry++) {
			const one = point[entry];
			const before = this.#count[one]++;
			if (before === 0) {
				this.#cover(one);
				this.#addToScores(one, candidate, -this.#weight[one]);
			} else if (before === 1) this.#score[this.#sum[one]] += this.#weight[one];
			this.#sum[one] += candidate;
		}
	}

	#remove(candidate: number): void {
		const rank = this.#openRank[candidate];
		const last = this.#open[this.#open.length - 1];
		this.#open[rank] = last;
		this.#openRank[last] = rank;
		this.#open.pop();
		this.#openRank[candidate] = -1;
		this.#score[candidate] = -this.#score[candidate];
		this.#mayOpen[candidate] = 0;
		const { first, site: point } = this.#candidates;
		for (let entry = first[candidate]; entry < first[candidate + 1]; entry++) {
			const one = point[entry];
			const left = --this.#count[one];
			this.#sum[one] -= candidate;
			if (left === 0) {
				this.#bareRank[one] = this.#bareCount;
				this.#bare[this.#bareCount++] = one;
				this.#addToScores(one, candidate, this.#weight[one]);
			} else if (left === 1) this.#score[this.#sum[one]] -= this.#weight[one];
		}
	}

	/** Of the other candidates of a point that becomes covered or bare; they may be opened again. */
	#addToScores(point: number, moved: number, weight: number): void {
		const { first, site } = this.#points;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const one = site[entry];
			if (one === moved) continue;
			this.#score[one] += weight;
			this.#mayOpen[one] = 1;
		}
	}

	#cover(point: number): void {
		const rank = this.#bareRank[point];
		const last = this.#bare[--this.#bareCount];
		this.#bare[rank] = last;
		this.#bareRank[last] = rank;
		this.#bareRank[point] = -1;
	}

	/** Park and Miller's: the same on every run. */
	#nextRandom(): number {
		this.#random = (this.#random * 48_271) % 2_147_483_647;
		return this.#random / 2_147_483_647;
	}
}
