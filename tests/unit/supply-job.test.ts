import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA } from '#domain/atlas-answers.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { supply } from '#workers/jobs/atlas/supply/supply.ts';
import { alone } from '../atlas-session.ts';
import { asked, hours, libraries, pointAt, supplySession } from '../supply-session.ts';

// The example of the methods: three places, two libraries open 20 and 12 hours.
const example = (margin: Parameters<typeof supplySession>[2] = []) =>
	supplySession(
		{
			communes: 3,
			sites: libraries(2),
			points: [pointAt(0, 1000, [5, 18]), pointAt(1, 500, [15, 9]), pointAt(2, 2000, [25, null])]
		},
		hours(20, 12),
		margin
	);
const mediansOf = async (session: AtlasSession, ...question: Parameters<typeof asked>) =>
	(await supply(session, asked(...question), alone)).communes.map(({ median }) => median);

describe('supply of people', () => {
	it('is by E2SFCA 18.151, 17.810 and 2.472 hours for 1,000 people in the example worked by hand', async () => {
		const { unit, communes, whole, capacityReachingNobody } = await supply(example(), asked({}), alone);
		expect(unit).toBe('hours-per-1000');
		expect(communes.map(({ median }) => median?.toFixed(3))).toEqual(['18.151', '17.810', '2.472']);
		expect(communes.map(({ mean }) => mean?.toFixed(3))).toEqual(['18.151', '17.810', '2.472']);
		// 2,000 of 3,500 people have 2.472: half have at least that.
		expect(whole.median?.toFixed(3)).toBe('2.472');
		// All 32 hours go to 3,500 people.
		expect((whole.mean ?? NaN) * 3.5).toBeCloseTo(32, 9);
		expect(capacityReachingNobody).toBe(0);
	});

	it('is weighed by E2SFCA up to half an hour whatever the cutoff, shared by 2SFCA within it', async () => {
		const session = example();
		expect(await mediansOf(session, {}, { cutoffMinutes: 5 })).toEqual(await mediansOf(session, {}));
		const [first, second, third] = await mediansOf(session, { method: '2sfca' }, { cutoffMinutes: 15 });
		expect(first).toBeCloseTo((1000 * 20) / 1500, 12);
		expect(second).toBeCloseTo((1000 * 20) / 1500 + (1000 * 12) / 500, 12);
		expect(third).toBe(0);
	});

	it('is added up, or lessened by a tenth a minute, within the cutoff', async () => {
		expect(await mediansOf(example(), { method: 'cumulative' }, { cutoffMinutes: 20 })).toEqual([32, 32, 0]);
		const gravity = await mediansOf(example(), { method: 'gravity' }, { cutoffMinutes: 15 });
		expect(gravity[0]).toBeCloseTo(20 * Math.exp(-0.5), 12);
		expect(gravity[1]).toBeCloseTo(20 * Math.exp(-1.5) + 12 * Math.exp(-0.9), 12);
		expect(gravity[2]).toBe(0);
	});

	it('is minutes to the n-th closest, whatever the cutoff and the capacities; nothing of how it is shared', async () => {
		const nearest = (rank: 1 | 2 | 3) => mediansOf(example(), { method: 'nearest', rank }, { cutoffMinutes: 5 });
		expect(await nearest(1)).toEqual([5, 9, 25]);
		expect(await nearest(2)).toEqual([18, 15, null]);
		const { whole, unit } = await supply(example(), asked({ method: 'nearest', rank: 2 }), alone);
		expect(unit).toBe('minutes-to-nth');
		expect(whole).toMatchObject({ none: { people: 2000, ofPeople: 3500 }, gini: null, palma: null, fgt: null });
		// Over the 1,500 who have two.
		expect(whole.mean).toBeCloseTo((1000 * 18 + 500 * 15) / 1500, 12);
		const withoutHours = supplySession(
			{ communes: 1, sites: libraries(1), points: [pointAt(0, 10, [4])] },
			hours(null)
		);
		expect(await mediansOf(withoutHours, { method: 'nearest' })).toEqual([4]);
	});

	it('is of hours, of m² or of both together', async () => {
		const made = { communes: 1, sites: libraries(2), points: [pointAt(0, 500, [5, 5])] };
		const session = supplySession(made, [
			{ weeklyHours: 20, squareMetres: 300 },
			{ weeklyHours: 10, squareMetres: 50 }
		]);
		expect(await mediansOf(session, { capacity: 'hours' })).toEqual([60]);
		expect(await mediansOf(session, { capacity: 'surface' })).toEqual([700]);
		expect(await mediansOf(session, { capacity: 'hours-surface' })).toEqual([13_000]);
	});
});

describe('people of the margin', () => {
	// 820 people beyond, five minutes from the first library, which those of the territory share as 1,000 + 0.68 × 500 + 0.22 × 2,000.
	const session = example([pointAt(-1, 820, [5, null]), pointAt(-1, 30, [null, null], { attached: false })]);

	it('share what they reach, and are told', async () => {
		const { communes, margin, whole } = await supply(session, asked({}), alone);
		const ratio = 20 / (1780 + 820);
		expect((communes[2].median ?? NaN) / 1000).toBeCloseTo(0.22 * ratio, 12);
		expect(margin).toMatchObject({ people: 850, unattachedPeople: 30 });
		expect(margin?.capacity).toBeCloseTo(820 * ratio, 12);
		expect((whole.mean ?? NaN) * 3.5 + (margin?.capacity ?? NaN)).toBeCloseTo(32, 9);
	});

	it('do not count while neighbours do not, nor where nothing is shared', async () => {
		const closed = { withNeighbours: false };
		expect((await supply(session, asked({}, closed), alone)).margin).toBeNull();
		expect(await mediansOf(session, {}, closed)).toEqual(await mediansOf(example(), {}));
		expect((await supply(session, asked({ method: 'gravity' }), alone)).margin).toBeNull();
	});
});

describe('how evenly supply is shared', () => {
	/** A place for each value, whose people alone reach a library open as many hours. */
	const shared = (values: readonly number[], people: readonly number[]) =>
		supplySession(
			{
				communes: 1,
				sites: libraries(values.length),
				points: people.map((each, point) =>
					pointAt(
						0,
						each,
						values.map((_, site) => (site === point ? 5 : null))
					)
				)
			},
			hours(...values)
		);
	const equity = async (values: readonly number[], people: readonly number[]) =>
		(await supply(shared(values, people), asked({ method: 'cumulative' }), alone)).whole;

	it('is a Gini of 0.25 for 1, 2, 3 and 4, and of 0.342105 in the weighted example', async () => {
		expect((await equity([1, 2, 3, 4], [1, 1, 1, 1])).gini).toBeCloseTo(0.25, 12);
		expect((await equity([0, 10, 20, 40], [100, 300, 400, 200])).gini).toBeCloseTo(0.342105, 6);
	});

	it('tells what the tenth with most, the four tenths and the half with least have, and who is under half of the median', async () => {
		const { palma, lowerHalfShare, fgt, median, none, lorenz } = await equity([0, 10, 20, 40], [100, 300, 400, 200]);
		expect(palma).toBeCloseTo(4000 / 3000, 12);
		expect(lowerHalfShare).toBeCloseTo(5000 / 19_000, 12);
		expect(median).toBe(20);
		// Under 10 strictly: the hundred who have nothing.
		expect(fgt).toEqual({ line: 10, headcount: 0.1, gap: 0.1, severity: 0.1 });
		expect(none).toEqual({ people: 100, ofPeople: 1000, share: 0.1 });
		expect([...(lorenz?.people ?? [])]).toEqual([0, 0.1, 0.4, 0.8, 1]);
		// Half of 80 is 40: who has 0, 10 and 20 lacks 1, 3/4 and 1/2 of it, squared 1, 9/16 and 1/4.
		const severe = (await equity([0, 10, 20, 80], [100, 100, 100, 700])).fgt;
		expect(severe?.line).toBe(40);
		expect(severe?.headcount).toBeCloseTo(0.3, 12);
		expect(severe?.gap).toBeCloseTo(0.225, 12);
		expect(severe?.severity).toBeCloseTo(0.1 * (1 + 9 / 16 + 1 / 4), 12);
	});

	it('has no poverty where half have nothing, nor anything where nobody has', async () => {
		expect((await equity([0, 8], [60, 40])).fgt).toBeNull();
		const nothing = await equity([0, 0], [60, 40]);
		expect(nothing).toMatchObject({ median: 0, mean: 0, gini: null, palma: null, lowerHalfShare: null, lorenz: null });
	});
});

describe('what is not known', () => {
	const made = {
		communes: 3,
		sites: libraries(2),
		points: [pointAt(0, 100, [5, 5]), pointAt(1, 200, [null, 5]), pointAt(2, 400, [null, null])]
	};
	const cumulative = asked({ method: 'cumulative' });

	it('is null, never 0, when no capacity is', async () => {
		const { whole, communes, ...rest } = await supply(supplySession(made, hours(null, null)), cumulative, alone);
		const none = { people: null, share: null };
		for (const figures of [whole, ...communes]) expect(figures).toMatchObject({ median: null, mean: null, none });
		expect([whole.gini, whole.lorenz, rest.capacityReachingNobody]).toEqual([null, null, null]);
		expect([rest.countedSites, rest.sitesWithCapacity]).toEqual([2, 0]);
	});

	it('is of the people who reach unknown capacities alone, told apart: who reaches nothing has none for certain', async () => {
		const session = supplySession(made, hours(8, null));
		const { whole, communes, countedSites, sitesWithCapacity } = await supply(session, cumulative, alone);
		expect([countedSites, sitesWithCapacity]).toEqual([2, 1]);
		expect(communes.map(({ median, unknownPeople }) => [median, unknownPeople])).toEqual([
			[8, 0],
			[null, 200],
			[0, 0]
		]);
		expect(whole).toMatchObject({ unknownPeople: 200, none: { people: 400, ofPeople: 500, share: 0.8 }, mean: 1.6 });
		const request = { question: cumulative, indicator: 'supply', level: 'cells', resolution: 0 } as const;
		const { marks, classes } = await paint(session, request, alone);
		expect([...marks]).toEqual([classes.bounds.length - 1, CLASS_NO_DATA, CLASS_BEYOND]);
		expect(classes).toMatchObject({ unit: 'hours-in-reach', peopleBeyond: 400, peopleWithoutData: 200 });
	});

	it('is not what a site that never opens offers: that is 0', async () => {
		const session = supplySession({ ...made, points: [pointAt(0, 100, [5, null])] }, hours(0, 5));
		const { whole, sitesWithCapacity } = await supply(session, cumulative, alone);
		expect(whole).toMatchObject({ median: 0, none: { people: 100, share: 1 }, unknownPeople: 0 });
		expect(sitesWithCapacity).toBe(2);
	});
});
