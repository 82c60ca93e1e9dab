import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdSet } from '#io/bytes/id-set.ts';

/** Ids that share low halves, high halves, both or neither. */
const id = fc.oneof(
	fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 5 })).map(([high, low]) => high * 2 ** 32 + low),
	fc.maxSafeInteger()
);

describe('a set of ids', () => {
	it('holds what was added and nothing else, whatever the order', () => {
		fc.assert(
			fc.property(fc.array(id), fc.array(id), (added, others) => {
				const set = new IdSet();
				for (const one of added) set.add(one);
				const expected = new Set(added);
				for (const one of [...added, ...others]) expect(set.has(one)).toBe(expected.has(one));
			})
		);
	});

	it('takes more after it was asked', () => {
		fc.assert(
			fc.property(id, id, (first, second) => {
				const set = new IdSet();
				set.add(first);
				expect(set.has(first)).toBe(true);
				set.add(second);
				expect([set.has(first), set.has(second)]).toEqual([true, true]);
			})
		);
	});

	it('holds a number of ids beyond one chunk, ascending or not', () => {
		for (const step of [3, -3]) {
			const set = new IdSet();
			const count = (1 << 20) + 1000;
			const first = step > 0 ? 0 : 3 * count;
			for (let rank = 0; rank < count; rank++) set.add(first + step * rank);
			for (const rank of [0, 1, (1 << 20) - 1, 1 << 20, count - 1]) {
				expect(set.has(first + step * rank)).toBe(true);
				expect(set.has(first + step * rank + 1)).toBe(false);
			}
			expect(set.has(first - step)).toBe(false);
		}
	});

	it('holds no part of a number', () => {
		const set = new IdSet();
		for (const none of [NaN, 0.5, Infinity, 2 ** 53]) {
			set.add(none);
			expect(set.has(none)).toBe(false);
		}
		expect(set.has(0)).toBe(false);
	});
});
