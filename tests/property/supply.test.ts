import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import { CAPACITIES, NEAREST_RANKS, SUPPLY_METHODS, type SupplyMeasure } from '#domain/supply-measure.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import { supply } from '#workers/jobs/atlas/supply/supply.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { countedPlainly } from '../atlas-oracle.ts';
import { alone, type MadePoint, type MadeTerritory } from '../atlas-session.ts';
import { supplySession, type MadeOffer } from '../supply-session.ts';

const maybe = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { freq: 3 });
const offer: fc.Arbitrary<MadeOffer> = fc.record({ weeklyHours: maybe(40), squareMetres: maybe(900) });
const measure: fc.Arbitrary<SupplyMeasure> = fc.record({
	method: fc.constantFrom(...SUPPLY_METHODS),
	capacity: fc.constantFrom(...CAPACITIES),
	rank: fc.constantFrom(...NEAREST_RANKS)
});
const anyCase = anyTerritory.chain((made) =>
	fc.record({
		made: fc.constant(made),
		offers: fc.array(offer, { minLength: made.sites.length, maxLength: made.sites.length }),
		// Some of the points again, beyond the perimeter.
		margin: fc.subarray([...made.points]),
		question: anyQuestion.chain((question) => measure.map((of) => ({ ...question, measure: of })))
	})
);
interface Case {
	readonly made: MadeTerritory;
	readonly offers: readonly MadeOffer[];
	readonly margin: readonly MadePoint[];
	readonly question: Question;
}
const open = ({ made, offers, margin }: Case) => supplySession(made, offers, margin);

/** Weight of a time, as the methods state it. */
function weightOf({ measure: { method }, cutoffMinutes }: Question, seconds: number): number {
	if (method === 'e2sfca') return seconds <= 600 ? 1 : seconds <= 1200 ? 0.68 : seconds <= 1800 ? 0.22 : 0;
	if (seconds > cutoffMinutes * 60) return 0;
	return method === 'gravity' ? Math.exp((-0.1 * seconds) / 60) : 1;
}

function capacityOf({ measure }: Question, { weeklyHours, squareMetres }: MadeOffer): number | null {
	if (measure.capacity === 'hours') return weeklyHours;
	if (measure.capacity === 'surface') return squareMetres;
	return weeklyHours === null || squareMetres === null ? null : weeklyHours * squareMetres;
}

/** What each point has, place by place; null where nothing that it reaches is known. */
function plainly(one: Case): (number | null)[] {
	const { made, offers, margin, question } = one;
	const { method, rank } = question.measure;
	const counted = [...countedPlainly(open(one), question)];
	const reached = ({ seconds, attached }: MadePoint) =>
		counted.flatMap((site) => (attached && seconds[site] !== null ? [{ site, time: seconds[site] }] : []));
	if (method === 'nearest') {
		return made.points.map(
			(point) =>
				(reached(point)
					.map(({ time }) => time)
					.sort((a, b) => a - b)[rank - 1] ?? Infinity) / 60
		);
	}
	const isShared = method === '2sfca' || method === 'e2sfca';
	const sharing = isShared ? [...made.points, ...(question.withNeighbours ? margin : [])] : [];
	const shared = (site: number) =>
		sharing.reduce((sum, point) => {
			const time = reached(point).find((to) => to.site === site)?.time;
			return time === undefined ? sum : sum + point.people * weightOf(question, time);
		}, 0);
	return made.points.map((point) => {
		const near = reached(point).filter(({ time }) => weightOf(question, time) > 0);
		if (near.length > 0 && near.every(({ site }) => capacityOf(question, offers[site]) === null)) return null;
		return near.reduce((sum, { site, time }) => {
			const capacity = capacityOf(question, offers[site]) ?? 0;
			const ofAll = isShared ? shared(site) / 1000 : 1;
			return ofAll > 0 ? sum + (capacity / ofAll) * weightOf(question, time) : sum;
		}, 0);
	});
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('supply of any territory', () => {
	it('is what one would work out place by place: who has none, mean, median, who is unknown', async () => {
		await fc.assert(
			fc.asyncProperty(anyCase, async (one) => {
				const { question, made, offers } = one;
				const { whole, sitesWithCapacity } = await supply(open(one), question, alone);
				const values = plainly(one);
				const isTime = question.measure.method === 'nearest';
				const attached = made.points.flatMap((point, rank) =>
					point.attached ? [{ value: values[rank], people: point.people }] : []
				);
				const known = attached.flatMap(({ value, people }) => (value === null ? [] : [{ value, people }]));
				const people = total(known.map((each) => each.people));
				expect(whole.unknownPeople).toBe(
					total(attached.filter(({ value }) => value === null).map((each) => each.people))
				);
				expect(whole.none.ofPeople).toBe(people);
				expect(whole.unattachedPeople).toBe(
					total(made.points.filter((point) => !point.attached).map((point) => point.people))
				);
				const counted = [...countedPlainly(open(one), question)];
				const withCapacity = counted.filter((site) => isTime || capacityOf(question, offers[site]) !== null);
				expect(sitesWithCapacity).toBe(withCapacity.length);
				if (!isTime && withCapacity.length === 0) {
					expect([whole.median, whole.mean, whole.none.people, whole.gini]).toEqual([null, null, null, null]);
					return;
				}
				if (whole.none.people === null) {
					// Somebody reaches something, and nobody anything that is known.
					expect(whole.unknownPeople).toBeGreaterThan(0);
					expect(total(known.filter(({ value }) => value > 0).map((each) => each.people))).toBe(0);
					return;
				}
				const none = isTime ? Infinity : 0;
				expect(whole.none.people).toBe(total(known.filter(({ value }) => value === none).map((each) => each.people)));
				const finite = known.filter(({ value }) => value < Infinity);
				const some = total(finite.map((each) => each.people));
				if (some === 0) expect(whole.mean).toBeNull();
				else expect(whole.mean).toBeCloseTo(total(finite.map(({ value, people: of }) => value * of)) / some, 6);
				if (people === 0) expect(whole.median).toBeNull();
				else {
					const median = whole.median ?? Infinity;
					const asGood = (value: number) => (isTime ? value <= median + 1e-9 : value >= median - 1e-9 * median);
					const better = (value: number) => (isTime ? value < median - 1e-9 : value > median + 1e-9 * median);
					const having = (is: (value: number) => boolean) =>
						total(known.filter(({ value }) => is(value)).map((each) => each.people));
					expect(having(asGood)).toBeGreaterThanOrEqual(people / 2);
					expect(having(better)).toBeLessThan(people / 2);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('gives out every capacity once: to the people of the territory, to those of the margin, or to nobody', async () => {
		await fc.assert(
			fc.asyncProperty(anyCase, fc.constantFrom('2sfca', 'e2sfca'), async (one, method) => {
				const question = { ...one.question, measure: { ...one.question.measure, method } as SupplyMeasure };
				const { whole, capacityReachingNobody, margin, sitesWithCapacity } = await supply(open(one), question, alone);
				fc.pre(sitesWithCapacity > 0);
				const counted = [...countedPlainly(open(one), question)];
				const offered = total(counted.map((site) => capacityOf(question, one.offers[site]) ?? 0));
				const received = whole.none.ofPeople === 0 ? 0 : ((whole.mean ?? 0) * whole.none.ofPeople) / 1000;
				const others = (margin?.capacity ?? 0) + (capacityReachingNobody ?? NaN);
				expect(received + others).toBeCloseTo(offered, 6);
			})
		);
	});

	it('doubles with every capacity, and is shared as evenly', async () => {
		await fc.assert(
			fc.asyncProperty(anyCase, async (one) => {
				fc.pre(one.question.measure.method !== 'nearest' && one.question.measure.capacity !== 'hours-surface');
				const twice = (value: number | null) => (value === null ? null : 2 * value);
				const offers = one.offers.map(({ weeklyHours, squareMetres }) => ({
					weeklyHours: twice(weeklyHours),
					squareMetres: twice(squareMetres)
				}));
				const { whole: was } = await supply(open(one), one.question, alone);
				const { whole: is } = await supply(open({ ...one, offers }), one.question, alone);
				// To the last bit: twice is exact.
				expect([is.median, is.mean]).toEqual([twice(was.median), twice(was.mean)]);
				expect([is.gini, is.palma, is.lowerHalfShare]).toEqual([was.gini, was.palma, was.lowerHalfShare]);
				expect([is.none, is.fgt?.gap]).toEqual([was.none, was.fgt?.gap]);
			})
		);
	});

	it('has groups that add up to all people, by age and by density, and Gini indices from 0 to 1', async () => {
		await fc.assert(
			fc.asyncProperty(anyCase, async (one) => {
				const { groups, whole } = await supply(open(one), one.question, alone);
				for (const kind of ['ages', 'density'] as const) {
					const ofKind = groups.filter(({ group }) => group.kind === kind);
					expect(total(ofKind.map(({ none }) => none.ofPeople))).toBe(whole.none.ofPeople);
					expect(total(ofKind.map(({ unknownPeople }) => unknownPeople))).toBe(whole.unknownPeople);
					expect(total(ofKind.map(({ unattachedPeople }) => unattachedPeople))).toBe(whole.unattachedPeople);
				}
				for (const { gini } of groups) {
					if (gini === null) continue;
					expect(gini).toBeGreaterThanOrEqual(0);
					expect(gini).toBeLessThan(1);
				}
			})
		);
	});

	it('is drawn with everybody in the legend once, and none, unknown and off the network apart', async () => {
		await fc.assert(
			fc.asyncProperty(anyCase, fc.constantFrom('cells', 'hexagons', 'communes' as const), async (one, level) => {
				const session = open(one);
				const { whole, sitesWithCapacity } = await supply(session, one.question, alone);
				const request = { question: one.question, indicator: 'supply', level, resolution: 8 } as const;
				const { classes, marks } = await paint(session, request, alone);
				const { peoplePerClass, peopleBeyond, peopleWithoutData, peopleUnattached } = classes;
				const all = total(one.made.points.map(({ people }) => people));
				expect(total([...peoplePerClass, peopleBeyond, peopleWithoutData, peopleUnattached])).toBe(all);
				expect(peopleUnattached).toBe(whole.unattachedPeople);
				const isKnown = one.question.measure.method === 'nearest' || sitesWithCapacity > 0;
				if (isKnown) expect(peopleWithoutData).toBe(whole.unknownPeople);
				else expect(peopleWithoutData).toBe(all - peopleUnattached);
				if (isKnown && whole.none.people !== null && one.question.measure.method !== 'nearest') {
					expect(peopleBeyond).toBe(whole.none.people);
				}
				for (const mark of marks) {
					if (mark >= classes.bounds.length) expect([CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED]).toContain(mark);
				}
			})
		);
	});
});
