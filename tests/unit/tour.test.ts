import { describe, expect, it } from 'vitest';
import type { Sector } from '#domain/sector.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { rememberTour, wasTourSeen } from '../../src/lib/state/tour-memory.ts';
import { stopInSector } from '../../src/lib/ui/tour/tour-steps.ts';

function storage() {
	const kept = new Map<string, string>();
	const held = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
	return () => held;
}

describe('the tour', () => {
	it('is seen once it was offered, for all later visits', () => {
		const kept = storage();
		expect(wasTourSeen(kept)).toBe(false);
		rememberTour(kept);
		expect(wasTourSeen(kept)).toBe(true);
	});

	it('is not offered where nothing can be remembered', () => {
		const none = () => {
			throw new Error('denied');
		};
		expect(wasTourSeen(none)).toBe(true);
		expect(() => rememberTour(none)).not.toThrow();
	});

	it('puts its stop in the sector, under an identifier that no site has', () => {
		const summary = {
			sites: [{ id: 'new-1' }],
			communes: [
				{ code: '01001', name: 'Autre', labelAt: [1, 1] },
				{ code: '01002', name: 'Celle-ci', labelAt: [2, 3] }
			]
		} as unknown as TerritorySummary;
		const sector = { name: 'Le Bas', communeCodes: ['01002'] } as unknown as Sector;
		expect(stopInSector(sector, summary)).toMatchObject({
			kind: 'bookmobile-stop',
			site: { id: 'new-2', position: [2, 3], communeCode: '01002', communeName: 'Celle-ci' },
			rounds: { weekday: 5, start: 840, end: 1020 }
		});
		expect(stopInSector({ ...sector, communeCodes: [] }, summary)).toBe(null);
	});
});
