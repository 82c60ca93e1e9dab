// One reading in a process of its own, so that its peak memory is its own. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Bounds } from '#domain/geometry.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { fileSource } from '../../../src/cli/file-source.ts';
import { readOsmInMemory } from '../../osm-in-memory.ts';

export interface Reading {
	readonly seconds: number;
	readonly processorSeconds: number;
	readonly peakMebibytes: number;
	/** Before anything is read. */
	readonly startMebibytes: number;
	readonly roads: number;
	readonly nodes: number;
}

const [reader, path, box] = process.argv.slice(2);
const options = box === undefined ? {} : { bounds: JSON.parse(box) as Bounds };
const peak = () => process.resourceUsage().maxRSS / 1024;
const startMebibytes = peak();
const start = performance.now();
const { rowsKept, value } =
	reader === 'in-memory'
		? await readOsmInMemory(basename(path), readFileSync(path), options)
		: await readRoads(await fileSource(path), options);
const { user, system } = process.cpuUsage();
const reading: Reading = {
	seconds: (performance.now() - start) / 1000,
	processorSeconds: (user + system) / 1e6,
	peakMebibytes: peak(),
	startMebibytes,
	roads: rowsKept,
	nodes: value.nodeLon.length
};
console.log(JSON.stringify(reading));
