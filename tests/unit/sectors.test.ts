import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import {
	CAUSE_CAPACITY,
	CAUSE_DISTANCE,
	CAUSE_HOURS,
	NO_CAUSE,
	peopleByCause,
	pointCauses
} from '#core/sectors/cause.ts';
import {
	gridContiguity,
	hexagonContiguity,
	noContiguity,
	pointContiguity,
	type Contiguity
} from '#core/sectors/contiguity.ts';
import {
	POINT_IN_DEFICIT,
	POINT_SERVED,
	POINT_UNATTACHED,
	POINT_UNKNOWN,
	pointStates,
	shortfalls
} from '#core/sectors/deficit.ts';
import { groupSectors, smoothedDeficit } from '#core/sectors/sectors.ts';
import { freezeThreshold } from '#core/sectors/threshold.ts';
import { UNREACHABLE } from '#domain/travel.ts';

const [S, D, U, X] = [POINT_SERVED, POINT_IN_DEFICIT, POINT_UNKNOWN, POINT_UNATTACHED];
const HOUR = 3600;
const threshold = { cutoffSeconds: 900, minimumUsableSeconds: 4 * HOUR, lowSupply: 0.01 };
const near = ({ first, neighbour }: Contiguity, point: number) => [
	...neighbour.subarray(first[point], first[point + 1])
];

describe('the threshold', () => {
	const access = {
		attached: Uint8Array.of(1, 1, 1, 1, 1, 0),
		// At the cutoff; a second beyond; beyond the cap; near.
		nearestSeconds: Uint32Array.of(900, 901, UNREACHABLE, 60, 60, UNREACHABLE),
		usableSeconds: Uint32Array.of(4 * HOUR, 0, 0, 3 * HOUR, 4 * HOUR - 1, 0),
		uncertain: Uint8Array.of(1, 0, 0, 0, 1, 0)
	};
	const states = pointStates(access, threshold);

	it('is inclusive, says nothing of what is not known, and leaves out what is off the network', () => {
		expect([...states]).toEqual([S, D, D, D, U, X]);
	});

	it('is of distance alone where no hours are known', () => {
		const blind = { ...access, usableSeconds: null };
		expect([...pointStates(blind, { ...threshold, minimumUsableSeconds: null })]).toEqual([S, D, D, S, S, X]);
	});

	it('is lacked whole beyond the cutoff, and for the hours that are missing within it', () => {
		expect([...shortfalls(states, access, threshold)]).toEqual([0, 1, 1, 0.25, 0, 0]);
	});

	it('is frozen: half of what half of the people have on the baseline becomes a figure', () => {
		const choice = { cutoffSeconds: 900, minimumUsableSeconds: 4 * HOUR, lowSupplyShare: 0.5 };
		// Of 10 people, 6 have 0.04 or less: the median is 0.04. The point without weight is left out.
		const frozen = freezeThreshold(choice, Float64Array.of(0.02, 0.04, 0.08, 9), Float64Array.of(3, 3, 4, 0));
		expect(frozen.lowSupply).toBe(0.02);
		expect(Object.isFrozen(frozen)).toBe(true);
		expect(freezeThreshold(choice, null, Float64Array.of(1)).lowSupply).toBeNull();
	});
});

describe('contiguity', () => {
	it('joins cells of a grid across one empty cell and not across two, and across none when told so', () => {
		// Columns 0, 2, 5 of a row, and a cell diagonal to the first.
		const column = Int32Array.of(0, 2, 5, 1);
		const row = Int32Array.of(0, 0, 0, 1);
		expect([0, 1, 2, 3].map((cell) => near(gridContiguity(column, row, 1), cell))).toEqual([
			[1, 3],
			[0, 3],
			[],
			[0, 1]
		]);
		expect([0, 1, 2, 3].map((cell) => near(gridContiguity(column, row, 0), cell))).toEqual([[3], [3], [], [0, 1]]);
	});

	it('joins the six hexagons around one', () => {
		const centre = latLngToCell(48, 3, 8);
		const ids = gridDisk(centre, 2);
		const touching = near(hexagonContiguity(ids, 1), ids.indexOf(centre)).map((rank) => ids[rank]);
		expect(new Set([centre, ...touching])).toEqual(new Set(gridDisk(centre, 1)));
		expect(near(hexagonContiguity(ids, 2), ids.indexOf(centre))).toHaveLength(18);
	});

	it('joins points within the distance stated, wherever boxes cut', () => {
		const centres = gridDisk(latLngToCell(48, 3, 9), 3).map((id) => cellToLatLng(id));
		const [lat, lon] = [0, 1].map((axis) => Float64Array.from(centres, (centre) => centre[axis]));
		// Centres of neighbouring hexagons of resolution 9 are some 350 m apart, of the next ones 600 m and more.
		const hexagons = hexagonContiguity(gridDisk(latLngToCell(48, 3, 9), 3), 1);
		expect(pointContiguity(lon, lat, 450)).toEqual(hexagons);
	});
});

describe('sectors', () => {
	/** A row of cells, each beside the next. */
	const rowOf = (count: number) =>
		gridContiguity(
			Int32Array.from({ length: count }, (_, x) => x),
			new Int32Array(count),
			0
		);

	it('follow two thirds of the people around: a lone cell is smoothed, one cut in two stays as it is', () => {
		const people = Float64Array.of(10, 10, 10, 10, 10);
		expect([...smoothedDeficit(Uint8Array.of(S, S, D, S, S), people, rowOf(5))]).toEqual([0, 0, 0, 0, 0]);
		expect([...smoothedDeficit(Uint8Array.of(D, D, S, D, D), people, rowOf(5))]).toEqual([1, 1, 1, 1, 1]);
		expect([...smoothedDeficit(Uint8Array.of(D, S), people.subarray(0, 2), rowOf(2))]).toEqual([1, 0]);
		// Weighed by people: the lone cell holds more than both its neighbours.
		const crowd = Float64Array.of(10, 10, 50, 10, 10);
		expect([...smoothedDeficit(Uint8Array.of(S, S, D, S, S), crowd, rowOf(5))]).toEqual([0, 1, 1, 1, 0]);
		// Three fifths, not two thirds.
		crowd[2] = 30;
		expect([...smoothedDeficit(Uint8Array.of(S, S, D, S, S), crowd, rowOf(5))]).toEqual([0, 0, 1, 0, 0]);
		// Nobody lives there: nothing to follow.
		expect([...smoothedDeficit(Uint8Array.of(D, S), new Float64Array(2), rowOf(2))]).toEqual([1, 0]);
	});

	it('never take in what is off the network, nor count its people', () => {
		const people = Float64Array.of(10, 1000, 10);
		expect([...smoothedDeficit(Uint8Array.of(D, X, D), people, rowOf(3))]).toEqual([1, 0, 1]);
	});

	it('are contiguous, of 300 inhabitants at least; the people of the others are told', () => {
		const smoothed = Uint8Array.of(1, 1, 0, 1, 0, 1, 1);
		const people = Float64Array.of(200, 100, 50, 299, 50, 400, 1);
		const groups = groupSectors(smoothed, people, rowOf(7), 300);
		expect([...groups.sectorOf]).toEqual([0, 0, -1, -1, -1, 1, 1]);
		expect([...groups.people]).toEqual([300, 401]);
		expect(groups.peopleNotIndividualised).toBe(299);
		expect(groupSectors(smoothed, people, noContiguity(7), 300).people).toEqual(Float64Array.of(400));
	});
});

describe('causes', () => {
	const evidence = {
		states: Uint8Array.of(S, D, D, D, D, U),
		nearestSeconds: Uint32Array.of(60, 901, 60, 60, 60, 60),
		openMinutes: Uint32Array.of(600, 0, 240, 239, 239, 0),
		supply: Float64Array.of(1, 0, 0.001, 0.001, 0.01, 0)
	};

	it('are what would cure: a closer site, the same hours moved, more of them, more for fewer', () => {
		expect([...pointCauses(evidence, threshold)]).toEqual([
			NO_CAUSE,
			CAUSE_DISTANCE,
			// Opens 4 hours, when people are not free; low supply does not matter.
			CAUSE_HOURS,
			// Opens less than 4 hours, for too many.
			CAUSE_CAPACITY,
			// Opens less than 4 hours, for few.
			CAUSE_HOURS,
			NO_CAUSE
		]);
	});

	it('split the people of a sector, those that smoothing took in apart', () => {
		const sectorOf = Int32Array.of(0, 0, 0, 1, -1, -1);
		const people = Float64Array.of(1, 2, 4, 8, 16, 32);
		const split = peopleByCause(sectorOf, 2, pointCauses(evidence, threshold), people);
		expect([...split]).toEqual([1, 2, 4, 0, 0, 0, 0, 8]);
	});
});
