import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POINT_IN_DEFICIT, POINT_UNATTACHED } from '#core/sectors/deficit.ts';
import type { SectorThreshold } from '#core/sectors/threshold.ts';
import { contiguitiesOf } from '#workers/jobs/sectors/contiguities.ts';
import { defaultTerms, sectorsEvidence, type SectorsInput } from '#workers/jobs/sectors/evidence.ts';
import { baselineThreshold, findSectors } from '#workers/jobs/sectors/find.ts';
import { madeInput, perturbed, sharedPeople, type MadeCell, type MadeGridSite } from '../sectors-case.ts';

const SIDE = 12;
const WEEKS: readonly (readonly number[] | null)[] = [
	null,
	[],
	// Tuesday 14–17; Wednesday 14–18 and Saturday 10–12; Friday 17–19 and Saturday 9–13.
	[2280, 2460],
	[3720, 3960, 7800, 7920],
	[6780, 6900, 7740, 7980]
];
const site = fc.record({ week: fc.constantFrom(...WEEKS), counted: fc.boolean() });
const time = fc.option(fc.integer({ min: 0, max: 1800 }), { freq: 4 });
/** Cells anywhere on a small grid, times without any order, sites whose hours are not known, ways back that are not. */
const anything = fc.array(site, { minLength: 1, maxLength: 4 }).chain((sites) =>
	fc.record({
		sites: fc.constant(sites),
		cells: fc.uniqueArray(
			fc.record({
				place: fc.nat(SIDE * SIDE - 1),
				people: fc.integer({ min: 0, max: 400 }).map((half) => half / 2),
				seconds: fc.array(time, { minLength: sites.length, maxLength: sites.length }),
				oneWay: fc.boolean(),
				attached: fc.boolean()
			}),
			{ selector: ({ place }) => place, minLength: 1, maxLength: 60 }
		)
	})
);
const inputOf = ({
	sites,
	cells
}: {
	sites: MadeGridSite[];
	cells: (Omit<MadeCell, 'column' | 'row'> & { place: number })[];
}) =>
	madeInput(
		cells.map(({ place, ...cell }) => ({ ...cell, column: place % SIDE, row: Math.floor(place / SIDE) })),
		sites
	);

function sectorsOf(input: SectorsInput, cutoffSeconds = 900, change: Partial<SectorThreshold> = {}) {
	const { population } = input.territory;
	const evidence = sectorsEvidence(input, defaultTerms(cutoffSeconds));
	const threshold = { ...baselineThreshold(evidence, population), ...change };
	return findSectors(evidence, threshold, population, contiguitiesOf(population));
}

describe('sectors of any territory', () => {
	it('hold each cell once, and with the people not individualised all that smoothing keeps', () => {
		fc.assert(
			fc.property(anything, (made) => {
				const input = inputOf(made);
				const { states, smoothed, groups, causes } = sectorsOf(input);
				const { people } = input.territory.population;
				const kept = people.reduce((sum, each, point) => sum + (smoothed[point] === 1 ? each : 0), 0);
				const inSectors = groups.people.reduce((sum, each) => sum + each, 0);
				// Halves of people: sums are exact.
				expect(inSectors + groups.peopleNotIndividualised).toBe(kept);
				groups.people.forEach((each, sector) => {
					expect(each).toBeGreaterThanOrEqual(300);
					expect(people.reduce((sum, one, point) => sum + (groups.sectorOf[point] === sector ? one : 0), 0)).toBe(each);
				});
				groups.sectorOf.forEach((sector, point) => {
					if (sector >= 0) expect(smoothed[point]).toBe(1);
					if (states[point] === POINT_UNATTACHED) expect(smoothed[point]).toBe(0);
					expect(causes[point] > 0).toBe(states[point] === POINT_IN_DEFICIT);
				});
			})
		);
	});

	it('are the same the second time', () => {
		fc.assert(
			fc.property(anything, (made) => {
				expect(sectorsOf(inputOf(made))).toEqual(sectorsOf(inputOf(made)));
			}),
			{ numRuns: 30 }
		);
	});

	it('lose no cell to a higher threshold: neither below it, nor after smoothing', () => {
		const hours = fc.integer({ min: 0, max: 10 });
		fc.assert(
			fc.property(anything, hours, hours, fc.constantFrom(300, 600, 900), (made, some, more, shorter) => {
				const input = inputOf(made);
				const asks = (seconds: number) => {
					const hoursKnown = sectorsEvidence(input, defaultTerms(900)).usableSeconds !== null;
					return { minimumUsableSeconds: hoursKnown ? seconds * 3600 : null };
				};
				const low = sectorsOf(input, 900, asks(Math.min(some, more)));
				const high = sectorsOf(input, shorter, asks(Math.max(some, more)));
				low.states.forEach((state, point) => {
					if (state === POINT_IN_DEFICIT) expect(high.states[point]).toBe(POINT_IN_DEFICIT);
					if (low.smoothed[point] === 1) expect(high.smoothed[point]).toBe(1);
				});
			})
		);
	});
});

/** Cells of a side, some 13 km: as wide as an intercommunality of the plain. */
const WIDE = 64;
const hamlets = fc.array(
	fc.record({
		column: fc.nat(WIDE - 1),
		row: fc.nat(WIDE - 1),
		people: fc.integer({ min: 100, max: 1500 }),
		radius: fc.integer({ min: 1, max: 4 })
	}),
	{ minLength: 25, maxLength: 45 }
);
const openSites = fc.array(
	fc.record({ column: fc.nat(WIDE - 1), row: fc.nat(WIDE - 1), week: fc.constantFrom(...WEEKS.slice(2)) }),
	{ minLength: 2, maxLength: 4 }
);

/** People of hamlets, thinner away from their middle, who travel straight at 7 m/s after two minutes. */
function countryside(places: typeof hamlets extends fc.Arbitrary<infer T> ? T : never, sites: Located[]): MadeCell[] {
	const people = new Float64Array(WIDE * WIDE);
	for (const { column, row, people: all, radius } of places) {
		for (let y = Math.max(0, row - radius); y <= Math.min(WIDE - 1, row + radius); y++) {
			for (let x = Math.max(0, column - radius); x <= Math.min(WIDE - 1, column + radius); x++) {
				people[y * WIDE + x] += all / (2 * radius + 1) ** 2;
			}
		}
	}
	return [...people].flatMap((each, place) => {
		if (each === 0) return [];
		const [column, row] = [place % WIDE, Math.floor(place / WIDE)];
		const metres = sites.map((one) => 200 * Math.hypot(one.column - column, one.row - row));
		return [{ column, row, people: each, seconds: metres.map((each) => capped(120 + each / 7)) }];
	});
}

interface Located {
	readonly column: number;
	readonly row: number;
}

const capped = (seconds: number) => (seconds > 1800 ? null : Math.round(seconds));

/** Of fewer people, one hamlet that comes to 300 inhabitants, or no longer does, makes a tenth. */
const FEWEST_IN_SECTORS = 6000;

describe('sectors of a countryside', () => {
	it('keep nine tenths of their people when people and times change by a hundredth', () => {
		fc.assert(
			fc.property(hamlets, openSites, fc.nat(), (places, sites, seed) => {
				const cells = countryside(places, sites);
				const before = madeInput(cells, sites);
				const { people } = before.territory.population;
				const [was, is] = [sectorsOf(before), sectorsOf(perturbed(before, seed))];
				fc.pre(was.groups.people.reduce((sum, each) => sum + each, 0) >= FEWEST_IN_SECTORS);
				expect(sharedPeople(people, was.groups.sectorOf, is.groups.sectorOf)).toBeGreaterThanOrEqual(0.9);
			}),
			{ numRuns: 40 }
		);
	});
});
