import { describe, expect, it } from 'vitest';
import { PICTURES, type PictureId } from '../../src/lib/report/document.ts';
import { drawPictures, withoutFormer, type Drawn } from '../../src/lib/ui/diagnostic/draw-pictures.ts';
import { testData } from '../fixtures/diagnostic.ts';
import { summary } from '../summary-fixture.ts';

const input = { data: testData(), summary: summary(), paints: {}, locale: 'fr' as const };

/** Every state of the pictures in the page while they are drawn, each named by its round. */
async function drawn(round: string, former: Drawn, fails: PictureId | null = null): Promise<Drawn[]> {
	const told: Drawn[] = [];
	const drawing = drawPictures(input, {
		paint: () => Promise.reject(new Error('nothing is coloured here')),
		draw: async (id) => {
			if (id === fails) throw new Error(id);
			return id === 'week' ? null : { svg: `${round} ${id}`, width: 1, height: 1 };
		},
		ondrawn: (now) => told.push(now),
		former
	});
	await drawing.catch(() => undefined);
	return told;
}
const NONE: Drawn = new Map();

describe('the pictures of the page', () => {
	it('have a place each at once, then stand one after the other; one that cannot be drawn has none', async () => {
		const told = await drawn('first', NONE);
		expect([...told[0].values()].every((one) => one === null)).toBe(true);
		expect(new Set(told[0].keys())).toEqual(new Set(PICTURES.filter((id) => told[0].has(id))));
		const last = told[told.length - 1];
		expect(last.has('week')).toBe(false);
		expect(last.get('moments')).toEqual({ svg: 'first moments', isFormer: false });
	});

	it('stay until the newer ones are there, said to be former', async () => {
		const before = (await drawn('first', NONE)).at(-1) ?? NONE;
		const told = await drawn('second', before);
		expect(told[0].get('moments')).toEqual({ svg: 'first moments', isFormer: true });
		for (const now of told) expect(now.get('moments')).not.toBeNull();
		expect(told.at(-1)?.get('moments')).toEqual({ svg: 'second moments', isFormer: false });
	});

	it('leave no former one beside figures that they are not of, where drawing fails', async () => {
		const before = (await drawn('first', NONE)).at(-1) ?? NONE;
		const failed = (await drawn('second', before, 'moments')).at(-1) ?? NONE;
		expect([...failed.values()].some((one) => one?.isFormer)).toBe(true);
		expect([...withoutFormer(failed).values()].every((one) => one !== null && !one.isFormer)).toBe(true);
	});
});
