import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILES, type DefaultProfile } from '#domain/default-profiles.ts';
import type { UsableFigures } from '#domain/hours-answers.ts';
import { CUTOFF_CHOICES, MINUTES_PER_QUARTER, QUARTERS_PER_WEEK, type Question } from '#domain/question.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import { normalizeIntervals } from '#core/hours/intervals.ts';
import { cellCard } from '#workers/jobs/atlas/cards/cell-card.ts';
import { profiles } from '#workers/jobs/atlas/hours/profiles.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { weekHeat } from '#workers/jobs/atlas/hours/week-heat.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { areHoursKnown, halfHaveAtLeast, openMinutesPlainly, plainPoints, toldOfHours } from '../atlas-oracle.ts';
import { alone, madeSession } from '../atlas-session.ts';
import { plainFreePoints, profilePlainly, type PlainFreePoint } from '../atlas-usable-oracle.ts';
import { secondsUnited } from '../usable-hours-plain.ts';

// Free time on other minutes than openings, windows that touch, and none.
const anyWindows = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 1500 })), { maxLength: 5 })
	.map((spans) => normalizeIntervals(spans.flatMap(([start, minutes]) => [start, Math.min(10_080, start + minutes)])));
const anyEdit = fc
	.record({
		proposed: fc.constantFrom(...DEFAULT_PROFILES),
		windows: anyWindows,
		minimumVisitMinutes: fc.constantFrom(15, 20, 30, 60)
	})
	.map(({ proposed, windows, minimumVisitMinutes }): DefaultProfile => ({
		...proposed,
		freeWindows: { term: windows, 'small-holidays': windows, summer: windows },
		minimumVisitMinutes
	}));

/** Some ways back longer, shorter or not known. */
function oneWay(times: TravelTimes, seed: number): TravelTimes {
	const fromSite = times.toSite.map((go, entry) => {
		const die = (seed + entry * 7919 + times.site[entry] * 104_729) % 23;
		return die === 0 ? UNREACHABLE : Math.round(go * (0.7 + die / 33));
	});
	return { ...times, fromSite };
}

interface Asked {
	readonly session: AtlasSession;
	readonly question: Question;
	readonly times: TravelTimes;
}
const anyAsked = fc
	.record({
		made: anyTerritory,
		question: anyQuestion,
		edited: fc.option(anyEdit),
		profile: fc.constantFrom(...DEFAULT_PROFILES.map(({ id }) => id)),
		seed: fc.nat(1000),
		minimumUsableMinutes: fc.constantFrom(0, 30, 60, 240, 600)
	})
	.map(({ made, question, edited, profile, seed, minimumUsableMinutes }) => ({
		made,
		seed,
		question: {
			...question,
			profile: edited?.id ?? profile,
			editedProfiles: edited === null ? [] : [edited],
			sectors: { ...question.sectors, minimumUsableMinutes }
		}
	}));
const holds = (law: (asked: Asked) => Promise<void>) =>
	fc.assert(
		fc.asyncProperty(anyAsked, async ({ made, question, seed }) => {
			const times = oneWay(await madeSession(made).travel.times('car'), seed);
			await law({ session: madeSession(made, times), question, times });
		})
	);
const ask = (session: AtlasSession, question: Question) => usable(session, question, alone);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const peopleOf = (points: readonly PlainFreePoint[]) => sum(points.map(({ people }) => people));

function expectFigures(
	{ medianHours, meanHours, none, belowMinimum, unattachedPeople, hoursUnknownPeople }: UsableFigures,
	{ session, question }: Asked,
	points: readonly PlainFreePoint[]
): void {
	const attached = points.filter((point) => point.attached);
	expect(unattachedPeople).toBeCloseTo(peopleOf(points) - peopleOf(attached), 8);
	const told = toldOfHours(session, question, points);
	expect(none.ofPeople).toBeCloseTo(peopleOf(told), 8);
	expect(hoursUnknownPeople).toBeCloseTo(peopleOf(attached) - peopleOf(told), 8);
	if (!areHoursKnown(session, question, points)) {
		expect([medianHours, meanHours, none.people, belowMinimum.people]).toEqual([null, null, null, null]);
		return;
	}
	const seconds = told.map(({ visits }) => secondsUnited(visits));
	const below = (least: number) => peopleOf(told.filter((_, rank) => seconds[rank] < least));
	expect(none.people).toBeCloseTo(below(1), 8);
	expect(belowMinimum.people).toBeCloseTo(below(question.sectors.minimumUsableMinutes * 60), 8);
	const total = peopleOf(told);
	if (total === 0) {
		expect([medianHours, meanHours]).toEqual([null, null]);
		return;
	}
	expect(meanHours).toBeCloseTo(sum(told.map(({ people }, rank) => people * seconds[rank])) / total / 3600, 8);
	const values = told.map(({ people }, rank) => ({ value: Math.floor(seconds[rank] / 60), people }));
	expect((medianHours ?? NaN) * 60).toBeCloseTo(halfHaveAtLeast(values) ?? NaN, 8);
}

describe('usable hours under a question', () => {
	it('are what one works out visit by visit: of the scope, of communes, of shorter visits, with or without neighbours', () =>
		holds(async (asked) => {
			const { session, question, times } = asked;
			const { whole, shortVisit, otherNeighbours, communes } = await ask(session, question);
			const points = plainFreePoints(session, question, times);
			expectFigures(whole, asked, points);
			expectFigures(shortVisit, asked, plainFreePoints(session, question, times, 15));
			for (const figures of communes) {
				expectFigures(
					figures,
					asked,
					points.filter(({ commune }) => commune === figures.code)
				);
			}
			const other = { ...question, withNeighbours: !question.withNeighbours };
			expect(otherNeighbours === null).toBe(!session.territory.sites.some(({ margin }) => margin));
			if (otherNeighbours === null) return;
			expectFigures(otherNeighbours, { ...asked, question: other }, plainFreePoints(session, other, times));
		}));

	it('of every profile are those of each one asked alone, and their moments add up', () =>
		holds(async ({ session, question }) => {
			const all = await profiles(session, question, alone);
			expect(all.map(({ profile }) => profile)).toEqual(DEFAULT_PROFILES.map(({ id }) => id));
			for (const figures of all) {
				expect((await ask(session, { ...question, profile: figures.profile })).whole).toEqual(figures);
				const { usableByMoment, freeByMoment, freeMinutes, meanHours } = figures;
				const { freeWindows } = profilePlainly({ ...question, profile: figures.profile });
				expect(freeMinutes).toBe(sum(freeWindows.term.map((minute, at) => (at % 2 === 1 ? minute : -minute))));
				expect(sum(Object.values(freeByMoment ?? {}))).toBe(freeMinutes);
				expect(usableByMoment === null).toBe(meanHours === null);
				if (usableByMoment === null || freeByMoment === null) continue;
				expect(sum(Object.values(usableByMoment))).toBeCloseTo((meanHours ?? NaN) * 60, 6);
				for (const moment of Object.keys(usableByMoment) as (keyof typeof usableByMoment)[]) {
					expect(usableByMoment[moment]).toBeLessThanOrEqual(freeByMoment[moment] + 1e-9);
				}
			}
		}));

	it('are of one cell at most the free time with something open, and none where nothing is', () =>
		holds(async ({ session, question, times }) => {
			const points = plainPoints(session, question, times);
			const { term } = profilePlainly(question).freeWindows;
			for (const [cell, point] of points.entries()) {
				const { usableHours, weeklyHours } = await cellCard(session, { question, cell }, alone);
				expect(usableHours === null).toBe(weeklyHours === null);
				const open = openMinutesPlainly(session, question, point);
				const openFree = openMinutesPlainly(session, question, point, term);
				expect(usableHours ?? 0).toBeLessThanOrEqual(openFree / 60);
				expect(openFree).toBeLessThanOrEqual(open);
			}
		}));

	it('never get fewer with a longer cutoff, one more site, or shorter visits', () =>
		holds(async ({ session, question }) => {
			// What is not known says nothing of what is there; of other people than before, figures do not compare.
			const atLeast = (more: UsableFigures, less: UsableFigures) => {
				if (more.meanHours === null || less.meanHours === null) return;
				const withoutKnown = (figures: UsableFigures) => (figures.none.people ?? NaN) + figures.hoursUnknownPeople;
				expect(withoutKnown(more)).toBeLessThanOrEqual(withoutKnown(less) + 1e-9);
				if (more.hoursUnknownPeople > 0 || less.hoursUnknownPeople > 0) return;
				expect(more.meanHours).toBeGreaterThanOrEqual(less.meanHours - 1e-9);
				expect(more.medianHours ?? NaN).toBeGreaterThanOrEqual(less.medianHours ?? NaN);
				expect(more.none.people ?? NaN).toBeLessThanOrEqual(less.none.people ?? NaN);
				expect(more.belowMinimum.people ?? NaN).toBeLessThanOrEqual(less.belowMinimum.people ?? NaN);
			};
			const { whole, shortVisit } = await ask(session, question);
			atLeast(shortVisit, whole);
			const longer = CUTOFF_CHOICES.filter((minutes) => minutes > question.cutoffMinutes);
			for (const cutoffMinutes of longer) atLeast((await ask(session, { ...question, cutoffMinutes })).whole, whole);
			for (const { id } of session.territory.sites) {
				const leftOut = question.supply.leftOut.filter((one) => one !== id);
				const supply = { ...question.supply, leftOut, takenIn: [...question.supply.takenIn, id] };
				atLeast((await ask(session, { ...question, supply })).whole, whole);
			}
		}));

	it('are of everyone, and said so, where the data have no ages', () =>
		holds(async ({ session, question, times }) => {
			const { population } = session.territory;
			const ageless = {
				...session,
				territory: { ...session.territory, population: { ...population, ageBands: null } }
			};
			const { whole } = await ask(ageless, question);
			expect(whole.basis).toBe('everyone');
			expectFigures(whole, { session: ageless, question, times }, plainFreePoints(ageless, question, times));
		}));
});

describe('the week by quarter of an hour', () => {
	const expectWeek = async ({ session, question, times }: Asked, cell: number | null) => {
		const { open, usable: usableThen, free, ofPeople, ofProfile } = await weekHeat(session, { question, cell }, alone);
		const points = plainFreePoints(session, question, times).filter((_, rank) => cell === null || rank === cell);
		const attached = points.filter((point) => point.attached);
		expect(ofProfile).toBeCloseTo(peopleOf(toldOfHours(session, question, points)), 8);
		expect(usableThen === null).toBe(!areHoursKnown(session, question, points));
		if (open !== null) expect(Math.max(...open)).toBeLessThanOrEqual(ofPeople);
		if (usableThen === null) return;
		const expected = Array.from({ length: QUARTERS_PER_WEEK }, (_, quarter) => {
			const second = quarter * MINUTES_PER_QUARTER * 60;
			return peopleOf(attached.filter(({ visits }) => visits.some(([from, to]) => from <= second && second < to)));
		});
		expect(Math.max(...usableThen.map((people, quarter) => Math.abs(people - expected[quarter])))).toBeLessThan(1e-8);
		if (open !== null) {
			expect(Math.max(...usableThen.map((people, quarter) => people - open[quarter]))).toBeLessThan(1e-9);
		}
		expect(sum(Array.from(usableThen.filter((_, quarter) => free?.[quarter] !== 1)))).toBe(0);
		// Each visit holds as many quarters as it lasts, give or take one.
		const people = (of: (point: PlainFreePoint) => number) => sum(attached.map((one) => one.people * of(one)));
		const quarters = people(({ visits }) => secondsUnited(visits) / (MINUTES_PER_QUARTER * 60));
		const told = sum(Array.from(usableThen));
		expect(Math.abs(told - quarters)).toBeLessThanOrEqual(people(({ visits }) => visits.length) + 1e-6);
	};

	it('tells who of the profile could be in an open place then: never more than have one open', () =>
		holds((asked) => expectWeek(asked, null)));

	it('tells it of one cell', () => holds((asked) => expectWeek(asked, 0)));
});
