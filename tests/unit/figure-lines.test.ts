import { describe, expect, it } from 'vitest';
import { figureLines } from '../../src/lib/ui/simulation/figure-lines.ts';
import { question, share, side } from '../summary-fixture.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
describe('the figures of two sides', () => {
	it('have the difference and whether it is better; what is not known on one side has neither', () => {
		const after = side({ coverage: share(0.83), withoutUsable: share(0.12), medianWeeklyHours: 20 });
		const lines = figureLines(side(), [after], question(), 'fr');
		const of = (id: string) => lines.find((line) => line.id === id)?.scenarios[0];
		expect(plain(of('coverage')?.difference ?? '')).toBe('+ 3 points');
		expect(of('coverage')?.sense).toBe('better');
		expect(of('withoutUsable')?.sense).toBe('worse');
		expect(of('medianWeeklyHours')?.sense).toBe('same');
		expect(of('medianUsableHours')).toEqual({ text: 'non connu', difference: null, sense: null });
		expect(lines.some(({ id }) => id === 'peopleInSectors')).toBe(false);
		expect(lines.some(({ id }) => id === 'hoursUnknownPeople')).toBe(false);
	});

	it('say beside them whom they do not count, once somebody on one side is not', () => {
		const lines = figureLines(side(), [side({ usableUnknownPeople: 340.2 })], question(), 'fr');
		expect(lines.find(({ id }) => id === 'usableUnknownPeople')).toMatchObject({
			baseline: '0',
			scenarios: [{ text: '340', sense: null }]
		});
		expect(lines.some(({ id }) => id === 'hoursUnknownPeople' || id === 'peopleNotClassed')).toBe(false);
	});

	it('say of no figure that it is better once it leaves out other people than before', () => {
		const after = side({ hoursUnknownPeople: 90, moment: share(0.6), coverage: share(0.9) });
		const lines = figureLines(side(), [after], question(), 'fr');
		const senseOf = (id: string) => lines.find((line) => line.id === id)?.scenarios[0].sense;
		expect(senseOf('moment')).toBe('other-people');
		expect(senseOf('coverage')).toBe('better');
	});
});
