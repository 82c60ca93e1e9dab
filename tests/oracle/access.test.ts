import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { importCostMatrix } from '#io/matrix/cost-matrix.ts';
import { cumulativeAccess } from '#core/access/cumulative.ts';
import { exponentialDecay, withinCutoff } from '#core/access/decay.ts';
import { gravityAccess } from '#core/access/gravity.ts';
import { joinPairs } from '#core/access/join-pairs.ts';
import { nthClosestCost } from '#core/access/nth-closest.ts';
import { twoStepAccess } from '#core/access/two-step.ts';
import { fgtIndex } from '#core/equity/fgt.ts';
import { giniIndex } from '#core/equity/gini.ts';
import { realData } from '../realdata.ts';

const matrix = realData('oracles/access_bho/travel_matrix.csv.gz');
const landUse = realData('oracles/access_bho/land_use_data.csv');

// Every figure below is printed in the README or the reference pages of the R package `accessibility` (Ipea, MIT), computed by it on
// these same files; compared to the last digit that R prints.
describe.skipIf(matrix === null || landUse === null)(
	'Belo Horizonte, as the R package accessibility measures it',
	() => {
		const load = () => {
			const { data: rows } = Papa.parse<Record<string, string>>(readFileSync(landUse ?? '', 'utf8').trim(), {
				header: true
			});
			const ids = rows.map(({ id }) => id);
			const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
			const costs = importCostMatrix(readFileSync(matrix ?? ''), 'travel_matrix.csv.gz');
			const { pairs, unknownFrom, unknownTo } = joinPairs(costs.value, ids, ids);
			expect([unknownFrom, unknownTo, pairs.column.length, costs.rejected]).toEqual([[], [], 748_437, []]);
			const [population, jobs, schools] = ['population', 'jobs', 'schools'].map(column);
			return { ids, pairs, population, jobs, schools };
		};
		let data: ReturnType<typeof load>;
		beforeAll(() => {
			data = load();
		});
		const of = (access: Float64Array, places: readonly string[]) => places.map((id) => access[data.ids.indexOf(id)]);
		const PLACES = [
			'89a88cdb57bffff',
			'89a88cdb597ffff',
			'89a88cdb5b3ffff',
			'89a88cdb5cfffff',
			'89a88cd909bffff',
			'89a88cd90b7ffff'
		];
		const FIRST = [
			'89a881a5a2bffff',
			'89a881a5a2fffff',
			'89a881a5a67ffff',
			'89a881a5a6bffff',
			'89a881a5a6fffff',
			'89a881a5b03ffff'
		];

		it('cumulative jobs within 30 minutes', () => {
			const access = cumulativeAccess(data.pairs, data.jobs, 30);
			expect(of(access, PLACES)).toEqual([22_239, 36_567, 42_372, 55_571, 26_774, 36_991]);
			expect(of(access, FIRST)).toEqual([14_561, 29_452, 16_647, 10_700, 6669, 37_029]);
		});

		it('schools by gravity, e^(−0.2 t)', () => {
			const access = of(gravityAccess(data.pairs, data.schools, exponentialDecay(0.2)), PLACES);
			expect(access.map((one) => one.toFixed(8))).toEqual([
				'0.03041853',
				'1.15549493',
				'0.56519126',
				'0.19852152',
				'0.41378042',
				'0.95737555'
			]);
		});

		it('jobs a person, 2SFCA within 50 minutes, all jobs shared out', () => {
			const { access, supplyRatio } = twoStepAccess(data.pairs, data.population, data.jobs, withinCutoff(50));
			expect(of(access, PLACES).map((one) => one.toFixed(7))).toEqual([
				'0.4278111',
				'0.3863614',
				'0.4501725',
				'0.5366707',
				'0.4280401',
				'0.5176583'
			]);
			const reached = data.jobs.reduce((sum, one, place) => sum + (supplyRatio[place] > 0 ? one : 0), 0);
			const shared = access.reduce((sum, one, point) => sum + one * data.population[point], 0);
			expect(Math.abs(shared / reached - 1)).toBeLessThan(1e-12);
		});

		it('minutes to the closest place with a school', () => {
			const kept = Uint8Array.from(data.schools, (count) => (count > 0 ? 1 : 0));
			expect(of(nthClosestCost(data.pairs, kept, 1), FIRST)).toEqual([29, 24, 28, 33, 32, 17]);
		});

		it('inequality and poverty of the jobs within 30 minutes', () => {
			const access = cumulativeAccess(data.pairs, data.jobs, 30);
			expect(giniIndex(access, data.population)?.toFixed(7)).toBe('0.4715251');
			const poverty = ([0, 1, 2] as const).map((aversion) =>
				fgtIndex(access, data.population, 95_368, aversion)?.toFixed(7)
			);
			expect(poverty).toEqual(['0.5745378', '0.3277383', '0.2218769']);
		});
	}
);
