import { describe, expect, it } from 'vitest';
import { turnAngle } from '#core/roads/bearings.ts';
import { turnDeciseconds, uTurnDeciseconds } from '#core/roads/turn-costs.ts';

describe('turn costs of a car', () => {
	it('are those of OSRM’s car profile, by hand', () => {
		// 7.5 / (1 + exp(−(13 / 1.075 × 90 / 180 − 6.5 × 1.075))) = 7.5 / (1 + exp(0.941)) = 2.106 s
		expect(turnDeciseconds(90)).toBe(21);
		// 7.5 / (1 + exp(−(13 × 1.075 × 90 / 180 − 6.5 / 1.075))) = 7.5 / (1 + exp(−0.941)) = 5.394 s
		expect(turnDeciseconds(-90)).toBe(53);
		expect(turnDeciseconds(0)).toBe(0);
		// 20 s to turn back, and the turn of 180°: 7.5 / (1 + exp(−5.106)) = 7.454 s
		expect(uTurnDeciseconds()).toBe(274);
	});

	it('grow with the angle up to 7.5 s, and more to the left than to the right', () => {
		for (let angle = 1; angle <= 180; angle++) {
			expect(turnDeciseconds(angle)).toBeGreaterThanOrEqual(turnDeciseconds(angle - 1));
			expect(turnDeciseconds(-angle)).toBeGreaterThanOrEqual(turnDeciseconds(angle));
			expect(turnDeciseconds(-angle)).toBeLessThanOrEqual(75);
		}
	});
});

describe('turn angle', () => {
	it('is zero straight on, positive to the right, negative to the left, 180 back', () => {
		// Coming from the south: the road behind lies at bearing 180.
		expect(turnAngle(180, 0)).toBe(0);
		expect(turnAngle(180, 90)).toBe(90);
		expect(turnAngle(180, 270)).toBe(-90);
		expect(turnAngle(180, 180)).toBe(180);
		// Across north: with the road behind at 350 one drives south by east, and east (80) is on the left.
		expect(turnAngle(350, 80)).toBe(-90);
	});
});
