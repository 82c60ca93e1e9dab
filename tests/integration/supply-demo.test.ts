import { beforeAll, describe, expect, it } from 'vitest';
import { CAPACITIES, SUPPLY_METHODS, type SupplyMeasure } from '#domain/supply-measure.ts';
import type { Question } from '#domain/question.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { sectors } from '#workers/jobs/atlas/supply/sectors.ts';
import { supply } from '#workers/jobs/atlas/supply/supply.ts';
import { viewOf } from '#workers/jobs/atlas/view.ts';
import { alone } from '../atlas-session.ts';
import { demoSession } from '../demo-session.ts';
import { asked } from '../supply-session.ts';

let session: AtlasSession;
beforeAll(async () => {
	session = await demoSession();
}, 300_000);
const ask = (measure: Partial<SupplyMeasure>, patch: Partial<Question> = {}) =>
	supply(session, asked(measure, patch), alone);

describe('travel times of the margin', () => {
	it('are computed as those of the territory: for its own demand points they are the same', async () => {
		const { travel, territory } = session;
		expect(await travel.timesOf(territory.population, 'car')).toEqual(await travel.times('car'));
	});
});

describe('supply on the demonstration territory', () => {
	it('gives out all capacities, to the people of the margin too, by every mode', async () => {
		for (const mode of ['car', 'bike', 'foot'] as const) {
			for (const method of ['2sfca', 'e2sfca'] as const) {
				for (const capacity of CAPACITIES) {
					const { whole, margin, capacityReachingNobody, sitesWithCapacity } = await ask(
						{ method, capacity },
						{ mode }
					);
					const { weeks, counted } = await viewOf(session, asked({}, { mode }));
					const offered = session.territory.sites.reduce((sum, { figures }, site) => {
						const hours = capacity === 'surface' ? 1 : weeks.weeklyHours[site];
						const surface = capacity === 'hours' ? 1 : figures.surfaceSquareMetres;
						return counted[site] === 0 || hours === null || surface === null ? sum : sum + hours * surface;
					}, 0);
					expect(sitesWithCapacity).toBeGreaterThan(0);
					expect(margin?.people).toBeGreaterThan(margin?.unattachedPeople ?? NaN);
					const received = ((whole.mean ?? NaN) * whole.none.ofPeople) / 1000;
					const told = received + (margin?.capacity ?? NaN) + (capacityReachingNobody ?? NaN);
					expect(told / offered).toBeCloseTo(1, 9);
				}
			}
		}
	});

	it('is known by every method, of every commune; people of it add up', async () => {
		for (const method of SUPPLY_METHODS) {
			const { whole, groups, communes, epcis, otherNeighbours } = await ask({ method });
			expect(whole.median).toBeGreaterThan(0);
			expect(otherNeighbours).not.toBeNull();
			const people = communes.reduce((sum, { none, unknownPeople, unattachedPeople }) => {
				return sum + none.ofPeople + unknownPeople + unattachedPeople;
			}, 0);
			expect(people).toBeCloseTo(session.summary.population.people, 6);
			expect(epcis.length).toBeGreaterThan(0);
			expect(groups.map(({ group }) => group.kind)).toContain('density');
			expect(whole.lorenz === null).toBe(method === 'nearest');
			expect(whole.lorenz?.people.length ?? 0).toBeLessThanOrEqual(200);
		}
	});

	it('does not follow whom one asks about, who shares with all the others', async () => {
		const everyone = await ask({});
		const children = await ask({}, { who: { kind: 'ages', fromAge: 0, toAge: 10 } });
		expect(children.margin).toEqual(everyone.margin);
		expect(children.whole).toMatchObject(
			(({ median, mean, none }) => ({ median, mean, none }))(
				everyone.groups.find(({ group }) => group.kind === 'ages' && group.fromAge === 0) ?? everyone.whole
			)
		);
	});
});

describe('under-served sectors on the demonstration territory', () => {
	const people = async (patch: Partial<Question['sectors']> & { readonly week?: Question['week'] }) => {
		const { week = 'term', ...sectorsChoice } = patch;
		const question = asked({}, { week });
		return sectors(session, { ...question, sectors: { ...question.sectors, ...sectorsChoice } }, alone);
	};

	it('grow with the minimum asked, and never have fewer people than a sector must', async () => {
		const [less, usual, more] = await Promise.all(
			[0, 240, 600].map((minutes) => people({ minimumUsableMinutes: minutes }))
		);
		expect(less.people.belowByCause).toMatchObject({ hours: 0, capacity: 0 });
		expect(usual.people.below).toBeGreaterThan(less.people.below);
		expect(more.people.below).toBeGreaterThan(usual.people.below);
		const large = await people({ minimumPeople: 2000 });
		expect(large.sectors.length).toBeLessThan(usual.sectors.length);
		for (const sector of large.sectors) expect(sector.people).toBeGreaterThanOrEqual(2000);
		expect(large.people.below).toBe(usual.people.below);
	});

	it('are of the free time asked: a retired person has more of it than who works', async () => {
		const [working, retired] = [await people({}), await people({ profile: 'retired' })];
		expect(retired.people.below).toBeLessThan(working.people.below);
		expect(retired.people.belowByCause.distance).toBe(working.people.belowByCause.distance);
	});

	it('are found by distance alone in a week whose days are not known for schools, and say so', async () => {
		const far = await people({ week: '2049-W10', profile: 'secondary-pupil' });
		expect(far.threshold).toMatchObject({ minimumUsableMinutes: null, distanceAlone: 'free-time-unknown' });
		expect(far.people.hoursUnknown).toBeNull();
		expect((await people({})).threshold).toMatchObject({ minimumUsableMinutes: 240, distanceAlone: null });
	});

	it('are the same object for equal questions, whoever is asked about and whatever the cursor', async () => {
		const question = asked({});
		const first = await sectors(session, question, alone);
		const again = await sectors(
			session,
			{ ...question, form: 'moment', minute: 600 as never, scope: question.scope },
			alone
		);
		expect(again).toBe(first);
	});
});
