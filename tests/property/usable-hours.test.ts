import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withChangedPart } from '#core/access/touched-points.ts';
import { changedWindows } from '#core/hours/changed-windows.ts';
import { intersectIntervals, normalizeIntervals, totalMinutes, unionIntervals } from '#core/hours/intervals.ts';
import { marginalHours } from '#core/hours/marginal.ts';
import { MOMENT_NAMES, MOMENTS } from '#core/hours/moments.ts';
import type { PeopleOfProfile } from '#core/hours/profile-weights.ts';
import {
	pointsInReach,
	usableHours,
	usableHoursOfTouched,
	usableSecondsByMoment,
	wholeMinutes
} from '#core/hours/usable-hours.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import { packed, roundTrips, secondsAt, usableSeconds, visitsOf } from '../usable-hours-case.ts';
import type { PlainTask, PlainTrip, Span } from '../usable-hours-plain.ts';
import { secondsSummed, secondsUnited, usableSecondsPlainly, visitsPlainly } from '../usable-hours-plain.ts';

const WEEK = 10_080;
const pairsOf = (flat: readonly number[]) =>
	Array.from({ length: flat.length / 2 }, (_, rank): Span => [flat[2 * rank], flat[2 * rank + 1]]);
/** Intervals crowded into two days, so that sites overlap, now and then anywhere in the week; disjoint and not touching. */
const spans = (most: number) =>
	fc
		.array(
			fc.tuple(
				fc.oneof(
					{ weight: 5, arbitrary: fc.integer({ min: 3200, max: 5600 }) },
					{ weight: 1, arbitrary: fc.integer({ min: 0, max: WEEK - 1 }) }
				),
				fc.integer({ min: 1, max: 600 })
			),
			{ maxLength: most }
		)
		.map((each) => pairsOf(normalizeIntervals(each.flatMap(([from, lasts]) => [from, Math.min(from + lasts, WEEK)]))));
const seconds = fc.oneof(
	fc.integer({ min: 0, max: 2400 }),
	fc.integer({ min: 0, max: 40 }).map((m) => m * 60)
);
const minimumVisit = fc.constantFrom(0, 1, 15, 30, 60);

const tripsTo = (siteCount: number): fc.Arbitrary<PlainTrip[]> =>
	fc
		.array(fc.record({ go: seconds, back: fc.option(seconds, { freq: 6 }) }), {
			minLength: siteCount,
			maxLength: siteCount
		})
		.chain((ways) => fc.subarray(ways.map((way, site) => ({ site, ...way }))));
const taskAt = (siteCount: number): fc.Arbitrary<PlainTask> =>
	fc.record({
		openings: fc.array(spans(4), { minLength: siteCount, maxLength: siteCount }),
		windows: spans(4),
		minimumVisitMinutes: minimumVisit
	});
/** Several demand points, several tasks, rising cutoffs. */
const territory = fc.integer({ min: 1, max: 7 }).chain((siteCount) =>
	fc.record({
		siteCount: fc.constant(siteCount),
		points: fc.array(tripsTo(siteCount), { minLength: 1, maxLength: 4 }),
		tasks: fc.array(taskAt(siteCount), { minLength: 1, maxLength: 3 }),
		cutoffs: fc
			.uniqueArray(fc.integer({ min: 0, max: 2400 }), { minLength: 1, maxLength: 3 })
			.map((each) => each.toSorted((one, other) => one - other))
	})
);
/** One demand point, one task. */
const place = fc
	.integer({ min: 1, max: 7 })
	.chain((siteCount) =>
		fc.record({ trips: tripsTo(siteCount), task: taskAt(siteCount), cutoff: fc.integer({ min: 0, max: 2400 }) })
	);
const longer = fc.integer({ min: 1, max: 300 });
const runs = { numRuns: 400 };

describe('usable hours equal the plain union of visits', () => {
	it('to the second, for every point, task and cutoff at once', () => {
		fc.assert(
			fc.property(territory, ({ siteCount, points, tasks, cutoffs }) => {
				const hours = usableHours(roundTrips(points, siteCount), visitsOf(tasks), cutoffs);
				const minutes = wholeMinutes(hours.seconds);
				points.forEach((trips, point) =>
					tasks.forEach((task, taskRank) =>
						cutoffs.forEach((cutoff, rank) => {
							const plain = usableSecondsPlainly(trips, task, cutoff);
							expect(secondsAt(hours, point, taskRank, rank)).toBe(plain);
							expect(plain).toBeLessThanOrEqual(secondsSummed(visitsPlainly(trips, task, cutoff)));
							const at = (taskRank * cutoffs.length + rank) * points.length + point;
							expect(minutes[at]).toBe(Math.floor(plain / 60));
							expect(minutes[at]).toBeLessThanOrEqual(WEEK);
						})
					)
				);
			}),
			runs
		);
	});

	it('when tasks share their windows and weeks too', () => {
		fc.assert(
			fc.property(place, spans(4), minimumVisit, ({ trips, task, cutoff }, more, minimum) => {
				const windows = [task.windows, unionIntervals([task.windows.flat(), more.flat()]), task.windows.slice(0, 1)];
				const tasks = windows.map((each) => pairsOf(each.flat()));
				const visits = possibleVisits(
					[packed(task.openings)],
					[minimum, task.minimumVisitMinutes].flatMap((minimumVisitMinutes) =>
						tasks.map((each) => ({ week: 0, windows: each.flat(), minimumVisitMinutes }))
					)
				);
				const hours = usableHours(roundTrips([trips], task.openings.length), visits, [cutoff]);
				const plain = [minimum, task.minimumVisitMinutes].flatMap((minimumVisitMinutes) =>
					tasks.map((each) => usableSecondsPlainly(trips, { ...task, windows: each, minimumVisitMinutes }, cutoff))
				);
				expect([...hours.seconds]).toEqual(plain);
			}),
			runs
		);
	});

	it('and moments share them out whole, each within its own minutes', () => {
		fc.assert(
			fc.property(territory, ({ siteCount, points, tasks, cutoffs }) => {
				const [reach, visits] = [roundTrips(points, siteCount), visitsOf(tasks)];
				const hours = usableHours(reach, visits, cutoffs);
				tasks.forEach((task, taskRank) => {
					const byMoment = usableSecondsByMoment(reach, visits, cutoffs[0], taskRank);
					points.forEach((trips, point) => {
						let sum = 0;
						MOMENT_NAMES.forEach((name, moment) => {
							const value = byMoment[moment * points.length + point];
							const limits = pairsOf(MOMENTS[name]);
							const inside = visitsPlainly(trips, task, cutoffs[0]).flatMap(([from, to]) =>
								limits
									.map(([low, high]): Span => [Math.max(from, low * 60), Math.min(to, high * 60)])
									.filter(([low, high]) => low < high)
							);
							expect(value).toBe(secondsUnited(inside));
							sum += value;
						});
						expect(sum).toBe(secondsAt(hours, point, taskRank, 0));
					});
				});
			}),
			runs
		);
	});
});

describe('usable hours never', () => {
	/** The two figures that `pair` draws from anything generated are in order. */
	function inOrder<Given>(given: fc.Arbitrary<Given>, pair: (given: Given) => readonly [less: number, more: number]) {
		fc.assert(
			fc.property(given, (each) => {
				const [less, more] = pair(each);
				expect(less).toBeLessThanOrEqual(more);
			}),
			runs
		);
	}

	it('fall with a larger cutoff', () => {
		inOrder(fc.tuple(place, longer), ([{ trips, task, cutoff }, more]) => [
			usableSeconds(trips, task, cutoff),
			usableSeconds(trips, task, cutoff + more)
		]);
	});

	it('fall with longer openings or longer free time', () => {
		inOrder(fc.tuple(place, longer, fc.boolean()), ([{ trips, task, cutoff }, more, ofWindows]) => {
			const widened = (each: readonly Span[]) =>
				pairsOf(
					normalizeIntervals(each.flatMap(([from, to]) => [Math.max(0, from - more), Math.min(WEEK, to + (more >> 1))]))
				);
			const wider = ofWindows
				? { ...task, windows: widened(task.windows) }
				: { ...task, openings: task.openings.map(widened) };
			return [usableSeconds(trips, task, cutoff), usableSeconds(trips, wider, cutoff)];
		});
	});

	it('rise with a longer minimum visit', () => {
		inOrder(fc.tuple(place, longer), ([{ trips, task, cutoff }, more]) => {
			const stricter = { ...task, minimumVisitMinutes: task.minimumVisitMinutes + more };
			return [usableSeconds(trips, stricter, cutoff), usableSeconds(trips, task, cutoff)];
		});
	});

	it('rise with longer travel, there or back', () => {
		inOrder(fc.tuple(place, longer, longer), ([{ trips, task, cutoff }, there, home]) => {
			const slower = trips.map(({ site, go, back }) => ({
				site,
				go: go + there,
				back: back === null ? null : back + home
			}));
			return [usableSeconds(slower, task, cutoff), usableSeconds(trips, task, cutoff)];
		});
	});

	it('rise when a site goes', () => {
		inOrder(fc.tuple(place, fc.nat()), ([{ trips, task, cutoff }, pick]) => {
			const openings = task.openings.map((each, site) => (site === pick % task.openings.length ? [] : each));
			return [usableSeconds(trips, { ...task, openings }, cutoff), usableSeconds(trips, task, cutoff)];
		});
	});

	it('exceed the free time open somewhere; they are all of it next door, with no minimum visit', () => {
		fc.assert(
			fc.property(place, ({ trips, task, cutoff }) => {
				const near = trips.filter(({ go, back }) => go <= cutoff && back !== null);
				const openings = unionIntervals(near.map(({ site }) => task.openings[site].flat()));
				const openAndFree = totalMinutes(intersectIntervals(openings, task.windows.flat())) * 60;
				expect(usableSeconds(trips, task, cutoff)).toBeLessThanOrEqual(openAndFree);
				const nextDoor = near.map(({ site }) => ({ site, go: 0, back: 0 }));
				expect(usableSeconds(nextDoor, { ...task, minimumVisitMinutes: 0 }, cutoff)).toBe(openAndFree);
			}),
			runs
		);
	});
});

describe('a change of one site', () => {
	it('touches only the points that reach it, and gives them what a whole computation gives', () => {
		fc.assert(
			fc.property(
				territory,
				fc.nat(),
				fc.array(spans(4), { minLength: 3, maxLength: 3 }),
				({ siteCount, points, tasks, cutoffs }, pick, hours) => {
					const changed = pick % siteCount;
					const reach = roundTrips(points, siteCount);
					const before = usableHours(reach, visitsOf(tasks), cutoffs);
					const newTasks = tasks.map((task, rank) => ({
						...task,
						openings: task.openings.map((each, site) => (site === changed ? hours[rank] : each))
					}));
					const visits = visitsOf(newTasks);
					const after = usableHours(reach, visits, cutoffs);
					const index = pointsInReach(reach);
					const touched = index.points.slice(index.first[changed], index.first[changed + 1]);
					expect([...touched]).toEqual(
						points.flatMap((trips, point) => (trips.some(({ site }) => site === changed) ? [point] : []))
					);
					const rows = usableHoursOfTouched(reach, visits, cutoffs, touched);
					points.forEach((_, point) => {
						const row = touched.indexOf(point);
						tasks.forEach((_task, task) =>
							cutoffs.forEach((_cutoff, cutoff) => {
								const updated = row < 0 ? secondsAt(before, point, task, cutoff) : secondsAt(rows, row, task, cutoff);
								expect(updated).toBe(secondsAt(after, point, task, cutoff));
							})
						);
					});
				}
			),
			runs
		);
	});

	it('changes what the windows in which its hours are other come to, and nothing else', () => {
		fc.assert(
			fc.property(territory, fc.nat(), spans(4), ({ siteCount, points, tasks: [task], cutoffs }, pick, hours) => {
				const reach = roundTrips(points, siteCount);
				const openings = task.openings.map((each, site) => (site === pick % siteCount ? hours : each));
				const windows = changedWindows(packed(task.openings), packed(openings), task.windows.flat());
				const sweep = (of: PlainTask['openings'], within: readonly Span[]) =>
					usableHours(reach, visitsOf([{ ...task, openings: of, windows: within }]), cutoffs).seconds;
				const [now, then] = [openings, task.openings].map((of) => sweep(of, pairsOf(windows)));
				const everyRow = Uint32Array.from({ length: points.length * cutoffs.length }, (_, row) => row);
				const renewed = withChangedPart(sweep(task.openings, task.windows), everyRow, { now, then });
				expect(renewed).toEqual(sweep(openings, task.windows));
				// The windows told are windows of the task, those of other hours and no more.
				const isOther = ([from, to]: Span) => {
					const cut = (of: PlainTask['openings']) => of.map((each) => intersectIntervals(each.flat(), [from, to]));
					return JSON.stringify(cut(openings)) !== JSON.stringify(cut(task.openings));
				};
				expect(pairsOf(windows)).toEqual(pairsOf(normalizeIntervals(task.windows.flat())).filter(isOther));
			}),
			runs
		);
	});

	it('loses what it alone gives: the difference of the hours with and without it, and likewise of each opening', () => {
		fc.assert(
			fc.property(territory, fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }), (given, weights) => {
				const { siteCount, points, tasks, cutoffs } = given;
				const [task, cutoff] = [tasks[0], cutoffs[0]];
				const people = Float64Array.from(points, (_, point) => weights[point] / 4) as PeopleOfProfile<'a'>;
				const marginal = marginalHours(roundTrips(points, siteCount), visitsOf([task]), packed(task.openings), cutoff, {
					profile: 'a',
					people,
					basis: 'ages'
				});
				const personMinutes = (openings: PlainTask['openings']) =>
					points.reduce(
						(sum, trips, point) =>
							sum + (people[point] * usableSecondsPlainly(trips, { ...task, openings }, cutoff)) / 60,
						0
					);
				const all = personMinutes(task.openings);
				let rank = 0;
				task.openings.forEach((each, gone) => {
					const without = task.openings.map((spansOf, site) => (site === gone ? [] : spansOf));
					expect(marginal.bySite[gone]).toBeCloseTo(all - personMinutes(without), 6);
					for (const opening of each) {
						const less = task.openings.map((spansOf, site) =>
							site === gone ? spansOf.filter((one) => one !== opening) : spansOf
						);
						const losers = points.reduce((sum, trips, point) => {
							const [before, after] = [task.openings, less].map((openings) =>
								usableSecondsPlainly(trips, { ...task, openings }, cutoff)
							);
							return before > after ? sum + people[point] : sum;
						}, 0);
						expect(marginal.peopleByOpening[rank]).toBe(losers);
						expect(marginal.byOpening[rank++]).toBeCloseTo(all - personMinutes(less), 6);
					}
				});
				expect(rank).toBe(marginal.byOpening.length);
			}),
			runs
		);
	});
});
