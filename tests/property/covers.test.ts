import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWithin } from '#core/siting/choose-lowest.ts';
import { CoverBound } from '#core/siting/cover-bound.ts';
import { greedyCover } from '#core/siting/cover-search.ts';
import type { CoverSets } from '#core/siting/cover-sets.ts';
import { CoverWeighting } from '#core/siting/cover-weighting.ts';

/** Points, each with some of the candidates. */
const instance = fc.integer({ min: 1, max: 8 }).chain((siteCount) =>
	fc
		.array(fc.uniqueArray(fc.nat(siteCount - 1), { minLength: 1, maxLength: siteCount }), {
			minLength: 1,
			maxLength: 14
		})
		.map((points): CoverSets => {
			const first = Uint32Array.from([0, ...points.map(({ length }) => length)]);
			for (let point = 1; point < first.length; point++) first[point] += first[point - 1];
			return { siteCount, first, site: Uint32Array.from(points.flat()) };
		})
);

const covers = ({ first, site }: CoverSets, open: readonly number[]) =>
	Array.from(first.subarray(1)).every((end, point) =>
		site.subarray(first[point], end).some((one) => open.includes(one))
	);

const subsets = (count: number) =>
	Array.from({ length: 2 ** count }, (_, bits) =>
		Array.from({ length: count }, (_, one) => one).filter((one) => (bits >> one) & 1)
	);

const smallestCover = (sets: CoverSets) =>
	Math.min(...subsets(sets.siteCount).flatMap((open) => (covers(sets, open) ? [open.length] : [])));

describe('covers, against all subsets of the candidates', () => {
	it('the local search keeps to covers and finds the smallest of small cases', () => {
		fc.assert(
			fc.property(instance, (sets) => {
				const weighting = new CoverWeighting(sets, greedyCover(sets));
				weighting.search(0, 500, () => false);
				expect(covers(sets, weighting.best)).toBe(true);
				expect(new Set(weighting.best).size).toBe(weighting.best.length);
				expect(weighting.best.length).toBe(smallestCover(sets));
			})
		);
	});

	it('the bound is never above the smallest cover, and rules out no candidate of a small enough one', () => {
		fc.assert(
			fc.property(instance, fc.integer({ min: 1, max: 200 }), (sets, steps) => {
				const bound = new CoverBound(sets);
				const smallest = smallestCover(sets);
				for (let step = 0; step < steps && !bound.step(smallest + 1); step++);
				expect(bound.bound).toBeLessThanOrEqual(smallest + 1e-9);
				const useless = bound.useless(smallest);
				for (const open of subsets(sets.siteCount)) {
					if (open.length > smallest || !covers(sets, open)) continue;
					expect(open.filter((one) => useless[one] === 1)).toEqual([]);
				}
			})
		);
	});
});

describe('candidates chosen within a budget', () => {
	const candidate = fc.record({ reduced: fc.integer({ min: -20, max: 0 }), cost: fc.nat(9), isFixed: fc.boolean() });

	it('keep to it, and what they are worth less what it costs bounds every affordable choice', () => {
		fc.assert(
			fc.property(fc.array(candidate, { minLength: 1, maxLength: 7 }), fc.nat(30), fc.nat(4), (all, most, more) => {
				const fixed = Uint8Array.from(all, ({ isFixed }) => (isFixed ? 1 : 0));
				const cost = Float64Array.from(all, (one) => (one.isFixed ? 0 : one.cost));
				const p =
					fixed.reduce((sum, one) => sum + one, 0) + Math.min(more, all.filter(({ isFixed }) => !isFixed).length);
				const reduced = Float64Array.from(all, (one) => one.reduced);
				const chosen = new Uint8Array(all.length);
				const price = chooseWithin({ cost, most }, reduced, fixed, p, chosen);
				const sum = (of: Float64Array, open: readonly number[]) => open.reduce((total, one) => total + of[one], 0);
				const taken = [...chosen.keys()].filter((one) => chosen[one] === 1);
				expect(sum(cost, taken)).toBeLessThanOrEqual(most);
				expect(taken.length).toBeLessThanOrEqual(p);
				const bound = sum(reduced, taken) - price * most;
				for (const open of subsets(all.length)) {
					const isAllowed =
						open.length <= p && sum(cost, open) <= most && all.every((one, at) => !one.isFixed || open.includes(at));
					if (!isAllowed) continue;
					expect(bound).toBeLessThanOrEqual(open.reduce((total, one) => total + all[one].reduced, 0) + 1e-9);
				}
			})
		);
	});
});
