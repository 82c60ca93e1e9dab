// How a file of roads of the size of a region is read: block by block, clipped to a territory, against every entity held in memory.
// The file is made here, by repeating Porto (or the roads of the demo where real data is absent) under other ids at other places.
// `npm run bench -- roads [megabytes]`, 300 unless told.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bounds } from '#domain/geometry.ts';
import { realData } from '../../realdata.ts';
import type { Reading } from './one.ts';
import { repeatPbf } from './repeat-pbf.ts';

const LARGE_MEGABYTES = Number(process.argv[2] ?? 300);
/** What the reader in memory still holds. */
const SMALL_MEGABYTES = Math.min(30, LARGE_MEGABYTES);

const ROADS =
	realData('osm/porto.osm.pbf') ?? join(import.meta.dirname, '../../../data/demo/raw/routes_fictif.osm.pbf');

function read(reader: 'streamed' | 'in-memory', path: string, bounds: Bounds): Reading {
	const args = ['--import', 'tsx', join(import.meta.dirname, 'one.ts'), reader, path, JSON.stringify(bounds)];
	const run = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
	if (run.status !== 0) throw new Error(`${reader} ${path} failed`);
	return JSON.parse(run.stdout) as Reading;
}

/** Told at once: the next reading may be long. */
function tell(what: string, megabytes: number, reading: Reading): Reading {
	const { seconds, processorSeconds, peakMebibytes, startMebibytes, roads, nodes, refused } = reading;
	const kept = refused ?? `${roads} roads of ${nodes} nodes kept`;
	console.log(
		`${what}, ${Math.round(megabytes)} MB: ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor),`,
		`peak ${Math.round(peakMebibytes)} MiB, of which ${Math.round(startMebibytes)} before reading; ${kept}`
	);
	return reading;
}

const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
try {
	const [smallPath, largePath] = [join(folder, 'small.osm.pbf'), join(folder, 'large.osm.pbf')];
	const small = await repeatPbf(ROADS, smallPath, SMALL_MEGABYTES * 1e6);
	const large = await repeatPbf(ROADS, largePath, LARGE_MEGABYTES * 1e6);
	const [west, south, east, north] = large.oneCopy;
	/** Nine copies: a territory and its margin. */
	const nine: Bounds = [west - 0.5, south - 0.4, east + 0.5, north + 0.4];
	const megabytes = { small: small.bytes / 1e6, large: large.bytes / 1e6 };
	console.log(`Load of the machine over the last minute: ${loadavg()[0].toFixed(1)}.`);
	const inMemory = tell('In memory, one copy kept', megabytes.small, read('in-memory', smallPath, small.oneCopy));
	const streamed = tell('Streamed, one copy kept', megabytes.small, read('streamed', smallPath, small.oneCopy));
	tell('Streamed, one copy kept', megabytes.large, read('streamed', largePath, large.oneCopy));
	tell('Streamed, nine copies kept', megabytes.large, read('streamed', largePath, nine));
	tell('Streamed, the whole world asked for', megabytes.large, read('streamed', largePath, [-180, -85, 180, 85]));
	const memoryOf = ({ peakMebibytes, startMebibytes }: Reading) => peakMebibytes - startMebibytes;
	console.log(
		`Streamed against in memory, ${Math.round(small.bytes / 1e6)} MB: ${(memoryOf(streamed) / memoryOf(inMemory)).toFixed(2)} of the memory,`,
		`${(streamed.processorSeconds / inMemory.processorSeconds).toFixed(2)} of the processor time.`
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
