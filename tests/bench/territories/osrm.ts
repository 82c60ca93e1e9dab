import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { sampleRankCorrelation } from 'simple-statistics';
import { UNREACHABLE } from '#domain/travel.ts';
import { importPoints } from '#io/tables/points-csv.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { fileSource } from '../../../src/cli/file-source.ts';
import { realData } from '../../realdata.ts';

/** How far our times are from OSRM's on a network. */
export interface Agreement {
	readonly network: string;
	readonly pairs: number;
	readonly 'read (s)': string;
	readonly 'graph (s)': string;
	readonly 'median |difference|': string;
	readonly '95th centile': string;
	readonly 'within 20 %': string;
	readonly Spearman: string;
}

export async function osrmAgreement(): Promise<Agreement[]> {
	const all: Agreement[] = [];
	for (const network of ['porto', 'liechtenstein']) {
		const roadFile = realData(`osm/${network}.osm.pbf`);
		const oracle = realData(`oracles/osrm_${network}`);
		if (roadFile !== null && oracle !== null) all.push(await agreement(network, roadFile, oracle));
	}
	return all;
}

async function agreement(network: string, roadFile: string, oracle: string): Promise<Agreement> {
	const points = (name: string) => importPoints(new Uint8Array(readFileSync(`${oracle}/${name}.csv`)), name).value;
	const [from, to] = [points('from'), points('to')];
	const started = performance.now();
	const roads = await readRoads(await fileSource(roadFile));
	const read = performance.now();
	const graph = buildRoadGraph(roads.value, 'car');
	const built = performance.now();
	const snap = ({ lon, lat }: typeof from) => snapPoints(graph, lon, lat, 1000);
	const seconds = manyToManySeconds(graph, snap(from), snap(to), { accessLeg: 'free' });
	const [rank, column] = [from, to].map(({ ids }) => new Map(ids.map((id, index) => [id, index])));
	const ours: number[] = [];
	const theirs: number[] = [];
	const { data } = Papa.parse<Record<string, string>>(readFileSync(`${oracle}/osrm.csv`, 'utf8'), {
		header: true,
		skipEmptyLines: true
	});
	for (const pair of data) {
		const time = seconds[(rank.get(pair.from) ?? 0) * to.ids.length + (column.get(pair.to) ?? 0)];
		if (Number(pair.seconds) === 0 || time === UNREACHABLE) continue;
		ours.push(time);
		theirs.push(Number(pair.seconds));
	}
	const relative = ours.map((time, index) => Math.abs(time - theirs[index]) / theirs[index]).sort((a, b) => a - b);
	const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
	return {
		network,
		pairs: relative.length,
		'read (s)': ((read - started) / 1000).toFixed(2),
		'graph (s)': ((built - read) / 1000).toFixed(2),
		'median |difference|': percent(relative[relative.length >> 1]),
		'95th centile': percent(relative[Math.floor(0.95 * relative.length)]),
		'within 20 %': percent(relative.filter((one) => one <= 0.2).length / relative.length),
		Spearman: sampleRankCorrelation(ours, theirs).toFixed(5)
	};
}
