// One territory in a process of its own, so that its peak memory is its own. Prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { diagnose } from '#workers/jobs/diagnose/diagnose.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { timesOfEveryMode } from '#workers/jobs/travel/every-mode.ts';
import { TerritoryTravel } from '#workers/jobs/travel/territory-travel.ts';
import { assembly, type TerritoryName } from './assemblies.ts';

const name = process.argv[2] as TerritoryName;
const temporary = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
const request = await assembly(name, temporary);
if (request !== null) {
	const seconds: Record<string, number> = {};
	const timed = async <Result>(step: string, run: () => Promise<Result>): Promise<Result> => {
		const start = performance.now();
		const result = await run();
		seconds[step] = (performance.now() - start) / 1000;
		return result;
	};
	const { files } = await timed('import', () => prepareTerritory(request, { onStep: () => {}, onProgress: () => {} }));
	const folder = {
		has: async (path: string) => files.has(path),
		read: async (path: string) => files.get(path) ?? new Uint8Array()
	};
	const loaded = await timed('open', () => readTerritoryFolder(folder, name));
	await timed('matrix', () =>
		timesOfEveryMode(new TerritoryTravel(folder, loaded.manifest, loaded.territory, CAP_SECONDS), {})
	);
	const { indicators } = await timed('whole diagnosis', () => diagnose(folder, name));
	const peakMebibytes = process.resourceUsage().maxRSS / 1024;
	console.log(
		JSON.stringify({
			name,
			seconds,
			peakMebibytes,
			indicators: { ...indicators, coverage_by_commune: [], coverage_by_epci: [] }
		})
	);
}
rmSync(temporary, { recursive: true, force: true });
