import { describe, expect, it } from 'vitest';
import { PlanGestures, type GestureEffects } from '../../src/lib/ui/plan-map/plan-gestures.ts';

/** What is told, in words. */
function hand(isHeld = (_corner: number) => true): { readonly gestures: PlanGestures; readonly told: string[] } {
	const told: string[] = [];
	const say =
		(name: string) =>
		(...values: readonly unknown[]) =>
			void told.push(`${name} ${JSON.stringify(values)}`);
	const effects: GestureEffects = {
		ontap: say('tap'),
		onpan: say('pan'),
		onpinch: say('pinch'),
		ondrag: say('drag'),
		ondrop: say('drop'),
		onleave: say('leave'),
		isHeld
	};
	return { gestures: new PlanGestures(effects), told };
}
const at = (x: number, y: number) => ({ x, y });

describe('a hand on the map of a sector', () => {
	it('puts a corner where it did not move, trembling or not', () => {
		const { gestures, told } = hand();
		gestures.down(1, at(10, 10), null);
		gestures.move(1, at(12, 11));
		gestures.up(1, at(12, 11));
		expect(told).toEqual(['tap [{"x":12,"y":11},null]']);
	});

	it('moves the map with one finger, a corner that is under it, and puts none', () => {
		const { gestures, told } = hand();
		gestures.down(1, at(10, 10), null);
		gestures.move(1, at(20, 10));
		gestures.move(1, at(25, 12));
		gestures.up(1, at(25, 12));
		expect(told).toEqual(['pan [{"x":10,"y":0}]', 'pan [{"x":5,"y":2}]']);
		told.length = 0;
		gestures.down(1, at(10, 10), 3);
		gestures.move(1, at(30, 30));
		gestures.up(1, at(31, 30));
		expect(told).toEqual(['drag [3,{"x":30,"y":30}]', 'drop [3,{"x":31,"y":30}]']);
	});

	it('moves the map from a corner that does not go with it, and still takes that corner by a touch', () => {
		const { gestures, told } = hand((corner) => corner === 1);
		gestures.down(1, at(10, 10), 0);
		gestures.move(1, at(20, 10));
		gestures.up(1, at(20, 10));
		gestures.down(1, at(10, 10), 0);
		gestures.up(1, at(10, 10));
		gestures.down(1, at(10, 10), 1);
		gestures.move(1, at(20, 10));
		expect(told).toEqual(['pan [{"x":10,"y":0}]', 'tap [{"x":10,"y":10},0]', 'drag [1,{"x":20,"y":10}]']);
	});

	it('changes the scale around the middle of two fingers; no corner is put as they leave, one after the other', () => {
		const { gestures, told } = hand();
		gestures.down(1, at(100, 100), null);
		gestures.down(2, at(200, 100), null);
		gestures.move(2, at(300, 100));
		gestures.up(2, at(300, 100));
		gestures.up(1, at(100, 100));
		expect(told).toEqual(['pinch [2,{"x":150,"y":100},{"x":200,"y":100}]']);
		gestures.down(1, at(5, 5), null);
		gestures.up(1, at(5, 5));
		expect(told.at(-1)).toBe('tap [{"x":5,"y":5},null]');
	});

	it('leaves a corner where it was once a second finger comes, or the browser takes the first', () => {
		const { gestures, told } = hand();
		gestures.down(1, at(0, 0), 2);
		gestures.move(1, at(50, 0));
		gestures.down(2, at(90, 90), null);
		gestures.up(1, at(50, 0));
		gestures.up(2, at(90, 90));
		expect(told.slice(1)).toEqual(['leave []']);
		gestures.down(1, at(0, 0), 2);
		gestures.cancel(1);
		gestures.up(1, at(0, 0));
		expect(told.slice(2)).toEqual(['leave []']);
	});
});
