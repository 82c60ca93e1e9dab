// One reading in a process of its own, so that its peak memory is its own. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Bounds } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
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
	/** Why nothing was kept, where the file goes beyond what may be held; null otherwise. */
	readonly refused: string | null;
}

const [reader, path, box] = process.argv.slice(2);
const options = box === undefined ? {} : { bounds: JSON.parse(box) as Bounds };
const peak = () => process.resourceUsage().maxRSS / 1024;
const startMebibytes = peak();
const start = performance.now();
const read = () =>
	reader === 'in-memory'
		? readOsmInMemory(basename(path), readFileSync(path), options)
		: fileSource(path).then((source) => readRoads(source, options));
const kept = await read().then(
	({ rowsKept, value }) => ({ roads: rowsKept, nodes: value.nodeLon.length, refused: null }),
	(error: unknown) => {
		if (error instanceof MaillageError) return { roads: 0, nodes: 0, refused: error.detail.code };
		throw error;
	}
);
const { user, system } = process.cpuUsage();
const reading: Reading = {
	seconds: (performance.now() - start) / 1000,
	processorSeconds: (user + system) / 1e6,
	peakMebibytes: peak(),
	startMebibytes,
	...kept
};
console.log(JSON.stringify(reading));
