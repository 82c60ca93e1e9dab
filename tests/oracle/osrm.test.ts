import { readFileSync } from 'node:fs';
import { sampleRankCorrelation, quantileSorted } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { routedMetres } from '#core/travel/routed-metres.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import { realData } from '../realdata.ts';

/** 30 × 100 car durations and distances by OSRM 5.27.1, its car profile, on the same extracts (shared/realdata/NOTES.md). */
const NETWORKS = [
	{ oracle: 'oracles/osrm_liechtenstein', roads: 'osm/liechtenstein.osm.pbf' },
	{ oracle: 'oracles/osrm_porto', roads: 'osm/porto.osm.pbf' }
];

function rows(path: string): Record<string, string>[] {
	const [header, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
	const keys = header.split(',');
	return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [keys[i], cell])));
}

async function compare(oracle: string, roads: string) {
	const network = (await readOsmPbf(bytesSource(roads, readFileSync(roads)))).value;
	const graph = buildRoadGraph(network, 'car');
	const [from, to] = ['from', 'to'].map((name) => rows(`${oracle}/${name}.csv`));
	const snap = (points: Record<string, string>[]) =>
		snapPoints(
			graph,
			points.map(({ lon }) => Number(lon)),
			points.map(({ lat }) => Number(lat)),
			2000
		);
	const [origins, destinations] = [snap(from), snap(to)];
	const seconds = manyToManySeconds(graph, origins, destinations, { accessLeg: 'free' });
	const metres = routedMetres(graph, origins, destinations);
	return rows(`${oracle}/osrm.csv`).map((row) => {
		const entry = from.findIndex(({ id }) => id === row.from) * to.length + to.findIndex(({ id }) => id === row.to);
		return {
			seconds: seconds[entry],
			metres: metres[entry],
			osrmSeconds: Number(row.seconds),
			osrmMetres: Number(row.metres)
		};
	});
}

const sorted = (values: number[]) => values.sort((a, b) => a - b);
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

describe.each(NETWORKS)('car times against OSRM ($oracle)', ({ oracle, roads }) => {
	const [oraclePath, roadsPath] = [realData(oracle), realData(roads)];

	it.skipIf(oraclePath === null || roadsPath === null)('agree in median, spread and rank', async () => {
		const pairs = await compare(oraclePath as string, roadsPath as string);
		const errors = sorted(pairs.map(({ seconds, osrmSeconds }) => Math.abs(seconds - osrmSeconds) / osrmSeconds));
		const within20 = errors.filter((error) => error <= 0.2).length / errors.length;
		const spearman = sampleRankCorrelation(
			pairs.map(({ seconds }) => seconds),
			pairs.map(({ osrmSeconds }) => osrmSeconds)
		);
		const lengths = sorted(pairs.map(({ metres, osrmMetres }) => Math.abs(metres - osrmMetres) / osrmMetres));
		console.info(
			`${oracle}: ${pairs.length} pairs, times: median ${percent(quantileSorted(errors, 0.5))}, ` +
				`95 % within ${percent(quantileSorted(errors, 0.95))}, Spearman ${spearman.toFixed(5)}; ` +
				`metres: median ${percent(quantileSorted(lengths, 0.5))}, 95 % within ${percent(quantileSorted(lengths, 0.95))}`
		);
		expect(quantileSorted(errors, 0.5)).toBeLessThanOrEqual(0.01);
		expect(within20).toBeGreaterThanOrEqual(0.995);
		expect(quantileSorted(errors, 0.95)).toBeLessThanOrEqual(0.02);
		expect(spearman).toBeGreaterThanOrEqual(0.999);
		expect(quantileSorted(lengths, 0.5)).toBeLessThanOrEqual(0.01);
	});
});
