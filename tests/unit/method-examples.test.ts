import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GRAVITY_DECAY_PER_MINUTE } from '#domain/supply-measure.ts';
import { NODE_FLAGS } from '#domain/road-network.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { normalisedName } from '#io/sites/site-names.ts';
import { coverageByGroup } from '#core/access/coverage.ts';
import { E2SFCA_STEPS, exponentialDecay, stepDecay } from '#core/access/decay.ts';
import { twoStepAccess } from '#core/access/two-step.ts';
import { fgtIndex } from '#core/equity/fgt.ts';
import { giniIndex } from '#core/equity/gini.ts';
import { amountShare, lorenzCurve } from '#core/equity/lorenz.ts';
import { palmaRatio } from '#core/equity/palma.ts';
import { matchPlaces } from '#core/follow-up/match-places.ts';
import { nameLikeness } from '#core/follow-up/name-likeness.ts';
import { openAt } from '#core/hours/intervals.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { bikeWayUse } from '#core/roads/bike-profile.ts';
import { bdTopoWayUse } from '#core/roads/bdtopo-profile.ts';
import { carWayUse } from '#core/roads/car-profile.ts';
import { footWayUse } from '#core/roads/foot-profile.ts';
import type { RoadGraph } from '#core/roads/road-graph.ts';
import { turnDeciseconds, uTurnDeciseconds } from '#core/roads/turn-costs.ts';
import { freeTurns } from '#core/roads/turn-rules.ts';
import { pointStates, shortfalls } from '#core/sectors/deficit.ts';
import { DEFAULT_LOW_SUPPLY_SHARE } from '#core/sectors/threshold.ts';
import { accessOf } from '#core/travel/attachments.ts';
import { estimateSeconds, type EstimatedModel } from '#core/travel/estimated/model.ts';
import type { Snaps } from '#core/travel/snap.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { hoursReport } from '#workers/jobs/hours-report.ts';
import * as example from '../../src/lib/ui/method/examples.ts';
import * as stated from '../../src/lib/ui/method/stated.ts';
import { usableSeconds } from '../usable-hours-case.ts';
import { secondsSummed, secondsUnited, visitsPlainly } from '../usable-hours-plain.ts';

const MODES = ['car', 'bike', 'foot'] as const;
const model = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../data/reference/estimated-model.json'), 'utf8')
) as EstimatedModel;

describe('the examples of the page of methods come out of the kernels', () => {
	it('estimated times', () => {
		const { metres, seconds } = example.ESTIMATED_EXAMPLE;
		for (const mode of MODES) expect(estimateSeconds(model, mode, metres)).toBe(seconds[mode]);
	});

	it('coverage', () => {
		const { attached, cutoffMinutes, points, share, unattached, within } = example.COVERAGE_EXAMPLE;
		const found = coverageByGroup(
			Uint32Array.from(points, ({ minutes }) => (minutes === null ? UNREACHABLE : minutes * 60)),
			Float64Array.from(points, ({ people }) => people),
			Uint8Array.from(points, ({ minutes }) => (minutes === null ? 0 : 1)),
			new Int32Array(points.length),
			1,
			cutoffMinutes * 60
		);
		expect([found.within[0], found.attached[0]]).toEqual([within, attached]);
		expect(within / attached).toBe(share);
		expect(points.reduce((sum, { people }) => sum + people, 0)).toBe(attached + unattached);
	});

	it('usable hours, their visits, and what is open at the moments told', () => {
		const { cutoffMinutes, sites, windows, minimumVisitMinutes, visits, ...results } = example.USABLE_EXAMPLE;
		const task = { openings: sites.map(({ openings }) => openings), windows, minimumVisitMinutes };
		const trips = sites.map(({ minutesAway }, site) => ({ site, go: minutesAway * 60, back: minutesAway * 60 }));
		const cutoff = cutoffMinutes * 60;
		expect(usableSeconds(trips, task, cutoff)).toBe(results.usableMinutes * 60);
		expect(usableSeconds(trips.slice(0, 1), task, cutoff)).toBe(results.firstSiteMinutes * 60);
		expect(secondsUnited(task.openings.flat())).toBe(results.openMinutes);
		const inSeconds = visits.map(({ visit }) => visit.map((minute) => minute * 60));
		expect(new Set(visitsPlainly(trips, task, cutoff).map(String))).toEqual(new Set(inSeconds.map(String)));
		expect(secondsSummed(visitsPlainly(trips, task, cutoff))).toBe(results.summedMinutes * 60);
		const isOpen = (hour: number) => sites.map(({ openings }) => openAt(openings.flat(), (2 * 24 + hour) * 60));
		expect([isOpen(17.5), isOpen(18)]).toEqual([
			[true, true],
			[false, true]
		]);
	});

	it('people of a profile whose band is cut', () => {
		const { ages, bands, people } = example.PROFILE_EXAMPLE;
		const of = (own: readonly (typeof bands)[number][]) =>
			profilePeople(
				{
					kind: 'grid-200m',
					count: 1,
					ids: ['a'],
					lon: new Float64Array(1),
					lat: new Float64Array(1),
					people: Float64Array.of(290),
					communeCodes: [null],
					imputed: null,
					households: null,
					poorHouseholds: null,
					ageBands: bands.map((band) => ({ ...band, people: Float64Array.of(own.includes(band) ? band.people : 0) }))
				},
				{ id: 'a', ages, freeWindows: { term: [], 'small-holidays': [], summer: [] }, minimumVisitMinutes: 30 }
			);
		expect(of(bands)).toMatchObject({ basis: 'split', people: Float64Array.of(people) });
		for (const band of bands) expect(of([band]).people[0]).toBe(band.taken);
	});

	it('E2SFCA', () => {
		const { capacityGiven, minutes, people, per1000, weeklyHours } = example.SUPPLY_EXAMPLE;
		const pairs = {
			demandCount: people.length,
			supplyCount: weeklyHours.length,
			first: Uint32Array.from([0, 2, 4, 6]),
			column: Uint32Array.from([0, 1, 0, 1, 0, 1]),
			value: Float64Array.from(minutes.flat(), (each) => each * 60)
		};
		const { access } = twoStepAccess(
			pairs,
			Float64Array.from(people),
			Float64Array.from(weeklyHours),
			stepDecay(E2SFCA_STEPS)
		);
		per1000.forEach((each, hamlet) => expect(access[hamlet] * 1000).toBeCloseTo(each, 3));
		expect(access.reduce((sum, each, hamlet) => sum + each * people[hamlet], 0)).toBeCloseTo(capacityGiven, 9);
	});

	it('equity', () => {
		const { gap, gini, headcount, line, lowerHalfShare, palma, people, severity, simpleGini, values } =
			example.EQUITY_EXAMPLE;
		expect(giniIndex(values, people)).toBeCloseTo(gini, 3);
		expect(palmaRatio(values, people)).toBeCloseTo(palma, 2);
		const curve = lorenzCurve(values, people);
		expect(curve && amountShare(curve, 0.5)).toBeCloseTo(lowerHalfShare, 3);
		[headcount, gap, severity].forEach((each, aversion) =>
			expect(fgtIndex(values, people, line, aversion as 0 | 1 | 2)).toBeCloseTo(each, 12)
		);
		expect(giniIndex([1, 2, 3, 4], [1, 1, 1, 1])).toBeCloseTo(simpleGini, 12);
	});

	it('the deficit of a sector', () => {
		const { cutoffMinutes, deficit, minimumUsableHours, points } = example.SECTOR_EXAMPLE;
		const access = {
			attached: new Uint8Array(points.length).fill(1),
			nearestSeconds: Uint32Array.from(points, ({ minutes }) => minutes * 60),
			usableSeconds: Uint32Array.from(points, ({ usableHours }) => (usableHours ?? 0) * 3600),
			uncertain: new Uint8Array(points.length)
		};
		const threshold = {
			cutoffSeconds: cutoffMinutes * 60,
			minimumUsableSeconds: minimumUsableHours * 3600,
			lowSupply: null
		};
		const lacking = shortfalls(pointStates(access, threshold), access, threshold);
		expect([...lacking]).toEqual(points.map((point) => point.lacking));
		expect(points.map(({ people }, point) => people * lacking[point])).toEqual(points.map((point) => point.deficit));
		expect(points.reduce((sum, point) => sum + point.deficit, 0)).toBe(deficit);
	});

	it('hours of a week and of a year', () => {
		const { departement, everyWeek, firstSaturday, year, zone, ...told } = example.CALENDAR_EXAMPLE;
		expect(hoursReport(everyWeek, zone, departement, year)).toMatchObject({
			weekly_hours: told.weeklyHours,
			yearly_hours: told.yearlyHours,
			yearly_by_period: {
				term: told.termHours,
				small_holidays: told.smallHolidaysHours,
				summer: told.summerHours
			}
		});
		const { periods } = hoursReport(firstSaturday, zone, departement, year);
		expect(periods.term).toBeCloseTo((2 * told.firstTermSaturdays) / told.termSaturdays, 4);
		expect(Math.round((periods.term ?? NaN) * 60)).toBe(told.firstSaturdayMinutes);
	});

	it('names of places of two times', () => {
		const { alike, renamed } = example.FOLLOW_UP_EXAMPLE;
		for (const { before, after, likeness, metres } of [alike, renamed]) {
			const place = (id: string, name: string, north: number) => ({
				id,
				name: normalisedName(name),
				lon: 5,
				lat: 45 + north / 111_195,
				communeCode: null
			});
			const [pair] = matchPlaces([place('a', before, 0)], [place('b', after, metres)]);
			expect(nameLikeness(normalisedName(before), normalisedName(after))).toBeCloseTo(likeness, 2);
			expect(pair.metres).toBeCloseTo(metres, 0);
			expect(pair.match).toBe(likeness === alike.likeness ? 'name-and-place' : null);
		}
	});
});

describe('what the page of methods states of the kernels is what they do', () => {
	it('speeds on roads', () => {
		for (const [highway, kmh] of Object.entries(stated.CAR_KMH)) expect(carWayUse({ highway })?.forward?.kmh).toBe(kmh);
		const signed = carWayUse({ highway: 'secondary', maxspeed: '80' });
		expect(signed?.forward?.kmh).toBeCloseTo(80 * stated.LIMIT_SHARE, 12);
		expect(bikeWayUse({ highway: 'residential' })?.forward?.kmh).toBe(stated.RIDING_KMH);
		expect(footWayUse({ highway: 'residential' })?.forward?.kmh).toBe(stated.WALKING_KMH);
		expect(footWayUse({ highway: 'steps' })?.forward?.kmh).toBe(stated.STEPS_KMH);
	});

	it('between a place and the road, at junctions, in town', () => {
		for (const mode of MODES) {
			const snaps = { metres: Float64Array.of(1000) } as Partial<Snaps> as Snaps;
			const deciseconds = accessOf({ mode } as Partial<RoadGraph> as RoadGraph, snaps, 0, 'timed');
			expect(deciseconds).toBe(36_000 / stated.ACCESS_KMH[mode]);
		}
		const { back, left, right, signal } = stated.TURN_SECONDS;
		expect([turnDeciseconds(90), turnDeciseconds(-90), uTurnDeciseconds()]).toEqual(
			[right, left, back].map((s) => s * 10)
		);
		const network = { nodeFlags: Uint8Array.of(NODE_FLAGS.trafficSignals) };
		const edges = { junctionNode: Uint32Array.of(0), head: Uint32Array.of(0), tail: Uint32Array.of(0) };
		const turns = freeTurns(
			network as Partial<Parameters<typeof freeTurns>[0]> as Parameters<typeof freeTurns>[0],
			edges as Partial<Parameters<typeof freeTurns>[1]> as Parameters<typeof freeTurns>[1]
		);
		expect(turns.cost(0, 0)).toBe(signal * 10);
		const town = { nature: 'Route à 1 chaussée', vitesse_moyenne_vl: '30', urbain: 'true' };
		expect(bdTopoWayUse(town, 'car')?.fixedSeconds).toBe(stated.URBAN_SECTION_SECONDS);
	});

	it('the estimated model and the longest time', () => {
		const { bikeKmh, car, detour, footKmh } = stated.ESTIMATED;
		expect(model.modes.car).toMatchObject({ ...car, detour });
		for (const [mode, kmh] of [
			['bike', bikeKmh],
			['foot', footKmh]
		] as const) {
			expect(model.modes[mode]).toMatchObject({ detour, calibrated: false, terminalSeconds: 0 });
			expect(model.modes[mode].topMetresPerSecond * 3.6).toBeCloseTo(kmh, 2);
			expect(model.modes[mode].startMetresPerSecond).toBe(model.modes[mode].topMetresPerSecond);
		}
		expect(stated.LONGEST_MINUTES * 60).toBe(CAP_SECONDS);
	});

	it('weights of supply and lines', () => {
		expect(stated.E2SFCA_WEIGHTS.map(({ minutes, weight }) => ({ cost: minutes * 60, weight }))).toEqual(E2SFCA_STEPS);
		expect(exponentialDecay(GRAVITY_DECAY_PER_MINUTE)(7)).toBeCloseTo(0.5, 2);
		expect(stated.LOW_SUPPLY_SHARE).toBe(DEFAULT_LOW_SUPPLY_SHARE);
	});
});
