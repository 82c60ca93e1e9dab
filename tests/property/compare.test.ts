import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_FORMS, type Question } from '#domain/question.ts';
import type { Change } from '#domain/scenario.ts';
import type { ChangeOfPeople } from '#domain/scenario-answers.ts';
import { ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { viewOf } from '#workers/jobs/atlas/view.ts';
import { applyScenario } from '#workers/jobs/scenario/apply.ts';
import { compare } from '#workers/jobs/scenario/compare.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { alone, madeSession, type MadeTerritory } from '../atlas-session.ts';
import { estimatedTravel, modification, placedSession, sessionAnew } from '../scenario-session.ts';
import { scheduleOf } from '../scheduled-session.ts';

// Of supply, the n-th closest: made sites have no other capacity.
const anyAsked: fc.Arbitrary<Question> = fc
	.tuple(anyQuestion, fc.constantFrom(...QUESTION_FORMS), fc.constantFrom(1, 2, 3))
	.map(([question, form, rank]) => ({
		...question,
		form,
		measure: { method: 'nearest', capacity: 'hours', rank: rank as 1 | 2 | 3 }
	}));

/** A territory, and itself with some sites that no longer count and some with the hours of others. */
const twoSides = anyTerritory.chain((made) =>
	fc
		.array(fc.record({ closes: fc.boolean(), hoursOf: fc.nat({ max: 5 }) }), {
			minLength: made.sites.length,
			maxLength: made.sites.length
		})
		.map((changes): [MadeTerritory, MadeTerritory] => [
			made,
			{
				...made,
				sites: made.sites.map((site, rank) => ({
					...site,
					counted: site.counted && !changes[rank].closes,
					week: made.sites[changes[rank].hoursOf % made.sites.length].week
				}))
			}
		])
);

const changeOf = async (before: AtlasSession, after: AtlasSession, question: Question) =>
	(await compare(before, [{ id: 'x', session: after }], { question, withSectors: false, withGroups: true }, alone))
		.scenarios[0].change;

const everybody = ({ improved, reduced, unchanged, unknown, unattached }: ChangeOfPeople) =>
	improved + reduced + unchanged + unknown + unattached;

/** Everything that a comparison tells of people. */
const parts = (change: Awaited<ReturnType<typeof changeOf>>): readonly ChangeOfPeople[] => [
	change.whole,
	...change.communes,
	...(change.ages ?? []),
	...change.profiles.flatMap((each) => each.change ?? [])
];

describe('a comparison', () => {
	it('has everybody in one part, of the whole, of each commune and of each age', async () => {
		await fc.assert(
			fc.asyncProperty(twoSides, anyAsked, async ([before, after], question) => {
				const change = await changeOf(madeSession(before), madeSession(after), question);
				const people = before.points.reduce((sum, point) => sum + point.people, 0);
				if (question.form !== 'usable') expect(everybody(change.whole)).toBeCloseTo(people, 9);
				const ages = change.ages ?? [];
				expect(ages.reduce((sum, band) => sum + everybody(band), 0)).toBeCloseTo(people, 9);
				if (question.form !== 'usable')
					for (const commune of change.communes) expect(everybody(commune)).toBeCloseTo(commune.people, 9);
			})
		);
	});

	it('of a territory with itself changes nothing for anybody', async () => {
		await fc.assert(
			fc.asyncProperty(anyTerritory, anyAsked, async (made, question) => {
				const change = await changeOf(madeSession(made), madeSession(made), question);
				for (const part of parts(change)) {
					expect([part.improved, part.reduced]).toEqual([0, 0]);
					expect(part.peopleTimesChange ?? 0).toBe(0);
				}
				expect([change.largestGain, change.largestLoss]).toEqual([null, null]);
				for (const { hoursBefore, hoursAfter } of change.moments) expect(hoursAfter).toBe(hoursBefore);
			})
		);
	});

	it('swaps improved and reduced, gain and loss, when the sides are swapped', async () => {
		await fc.assert(
			fc.asyncProperty(twoSides, anyAsked, async ([before, after], question) => {
				const [there, back] = [
					await changeOf(madeSession(before), madeSession(after), question),
					await changeOf(madeSession(after), madeSession(before), question)
				];
				parts(there).forEach((part, rank) => {
					const other = parts(back)[rank];
					expect([part.improved, part.reduced, part.unchanged]).toEqual([
						other.reduced,
						other.improved,
						other.unchanged
					]);
					expect([part.unknown, part.unattached]).toEqual([other.unknown, other.unattached]);
					// Adding 0 makes −0 the 0 that it equals.
					expect((part.peopleTimesChange ?? 0) + 0).toBe(-(other.peopleTimesChange ?? 0) + 0);
				});
				expect([there.largestGain, there.largestLoss]).toEqual([back.largestLoss, back.largestGain]);
			})
		);
	});

	it('finds nobody better served where sites only close', async () => {
		await fc.assert(
			fc.asyncProperty(anyTerritory, fc.nat({ max: 5 }), anyAsked, async (made, closed, question) => {
				const sites = made.sites.map((site, rank) => (rank === closed ? { ...site, counted: false } : site));
				// A site taken in by the user would count all the same.
				const asked = { ...question, supply: { ...question.supply, takenIn: [] } };
				const change = await changeOf(madeSession(made), madeSession({ ...made, sites }), asked);
				for (const part of parts(change)) expect(part.improved).toBe(0);
			})
		);
	});

	it('is drawn with as many people in the classes of each side as are better and worse off', async () => {
		await fc.assert(
			fc.asyncProperty(twoSides, anyAsked, async ([made, other], question) => {
				fc.pre(question.form !== 'usable');
				const [before, after] = [madeSession(made), madeSession(other)];
				const { whole } = await changeOf(before, after, question);
				const request = { question, indicator: 'change', level: 'cells', resolution: 8 } as const;
				const { classes } = await paint({ ...after, baseline: before }, request, alone);
				const middle = (classes.bounds.length - 1) / 2;
				const sum = (people: readonly number[]) => people.reduce((total, each) => total + each, 0);
				expect(classes.bounds.length).toBeLessThanOrEqual(7);
				expect(sum(classes.peoplePerClass.slice(0, middle))).toBe(whole.improved);
				expect(classes.peoplePerClass[middle]).toBe(whole.unchanged);
				expect(sum(classes.peoplePerClass.slice(middle + 1))).toBe(whole.reduced);
				expect([classes.peopleWithoutData, classes.peopleUnattached]).toEqual([whole.unknown, whole.unattached]);
				for (let rank = 0; rank < middle; rank++) {
					const [better, worse] = [classes.bounds[rank], classes.bounds[classes.bounds.length - 1 - rank]];
					expect([better.from + 0, better.to]).toEqual([-(worse.to ?? NaN) + 0, -worse.from + 0]);
				}
			})
		);
	});

	const hours = fc.constantFrom(
		null,
		'Tu,Th 16:00-18:30; We 14:00-18:00; Sa 10:00-12:30',
		'Mo-Fr 18:00-20:00; Su 14:00-17:00'
	);

	it('is the same, to the bit, under a scenario that follows another and with the territory opened anew as the scenario makes it', async () => {
		const made = anyTerritory.filter(({ sites }) => sites.length > 0);
		await fc.assert(
			fc.asyncProperty(
				made,
				fc.array(hours, { minLength: 8, maxLength: 8 }),
				anyAsked,
				async (places, texts, asked) => {
					const positions = places.sites.map((_, rank) => [3.0007 + rank * 0.0025, 48] as const);
					const before = placedSession(places, texts.slice(0, places.sites.length), positions);
					const question: Question = { ...asked, mode: 'foot' };
					const withHours = (text: string | null, former = before) => {
						const schedule = scheduleOf(text) ?? { rules: [], sourceText: '', syntax: 'grid' as const };
						const change: Change = { kind: 'hours', siteId: 's0', schedule };
						return applyScenario(before, { id: 'x', modifications: [modification(change)] }, former).session;
					};
					const first = withHours(texts[6]);
					await changeOf(before, first, question);
					const second = withHours(texts[7], first);
					const anew = (session: AtlasSession) => sessionAnew(before, session.territory.sites, estimatedTravel);
					const kept = await changeOf(before, second, question);
					expect(kept).toEqual(await changeOf(anew(before), anew(second), question));
				}
			),
			{ numRuns: 50 }
		);
	});

	it('shares the open hours of all attached people of whom they are known out over the six moments', async () => {
		await fc.assert(
			fc.asyncProperty(twoSides, anyQuestion, async ([made, other], question) => {
				const after = madeSession(other);
				const { access, weights, times } = await viewOf(after, question);
				const isTold = (point: number) =>
					times.attached[point] === 1 && access.hoursInReach[point] !== ONLY_UNKNOWN_HOURS;
				const { moments } = await changeOf(madeSession(made), after, { ...question, form: 'openings' });
				const told = moments.flatMap(({ hoursAfter }) => hoursAfter ?? []);
				fc.pre(told.length > 0);
				const people = weights.map((there, point) => (isTold(point) ? there : 0));
				const all = people.reduce((sum, there) => sum + there, 0);
				const minutes = people.reduce((sum, there, point) => sum + there * access.openMinutes[point], 0);
				expect(told.reduce((sum, each) => sum + each, 0)).toBeCloseTo(minutes / all / 60, 9);
			})
		);
	});
});
