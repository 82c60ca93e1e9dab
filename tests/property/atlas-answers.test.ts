import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures } from '#domain/atlas-answers.ts';
import { CUTOFF_CHOICES, MINUTES_PER_QUARTER, type Question } from '#domain/question.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { atMoment } from '#workers/jobs/atlas/at-moment.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { weekStrip } from '#workers/jobs/atlas/week-strip.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import {
	areHoursKnown,
	countedPlainly,
	halfHaveAtLeast,
	momentPlainly,
	openMinutesPlainly,
	openPlainly,
	peopleWhere,
	plainPoints,
	toldOfHours
} from '../atlas-oracle.ts';
import { alone, madeSession } from '../atlas-session.ts';

const anyAsked = fc
	.tuple(anyTerritory, anyQuestion)
	.map(([made, question]) => ({ session: madeSession(made), question }));
/** One opening, and so some time. */
const anyWeek = fc
	.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 80 }))
	.map(([start, minutes]) => [start, start + minutes]);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const ask = (session: AtlasSession, question: Question) => answer(session, question, alone);
const holds = (law: (asked: { session: AtlasSession; question: Question }) => Promise<void>) =>
	fc.assert(fc.asyncProperty(anyAsked, law));

describe('the answer to a question', () => {
	it('is what one works out point by point', () =>
		holds(async ({ session, question }) => {
			const { whole, sitesOpen, communes } = await ask(session, question);
			const points = plainPoints(session, question, await session.travel.times('car'));
			const counted = countedPlainly(session, question);
			const known = [...counted].filter((site) => session.weeks.term.known[site] === 1);
			const minutes = new Map(points.map((point) => [point, openMinutesPlainly(session, question, point)]));
			expect(whole.coverage.people).toBe(peopleWhere(points, ({ sites }) => sites.size > 0));
			expect(whole.coverage.ofPeople).toBe(peopleWhere(points, () => true));
			expect(whole.unattachedPeople).toBe(sum(points.map(({ attached, people }) => (attached ? 0 : people))));
			const median = (inside: typeof points) => {
				if (!areHoursKnown(session, question, inside)) return null;
				const half = halfHaveAtLeast(
					toldOfHours(session, question, inside).map((point) => ({
						value: minutes.get(point) ?? 0,
						people: point.people
					}))
				);
				return half === null ? null : half / 60;
			};
			const expectHours = (
				{ moment, medianWeeklyHours, withoutHours, hoursUnknownPeople, coverage }: Figures,
				inside: typeof points
			) => {
				const hoursKnown = areHoursKnown(session, question, inside);
				const told = toldOfHours(session, question, inside);
				const toldPeople = peopleWhere(told, () => true);
				expect([moment.ofPeople, withoutHours.ofPeople]).toEqual([toldPeople, toldPeople]);
				expect(hoursUnknownPeople + toldPeople).toBe(coverage.ofPeople);
				expect(moment.people).toBe(hoursKnown ? momentPlainly(session, question, inside, question.minute) : null);
				expect(withoutHours.people).toBe(hoursKnown ? peopleWhere(told, (point) => minutes.get(point) === 0) : null);
				expect(medianWeeklyHours).toBe(median(inside));
			};
			expectHours(whole, points);
			for (const figures of communes) {
				const inside = points.filter(({ commune }) => commune === figures.code);
				expectHours(figures, inside);
			}
			expect([sitesOpen.counted, sitesOpen.withKnownHours]).toEqual([counted.size, known.length]);
		}));

	it('covers more people the longer the cutoff, and gives them more hours', () =>
		holds(async ({ session, question }) => {
			const answers = await Promise.all(
				CUTOFF_CHOICES.map((cutoffMinutes) => ask(session, { ...question, cutoffMinutes }))
			);
			answers.slice(1).forEach(({ whole }, rank) => {
				const shorter = answers[rank].whole;
				expect(whole.coverage.people).toBeGreaterThanOrEqual(shorter.coverage.people ?? NaN);
				expect(whole.moment.people ?? 0).toBeGreaterThanOrEqual(shorter.moment.people ?? 0);
				if (whole.withoutHours.people === null || shorter.withoutHours.people === null) return;
				const withoutKnown = ({ withoutHours, hoursUnknownPeople }: Figures) =>
					(withoutHours.people ?? NaN) + hoursUnknownPeople;
				expect(withoutKnown(whole)).toBeLessThanOrEqual(withoutKnown(shorter));
				// Of other people than before, medians do not compare.
				if (whole.hoursUnknownPeople > 0 || shorter.hoursUnknownPeople > 0) return;
				expect(whole.medianWeeklyHours ?? 0).toBeGreaterThanOrEqual(shorter.medianWeeklyHours ?? 0);
			});
		}));

	it('gives nobody an open site who has no site', () =>
		holds(async ({ session, question }) => {
			const { whole, communes, epcis } = await ask(session, question);
			for (const { coverage, moment } of [whole, ...communes, ...epcis]) {
				expect(moment.people ?? 0).toBeLessThanOrEqual(coverage.people ?? NaN);
				expect(coverage.people).toBeLessThanOrEqual(coverage.ofPeople);
			}
		}));

	it('adds up: the communes and those of no commune are the whole', () =>
		holds(async ({ session, question }) => {
			const { whole, communes } = await ask(session, question);
			const known = session.territory.communes.filter(({ margin }) => !margin);
			expect(communes.map(({ code }) => code)).toEqual(known.map(({ code }) => code));
			const points = plainPoints(session, question, await session.travel.times('car'));
			const homeless = points.filter(({ commune }) => commune === null);
			const here = peopleWhere(homeless, ({ sites }) => sites.size > 0);
			expect(sum(communes.map(({ coverage }) => coverage.people ?? NaN)) + here).toBe(whole.coverage.people);
			expect(sum(communes.map(({ people }) => people)) + sum(homeless.map(({ people }) => people))).toBe(
				sum([...session.territory.population.people])
			);
		}));

	it('asked of one commune is that commune’s line, and of an EPCI its line', () =>
		holds(async ({ session, question }) => {
			const { communes, epcis } = await ask(session, question);
			for (const line of communes) {
				const scope = { kind: 'commune', code: line.code } as const;
				expect(line).toMatchObject((await ask(session, { ...question, scope })).whole);
			}
			for (const line of epcis) {
				const scope = { kind: 'epci', code: line.code } as const;
				expect(line).toMatchObject((await ask(session, { ...question, scope })).whole);
			}
		}));

	it('shares everybody between the ages', () =>
		holds(async ({ session, question }) => {
			const aged = (fromAge: number, toAge: number | null) =>
				ask(session, { ...question, who: { kind: 'ages', fromAge, toAge } });
			const [all, young, old] = [await aged(0, null), await aged(0, 64), await aged(65, null)];
			const { whole } = await ask(session, question);
			expect(all.whole).toEqual(whole);
			expect((young.whole.coverage.people ?? NaN) + (old.whole.coverage.people ?? NaN)).toBe(whole.coverage.people);
		}));

	it('helps nobody when a site closes, and whom only it served are those who lose it', () =>
		holds(async ({ session, question }) => {
			const before = await ask(session, question);
			for (const [site, { counted, peopleOnlyHere, peopleWithin }] of before.sites.entries()) {
				if (!counted) continue;
				const leftOut = [...question.supply.leftOut, `s${site}`];
				const after = await ask(session, { ...question, supply: { ...question.supply, leftOut } });
				expect(after.sites[site].counted).toBe(false);
				expect((before.whole.coverage.people ?? NaN) - (after.whole.coverage.people ?? NaN)).toBe(peopleOnlyHere);
				// Of other people than before, medians do not compare.
				if (before.whole.hoursUnknownPeople === 0 && after.whole.hoursUnknownPeople === 0)
					expect(after.whole.medianWeeklyHours ?? 0).toBeLessThanOrEqual(before.whole.medianWeeklyHours ?? 0);
				expect(after.whole.moment.people ?? 0).toBeLessThanOrEqual(before.whole.moment.people ?? 0);
				expect(peopleOnlyHere).toBeLessThanOrEqual(peopleWithin ?? NaN);
			}
			const only = before.sites.flatMap(({ counted, peopleOnlyHere }) => (counted ? [peopleOnlyHere ?? NaN] : []));
			const within = before.sites.flatMap(({ counted, peopleWithin }) => (counted ? [peopleWithin ?? NaN] : []));
			expect(sum(only)).toBeLessThanOrEqual(before.whole.coverage.people ?? NaN);
			expect(before.whole.coverage.people).toBeLessThanOrEqual(sum(within));
		}));

	it('has no larger share without hours once hours are typed for a site of unknown ones', () =>
		fc.assert(
			fc.asyncProperty(anyTerritory, anyQuestion, fc.nat(5), anyWeek, async (made, question, rank, week) => {
				const unknown = [...made.sites.keys()].filter((site) => made.sites[site].week === null);
				fc.pre(unknown.length > 0);
				const typed = unknown[rank % unknown.length];
				const sites = made.sites.map((site, at) => (at === typed ? { ...site, week } : site));
				const before = (await ask(madeSession(made), question)).whole;
				const after = (await ask(madeSession({ ...made, sites }), question)).whole;
				expect(after.hoursUnknownPeople).toBeLessThanOrEqual(before.hoursUnknownPeople);
				if (before.withoutHours.share === null || after.withoutHours.share === null) return;
				expect(after.withoutHours.share).toBeLessThanOrEqual(before.withoutHours.share);
				expect(after.withoutHours.people).toBeLessThanOrEqual(before.withoutHours.people ?? NaN);
			})
		));

	it('says what the neighbours change, by the question asked the other way', () =>
		holds(async ({ session, question }) => {
			const { otherNeighbours } = await ask(session, question);
			const other = await ask(session, { ...question, withNeighbours: !question.withNeighbours });
			const hasMargin = session.territory.sites.some(({ margin }) => margin);
			expect(otherNeighbours).toEqual(hasMargin ? other.whole : null);
		}));
});

describe('the sites of a scope', () => {
	it('are those within the cutoff of its people, open alike in the answer, at the cursor and in the week', () =>
		holds(async ({ session, question }) => {
			const points = plainPoints(session, question, await session.travel.times('car'));
			for (const { code, margin } of session.territory.communes) {
				if (margin) continue;
				const asked = { ...question, scope: { kind: 'commune', code } } as const;
				const within = new Set(
					points.flatMap(({ commune, people, sites }) => (commune === code && people > 0 ? [...sites] : []))
				);
				const known = [...within].filter((site) => session.weeks.term.known[site] === 1);
				const open = known.filter((site) => openPlainly(session, asked, site, asked.minute));
				const { sitesOpen } = await ask(session, asked);
				expect(sitesOpen).toEqual({
					open: known.length > 0 ? open.length : null,
					withKnownHours: known.length,
					counted: within.size,
					outsideWithKnownHours: known.filter((site) => session.territory.sites[site].margin).length
				});
				const request = { question: asked, indicator: 'nearest', level: 'cells', resolution: 8 } as const;
				expect((await atMoment(session, request, alone)).sitesOpen).toEqual(sitesOpen);
				const strip = await weekStrip(session, asked, alone);
				expect(strip.sitesOpen[asked.minute / MINUTES_PER_QUARTER]).toBe(open.length);
			}
		}));
});

describe('the week of a question', () => {
	it('is at each quarter of an hour, to the last bit, what the cursor says there', () =>
		fc.assert(
			fc.asyncProperty(anyAsked, fc.array(fc.nat(671), { maxLength: 8 }), async ({ session, question }, quarters) => {
				const strip = await weekStrip(session, question, alone);
				const points = plainPoints(session, question, await session.travel.times('car'));
				expect(strip.sitesOpen).toHaveLength(672);
				for (const quarter of quarters) {
					const minute = (quarter * MINUTES_PER_QUARTER) as Question['minute'];
					const asked = { ...question, minute };
					const request = { question: asked, indicator: 'nearest', level: 'cells', resolution: 8 } as const;
					const now = await atMoment(session, request, alone);
					const { whole, sitesOpen, sites } = await ask(session, asked);
					expect(strip.people?.[quarter] ?? null).toBe(now.moment.people);
					expect(strip.ofPeople).toBe(now.moment.ofPeople);
					expect(strip.sitesOpen[quarter]).toBe(now.sitesOpen.open ?? 0);
					expect([now.moment, now.sitesOpen]).toEqual([whole.moment, sitesOpen]);
					expect([...now.open]).toEqual(sites.map(({ open }) => (open === null ? 255 : Number(open))));
					expect(now.paint).toBeNull();
					const plain = momentPlainly(session, asked, points, minute);
					expect(strip.people?.[quarter] ?? null).toBe(areHoursKnown(session, asked, points) ? plain : null);
				}
			})
		));

	it('counts hours of access no more than the sum of the sites’ hours', () =>
		holds(async ({ session, question }) => {
			const { whole } = await ask(session, question);
			const hours = [...countedPlainly(session, question)].map((site) =>
				session.weeks.term.intervals[site].reduce((total, minute, at) => total + (at % 2 === 0 ? -minute : minute), 0)
			);
			expect(whole.medianWeeklyHours ?? 0).toBeLessThanOrEqual(sum(hours) / 60);
		}));
});
