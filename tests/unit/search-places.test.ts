import { describe, expect, it } from 'vitest';
import type { SitingChoice } from '#domain/proposals.ts';
import { searchPlaces } from '#workers/jobs/scenario/search-places.ts';
import type { SitingCase } from '#workers/jobs/scenario/siting-case.ts';
import type { SitingRows } from '#workers/jobs/scenario/siting-rows.ts';
import { alone } from '../atlas-session.ts';

const MINUTE = 60;

/** One row for each list of [point, minutes]. */
function rowsOf(...rows: [number, number][][]): SitingRows {
	return {
		first: Uint32Array.from([0, ...rows.map((_, rank) => rows.slice(0, rank + 1).flat().length)]),
		point: Uint32Array.from(rows.flat(), ([point]) => point),
		seconds: Uint32Array.from(rows.flat(), ([, minutes]) => minutes * MINUTE),
		reached: [...rows.keys()]
	};
}

/**
 * Three hamlets: the first has a library at 2 minutes and lacks no hours, the second has none within 10 minutes, the third lacks none either
 * and stands beside the only place to build on.
 */
function found(choice: Partial<SitingCase['choice']>) {
	const whole: Omit<SitingChoice, 'candidates'> = {
		problem: 'mclp',
		newSites: 1,
		closable: [],
		weight: 'people-without-hours',
		minimumPeople: 0,
		budget: null,
		timeLimitSeconds: 10,
		...choice
	};
	const of: SitingCase = {
		people: Float64Array.of(200, 50, 80),
		weight: Float64Array.of(0, 50, 0),
		unknownPeople: 0,
		positions: [[5, 48]],
		names: null,
		thinned: false,
		choice: whole,
		mode: 'car',
		cutoffSeconds: 10 * MINUTE,
		limitSeconds: 30 * MINUTE,
		nowhereSeconds: whole.problem === 'pmedian' ? 30 * MINUTE + 1 : null,
		existing: ['library'],
		closable: [],
		siteRows: rowsOf([
			[0, 2],
			[1, 12],
			[2, 9]
		])
	};
	const place = rowsOf([
		[1, 10],
		[2, 3]
	]);
	return searchPlaces({ of, rows: [place] }, alone);
}

describe('places for people who lack hours', () => {
	it.each(['mclp', 'lscp', 'pmedian', 'pcenter'] as const)('tells everybody who is covered: %s', async (problem) => {
		const { newSites, coveredBefore, coveredPeople, objective } = await found({ problem });
		expect(newSites).toEqual([{ place: 0, peopleOnlyHere: 50 }]);
		expect(coveredBefore).toBe(280);
		expect(coveredPeople).toBe(330);
		expect(objective).toBe({ mclp: 50, lscp: 2, pmedian: 50 * 600, pcenter: 600 }[problem]);
	});

	it.each(['mclp', 'pmedian'] as const)('counts all whom a place serves in its minimum: %s', async (problem) => {
		expect((await found({ problem, minimumPeople: 130 })).newSites).toHaveLength(1);
		expect((await found({ problem, minimumPeople: 131 })).newSites).toHaveLength(0);
	});
});
