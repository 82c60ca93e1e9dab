import { describe, expect, it } from 'vitest';
import { Newest } from '../../src/lib/state/newest.ts';

describe('the answers that are kept', () => {
	const answer = (value: number) => async () => value;
	const fails = async () => {
		throw new Error('not asked');
	};

	it('are given again without asking, by their key', async () => {
		const newest = new Newest();
		expect(await newest.ask(answer(1), 'a')).toBe(1);
		expect(await newest.ask(answer(2), 'b')).toBe(2);
		expect(await newest.ask(fails, 'a')).toBe(1);
		expect(newest.again('b')).toBe(2);
		expect(newest.again('c')).toBeNull();
	});

	it('are none of what failed, was overtaken, or was asked without a key', async () => {
		const newest = new Newest();
		await expect(newest.ask(fails, 'a')).rejects.toThrow('not asked');
		const overtaken = newest.ask(answer(1), 'b');
		expect(await newest.ask(answer(2))).toBe(2);
		expect(await overtaken).toBeNull();
		expect(['a', 'b'].map((key) => newest.again(key))).toEqual([null, null]);
	});

	it('overtake what is on its way', async () => {
		const newest = new Newest();
		await newest.ask(answer(1), 'a');
		const late = newest.ask(answer(2), 'b');
		expect(newest.again('a')).toBe(1);
		expect(await late).toBeNull();
	});

	it('are the last few', async () => {
		const newest = new Newest();
		for (let value = 0; value < 6; value++) await newest.ask(answer(value), String(value));
		expect([0, 1, 2, 3, 4, 5].map((value) => newest.again(String(value)))).toEqual([null, null, 2, 3, 4, 5]);
	});
});
