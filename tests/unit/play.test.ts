import { expect, test } from 'vitest';
import type { MinuteOfWeek } from '#domain/units.ts';
import { Newest } from '../../src/lib/state/newest.ts';
import { nextMinute } from '../../src/lib/state/player.svelte.ts';

const openFrom = (from: number, to: number) =>
	Float64Array.from({ length: 672 }, (_, quarter) => (quarter >= from && quarter < to ? 10 : 0));

test('the week plays quarter by quarter while somebody has an open library', () => {
	expect(nextMinute(600 as MinuteOfWeek, openFrom(40, 60))).toBe(615);
});

test('it shows that all is closed, then skips to just before the next opening', () => {
	const people = openFrom(40, 48);
	expect(nextMinute((47 * 15) as MinuteOfWeek, people)).toBe(39 * 15);
	const twice = Float64Array.from(people, (count, quarter) => (quarter >= 136 && quarter < 140 ? 5 : count));
	expect(nextMinute((47 * 15) as MinuteOfWeek, twice)).toBe(135 * 15);
});

test('it goes round the week, and never hangs where nothing is open or known', () => {
	expect(nextMinute((671 * 15) as MinuteOfWeek, null)).toBe(0);
	expect(nextMinute((671 * 15) as MinuteOfWeek, new Float64Array(672))).toBe(0);
	expect(nextMinute((671 * 15) as MinuteOfWeek, openFrom(0, 672))).toBe(0);
});

test('only the newest request is answered', async () => {
	const newest = new Newest();
	let release: (value: string) => void = () => {};
	const first = newest.ask(() => new Promise<string>((resolve) => (release = resolve)));
	const second = newest.ask(async () => 'second');
	release('first');
	expect(await second).toBe('second');
	expect(await first).toBeNull();
});

test('a request that fails after being overtaken says nothing; the newest one says why', async () => {
	const newest = new Newest();
	const first = newest.ask(
		(signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
	);
	const second = newest.ask(() => Promise.reject(new Error('no roads')));
	expect(await first).toBeNull();
	await expect(second).rejects.toThrow('no roads');
});
