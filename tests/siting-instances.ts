import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { AccessPairs } from '#core/access/pairs.ts';
import { chooseSites } from '#workers/jobs/siting/siting-jobs.ts';
import type { SitingRequest } from '#workers/jobs/siting/siting-request.ts';
import { realData } from './realdata.ts';

/** A full table of values, rows of demand points, as pairs; NaN is a pair that is not there. */
export function pairsOf(table: readonly (readonly number[])[], supplyCount = table[0].length): AccessPairs {
	const first = new Uint32Array(table.length + 1);
	const column: number[] = [];
	const value: number[] = [];
	table.forEach((row, point) => {
		row.forEach((one, place) => {
			if (Number.isNaN(one)) return;
			column.push(place);
			value.push(one);
		});
		first[point + 1] = column.length;
	});
	return {
		demandCount: table.length,
		supplyCount,
		first,
		column: Uint32Array.from(column),
		value: Float64Array.from(value)
	};
}

/** A request with no limit but those given, answered here. */
export function choose(request: Partial<SitingRequest> & Pick<SitingRequest, 'problem' | 'pairs' | 'people'>) {
	const none = {
		weight: request.people,
		p: null,
		mostOpened: null,
		cutoff: null,
		fixed: [],
		closures: null,
		budget: null,
		minimumPeople: 0
	};
	const watch = { progress: () => {}, signal: new AbortController().signal };
	return chooseSites({ ...none, timeLimitSeconds: 10, ...request }, watch);
}

export interface MedianInstance {
	readonly name: string;
	readonly p: number;
	readonly optimum: number;
	readonly pairs: AccessPairs;
	readonly people: Float64Array;
}

/** OR-Library p-median instances 1 to 20 (Beasley 1985): every node is a demand point of one person and a candidate. Empty without the data. */
export function orLibraryMedians(): MedianInstance[] {
	const known = realData('oracles/pmed/known_optima.csv');
	if (known === null) return [];
	return rows(known).map(({ instance, p, optimum }) => {
		const text = readFileSync(realData(`oracles/pmed/${instance}.txt`) ?? '', 'utf8');
		const table = shortestPaths(text.trim().split(/\s+/).map(Number));
		return {
			name: instance,
			p: Number(p),
			optimum: Number(optimum),
			pairs: pairsOf(table),
			people: new Float64Array(table.length).fill(1)
		};
	});
}

/** All pairs of an undirected graph "n m p" then "i j cost", of whose repeated edges the last counts (Floyd 1962). */
function shortestPaths([n, m, , ...edges]: readonly number[]): number[][] {
	const table = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)));
	for (let edge = 0; edge < m; edge++) {
		const [i, j, cost] = edges.slice(3 * edge, 3 * edge + 3);
		table[i - 1][j - 1] = table[j - 1][i - 1] = cost;
	}
	for (let k = 0; k < n; k++) {
		for (let i = 0; i < n; i++) {
			for (let j = 0; j < n; j++) table[i][j] = Math.min(table[i][j], table[i][k] + table[k][j]);
		}
	}
	return table;
}

const SF = 'oracles/spopt_sf';

/** The San Francisco of spopt's tests (BSD-3): 205 census tracts, 16 stores, metres. Null without the data. */
export function sanFrancisco(): { readonly pairs: AccessPairs; readonly people: Float64Array } | null {
	const costs = realData(`${SF}/SF_network_distance_candidateStore_16_censusTract_205_new.csv`);
	const tracts = realData(`${SF}/SF_demand_205_centroid_uniform_weight.csv`);
	if (costs === null || tracts === null) return null;
	const demand = rows(tracts);
	const list = rows(costs);
	const stores = [...new Set(list.map(({ name }) => name))];
	const point = new Map(demand.map(({ NAME }, rank) => [NAME, rank]));
	const table = demand.map(() => stores.map(() => NaN));
	for (const { name, DestinationName, distance } of list) {
		table[point.get(DestinationName) ?? -1][stores.indexOf(name)] = Number(distance);
	}
	return { pairs: pairsOf(table), people: Float64Array.from(demand, ({ POP2000 }) => Number(POP2000)) };
}

function rows(path: string): Record<string, string>[] {
	return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), { header: true }).data;
}
