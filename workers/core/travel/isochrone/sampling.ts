import { BLOCK_STEPS, type FieldGrid, type TimeField, type TimeSampler } from './field.ts';

/**
 * The field of a sampler, asked only where it matters to these cutoffs: at the corners of every block, then at every node of
 * the blocks that a cutoff crosses, and on into each block that it is seen to enter. Whatever crosses a cutoff lies between
 * nodes that were asked; the rest takes a corner's value, which is on the same side of every cutoff.
 * What is not a number counts as unreachable.
 */
export function sampleField(grid: FieldGrid, sampler: TimeSampler, cutoffsSeconds: readonly number[]): TimeField {
	const sampling = new Sampling(grid, sampler, cutoffsSeconds);
	let pending = sampling.crossedBlocks();
	while (pending.length > 0) pending = sampling.refine(pending);
	sampling.fillRest();
	return { grid, seconds: sampling.seconds };
}

class Sampling {
	readonly seconds: Float32Array;
	readonly #grid: FieldGrid;
	readonly #sampler: TimeSampler;
	readonly #cutoffs: readonly number[];
	readonly #asked: Uint8Array;
	readonly #blockColumns: number;
	readonly #blockRows: number;
	readonly #refined: Uint8Array;

	constructor(grid: FieldGrid, sampler: TimeSampler, cutoffsSeconds: readonly number[]) {
		this.#grid = grid;
		this.#sampler = sampler;
		this.#cutoffs = cutoffsSeconds;
		this.seconds = new Float32Array(grid.columns * grid.rows);
		this.#asked = new Uint8Array(grid.columns * grid.rows);
		this.#blockColumns = (grid.columns - 1) / BLOCK_STEPS;
		this.#blockRows = (grid.rows - 1) / BLOCK_STEPS;
		this.#refined = new Uint8Array(this.#blockColumns * this.#blockRows);
		const corners: number[] = [];
		for (let row = 0; row < grid.rows; row += BLOCK_STEPS) {
			for (let column = 0; column < grid.columns; column += BLOCK_STEPS) corners.push(row * grid.columns + column);
		}
		this.#ask(corners);
	}

	/** Blocks with corners on both sides of a cutoff. */
	crossedBlocks(): number[] {
		return [...this.#refined.keys()].filter((block) => {
			const [first, ...others] = this.#corners(block).map((node) => this.#within(node));
			return others.some((within) => within !== first);
		});
	}

	/** Asks all the nodes of the blocks; returns the blocks beside them that a cutoff turns out to enter. */
	refine(blocks: readonly number[]): number[] {
		const nodes: number[] = [];
		for (const block of blocks) {
			this.#refined[block] = 1;
			this.#eachNode(block, (node) => {
				if (this.#asked[node] === 0) nodes.push(node);
				this.#asked[node] = 1;
			});
		}
		this.#ask(nodes);
		const entered = new Set<number>();
		for (const block of blocks) for (const beside of this.#enteredBeside(block)) entered.add(beside);
		return [...entered];
	}

	/** Gives the nodes never asked the value of their block's corner. */
	fillRest(): void {
		for (const block of this.#refined.keys()) {
			if (this.#refined[block] === 1) continue;
			const value = this.seconds[this.#corners(block)[0]];
			this.#eachNode(block, (node) => {
				if (this.#asked[node] === 0) this.seconds[node] = value;
			});
		}
	}

	#ask(nodes: readonly number[]): void {
		const { west, south, lonStep, latStep, columns } = this.#grid;
		const lon = Float64Array.from(nodes, (node) => west + (node % columns) * lonStep);
		const lat = Float64Array.from(nodes, (node) => south + Math.floor(node / columns) * latStep);
		const seconds = this.#sampler(lon, lat);
		for (const [rank, node] of nodes.entries()) {
			this.seconds[node] = Number.isNaN(seconds[rank]) ? Infinity : seconds[rank];
			this.#asked[node] = 1;
		}
	}

	/** Blocks beside this one, not refined, of which a node on the common side is not on the side of its corners. */
	#enteredBeside(block: number): number[] {
		const column = block % this.#blockColumns;
		const row = Math.floor(block / this.#blockColumns);
		const [southWest, southEast, northWest] = this.#corners(block);
		const { columns } = this.#grid;
		return [
			{ exists: row > 0, beside: block - this.#blockColumns, from: southWest, step: 1 },
			{ exists: row + 1 < this.#blockRows, beside: block + this.#blockColumns, from: northWest, step: 1 },
			{ exists: column > 0, beside: block - 1, from: southWest, step: columns },
			{ exists: column + 1 < this.#blockColumns, beside: block + 1, from: southEast, step: columns }
		]
			.filter(({ exists, beside, from, step }) => {
				if (!exists || this.#refined[beside] === 1) return false;
				const corner = this.#within(from);
				for (let k = 1; k < BLOCK_STEPS; k++) if (this.#within(from + k * step) !== corner) return true;
				return false;
			})
			.map(({ beside }) => beside);
	}

	/** How many of the cutoffs a node is within. */
	#within(node: number): number {
		let count = 0;
		for (const cutoff of this.#cutoffs) if (this.seconds[node] < cutoff + 0.5) count++;
		return count;
	}

	/** South-west, south-east, north-west and north-east nodes of a block. */
	#corners(block: number): [number, number, number, number] {
		const { columns } = this.#grid;
		const column = (block % this.#blockColumns) * BLOCK_STEPS;
		const southWest = Math.floor(block / this.#blockColumns) * BLOCK_STEPS * columns + column;
		const northWest = southWest + BLOCK_STEPS * columns;
		return [southWest, southWest + BLOCK_STEPS, northWest, northWest + BLOCK_STEPS];
	}

	#eachNode(block: number, visit: (node: number) => void): void {
		const [southWest] = this.#corners(block);
		for (let row = 0; row <= BLOCK_STEPS; row++) {
			for (let column = 0; column <= BLOCK_STEPS; column++) visit(southWest + row * this.#grid.columns + column);
		}
	}
}
