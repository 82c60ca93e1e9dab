import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileInForce } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import type { InseeCode } from '#domain/units.ts';
import { hoursTable } from '#workers/jobs/atlas/hours/hours-table.ts';
import { siteSlots } from '#workers/jobs/atlas/hours/site-slots.ts';
import { alone, madeSession, type MadePoint, type MadeTerritory } from '../atlas-session.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { countedPlainly } from '../atlas-oracle.ts';
import { usableSecondsPlainly, type PlainTrip, type Span } from '../usable-hours-plain.ts';

const runs = { numRuns: 150 };
const asked: fc.Arbitrary<Question> = fc
	.record({
		question: anyQuestion,
		profile: fc.constantFrom('full-time' as const, 'retired' as const),
		inCommune: fc.boolean()
	})
	.map(({ question, profile, inCommune }) => ({
		...question,
		profile,
		scope: inCommune ? { kind: 'commune', code: '10001' as InseeCode } : { kind: 'territory' }
	}));

const spansOf = (week: readonly number[]) =>
	Array.from({ length: week.length / 2 }, (_, rank): Span => [week[2 * rank], week[2 * rank + 1]]);

/** A question on a made territory, with lists and sets alone. */
function plainly(made: MadeTerritory, question: Question) {
	const counted = countedPlainly(madeSession(made), question);
	const cutoff = question.cutoffMinutes * 60;
	const weeks = made.sites.map(({ week }, site) => (counted.has(site) ? spansOf(week ?? []) : []));
	const points = made.points.filter(
		({ attached, commune }) => attached && (question.scope.kind === 'territory' || commune === 0)
	);
	// Full time is 40 of the 65 years from 0 to 64.
	const weight = ({ people, peopleOver65 }: MadePoint) =>
		question.profile === 'retired' ? peopleOver65 : ((people - peopleOver65) * 40) / 65;
	const trips = ({ seconds }: MadePoint) =>
		seconds.flatMap((go, site): PlainTrip[] => (go === null ? [] : [{ site, go, back: go }]));
	const windows = spansOf(profileInForce(question.profile, []).freeWindows.term);
	const usable = (point: MadePoint, openings: readonly (readonly Span[])[]) =>
		usableSecondsPlainly(trips(point), { openings, windows, minimumVisitMinutes: 30 }, cutoff);
	const open = (point: MadePoint, openings: readonly (readonly Span[])[]) => {
		const minutes = new Set<number>();
		for (const { site, go } of trips(point)) {
			if (go > cutoff) continue;
			for (const [from, to] of openings[site]) for (let minute = from; minute < to; minute++) minutes.add(minute);
		}
		return minutes.size;
	};
	const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
	return { counted, cutoff, weeks, points, weight, usable, open, sum };
}

const without = (weeks: readonly (readonly Span[])[], site: number, opening?: number) =>
	weeks.map((spans, rank) =>
		rank === site ? spans.filter((_, at) => opening !== undefined && at !== opening) : spans
	);

describe('the table of hours', () => {
	it('says of each site what would be lost without it, and of the rows when one is open', async () => {
		await fc.assert(
			fc.asyncProperty(anyTerritory, asked, async (made, question) => {
				const plain = plainly(made, question);
				const { rows, network } = await hoursTable(madeSession(made), question, alone);
				for (const { site, counted, openings, peopleWithin, onlyHerePersonHours } of rows) {
					const near = plain.points.filter(({ seconds }) => (seconds[site] ?? Infinity) <= plain.cutoff);
					expect(peopleWithin).toBeCloseTo(plain.sum(near.map(plain.weight)), 6);
					expect(counted).toBe(plain.counted.has(site));
					expect(openings === null).toBe(made.sites[site].week === null);
					if (!counted || openings === null) expect(onlyHerePersonHours).toBeNull();
					else {
						const lost = plain.points.map(
							(point) =>
								plain.weight(point) *
								(plain.usable(point, plain.weeks) - plain.usable(point, without(plain.weeks, site)))
						);
						expect(onlyHerePersonHours).toBeCloseTo(plain.sum(lost) / 3600, 6);
					}
				}
				const open = new Set<number>();
				for (const { site } of rows) {
					for (const [from, to] of plain.weeks[site]) for (let minute = from; minute < to; minute++) open.add(minute);
				}
				const unknown =
					rows.some(({ counted }) => counted) && rows.every((row) => !row.counted || row.openings === null);
				const minutes = network && plain.sum(network.openings.map(({ from, to }) => to - from));
				expect(minutes).toBe(unknown ? null : open.size);
				if (network !== null) expect(plain.sum(Object.values(network.byMoment))).toBe(open.size);
			}),
			runs
		);
	});

	it('lists each public site that stands in the scope once, and neighbours after them', async () => {
		await fc.assert(
			fc.asyncProperty(anyTerritory, asked, async (made, question) => {
				const { counted } = plainly(made, question);
				const whole = question.scope.kind === 'territory';
				const { rows } = await hoursTable(madeSession(made), question, alone);
				const expected = [...made.sites.keys()].filter((site) => {
					const { kind, margin, commune } = made.sites[site];
					if (margin) return whole && counted.has(site);
					const isPublic = counted.has(site) || !['administrative', 'return-box'].includes(kind);
					return isPublic && (whole || commune === 0);
				});
				expect(rows.map(({ site }) => site).toSorted((one, other) => one - other)).toEqual(expected);
				const margins = rows.map(({ site }) => Number(made.sites[site].margin));
				expect(margins).toEqual(margins.toSorted());
			}),
			runs
		);
	});
});

describe('the openings of a site', () => {
	it('add up to what the site alone gives; each is the difference with and without it, and its people those who would lose some', async () => {
		await fc.assert(
			fc.asyncProperty(anyTerritory, asked, async (made, question) => {
				const plain = plainly(made, question);
				const session = madeSession(made);
				const { rows } = await hoursTable(session, question, alone);
				for (const { site, onlyHerePersonHours } of rows) {
					const { slots } = await siteSlots(session, { question, site }, alone);
					expect(slots === null).toBe(onlyHerePersonHours === null);
					if (slots === null) continue;
					expect(plain.sum(slots.map((slot) => slot.profilePersonHours ?? NaN))).toBeCloseTo(
						onlyHerePersonHours ?? NaN,
						6
					);
					slots.forEach((slot, rank) => {
						expect([slot.from, slot.to]).toEqual(plain.weeks[site][rank]);
						const less = without(plain.weeks, site, rank);
						const usable = plain.points.map((point) => plain.usable(point, plain.weeks) - plain.usable(point, less));
						const open = plain.points.map((point) => plain.open(point, plain.weeks) - plain.open(point, less));
						const sumOver = (lost: readonly number[], weight: (point: MadePoint) => number) =>
							plain.sum(plain.points.map((point, index) => weight(point) * lost[index]));
						const some = (lost: readonly number[]) => lost.map((each) => (each > 0 ? 1 : 0));
						expect(slot.profilePersonHours).toBeCloseTo(sumOver(usable, plain.weight) / 3600, 6);
						expect(slot.profilePeople).toBeCloseTo(sumOver(some(usable), plain.weight), 6);
						expect(slot.personHours).toBeCloseTo(sumOver(open, ({ people }) => people) / 60, 6);
						expect(slot.people).toBeCloseTo(
							sumOver(some(open), ({ people }) => people),
							6
						);
					});
				}
			}),
			runs
		);
	});
});
