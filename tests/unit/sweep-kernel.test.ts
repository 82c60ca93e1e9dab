import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Arena } from '#core/travel/sweep/arena.ts';
import type { SweepKernel } from '#core/travel/sweep/kernel.ts';
import { BEYOND, LANES, ROW_BYTES } from '#core/travel/sweep/lanes.ts';
import { loadKernel, wasmKernel } from '#core/travel/sweep/load-kernel.ts';
import { NO_SOURCE } from '#core/travel/sweep/nearest.ts';
import { TwinKernel } from '#core/travel/sweep/twin.ts';

const ROWS = 40;
const time = fc.oneof(
	fc.integer({ min: 0, max: 20 }),
	fc.integer({ min: 0, max: 0xffff }),
	fc.constantFrom(0, 0x7fff, 0x8000, 0xfffe, 0xffff)
);
const rowByte = (rows: number) => fc.integer({ min: 0, max: rows - 1 }).map((row) => row * ROW_BYTES);

/** What a kernel works on, as drawn. */
const scenes = fc.record({
	rows: fc.array(time, { minLength: ROWS * LANES, maxLength: ROWS * LANES }),
	points: fc.uniqueArray(rowByte(ROWS - 1), { maxLength: 12 }),
	/** Arcs from rows of the first half. */
	arcs: fc.array(fc.tuple(rowByte(ROWS / 2), time), { minLength: 24, maxLength: 24 }),
	/** Runs of rows of the second half, of 24 arcs at most in all. */
	runs: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 2 })), { maxLength: 3 }),
	/** By row of the second half, the row that it may not exceed and what is added to it. */
	seeds: fc.uniqueArray(fc.tuple(fc.integer({ min: 20, max: 24 }), fc.nat({ max: 9 }), time), {
		selector: ([row]) => row,
		maxLength: 4
	}),
	times: fc.array(time, { minLength: 36, maxLength: 36 }),
	weights: fc.array(fc.nat({ max: 0xffff_ffff }), { minLength: 36, maxLength: 36 }),
	limit: fc.oneof(fc.nat({ max: 0xfffe }), fc.constantFrom(0, 20, 0x7fff, 0x8000, 0xfffe)),
	touched: fc.nat({ max: 0xffff_ffff }),
	/** Two arcs for each of the first 12 ranks of a summit, to so many ranks above. */
	climbs: fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), time), { minLength: 24, maxLength: 24 })
});
type Scene = typeof scenes extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const words = (numbers: readonly number[]) => Uint32Array.from(numbers);
const arcWords = (arcs: readonly (readonly [number, number])[]) =>
	Uint16Array.from(arcs.flatMap(([byte, weight]) => [byte & 0xffff, byte >>> 16, weight]));

/** Puts a scene in memory, the same way for every kernel. */
function placed(scene: Scene, arena: Arena) {
	const rows = arena.place(Uint16Array.from(scene.rows));
	const seeds = [...scene.seeds].sort((a, b) => a[0] - b[0]);
	const at = {
		rows,
		points: arena.place(words(scene.points)),
		arcs: arena.place(arcWords(scene.arcs)),
		runs: arena.place(words(scene.runs.flat())),
		seeds: arena.place(
			words(seeds.flatMap(([row, other, weight]) => [row * ROW_BYTES, rows + other * ROW_BYTES, weight]))
		),
		times: arena.place(Uint16Array.from(scene.times)),
		weights: arena.place(words(scene.weights)),
		touched: arena.place(words([scene.touched, 0])),
		climbs: arena.place(arcWords(scene.climbs.map(([up, weight], i) => [((i >> 1) + up) * ROW_BYTES, weight]))),
		climbFirst: arena.place(Uint32Array.from({ length: 65 }, (_, rank) => Math.min(24, 2 * rank))),
		keptTimes: arena.place(new Uint16Array(36).fill(BEYOND)),
		keptSources: arena.place(new Uint32Array(36).fill(NO_SOURCE)),
		spare: arena.allocate(4096)
	};
	return {
		...at,
		pointsEnd: at.points + scene.points.length * 4,
		arcsEnd: at.arcs + scene.arcs.length * 6,
		runsEnd: at.runs + scene.runs.length * 8,
		seedsEnd: at.seeds + seeds.length * 12,
		limit: scene.limit
	};
}
type Placed = ReturnType<typeof placed>;

/** Does the same with both kernels; every byte of memory must then be the same, and what was answered. */
function expectSame(act: (kernel: SweepKernel, at: Placed) => number | void): void {
	const outcome = (scene: Scene, makeKernel: (arena: Arena) => SweepKernel | null) => {
		const arena = new Arena();
		const at = placed(scene, arena);
		const kernel = makeKernel(arena);
		if (kernel === null) throw new Error('No WebAssembly kernel: run node scripts/build-kernel.mjs');
		return { answer: act(kernel, at), memory: Buffer.from(arena.memory.buffer) };
	};
	fc.assert(
		fc.property(scenes, (scene) => {
			const wasm = outcome(scene, wasmKernel);
			const twin = outcome(scene, ({ memory }) => new TwinKernel(memory));
			expect(twin.answer).toEqual(wasm.answer);
			expect(Buffer.compare(twin.memory, wasm.memory)).toBe(0);
		}),
		{ numRuns: 150 }
	);
}

describe('both kernels leave the same memory, bit for bit', () => {
	it('after a sweep with seeds', () => {
		expectSame((kernel, { runs, runsEnd, arcs, rows, seeds, seedsEnd }) =>
			kernel.sweep(runs, runsEnd, arcs, rows, rows + 20 * ROW_BYTES, seeds, seedsEnd)
		);
	});

	it('after climbing', () => {
		expectSame((kernel, { touched, climbFirst, climbs, rows, limit }) =>
			kernel.climb(touched, touched + 8, climbFirst, climbs, rows, limit)
		);
	});

	it('when asked whether a gate is passed', () => {
		expectSame((kernel, at) => kernel.entersWithin(at.arcs, at.arcsEnd, at.rows, at.limit));
	});

	it('after copying rows', () => {
		expectSame((kernel, at) => kernel.copyWithin(at.points, at.pointsEnd, at.rows, at.limit, at.spare));
	});

	it('after listing', () => {
		expectSame((kernel, at) => kernel.listWithin(at.points, at.pointsEnd, at.rows, at.limit, at.spare));
	});

	it('after keeping the nearest, of one batch and the next', () => {
		for (const count of [1, 3]) {
			expectSame((kernel, { points, pointsEnd, rows, limit, weights, keptTimes, keptSources }) => {
				kernel.keepNearest(points, pointsEnd, rows, limit, count, weights, keptTimes, keptSources);
				kernel.keepNearest(points, pointsEnd, rows + ROW_BYTES, limit, count, weights + 16, keptTimes, keptSources);
			});
		}
	});

	it('after counting', () => {
		expectSame((kernel, at) => kernel.countWithin(at.points, at.pointsEnd, at.rows, at.limit, at.weights));
	});

	it('after summing weights, and savings beyond 32 bits', () => {
		expectSame((kernel, at) =>
			kernel.addWeightsWithin(at.points, at.pointsEnd, at.rows, at.limit, at.weights, at.spare)
		);
		expectSame((kernel, at) => kernel.addSavings(at.points, at.pointsEnd, at.rows, at.times, at.weights, at.spare));
	});
});

describe('the kernel that serves', () => {
	afterEach(() => vi.restoreAllMocks());

	it('is in WebAssembly, or without SIMD in TypeScript', () => {
		expect(loadKernel(new Arena())).not.toBeInstanceOf(TwinKernel);
		vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
		expect(loadKernel(new Arena())).toBeInstanceOf(TwinKernel);
	});

	it("is in TypeScript where the page's policy forbids compiling", () => {
		vi.spyOn(WebAssembly, 'Module').mockImplementation(function () {
			throw new WebAssembly.CompileError('blocked by Content Security Policy');
		});
		expect(loadKernel(new Arena())).toBeInstanceOf(TwinKernel);
	});
});
