import { describe, expect, it } from 'vitest';
import { placeBeside, type Box } from '../../src/lib/ui/tour/tour-place.ts';

const room: Box = { left: 80, top: 10, width: 1300, height: 800 };
const panel = { width: 300, height: 200 };

describe('the place of the tour', () => {
	it('is at the foot, in the middle, where it hides nothing', () => {
		expect(placeBeside(null, panel, room)).toEqual({ left: 580, top: 610 });
		expect(placeBeside({ left: 80, top: 0, width: 1300, height: 150 }, panel, room)).toEqual({ left: 580, top: 610 });
	});

	it('leaves what it tells of in sight', () => {
		const foot: Box = { left: 80, top: 500, width: 1300, height: 310 };
		expect(placeBeside(foot, panel, room)).toEqual({ left: 580, top: 10 });
		const centre: Box = { left: 400, top: 10, width: 980, height: 800 };
		expect(placeBeside(centre, panel, room)).toEqual({ left: 80, top: 610 });
	});

	it('hides least where it cannot but hide', () => {
		const most: Box = { left: 80, top: 60, width: 1300, height: 750 };
		expect(placeBeside(most, panel, room).top).toBe(10);
	});
});
