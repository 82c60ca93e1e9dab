import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import type { SearchGraph } from '#core/travel/search-graph.ts';
import { realData } from '../../realdata.ts';
import { graphOfArcs } from './graph-tools.ts';
import { gridCountry, turnExpanded } from './grid.ts';
import { seeded } from './seeded.ts';

/** Side of the synthetic country with about a million junctions left. */
const MILLION_SIDE = 1037;
/** Side of the one with about a million nodes once its turns are expanded. */
const MILLION_TURNS_SIDE = 656;

/**
 * A graph by name: `grid` and `turns` are synthetic, of a million nodes; `grid-160` has 160 × 160 junctions; `COL` and
 * `FLA` are DIMACS topologies; `porto` is its car graph, turns and all. Null where its data (or xz) is absent.
 */
export async function benchGraph(name: string): Promise<SearchGraph | null> {
	if (name === 'grid') return gridCountry(MILLION_SIDE).graph;
	if (name === 'turns') return turnExpanded(gridCountry(MILLION_TURNS_SIDE));
	if (name.startsWith('grid-')) return gridCountry(Number(name.slice(5))).graph;
	if (name === 'porto') return portoGraph();
	return dimacsGraph(name);
}

async function portoGraph(): Promise<SearchGraph | null> {
	const path = realData('osm/porto.osm.pbf');
	if (path === null) return null;
	const { value } = await readRoads(bytesSource('porto.osm.pbf', readFileSync(path)));
	return buildRoadGraph(value, 'car').search;
}

/** The file has the topology alone: lengths and speeds are drawn as in the trial (60 m and more, 30 to 110 km/h). */
function dimacsGraph(name: string): SearchGraph | null {
	const path = realData(`dimacs/${name}.gr.xz`);
	if (path === null) return null;
	let text: string;
	try {
		text = execFileSync('xz', ['-dc', path], { maxBuffer: 1 << 30, encoding: 'latin1' });
	} catch (error) {
		console.error(`skipped: ${name} (xz: ${error instanceof Error ? error.message : error})`);
		return null;
	}
	const random = seeded(7);
	const [header, ...lines] = text.split('\n');
	const tails: number[] = [];
	const heads: number[] = [];
	const weights: number[] = [];
	for (const line of lines) {
		if (line === '') continue;
		const [a, b] = line.split(' ').map((node) => Number(node) - 1);
		const metres = 60 - Math.log(1 - random()) * 160;
		const share = random();
		const kmh = share < 0.6 ? 30 : share < 0.85 ? 50 : share < 0.97 ? 75 : 110;
		const deciseconds = Math.max(1, Math.round((metres / (kmh / 3.6)) * 10));
		tails.push(a, b);
		heads.push(b, a);
		weights.push(deciseconds, deciseconds);
	}
	return graphOfArcs(Number(header.split(' ')[2]), tails, heads, weights);
}
